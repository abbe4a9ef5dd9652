### АӘК-ке өтініш: алғашқы сұрақтан жіберуге дейін, келесі тоқсанға да.

menu-aid = 📄 АӘК (әлеуметтік көмек)

## Бірінші экран
aid-intro =
    <b>Атаулы әлеуметтік көмек (АӘК)</b>

    Бұл — жан басына шаққандағы табысы кедейлік шегінен төмен отбасыға ай сайынғы төлем. Көмек өткен тоқсандағы табысқа қарай бір тоқсанға тағайындалады.

    <b>Не қажет:</b> өзіңіздің және бірге тұратындардың ЖСН-і; өткен тоқсанның әр айындағы табыс; Қазпоштадағы не Halyk Bank-тегі шот нөмірі. Қалғанын орталық өзі сұратады.

    <b>Қанша уақыт кетеді:</b> толтыру — шамамен 15 минут, үзіліс жасауға болады. Құжаттарды тексеру — { $check } жұмыс күніне дейін, шешім — { $centre } жұмыс күніне дейін (ауылдық округ әкімі арқылы — { $rural } жұмыс күніне дейін).
aid-draft =
    { "" }

    📝 <b>Сізде аяқталмаған өтініш бар: { $total } сұрақтың { $answered } жауабы дайын.</b>
    Келесісі: { $next }.
aid-form-changed =
    { "" }
    Сіз бастағалы нысан жаңарды. Жауаптарыңыз сақталды, тек жаңасын сұраймын.
aid-all-answered = тексеріп, жіберу
aid-apply = Өтініш толтыру
aid-check-first = 🧮 Маған АӘК тиесілі ме?
aid-see-answers = Жауаптарымды көру

## Сұрақ
aid-given = Қазіргі жауап: <b>{ $answer }</b>
aid-keep = Өзгеріссіз қалдыру →
aid-hint = ✅ Иә, { $hint }
aid-about-member = { $name } · { $short }
aid-unanswered = әлі жауап берілмеген
aid-people = Сізден басқа { $count } адам
aid-pages = { $count } файл

## Өтініш сұрақтары
aid-field-region = Қай өңірде тіркелгенсіз?
aid-field-region-why = Өтінішті тіркелген жеріңіздегі орталық қарайды.
aid-field-region-short = Өңір

aid-field-history = Өткен тоқсанда АӘК алдыңыз ба?
aid-field-history-why = Алған болсаңыз және ештеңе өзгермесе, құжат азырақ керек.
aid-field-history-short = Өткен тоқсанда АӘК алу
aid-field-history-first = Жоқ, бірінші рет
aid-field-history-again = Иә, алғанмын

aid-field-changed = Содан бері отбасы құрамы, табыс не қосалқы шаруашылық өзгерді ме?
aid-field-changed-why = Өзгеріс болса, учаскелік комиссия тұрмыс жағдайыңызды фото арқылы қарайды.
aid-field-changed-short = Өзгерістер
aid-field-changed-no = Ештеңе өзгерген жоқ
aid-field-changed-yes = Иә, өзгерді

aid-field-channel = Қай жерге жүгінген ыңғайлы?
aid-field-channel-why = Мерзім осыған байланысты: орталықта — 15, әкім арқылы — 18 жұмыс күніне дейін.
aid-field-channel-short = Қайда
aid-field-channel-centre = Мансап орталығы
aid-field-channel-rural_akim = Ауылдық округ әкімі

aid-field-iin = ЖСН-іңізді жазыңыз — 12 цифр.
aid-field-iin-why = Орталық анықтамаларды осы нөмір арқылы өзі сұратады, сізге жинаудың қажеті жоқ.
aid-field-iin-example = Мысалы: <code>850615100017</code>
aid-field-iin-short = ЖСН

aid-field-surname = Тегіңізді жазыңыз.
aid-field-surname-why = Жеке куәліктегідей жазыңыз. Тегіңізді, атыңызды және әкеңіздің атын бір жолға бірден жазсаңыз да болады.
aid-field-surname-example = Мысалы: <code>Үлгібаева</code>
aid-field-surname-short = Тегі

aid-field-name = Атыңызды жазыңыз.
aid-field-name-why = Жеке куәліктегідей жазыңыз.
aid-field-name-example = Мысалы: <code>Әлия</code>
aid-field-name-short = Аты

