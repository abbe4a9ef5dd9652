### Істер қызметкерлер чатында: карта, батырмалар, хабарлар.

## Карта
staff-topic = { $sign } № { $code } · { $person }
staff-card =
    { $sign } <b>№ { $code }</b> · { $service }
    Жағдайы: <b>{ $state }</b>
    Жүргізуші: { $owner }

    Өңірі: { $region }
    Берілген уақыты: { $submitted }
    { $terms }

    Өтініш беруші: { $person }
    { $filed }
    ЖСН: <code>{ $iin }</code>
    { $family }
    Файл саны: { $pages }
staff-family = Отбасы: { $members } адам, бір адамға табыс: айына { $income }
staff-region-none = көрсетілмеген
staff-country = Бүкіл ел
staff-owner = { $name }
staff-nobody = ешкім
staff-state-submitted = құжаттар түсіп жатыр…
staff-state-forwarded = жаңа, маман күтілуде
staff-state-in_check = тексерілуде
staff-state-question = өтініш берушінің жауабы күтілуде, мерзім тоқтап тұр
staff-state-plan_sent = жоспар өтініш берушіде, мерзім тоқтап тұр
staff-state-agreed = жоспар келісілді, шешім керек
staff-state-decided_assigned = тағайындалды
staff-state-decided_refused = бас тартылды
staff-state-closed = жабылды
staff-state-withdrawn = өтініш беруші қайтарып алды
staff-document = № { $code }: { $item }
staff-paper-answer = өтініш берушінің жауабы
staff-paper-plan = жоспар мен келісімшарт

staff-button-take = ✋ Жұмысқа алу
staff-button-ask = ❓ Сұрақ қою
staff-button-answers = 💬 Дайын жауаптар
staff-button-phone = 📞 Жауап телефонмен алынды
staff-button-plan = 📄 Жоспар мен келісімшарт
staff-button-decide = ⚖️ Шешім
staff-button-docs = 📎 Құжаттар
staff-button-data = 🪪 Толық деректер
staff-button-history = 🕓 Тарихы
staff-button-hand = ➡️ Тапсыру
staff-button-release = Осы чаттағы бәріне қайтару
staff-button-duty = Кезекші чатқа беру
staff-button-back = ← Артқа
staff-button-cancel = Болдырмау
staff-button-assign = ✅ Көмек тағайындау
staff-button-confirm = ✅ Тағайындап, хабарлау
staff-button-confirm-refusal = ⛔ Бас тартып, хабарлау
staff-button-send-plan = ✅ Өтініш берушіге жіберу
staff-button-extend = ⏳ Мерзімді ұзарту
staff-button-duties = 📌 Міндеттер
staff-button-tick = ✅ № { $no } орындалды
staff-button-close = 🗄 Істі жабу
staff-button-cancel-plan = Жібермеу
staff-months-button = Айлар

staff-item-income = Табыс
staff-item-members = Отбасы құрамы
staff-item-documents = Құжаттар
staff-item-account = Шот
staff-item-other = Басқа
staff-item-none = хабарлама
staff-refusal-income_above_line = ⛔ Табыс шектен жоғары
staff-refusal-measures_refused = ⛔ Жұмыспен қамту шараларынан бас тартты
staff-refusal-not_registered_here = ⛔ Осы жерде тіркелмеген
staff-refusal-false_data = ⛔ Мәліметтер расталмады
staff-refusal-documents_missing = ⛔ Құжаттар жеткіліксіз

## Әрекеттер
staff-taken = Іс сізде: № { $code }.
staff-done = Дайын.
staff-outdated = Бұл батырма ескірген, ештеңе өзгерген жоқ. Істің қазіргі жағдайы: { $state }.
staff-cancelled = Тоқтатылды, өтініш берушіге ештеңе жіберілген жоқ.
staff-released = ↩️ № { $code }: { $name } істі қайтарды, ол қайта бос. Карточкадағы батырмамен алыңыз.
staff-passed = ➡️ Іс басқа чатқа берілді. № { $code }, чат: «{ $chat }».
staff-documents-coming = Құжаттарды төменде жіберіп жатырмын.
staff-documents-none = Тіркелген файл жоқ. Өтініштің баспа нысанын төменде жіберемін.
staff-full-data =
    { $person }
    ЖСН { $iin }
    { $phone }
    { $iban }
    Қаралғаны журналға жазылды.

