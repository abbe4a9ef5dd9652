### АӘК тиесілі ме: өтінішке дейінгі алдын ала есеп.

eligibility-intro =
    <b>Отбасыма АӘК тиесілі ме?</b>

    Бес қысқа сұрақ қоямын: өңір, бірге тұратындар, үш айдағы табыс (<b>{ $first }</b> — <b>{ $last }</b>), қосалқы шаруашылық және несие. Аты-жөні мен ЖСН керек емес.

    Жан басына шаққандағы табысты есептеп, кедейлік шегімен салыстырамын. Бұл — алдын ала есеп: шешімді мансап орталығы қабылдайды, нәтиже қандай болса да, өтініш беруге болады.
eligibility-begin = Тексеру
eligibility-see = Нәтижені көрсету
eligibility-anew = Қайтадан бастау
eligibility-to-aid = ← АӘК

eligibility-region =
    <b>Отбасыңыз қай өңірде тіркелген?</b>

    <i>Кедейлік шегі әр өңірде әртүрлі.</i>
eligibility-state-mine =
    <b>Қазір немен айналысасыз?</b>

    <i>Әлеуметтік келісімшарт керек-керек еместігі осыған байланысты. Ең бастысын таңдаңыз.</i>
eligibility-state =
    <b>{ $who }: бұл адам немен айналысады?</b>

    <i>Ең бастысын таңдаңыз.</i>

## Отбасы
eligibility-family =
    <b>Сізбен бір отбасы болып кім тұрады?</b>

    Қазір өзіңізді қосқанда: <b>{ $count }</b> адам. Түзету не алып тастау үшін адамды басыңыз.

    <i>Табыс бірге тұратындардың бәріне бөлінеді.</i>
eligibility-add-spouse = ➕ Жұбайым
eligibility-add-children = ➕ 18 жасқа толмаған балалар
eligibility-add-other = ➕ Басқа туысым
eligibility-alone = Жалғыз тұрамын →
eligibility-family-ready = Отбасы осы →
eligibility-relation = <b>Бұл адам сізге кім болады?</b>
eligibility-children =
    <b>Балалар неше жаста?</b>

    Әрқайсысының жасын бос орын қойып жазыңыз. Бір жасқа толмаса — <code>0</code>.
    Мысалы: <code>3 5 12</code>

    <i>Туған күнін де жазуға болады: <code>15.06.2021 3.04.2024</code>. Баланың жасы { $oldest } жастан асса, артқа қайтып, «Басқа туысым» батырмасымен қосыңыз.</i>
eligibility-child = { $relation } · { $age } жаста
eligibility-child-born = { $relation } · { $born } жылы туған
eligibility-adult = { $relation } · { $state }
eligibility-numbered = { $no }. { $who }
error-ages-format = Жасын көрмей тұрмын. Сандарды бос орын қойып жазыңыз, мысалы: <code>3 5 12</code>.
error-ages-adult = Мұнда жасы { $max } жастан аспаған балалар көрсетіледі. Ересек адамды «Басқа туысым» батырмасымен қосыңыз.
error-ages-many = Бір жолы ең көбі { $max } бала көрсетуге болады.

## Табыс
eligibility-incomes =
    <b>Кім қанша табыс тапты?</b>

    Табысы болған адамды басыңыз. Қалғандарын белгілеудің қажеті жоқ.
eligibility-incomes-none = Ешкімде табыс болған жоқ →
eligibility-incomes-rest = Басқа ешкімде табыс жоқ →
eligibility-incomes-ready = Әрі қарай →
eligibility-kinds =
    <b>{ $who } · қандай табыс?</b>

    Бірнешеу болса, кезекпен көрсетіңіз.
eligibility-kind-free = { $name } (есепке кірмейді)
eligibility-kind-not-counted = ℹ️ mgorod.kz дерегі бойынша (2019) бұл табыс есепке алынбайды. Талап өзгерген болса, орталық нақтылайды.
eligibility-sums =
    <b>{ $who } · { $kind }</b>

    { $months }
eligibility-sum-month =
    Айына қанша? Қолға тиген соманы теңгемен жазыңыз: <code>85 000</code>

    <i>Айлар әртүрлі болса, үш соманы қосу белгісімен жазыңыз: <code>85 000 + 90 000 + 0</code></i>
eligibility-sum-quarter = Үш айда барлығы қанша? Бір соманы теңгемен жазыңыз: <code>255 000</code>
eligibility-by-quarter = Үш айға бірден көрсету
eligibility-by-month = Бір айға көрсету
error-sums-count = Бір сома не айлар саны бойынша үш сома керек, ал сізде { $given } сома. Мысалы: <code>85 000 + 90 000 + 0</code>.

## Қосалқы шаруашылық және несие
eligibility-plot =
    <b>Қосалқы шаруашылығыңыз бар ма: мал, құс, бақша?</b>

    <i>Орталық жеке қосалқы шаруашылықты тексереді.</i>