aid-field-patronymic = Әкеңіздің атын жазыңыз (болса).
aid-field-patronymic-why = Куәлікте жоқ болса, «Өткізіп жіберу» батырмасын басыңыз.
aid-field-patronymic-example = Мысалы: <code>Серікқызы</code>
aid-field-patronymic-short = Әкесінің аты

aid-field-born = Туған күніңізді жазыңыз.
aid-field-born-why = Көмектің түрі жасқа да байланысты. Батырмадағы күн дұрыс болса, соны басыңыз.
aid-field-born-example = Мысалы: <code>15.06.1985</code>
aid-field-born-short = Туған күні

aid-field-phone = Сізбен қай нөмір арқылы хабарласуға болады?
aid-field-phone-why = Сұрағы болса, маман осы нөмірге қоңырау шалады.
aid-field-phone-example = Мысалы: <code>+7 701 123 45 67</code>
aid-field-phone-short = Телефон

aid-field-email = Электрондық поштаңыз бар ма?
aid-field-email-why = Бұл — қосымша байланыс. Поштаңыз болмаса, «Өткізіп жіберу» батырмасын басыңыз.
aid-field-email-example = Мысалы: <code>aliya@example.kz</code>
aid-field-email-short = Пошта

aid-field-address = Тұратын мекенжайыңызды жазыңыз.
aid-field-address-why = Елді мекен, көше, үй, пәтер — өтініштегі пошталық мекенжай.
aid-field-address-example = Мысалы: <code>Семей қ., Абай көшесі, 10-үй, 5-пәтер</code>
aid-field-address-short = Мекенжай

aid-field-state = Қазір немен айналысасыз?
aid-field-state-why = Еңбекке қабілетті адамдарға жұмыс табуға да көмектеседі. Ең бастысын таңдаңыз.
aid-field-state-short = Жұмыспен қамтылуы
aid-field-state-working = Жалдамалы қызметкер
aid-field-state-self_employed = Өзін-өзі жұмыспен қамтыған
aid-field-state-unemployed = Жұмыссыз
aid-field-state-child = Бала
aid-field-state-student = Білім алушы
aid-field-state-pensioner = Зейнеткер
aid-field-state-disability_1 = 1-топтағы мүгедектігі бар
aid-field-state-disability_2 = 2-топтағы мүгедектігі бар
aid-field-state-disability_3 = 3-топтағы мүгедектігі бар
aid-field-state-caring_child = Жас бала күтімінде
aid-field-state-caring_disabled = Мүгедектігі бар адамға күтім жасаушы
aid-field-state-caring_old = Қарт адамға күтім жасаушы
aid-field-state-long_sick_leave = 2 айдан ұзақ еңбекке жарамсыз

aid-field-living = Кіммен тұрасыз?
aid-field-living-why = Табыс бірге тұратын отбасының барлық мүшесіне бөлінеді.
aid-field-living-short = Кіммен тұратыны
aid-field-living-alone = Жалғыз тұрамын
aid-field-living-family = Отбасыммен тұрамын

aid-field-members = Сізбен кім тұрады? Өзіңізден басқа әр адамды қосыңыз.
aid-field-members-why = Отбасында адам көп болса, жан басына шаққандағы табыс азаяды.
aid-field-members-short = Отбасы

aid-field-incomes = Әр адамды кезекпен басып, табысын көрсетіңіз; табыс болмаса, соны белгілеңіз.
aid-field-incomes-why = Көмек өткен тоқсанның үш айындағы табыс бойынша есептеледі.
aid-field-incomes-short = Табыс

aid-field-plot = Қосалқы шаруашылығыңыз бар ма: мал, құс, бақша?
aid-field-plot-why = Орталық жеке қосалқы шаруашылықты тексереді.
aid-field-plot-short = Қосалқы шаруашылық
aid-field-plot-no = Жоқ
aid-field-plot-yes = Иә, бар

aid-field-plot-details = Шаруашылығыңызда не бар?
aid-field-plot-details-why = Бір жол жеткілікті: қанша жер, мал, құс.
aid-field-plot-details-example = Мысалы: <code>бақша 6 сотық, 2 ешкі, 10 тауық</code>
aid-field-plot-details-short = Шаруашылықта не бар

aid-field-iban = Көмекті қай шотқа аударайық?
aid-field-iban-why = Қазпоштадағы не Halyk Bank-тегі өз шотыңыз керек: KZ әріптерінен басталатын 20 таңба. Ол банк қосымшасының «Деректемелер» бөлімінде бар. Карта нөмірі керек емес.
aid-field-iban-example = Мысалы: <code>KZ04601A000000000002</code>
aid-field-iban-short = Шот