staff-ask-prompt =
    № { $code } · { $item }. Сұрақты келесі хабарламаңызбен жазыңыз.
    Өтініш беруші оны боттан алады, жауап келгенше тексеру мерзімі тоқтайды.
staff-plan-prompt =
    № { $code }. Жоспар шараларын келесі хабарламаңызбен жазыңыз: әр жолда бір шара және мерзімі. Мысалы:
    <i>Жұмыс іздеуші ретінде тіркелу — 1 желтоқсанға дейін
    «Аспаз» курсы, 2 ай — 10 желтоқсаннан бастап</i>
staff-plan-confirm = № { $code }: жоспар мен келісімшарт. Тексеріп, өтініш берушіге жіберіңіз. Мерзімдерді былай түсіндім (еске салулар соған қарай келеді):
staff-plan-due = { $no }. Мерзімі: { $due }
staff-plan-term = { $no }. Басталуы: { $begins }, мерзімі: { $due }
staff-plan-begins = { $no }. Басталуы: { $begins }, мерзімі көрсетілмеген
staff-plan-no-day = { $no }. Мерзімі көрсетілмеген
staff-plan-sent = 📄 № { $code }: жоспар жіберілді. Telegram оны өтініш беруші үшін қабылдағанда, осы жерде 👌 белгісі шығады.
staff-amount-prompt = № { $code }. Бір адамға айына төленетін соманы келесі хабарламаңызбен, теңгемен жазыңыз. Мысалы: <code>20300</code>
staff-months-ask = Бір адамға айына { $amount }. Неше айға?
staff-assign-confirm =
    <b>№ { $code }: көмек тағайындалсын ба?</b>
    Бір адамға айына: <b>{ $amount }</b>
    Ай саны: <b>{ $months }</b>
    Соңғы күні: <b>{ $covered }</b>
staff-assigned = ✅ № { $code }: бір адамға айына { $amount } тағайындалды, ай саны: { $months }. Осы хабарламадағы 👌 белгісі өтініш берушіге жеткенін білдіреді.
staff-refuse-prompt =
    № { $code } · { $reason }
    Өтініш беруші нені түзету керегін келесі хабарламаңызбен, қарапайым тілмен жазыңыз. Себебі мен шағымдану тәртібін бот өзі қосады.
staff-refuse-confirm =
    Өтініш беруші мынаны оқиды:

    { $notice }
staff-refused = ⛔ № { $code }: бас тарту рәсімделді. Осы хабарламадағы 👌 белгісі өтініш берушіге жеткенін білдіреді.

staff-answer =
    💬 <b>Өтініш беруші</b> · № { $code } · { $about }

    <blockquote>{ $text }</blockquote>
staff-answer-paper = 💬 <b>Өтініш беруші</b> · № { $code } · { $about }
staff-said-beside = <blockquote>{ $text }</blockquote>
staff-answer-corrected =
    ✏️ <b>Өтініш беруші сөзін түзетті</b> · № { $code }

    <blockquote>{ $text }</blockquote>
staff-agreed =
    🤝 № { $code }: өтініш беруші <b>жоспармен келісті</b>. Өз сөзі:

    <blockquote>{ $words }</blockquote>
staff-disagreed =
    🙅 № { $code }: өтініш беруші <b>жоспармен келіспеді</b>. Мерзім қайта жүріп жатыр. Жоспарды өзгертіңіз, сұрақ қойыңыз немесе шешім шығарыңыз.