eligibility-plot-no = Жоқ
eligibility-plot-yes = Иә, бар
eligibility-loan =
    <b>Отбасының несиесі бар ма?</b>

    <i>Несие шешімге әсер етуі мүмкін, сондықтан алдын ала білген жөн.</i>
eligibility-loan-no = Жоқ
eligibility-loan-yes = Иә, бар

## Нәтиже
eligibility-verdict-likely = ✅ <b>АӘК тиесілі болуы ықтимал</b>
eligibility-verdict-unlikely = ❌ <b>АӘК тиесілі болмауы ықтимал</b>
eligibility-verdict-unclear = ❔ <b>Алдын ала айту мүмкін емес</b>
eligibility-unfinished = <b>Жаңа тоқсан басталды.</b> Енді басқа айлардың табысы есептеледі: соны көрсетсеңіз, қайта есептеймін. Қалған жауаптар сақталды.
eligibility-reason-income-below-line = • Жан басына шаққандағы табыс кедейлік шегінен төмен.
eligibility-reason-income-above-line = • Жан басына шаққандағы табыс кедейлік шегінен төмен емес.
eligibility-reason-income-above-floor = • Өңіріңіздің осы тоқсандағы кедейлік шегі маған белгісіз. Жан басына шаққандағы табыс ең төменгі ықтимал шектен төмен емес, сондықтан бәрі өңірдің шегіне байланысты.
eligibility-reason-line-unknown = • Осы тоқсандағы кедейлік шегі маған белгісіз.
eligibility-reason-loan-may-matter = • Отбасының несиесі бар. Деректер әртүрлі: бірінде ипотекадан басқа несие болса, көмек тағайындалмайды делінген, екіншісінде несие сомасы табысқа қосылады делінген. Мансап орталығынан сұраңыз.
eligibility-reason-plot-is-checked = • Қосалқы шаруашылықты орталық тексереді: одан түсетін табыс қосылуы мүмкін.
eligibility-reason-child-is-older = • Бала күтімі жұмыстан бала 3 жасқа толғанша ғана босатады (gurk.kz, 2026). Орталықтан нақтылаңыз.
eligibility-numbers =
    { "" }
    <b>Есеп, бір айға</b>
eligibility-per-capita = Жан басына шаққандағы табыс: <b>{ $sum }</b> (отбасында { $people } адам)
eligibility-line = Кедейлік шегі, { $region }: <b>{ $sum }</b> ({ $since } — { $until }, дереккөз: { $source })
eligibility-line-floor = Ел бойынша кедейлік шегі кемінде <b>{ $sum }</b> ({ $since } — { $until }, дереккөз: { $source }). Өңірдің ({ $region }) осы тоқсандағы шегі белгісіз, ол жоғары болуы мүмкін
eligibility-line-unknown = Кедейлік шегі, { $region }: осы тоқсанға белгісіз
eligibility-person = Бір адамға: <b>{ $sum }</b>
eligibility-person-least = Бір адамға: кемінде <b>{ $sum }</b>
eligibility-family-sum = Отбасыға: <b>{ $sum }</b>
eligibility-family-sum-least = Отбасыға: кемінде <b>{ $sum }</b>
eligibility-supplement = Оның ішінде 1–6 жастағы балаларға қосымша төлем (әр балаға 1,5 АЕК): <b>{ $sum }</b>
eligibility-conditional =
    { "" }
    🤝 <b>Көмек шартты болады:</b> отбасында еңбекке қабілетті адам бар. Әлеуметтік келісімшарт жасасып, жұмыспен қамту шараларына қатысу керек. Бас тартсаңыз, көмек тағайындалмайды.
eligibility-unconditional =
    { "" }
    🤝 <b>Көмек шартсыз болады:</b> отбасында жұмыс істей алатын адам жоқ, сондықтан әлеуметтік келісімшарт керек емес.
eligibility-estimate-only =
    { "" }
    <i>Бұл — жауаптарыңыз бойынша алдын ала есеп. Шешімді мансап орталығы қабылдайды, өтінішті кез келген жағдайда беруге болады.</i>
eligibility-apply = Осы жауаптармен өтініш беру
eligibility-edit-region = ✏️ Өңір
eligibility-edit-family = ✏️ Отбасы
eligibility-edit-incomes = ✏️ Табыс
eligibility-edit-plot = ✏️ Шаруашылық
eligibility-edit-loan = ✏️ Несие
eligibility-existing =
    <b>Сізде аяқталмаған өтініш бар</b>

    Ондағы өңір, отбасы, табыс не қосалқы шаруашылық туралы жауаптар басқаша. Жауаптарды осы жерден алсаңыз, өтініштің қалғаны сақталады, бірақ отбасы мүшелерінің аты-жөні мен ЖСН-ін қайта көрсету керек болады.
eligibility-leave-draft = Өтінішті өзгертпеу
eligibility-replace = Есептегі жауаптарды алу