aid-field-account-owner = Бұл шот өз атыңызға ашылған ба?
aid-field-account-owner-why = Көмек басқа адамның шотына аударылмайды. Шот сіздікі болмаса, артқа қайтып, өз шотыңызды жазыңыз.
aid-field-account-owner-short = Шот иесі
aid-field-account-owner-own = Иә, өз шотым

aid-field-evidence = Үйдің фотосын не видеосын жіберіңіз: бөлмелер, ас үй, аула.
aid-field-evidence-why = Учаскелік комиссия үйге келмей-ақ жағдайды осы арқылы бағалайды. Адамдарды және куәліктерді түсірудің қажеті жоқ.
aid-field-evidence-example = Бірнеше фотоны бірден, PDF не 20 МБ-қа дейінгі видеоны жіберуге болады.
aid-field-evidence-short = Үйдің фотосы

aid-field-alimony-paper = Үш айдағы алимент туралы анықтама.
aid-field-alimony-paper-why = Отбасы алимент алса не алуға тиіс болса ғана керек: бұл дерек базаларда жоқ.
aid-field-alimony-paper-example = Беттердің фотосын не PDF жіберіңіз.
aid-field-alimony-paper-short = Алимент анықтамасы

aid-field-job-request = Жұмыс іздеуші ретінде тіркелу туралы өтініш.
aid-field-job-request-why = Отбасындағы еңбекке қабілетті, бірақ жұмыс істемейтін адамдарға керек.
aid-field-job-request-example = Қол қойылған өтініштің фотосын не PDF жіберіңіз.
aid-field-job-request-short = Жұмыс іздеуші өтініші

aid-field-work-consent = 16 жасқа толмаған жасөспірімнің жұмыс істеуіне ата-анасының келісімі.
aid-field-work-consent-why = Отбасындағы жасөспірім жұмыс істейтін болса ғана керек. Еркін түрде жазылады.
aid-field-work-consent-example = Фотосын не PDF жіберіңіз.
aid-field-work-consent-short = Ата-ана келісімі

aid-field-documents = Көрсеткіңіз келетін басқа қағаз бар ма?
aid-field-documents-why = Мысалы, табыс туралы анықтама. <b>Жеке куәліктің көшірмесін жібермеңіз:</b> оны жинауға заң тыйым салады, деректі орталық ЖСН арқылы алады.
aid-field-documents-example = Беттердің фотосын не PDF жіберіңіз.
aid-field-documents-short = Басқа қағаздар

aid-field-content = Өз сөзіңізбен қосарыңыз бар ма?
aid-field-content-why = Маман білуі керек жайтты жазыңыз. Қосарыңыз болмаса, «Өткізіп жіберу» батырмасын басыңыз.
aid-field-content-example = Мысалы: <code>Тамызда жұмыстан шықтым, екі балам бар</code>
aid-field-content-short = Қосымша

aid-field-family-consent = Отбасының ересек мүшелері деректерін көрсетуіңізге келісе ме?
aid-field-family-consent-why = Олардың деректерін орталыққа тек өз келісімімен беруге болады. Сұрамаған болсаңыз, сұраңыз.
aid-field-family-consent-short = Отбасының келісімі
aid-field-family-consent-given = Иә, келіседі

## Отбасы
aid-people-told = Қосылды: <b>{ aid-people }</b>
aid-member-new = Жаңа адам
aid-member-begun = ✏️ { $name }
aid-member-told = ✅ { $name } · { $relation }
aid-member-untold = ✏️ { $name } · { $relation }
aid-member-add = ➕ Адам қосу
aid-members-ready = Бәрі көрсетілді →
aid-member-card =
    <b>Отбасы мүшесі</b>

    { $lines }

    Түзету үшін қажетті жолды басыңыз.
aid-member-remove = Тізімнен алып тастау

aid-member-relation = Бұл адам сізге кім болады?
aid-member-relation-why = Мысалы, ұлыңыз не қызыңыз болса, «Баласы» батырмасын басыңыз.
aid-member-relation-short = Кім болады
aid-member-relation-spouse = Жұбайы
aid-member-relation-child = Баласы
aid-member-relation-parent = Әкесі не анасы
aid-member-relation-sibling = Бауыры
aid-member-relation-grandparent = Атасы не әжесі
aid-member-relation-grandchild = Немересі
aid-member-relation-other = Басқа туысы