staff-withdrawn = ↩️ № { $code }: өтініш беруші өтінішін қайтарып алды. Оны қараудың қажеті жоқ.
staff-undelivered-blocked = ⚠️ № { $code }: <b>жеткізілмеді</b>. Өтініш беруші ботты бұғаттаған. Қоңырау шалыңыз: телефоны «Толық деректер» батырмасында.
staff-undelivered = ⚠️ № { $code }: <b>жеткізілмеді</b>, Telegram хабарламаны қабылдамады. Өтініш берушіге қоңырау шалыңыз: телефоны «Толық деректер» батырмасында.
staff-rebuilt = ♻️ № { $code }: тақырып не карточка жойылған, сондықтан қайта жасалды. Ештеңе жоғалған жоқ.
staff-history = <b>Істің тарихы. № { $code }</b>
staff-history-line = { $at } — { $what }
staff-history-said = : { $said }
staff-event = { $type ->
        [submit] берілді
        [forward] чатқа жіберілді
        [check] жұмысқа алынды
        [take] жұмысқа алынды
        [release] бәріне қайтарылды
        [pass] кезекші чатқа берілді
        [ask] өтініш берушіге сұрақ
        [ask_corrected] сұрақ түзетілді
        [answer] өтініш берушінің жауабы
        [say] өтініш берушінің хабарламасы
        [say_corrected] өтініш беруші сөзін түзетті
        [word] маманның хабарламасы
        [word_withdrawn] хабарлама қайтарып алынды
        [word_corrected] хабарлама түзетілді
        [plan_drafted] жоспар дайындалды
        [send_plan] жоспар жіберілді
        [agreement_words] өтініш берушінің жоспар туралы сөзі
        [agree] жоспармен келісу
        [disagree] жоспармен келіспеу
        [refusal_drafted] бас тарту дайындалды
        [assign] оң шешім шықты
        [checked] құжаттар дұрыс деп танылды
        [grant_drafted] оң шешім дайындалды
        [sum_drafted] сома дайындалды
        [refuse] бас тартылды
        [withdraw] қайтарып алынды
        [return] ұзақ қозғалмағандықтан босатылды
        [extend] мерзім ұзартылды
        [show_done] міндет орындалды деп хабарланды
        [tick] міндет орындалғаны белгіленді
        [from_staff] маманның файлы
        [result] шешім құжаты
        [prolong] өтінішсіз ұзартылды
        [close] жабылды
        [take_over] өтініш беруші істі ассистенттен алды
       *[other] { $type }
    }

## Мерзімдер, міндеттер, құжаттар
staff-term-forwarding = тапсыру мерзімі
staff-term-checking = тексеру мерзімі
staff-term-deciding = шешім мерзімі
staff-half-time = ⏳ № { $code }: мерзімнің жартысы өтті ({ $about }, соңғы күні — { $by }). Жүргізуші: { $owner }.
staff-last-day = ⏰ № { $code }: <b>бүгін соңғы күн</b> ({ $about }). Жүргізуші: { $owner }.
staff-told-both = Өтініш берушіге және кезекші чатқа хабарланды.
staff-told-person = Өтініш берушіге хабарланды.
staff-told-duty = Кезекші чатқа хабарланды. Өтініш берушіге хабар жетпейді: өзіне қоңырау шалыңыз.
staff-told-nobody = Өтініш берушіге хабар жетпейді: өзіне қоңырау шалыңыз.
staff-late = ⚠️ № { $code }: <b>мерзім өтіп кетті</b> ({ $about }, соңғы күні — { $by }). Жүргізуші: { $owner }. { $told }
staff-escalated = ⚠️ № { $code }: мерзім өтіп кетті ({ $about }, соңғы күні — { $by }). Жүргізуші: { $owner }. Істі қадағалаңыз.
staff-returned = ↩️ № { $code }: { $name } екі жұмыс күні бойы істі қозғаған жоқ, іс қайта бос. Карточкадағы батырмамен алыңыз.
staff-extend-prompt =
    № { $code }. Себебін келесі хабарламаңызбен жазыңыз: мысалы, қай органнан жауап күтіп отырсыз.
    Мерзім өтініш берілген күннен бастап 30 күнтізбелік күнге дейін ұзарады, өтініш беруші бірден хабар алады.
staff-extended =
    ⏳ № { $code }: шешім мерзімі ұзартылды, жаңа мерзім — <b>{ $by }</b>
    👌 белгісі өтініш берушіге жеткенін білдіреді.
