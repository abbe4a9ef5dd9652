### ХҚКО чаты: жабу, жұмыс уақыты мен терезелерді өзгерту.

## Жабу және сағаттарды өзгерту
desk-bound-hint = Енді осы чаттың ХҚКО-сын таңдаңыз: /branch. Ботқа әкімші құқығын беріңіз.
desk-branch-choose = Бұл қай ХҚКО?
desk-branch-more = Бұл қай ХҚКО? Тізімде жоқ болса, атауының не көшесінің бір бөлігін жазыңыз: <code>/branch Жандосов</code>
desk-branch-none = Мұндай ХҚКО табылмады. Атауының не көшесінің бір бөлігін жазыңыз: <code>/branch Жандосов</code>
desk-branch-item = { $city } · { $name }
desk-branch-set =
    ✅ <b>{ $name }</b>

    /desk — терезелер панелі, /today — күннің тізімі, /poster — есікке арналған плакат. Чатқа жазылған талон нөмірі келгенін белгілейді.
    /walkins — жазылмай келгендерге арналған терезелердің үлесі.
    /close — күнді не сағаттарды жабу, /hours — бір күннің сағаттары, /windows — терезе саны, /reopen — қайта ашу, /history — кім не өзгерткені.
desk-foreseen =
    <b>{ $name }</b>

    { $what }

    { $count ->
        [0] Жазылғандардың бәрінің уақыты сақталады.
       *[other] Уақытынан айырылатын адам: <b>{ $count }</b>. Әрқайсысына сақталып тұрған басқа үш уақыт бірден жіберіледі.
    }
desk-what-closed = 🔒 Жабық: <b>{ $when }</b>{ $reason }
desk-what-because = . Себебі: { $reason }
desk-what-hours = 🕘 Жұмыс уақыты, <b>{ $when }</b>: бұрын { $before }, енді <b>{ $after }</b>
desk-what-windows =
    🪟 <b>{ $when }</b>
    Терезе саны: бұрын { $before }, енді <b>{ $after }</b>. Жазылғандарға: бұрын { $public_before }, енді <b>{ $public_after }</b>
    Жазылмай келгендердің үлесі: бұрын { $share_before } %, енді <b>{ $share_after } %</b>
desk-when-day = { $day }
desk-when-days = { $first } – { $last }
desk-when-from = { $day } күнінен бастап, өзгерткенге дейін
desk-when-hours = { $when }, { $hours }
desk-change-yes = ✅ Орындау
desk-change-no = Өзгертпеу
desk-change-left = Бұрынғыдай қалды.
desk-changed = ✅ Орындалды. Уақытынан айырылып, басқасын алатын адам: { $count }
desk-closures = Нені қайта ашамыз? Басқа уақыт таңдап үлгермегендерге бұрынғы уақыты қайтарылады.
desk-closures-none = Алда жабылу жоқ.
desk-closure = { $start } – { $end }
desk-reopened = ✅ Қайта ашылды. Бұрынғы уақыты қайтарылған адам: { $count }
desk-history = <b>Кім не өзгертті</b>
desk-history-none = Әлі өзгеріс болған жоқ.
desk-history-line = { $at } — { $name }: { $what } { $after }
desk-history-kind = { $kind ->
        [closure] жабу
        [reopening] қайта ашу
        [hours] бір күннің сағаттары
        [windows] терезелер
        [directory] анықтамалық
       *[other] { $kind }
    }
refusal-desk-not-bound = Бұл чат ХҚКО-ға байланыстырылмаған. Бот әкімшісі жеке чатта /bind командасымен код жасайды.
refusal-desk-no-branch = Бұл чаттың ХҚКО-сы таңдалмаған. Оны бот әкімшісі /branch командасымен таңдайды.
refusal-desk-outdated = Бұл батырма ескірген. Команданы қайталаңыз.
refusal-desk-draft-replaced = Бұдан кейін жаңа өзгеріс көрсетілді. Соның батырмасын басыңыз немесе команданы қайталаңыз.
refusal-desk-draft-past = Бұл күндер өтіп кетті. Ештеңе өзгертілген жоқ.
refusal-desk-draft-changed = Осы арада жағдай өзгерді. Ештеңе өзгертілген жоқ: жаңа деректерді қарап, қайта басыңыз.
refusal-closure-lifted = Бұл жабу алып тасталған.
error-desk-close-how = Қашан жабық екенін жазыңыз: <code>/close 27.11</code>, <code>/close 27.11 09:00-13:00 апат</code>, <code>/close 27.11-30.11 жөндеу</code>
error-desk-hours-how = Күні мен сағатын жазыңыз: <code>/hours 27.11 10:00-15:00</code>
error-desk-windows-how = Терезе санын, белгілі бір күнге болса, күнін де жазыңыз: <code>/windows 5</code>, <code>/windows 3 27.11</code>
error-stretch-day = Күнін түсінбедім. Былай жазыңыз: <code>27.11</code>, <code>27.11-30.11</code>, «бүгін» немесе «ертең»
error-stretch-past = Бұл күн өтіп кеткен.
error-stretch-order = Соңы басынан бұрын немесе мерзім 60 күннен ұзақ. Күні мен сағатын тексеріңіз.