aid-member-name = Осы адамның тегін, атын және әкесінің атын жазыңыз.
aid-member-name-why = Жеке куәліктегі не туу туралы куәліктегідей жазыңыз.
aid-member-name-example = Мысалы: <code>Үлгібаев Нұрлан Серікұлы</code>
aid-member-name-short = Аты-жөні

aid-member-iin = Осы адамның ЖСН-ін жазыңыз — 12 цифр.
aid-member-iin-why = Орталық анықтамаларды осы нөмір арқылы өзі сұратады. Білмесеңіз, «Өткізіп жіберу» батырмасын басыңыз: маман нақтылайды.
aid-member-iin-example = Мысалы: <code>850615100017</code>
aid-member-iin-short = ЖСН

aid-member-born = Осы адамның туған күнін жазыңыз.
aid-member-born-why = Құжаттағыдай жазыңыз. Батырмадағы күн дұрыс болса, соны басыңыз.
aid-member-born-example = Мысалы: <code>15.06.2015</code>
aid-member-born-short = Туған күні

aid-member-state = Бұл адам қазір немен айналысады?
aid-member-state-why = Жұмыс істей алатындарға жұмысқа орналасуға да көмектеседі. Ең негізгісін таңдаңыз.
aid-member-state-short = Немен айналысады
aid-member-state-working = Жалданып жұмыс істейді
aid-member-state-self_employed = Өзіне жұмыс істейді
aid-member-state-unemployed = Жұмыс істемейді
aid-member-state-child = Бала
aid-member-state-student = Оқиды
aid-member-state-pensioner = Зейнеткер
aid-member-state-disability_1 = 1-топтағы мүгедектік
aid-member-state-disability_2 = 2-топтағы мүгедектік
aid-member-state-disability_3 = 3-топтағы мүгедектік
aid-member-state-caring_child = Кішкентай балаға күтім
aid-member-state-caring_disabled = Мүгедектігі бар адамға күтім
aid-member-state-caring_old = Қарт адамға күтім
aid-member-state-long_sick_leave = 2 айдан ұзақ ауырып жүр

## Табыс
aid-income-me = Сіз
aid-income-months = Айлар: <b>{ $first }</b> — <b>{ $last }</b>
aid-income-told = ✅ { $name } · { $sum }
aid-income-untold = ✏️ { $name } · көрсетілмеген
aid-incomes-rest = Қалғандарында табыс болмаған
aid-incomes-ready = Барлық табыс көрсетілді →
aid-income-kinds =
    <b>Табыс · { $name }</b>

    Үш айда: <b>{ $sum }</b>

    Табыс түрін таңдап, сомасын көрсетіңіз. Бірнеше түрін таңдауға болады.
aid-income-none = Табыс болған жоқ
aid-income-ready = Дайын →
aid-kind-told = ✅ { $name } · { $sum }
aid-kind-wage = Жалақы
aid-kind-business = Өз ісі, қосымша жұмыс
aid-kind-pension = Зейнетақы
aid-kind-benefit = Жәрдемақы
aid-kind-alimony = Алимент
aid-kind-household_plot = Қосалқы шаруашылық
aid-kind-property = Мүлікті жалға беру, сату
aid-kind-other = Басқа
aid-kind-large_family_benefit = Көп балалы отбасы жәрдемақысы
aid-kind-disabled_child_benefit = Мүгедектігі бар балаға жәрдемақы
aid-kind-scholarship = Стипендия
aid-income-month =
    <b>{ $name } · { $kind } · { $place }</b>

    Қанша табыс түсті? Айы: <b>{ $month }</b>

    <i>Қолға тиген соманы теңгемен жазыңыз.</i>
    Мысалы: <code>85 000</code>
aid-income-same = Сол сома: { $before }
aid-income-zero = 0 — болған жоқ
aid-income-remove = Бұл табысты алып тастау
aid-stray-person = Тізімдегі адамды басып, табысын көрсетіңіз.