staff-duties = <b>№ { $code }: жоспар бойынша міндеттер</b>
staff-duties-line = { $sign } { $no }. { $title } ({ $by })
staff-duties-none = Келісілген жоспарда міндет жоқ.
staff-duty-by = мерзімі { $by }
staff-duty-undated = күні көрсетілмеген
staff-duty-ticked = Белгіленді: { $title }
staff-obligation-shown = 🖐 № { $code }: өтініш беруші міндетті орындағанын хабарлады — { $title }. Карточкадағы «Міндеттер» тізімінде белгілеңіз.
staff-obligation-late = ⚠️ № { $code }: міндеттің мерзімі өтті ({ $by }) — { $title }
staff-list-mine = <b>Сіз жүргізетін істер</b>
staff-list-overdue = <b>Мерзімі өткен істер</b>
staff-list-found = <b>Табылған істер</b>
staff-list-none = Бұл чатта ондай іс жоқ.
staff-list-mine-none = Мұнда сізде іс жоқ. Ешкім жүргізбей тұрған істер: { $free }.
staff-list-line = { $sign } <code>{ $code }</code> · { $person } · { $state }
staff-list-due = { " " }· мерзімі { $by }
staff-list-more = … тағы бар: алдымен осыларды аяқтаңыз.
staff-find-how = Іс нөмірін немесе ЖСН-ді командамен бірге жазыңыз: <code>/find AB3CD4EF</code>
staff-paper-obligation_proof = міндет орындалғанының дәлелі
staff-paper-from_staff = маман жіберген файл
staff-paper-result = шешім құжаты

## Рұқсат етілмейтін әрекет
refusal-case-taken = Бұл істі жүргізіп отырған: { $owner }.
refusal-case-yours = Бұл іс сізде тұр.
refusal-case-changed = Іс жаңа ғана өзгерді. Карточкаға қарап, қайталаңыз.
refusal-case-draft-replaced = Бұдан кейін басқа нұсқа көрсетілді. Соны растаңыз немесе қайта бастаңыз.
refusal-case-draft-changed = Енді мерзімі көрсетілгеннен басқа болар еді. Қайта бастаңыз.
refusal-case-not-yours = Бұл істі жүргізіп отырған: { $owner }. Әрекетті тек сол жасай алады.
refusal-case-take-first = Алдымен істі алыңыз: карточкадағы «Жұмысқа алу» батырмасы.
refusal-case-still-coming = Құжаттар әлі түсіп жатыр. Сәл күтіңіз: батырмалар өзі шығады.
refusal-case-role = Бұл әрекетті сіз жасай алмайсыз: оны өтініш беруші не бот жасайды.
refusal-case-plan-first = Отбасында еңбекке қабілетті адам бар, сондықтан алдымен жоспарды жіберіп, келісімін күтіңіз.
refusal-no-duty-chat = Бұл өңірде басқа кезекші чат жоқ.
refusal-case-elsewhere = Бұл іс енді басқа чатта жүргізіледі.
error-staff-text-only = Өтініш берушіге мәтін, фото, PDF, картадағы орын және байланыс нөмірі жіберіледі. Бұл жіберілген жоқ: фотоға немесе PDF файлға айналдырып, қайта жіберіңіз.
failed-rows =
    ⚠️ Бот { $rows } жазбаны өңдей алмады, алғашқы ақау уақыты: { $since }.{ $list }

    Қалғанының бәрі өз ретімен жүріп жатыр. Мұндай жазбаның әрқайсысын бот бір минуттан, 5 минуттан, 30 минуттан, 2 сағаттан және 12 сағаттан кейін қайта өңдеп көреді, содан соң келесі іске қосылғанға дейін кейінге қалдырады. Ештеңе өшірілген жоқ. Мұны бот серверін жүргізетін адамға көрсетіңіз: толығырақ сервер журналында жазылған.
failed-rows-line = { "" }
    • { $what }: { $count } ({ $keys }), <code>{ $error }</code>{ $more }
sweep-reminder = еске салулар
sweep-expired-offer = мерзімі өткен уақыт ұсыныстары
sweep-past-waiting = күндері өтіп кеткен күту тізімінің жазбалары
sweep-line = ХҚКО күту тізімдері
sweep-line-entry = күтіп тұрғандарға ұсыныстар
sweep-late-place = ХҚКО-ға кешіккендер
sweep-late-booking = кешіккендердің талондары
sweep-live-place = ХҚКО тізілген кезегі
sweep-live-visit = кезектегі орын туралы хабарламалар
sweep-open-visit = өткен күндердің келулері
sweep-open-booking = өткен күндердің талондары
sweep-displaced = жабылған ХҚКО талондарын ауыстыру
sweep-kept-seat = жабық уақытқа ұсталған орындар
sweep-given-back = бұрынғы уақытты қайтару
sweep-person = қажет емес ЖСН-дерді өшіру
sweep-unheard-inquiry = ешкім алмаған жолданымдар
sweep-case-card = іс карточкалары
sweep-intake-card = төлемге өтініш карточкалары
sweep-inquiry-card = жолданым карточкалары
sweep-digest = чаттардың таңғы шолулары
sweep-followed-payment = төлемдер дереккөзіне сұраулар
sweep-payment-news = төлемдер туралы хабарламалар
sweep-payment-ping = төлем мерзімдерін еске салу
sweep-registry-import = тізілімді жүктеу
sweep-export = экспортқа дайын өтініштер
sweep-damage-check = кезекті түнгі тексеру
sweep-alarm = әкімшілер мен чаттарға хабарламалар
sweep-cleaning = ескі жазбаларды өшіру
refusal-case-extended = Бұл істің мерзімі бір рет ұзартылды, екінші рет ұзартуға болмайды.
refusal-case-extend-late = Шешім мерзімі өтіп кетті, енді ұзартуға болмайды. Шешім шығарыңыз.
error-measure-day = «{ $start }» шарасында көрсетілген күн жоқ: { $day }. Күні мен айын тексеріп, жоспарды толық күйінде, боттың жоспар сұраған хабарламасына жауап ретінде қайта жіберіңіз.
error-measure-long = «{ $start }…» шарасы { $max } таңбадан ұзын. Қысқартыңыз не екі жолға бөліңіз, сосын жоспарды толық күйінде, боттың жоспар сұраған хабарламасына жауап ретінде қайта жіберіңіз.
error-staff-words-only = Мұнда тек мәтін керек, файл ешкімге жіберілген жоқ. Мәтінді боттың сол сұрауына жауап ретінде жазыңыз. Файл өтініш берушіге керек болса, бөлек, істің хабарламасы ретінде жіберіңіз.
refusal-edit-unsays = Түзету жіберілген жоқ: бұл сөздер өтініш берушіге жетіп қойған, түзету арқылы қайтарып алуға болмайды. Қайтарып алу үшін сол хабарламаңызға жауап ретінде <code>/withdraw</code> деп жазыңыз.
refusal-edit-of-answer = Түзету жіберілген жоқ: жолданым авторында бұрынғы сөздер қалды. Түзетуді жаңа жауап етіп жазыңыз.
refusal-edit-of-file = Түзету жіберілген жоқ: өтініш берушіде бұрынғы файл мен оның жазуы қалды. Түзетілген файлды жаңа хабарламамен жіберіңіз.
refusal-question-unsays = Сұрақты қайтарып алуға болмайды: ол өтініш берушіде тұр. Мәтінін түзетіңіз, жаңа сұрақ қойыңыз не «📞 Жауап телефонмен алынды» батырмасын басыңыз.
refusal-question-over = Түзету жіберілген жоқ: бұл сұраққа жауап берілген немесе орнына басқа сұрақ қойылған. Керек болса, «❓ Сұрақ қою» арқылы жаңасын қойыңыз.
refusal-word-old = Хабарлама жіберілгеніне бір айдан асты, оны өтініш берушінің чатынан енді өшіре алмаймын. Дұрыс мәтінді жаңа хабарламамен жіберіңіз.
error-plan-pdf = Жоспар PDF файлы болуы керек. Файлды PDF түрінде, астына шараларын жазып жіберіңіз.

## Бетті қайта түсіру
case-item-page = { $paper }, { $number }-бет
reshoot-ask =
    Осы бетті қайта түсіріп, фотосын жіберіңіз. { $why }