## Қағаздар
aid-excuse-cannot_get = Ала алмаймын
aid-excuse-not_needed = Маған қажет емес
aid-excuse-as_before = Өткен өтініште бергенмін
aid-pages-ready = Бәрі осы, әрі қарай →
aid-page-remove = Соңғы файлды алып тастау
aid-stray-paper = Фото не PDF файл жіберіңіз немесе хабарламаның астындағы батырманы басыңыз.
error-page-empty = Файл бос. Оны телефонда ашып тексеріп, қайта жіберіңіз.
error-page-large = Файл { $max } МБ-тан үлкен, Telegram оны ашуға мүмкіндік бермейді. Файл орнына фото жіберіңіз немесе PDF көлемін кішірейтіңіз.
error-page-type = Мұндай файл қабылданбайды. Фото (JPEG, PNG, WebP) не PDF жарайды. Қағазды жай суретке түсіріп жіберуге болады.
error-page-video = Мұнда видео жарамайды. Қағазды суретке түсіріңіз немесе PDF жіберіңіз.
error-page-unreadable = Файл бүлінген, ашылмайды. Бетті қайта суретке түсіріп жіберіңіз.
error-page-locked = PDF құпия сөзбен қорғалған, маман аша алмайды. Құпия сөзсіз файл не беттердің фотосын жіберіңіз.
error-page-heic = Бұл — HEIC пішіміндегі фото, оны кез келген компьютер аша бермейді. Файл емес, фото түрінде жіберіңіз.
error-page-huge = Сурет тым үлкен, оны ашу мүмкін емес. Файл емес, фото түрінде жіберіңіз: Telegram оны өзі кішірейтеді.
error-page-active = Бұл PDF ішінде скрипт, салынған файл немесе бағдарламаны іске қосу бар, ондайды қабылдай алмаймын. Оны «Басып шығару → PDF ретінде сақтау» арқылы қайта сақтаңыз немесе беттерін суретке түсіріңіз.
error-page-double = Бұл файлдың ішінде басқа түрдегі тағы бір файл жасырылған, ондайды қабылдай алмаймын. Беттерін суретке түсіріңіз немесе PDF-ті «Басып шығару → PDF ретінде сақтау» арқылы қайта сақтаңыз.
refusal-page-repeated = Бұл файл бұрын қосылған, екінші рет қосылмайды. Келесісін жіберіңіз.
refusal-pages-full = Мұнда { $max } файл бар, одан артық сыймайды. «Бәрі осы, әрі қарай» батырмасын басыңыз.
refusal-draft-gone = Бұл өтініш жіберіліп қойған. Жаңа қағаздарды «Менің өтініштерім» бөлімінде қосуға болады.
error-iin-repeated = Бұл ЖСН өтініште басқа адамға жазылған. Тексеріп, қайта жазыңыз.

## Тексеру және жіберу
aid-recap =
    <b>Жауаптарыңыз: { $answered }/{ $total }</b>

    { $lines }

    Тексеріп шығыңыз. Кез келген жауапты өзгертуге болады.
aid-recap-line = { $short }: <b>{ $answer }</b>
aid-edit = <b>Нені өзгертеміз?</b> Түзеткен соң жауаптар тізіміне қайтасыз.
aid-to-consent = Бәрі дұрыс, әрі қарай →
aid-consent =
    <b>Соңғы қадам</b>

    Мен, <b>{ $person }</b>, «Келісемін, жіберу» батырмасын басу арқылы:

    • АӘК тағайындауды сұраймын және өтінішті электрондық түрде беремін;
    • мәліметтердің дұрыстығын растаймын, дұрыс болмаса, бас тартылуы мүмкін екенін білемін;
    • өзімнің және (олардың келісімімен) отбасы мүшелерімнің деректерін жинауға және мемлекеттік базаларда тексеруге келісім беремін.
    <blockquote expandable><b>Келісім туралы</b>
    Оператор: { $operator }.
    Мақсаты: осы өтініш бойынша АӘК тағайындау.
    Деректер тізбесі: { consent-data-assistance }.
    Үшінші тұлғаларға беру: { consent-whom-assistance }; басқа ешкімге берілмейді.
    Трансшекаралық беру: иә, хат алмасу Telegram арқылы жүреді. Жалпыға қолжетімді көздерде таратылмайды.
    Мерзімі: { consent-term-assistance }.
    Қайтарып алу: шешімге дейін «Менің өтініштерім» бөлімінде өтінішті қайтарып алыңыз; кейін — «Профиль» → «Келісімдерім».</blockquote>
    Бұл — электрондық цифрлық қолтаңба (ЭЦҚ) емес. Маман кездескенде өтінішке қол қоюды сұрауы мүмкін.