reshoot-why-dark = Бет қараңғы шыққан: терезе жанында немесе шам жағып түсіріңіз.
reshoot-why-blurred = Жазуы анық емес: қағазды тегіс жерге қойып, телефонды қозғалтпай ұстаңыз.
reshoot-why-cut = Шеті кесіліп қалған: қағаздың төрт бұрышы да көрінсін.
staff-reshoot-why = { $item } — несі дұрыс емес?
staff-button-reshoot = 📷 Бетті қайта түсіру
staff-file-how = Нөмірін қоса жазыңыз: <code>/file AB2CD3EF</code>
staff-reshoot-dark = 🌑 Қараңғы
staff-reshoot-blurred = 🌫 Анық емес
staff-reshoot-cut = ✂️ Шеті кесілген
staff-reshoot-paper = № { $code }: қай құжаттың беті қайта түсірілсін?
staff-reshoot-paper-pages = { $paper } · { $count } бет
staff-reshoot-page = № { $code }, { $paper }: қай бет?
staff-reshoot-wrong = 📄 Басқа қағаз
staff-reshoot-own = ✍️ Өз сөзіммен
staff-reshoot-prompt = № { $code }: { $item }. Несі дұрыс емес екенін келесі хабарламаңызбен жазыңыз, өтініш берушіге сол сөзіңіз жіберіледі.
reshoot-why-wrong = Бұл — басқа қағаз. Сұралған құжаттың өзін түсіріңіз.
refusal-reshoot-none = Бұл істе өтініш беруші жіберген бет жоқ. Құжат керек болса, «Сұрақ қою» арқылы сұраңыз.
staff-reshoot-asked = 📷 № { $code }: { $item } қайта сұралды, мерзім тоқтап тұр. Осы хабарламадағы 👌 белгісі өтініш берушіге жеткенін білдіреді.
refusal-page-same = Бұл — бұрынғы файлдың өзі. Бетті жаңадан түсіріп жіберіңіз.
refusal-reshoot-how = Қайта түсірілетін беттің фотосына жауап ретінде <code>/reshoot</code> деп жазыңыз.
refusal-page-not-form = Бұл файл өтініштің беті емес немесе ол бет қайта түсіріліп қойған.

## Дайын жауаптар, сөзді қайтарып алу
staff-canned = № { $code }: өтініш берушіге қай жауапты жіберейік? Оған өз тілінде барады.
staff-canned-how = Дайын жауапты карточкадағы «💬 Дайын жауаптар» батырмасымен, істің тақырыбында немесе іс хабарламасына жауап ретінде жіберіңіз: <code>/answers</code>
staff-canned-sent = 💬 { $text }
staff-word-withdrawn = ↩️ Хабарлама қайтарып алынды: өтініш берушінің чатынан өшіріледі, ескі болса, «қайтарып алынды» деп белгіленеді. Тарихта екеуі де қалады.
case-word-withdrawn = ↩️ <i>Маман бұл хабарламаны қайтарып алды.</i>
refusal-canned-broken = Дайын жауаптар тізімінде қате бар, әкімшіге айтыңыз: { $why }
refusal-canned-gone = Бұл жауап тізімнен алып тасталған. /answers деп қайта шақырыңыз.
refusal-withdraw-how = Өтініш берушіге кеткен хабарламаңызға жауап ретінде <code>/withdraw</code> деп жазыңыз.
refusal-word-withdrawn = Бұл хабарлама қайтарып алынған.

## Қызметкерлер
staff-terms =
    Тексеру мерзімі: <b>{ $check }</b>
    Шешім мерзімі: <b>{ $decide }</b>
staff-terms-check =
    Тексеру мерзімі: <b>{ $check }</b>
    Шешім — қызметтің өз мерзімінде
staff-terms-decide = Тексеру аяқталды. Шешім мерзімі: { $decide }
staff-terms-checked = Құжаттар тексерілді, шешім — қызметтің өз мерзімінде
staff-recipient = Қабылдаушы: { $recipient }
staff-button-checked = ✅ Құжаттар дұрыс
staff-button-grant = ✅ Оң шешім
staff-grant-prompt = № { $code }. Не шешілгенін келесі хабарламаңызбен, өтініш берушіге түсінікті етіп жазыңыз: не берілді, қашаннан, құжатты қайдан алады.
staff-granted = ✅ № { $code }: оң шешім рәсімделді. Осы хабарламадағы 👌 белгісі өтініш берушіге жеткенін білдіреді.
staff-refusal-service_rules = ⛔ Қызмет шарттарына сай емес
staff-role-state_corp = Мемлекеттік корпорация: өтініштер