aid-submit = ✅ Келісемін, жіберу
aid-done =
    ✅ <b>Өтініш жіберілді</b>

    Нөмірі: <b>№ { $number }</b>

    <b>Әрі қарай:</b>
    • маманға беріледі, мерзімі: <b>{ $forward_by }</b>;
    • құжаттар тексеріледі, мерзімі: <b>{ $check_by }</b>;
    • шешім қабылданады, мерзімі: <b>{ $decide_by }</b>.

    Сізге ештеңе істеудің қажеті жоқ: әр қадам туралы өзім хабарлап отырамын. Өтініштің PDF нұсқасы келесі хабарламада келеді.
refusal-application-exists =
    <b>Осы тоқсанға өтініш бар</b>

    Нөмірі: <b>№ { $number }</b>. Екіншісін берудің қажеті жоқ. Бірдеңе өзгерсе, сол өтініште маманға жазыңыз. Бұл толтырылған нұсқа сақталды.
aid-open-case = Өтінішті ашу
aid-my-cases = 📂 Менің өтініштерім
refusal-application-incomplete = Жауапсыз сұрақтар қалды. «Жалғастыру» батырмасын басыңыз.
refusal-application-exists-elsewhere = Осы ЖСН бойынша бұл тоқсанға өтініш басқа аккаунттан берілген. Отбасыңыздан сұраңыз немесе 1414 нөміріне қоңырау шалыңыз.
aid-receipt =
    📄 <b>№ { $number } өтініш қабылданды</b>
    { $service }

    Бұл — сіздің данаңыз. Маманға беру мерзімі: <b>{ $forward_by }</b>, құжаттарды тексеру мерзімі: <b>{ $check_by }</b>. Әр қадам туралы хабарлап отырамын.
receipt-file = Өтініш { $number }.pdf

## Баспа нысаны
aid-print-title = Өтініш
aid-print-basis = 2020 жылғы 25 наурыздағы № 109 бұйрыққа қосымшаның нысаны бойынша
aid-print-number = Нөмірі
aid-print-date = Берілген күні
aid-print-field = Мәліметтер
aid-print-value = Мәні
aid-print-row-1 = ЖСН
aid-print-row-2 = Тегі
aid-print-row-3 = Аты
aid-print-row-4 = Әкесінің аты (бар болса)
aid-print-row-5 = Электрондық пошта
aid-print-row-6 = Пошталық мекенжай (қызмет алушының тұратын жері)
aid-print-row-7 = Телефон
aid-print-row-8 = Мемлекеттік қызмет атауы
aid-print-row-9 = Өңір
aid-print-row-10 = Қабылдаушы
aid-print-row-11 = Мазмұны
aid-print-row-12 = Құжаттар тізімі
aid-print-more = Қосымша мәліметтер
aid-print-members = Отбасы құрамы
aid-print-incomes = Тоқсандағы табыс, ай бойынша, теңге
aid-print-applicant = Өтініш беруші
aid-print-relation = Туыстығы
aid-print-person = Тегі, аты, әкесінің аты
aid-print-born = Туған күні
aid-print-state = Жұмыспен қамтылуы
aid-print-kind = Табыс түрі
aid-print-total = Барлығы
aid-print-no-income = Табыс болған жоқ
aid-print-document = Құжат атауы
aid-print-sheets = Парақ саны
aid-print-note = Ескертпе
aid-print-files = электрондық түрде
aid-print-account = Төлем шоты
aid-print-own-account = өтініш берушінің атына ашылған
aid-print-application = Нысан бойынша өтініш
aid-print-statement = Өтініш беруші мәліметтердің дұрыстығын растады; көмек тағайындау үшін өзінің және (олардың келісімімен) отбасы мүшелерінің деректерін жинауға және мемлекеттік базаларда тексеруге келісті; хат алмасу Telegram арқылы жүретінінен хабардар. Деректер операторы: { $operator }.
aid-print-electronic = Өтініш Telegram-бот арқылы электрондық түрде берілді: { $date }. ЭЦҚ қолданылған жоқ; жіберуші — Telegram аккаунты № { $account }.
aid-print-signature = Өтініш берушінің қолы (жеке кездескенде)
aid-print-scan = Қаралу барысы: камераны бағыттаңыз
aid-print-page = бет
aid-print-empty = —

## Беттер қалай көрінеді
aid-page-advice =
    { "" }
    ⚠️ <b>Бұл бет оқылмауы мүмкін.</b> Сол күйі қалдыруға не соңғысын алып тастап, қайта түсіруге болады.
aid-page-dark = • Қараңғы: терезе жанында не жарық қосып түсіріңіз.
aid-page-blurred = • Анық емес: парақты тегіс қойып, телефонды қозғамай ұстаңыз.
aid-page-small = • Ұсақ: парақ кадрды толтыратындай жақыннан түсіріңіз.
aid-page-elsewhere = • Дәл осы файл өтініштің басқа құжатына қосылған.

## АӘК келесі тоқсанға: еске салу, қайта өтініш беру, өтінішсіз ұзарту.

## Бірінші экран
aid-renew-open =
    { "" }

    🔁 <b>Жаңа тоқсан басталды, АӘК-ке қайта өтініш беруге болады.</b>
    Алдыңғы өтініш: № { $code }, көмектің соңғы күні: { $covered }. Сол жауаптарыңызды дайындап қоямын.
aid-renew-later =
    { "" }

    ✅ <b>Сізге АӘК тағайындалған.</b> Өтініш № { $code }, көмектің соңғы күні: { $covered }.
    Қайта өтініш беруге болатын алғашқы күн: { $opens }. Сол күні еске саламын.
aid-renew = 🔁 Қайта өтініш беру
aid-renew-same = 🔁 Ештеңе өзгерген жоқ
aid-renew-changed = ✏️ Өзгеріс бар

## Еске салу
case-renew-soon =
    📅 <b>АӘК мерзімі аяқталып келеді.</b> Өтініш № { $code }.

    Көмектің соңғы күні: { $covered }. Қайта өтініш беруге болатын алғашқы күн: <b>{ $opens }</b>. Қазір ештеңе істеудің қажеті жоқ: сол күні еске саламын, ештеңе өзгермесе, үш рет бассаңыз болды.
case-renew-open =
    🔁 <b>АӘК-ке қайта өтініш беруге болады.</b> Өтініш № { $code }.

    Көмектің соңғы күні: { $covered }. Жаңа тоқсанға өтініш беріңіз: жауаптарыңыз сақтаулы, ештеңе өзгермесе, үш рет бассаңыз болды.

## Өтінішсіз ұзарту
case-prolonged =
    ✅ <b>АӘК өтінішсіз ұзартылды.</b> Өтініш № { $code }.

    Отбасының әр мүшесіне: айына <b>{ $amount }</b>, { $months } айға, соңғы күні: <b>{ $covered }</b>.

    Орталық тіркеу орнын, мүлікті, көлікті, қосалқы шаруашылықты, алимент пен табысты өзі тексерді, сізден өтініш талап етілмейді. Отбасы құрамы не табыс өзгерсе, маманға жазыңыз.
case-decided-prolonged =
    Отбасының әр мүшесіне: айына <b>{ $amount }</b>.
    Ұзартылған мерзім: { $months } ай.
refusal-case-prolong-early = Бұл көмектің мерзімі әлі біткен жоқ. Ұзартуға болатын алғашқы күн: { $opens }.
staff-button-prolong = 🔁 Өтінішсіз ұзарту
staff-button-prolong-ok = ✅ Ұзартып, хабарлау
staff-prolong-prompt =
    № { $code }. Өтінішсіз ұзарту (№ 109 бұйрық, 12–19-тармақтар). Алдымен сұрау салу арқылы тексеріңіз: 1) тіркелген жері; 2) жылжымайтын мүлік; 3) көлік; 4) қосалқы шаруашылық; 5) алимент; 6) табыс. Жетпегенін телефонмен нақтылаңыз.
    Отбасы өлшемшарттарға сай болса, осы хабарламаға бір адамға айына төленетін соманы теңгемен жазып жауап беріңіз. Мысалы: <code>20300</code>
staff-prolong-confirm =
    <b>№ { $code }: өтінішсіз ұзартылсын ба?</b>
    Бір адамға айына: <b>{ $amount }</b>
    Ай саны: <b>{ $months }</b>
    Соңғы күні: <b>{ $covered }</b>
    Алты тексерудің бәрі жасалды деп тарихқа жазылады.
staff-prolonged = 🔁 № { $code }: өтінішсіз ұзартылды, бір адамға айына { $amount }, ай саны: { $months }. Осы хабарламадағы 👌 белгісі өтініш берушіге жеткенін білдіреді.
