### 42 500 ₸ төлемі: бағдарлама жабық, өтінішті тексеру, 2020 жыл туралы сұрақтар.

## Алғашқы экран
button-payment = 💳 42 500 ₸
payment-home =
    <b>{ $amount } төлемі (2020 жыл)</b>

    Бағдарлама жабылды, жаңа өтініш қабылданбайды.
    • Төтенше жағдай кезіндегі қабылдау аяқталды: { $first }
    • Шілдедегі қайталама қабылдау аяқталды: { $last }

    Бұрын өтініш берген болсаңыз, оның немен аяқталғанын көрсете аламын.
payment-mine = 📄 Менің өтінішім
payment-check = 🔎 Өтінішті тексеру
payment-questions = 📚 Төлем туралы сұрақтар
payment-beware = 🛡 Жалған боттардан сақтану

## Кімнің өтініші
payment-iin =
    <b>ЖСН-іңізді жазыңыз</b>

    Бұл — жеке куәліктегі 12 цифр. Өтінішті тізілімнен сол бойынша табамын.

    Мысалы: <code>850615100017</code>
payment-iin-known = ЖСН { $iin }

## Растау
payment-proof =
    ЖСН: <b>{ $iin }</b>

    <b>Өтініштің өзіңіздікі екенін растаңыз.</b> Екі жолы бар:
    • төмендегі «{ payment-share-contact }» батырмасын басыңыз — өтініштегі нөмірмен салыстырамын;
    • немесе өтініштің нөмірін жазыңыз, мысалы <code>D-2020-000001</code>
payment-share-contact = 📱 Нөмірімді жіберу
payment-other-iin = ✏️ Басқа ЖСН жазу
payment-stray-proof = Бұл қадамда төмендегі батырмамен нөміріңізді жіберіңіз немесе өтініштің нөмірін жазыңыз.
payment-asking = 🔎 Дереккөзден сұрап жатырмын, бірнеше секунд күте тұрыңыз…
error-payment-number = Бұл өтініштің нөміріне ұқсамайды: онда латын әріптері мен цифрлар болады. Мысалы: <code>D-2020-000001</code>
refusal-payment-foreign-contact = Бұл басқа адамның байланыс нөмірі. «{ payment-share-contact }» батырмасымен өз нөміріңізді жіберіңіз немесе өтініштің нөмірін жазыңыз.
refusal-payment-foreign-phone = Telegram-дағы нөміріңіз Қазақстандікі емес, оны өтінішпен салыстыру мүмкін емес. Өтініштің нөмірін жазыңыз, мысалы <code>D-2020-000001</code>
refusal-payment-attempts = Деректеріңізді бөтен адамнан қорғау үшін сағатына { $limit } рет қана тексеруге болады. Келесі мүмкіндік: { $opens }

## Табылмады
payment-missing =
    <b>Бұл деректер бойынша өтініш табылмады</b>
    ЖСН: { $iin }

    ЖСН-де қате болса, өтініште басқа телефон көрсетілсе немесе өтініш берілмесе, осылай шығады.

    ЖСН-ді тексеріп, басқа жолмен растап көріңіз. Болмаса, <b>1414</b> нөміріне қоңырау шалыңыз, тегін.
payment-missing-silent =
    {""}
    ⚠️ Дереккөз қазір қолжетімсіз, сондықтан жаңа өтініштер көрінбеуі мүмкін. Кейінірек қайталап көріңіз.
payment-again = 🔁 Басқаша растау

## Нәтиже
payment-result =
    <b>{ $status }</b>
    Осы күннен: { $day }

    { $programme }
    Сомасы: { $amount }
    Өтініш: № { $number }

    <b>Бұл нені білдіреді</b>
    { $means }

    <b>Әрі қарай</b>
    { $next }

    <b>Өтініштің жолы</b>
payment-step-done = ✅ { $day } { $status }
payment-step-now = ● { $day } <b>{ $status }</b>
payment-step-ahead = ○ { $status }
payment-step-ahead-by = ○ { $status } — { $by } күніне дейін
payment-source-silent =
    {""}
    ⚠️ Дереккөз қазір қолжетімсіз. Мына уақытта белгілі болған дерек көрсетілді: { $known }. Кейінірек қайталап көріңіз.
payment-followed =
    {""}
    🔔 Жағдай өзгерсе, өзім хабарлаймын.
payment-follow = 🔔 Өзгерісті хабарлап тұру
payment-unfollow = 🔕 Хабарламау
payment-notice =
    <b>{ $amount } төлемі: жаңа жағдай</b>

    <b>{ $status }</b>
    Күні: { $day }

    { $means }

    <b>Әрі қарай</b>
    { $next }
payment-unchanged =
    <b>{ $amount } төлемі: әзірге өзгеріс жоқ</b>

    { $day } күнгі жағдай: <b>{ $status }</b>

    { $next }
payment-unfollowed = Енді хабарламаймын. Өтініштің жағдайынан қайта қосуға болады.
payment-notice-open = 📄 Өтінішті ашу

## Жағдайлар
payment-status-received = Өтініш қабылданды
payment-status-data_check = Деректер тексерілуде
payment-status-case_formed = Іс макеті қалыптастырылды
payment-status-fund_review = МӘСҚ қарауында
payment-status-assigned = Төлем тағайындалды
payment-status-sent_to_bank = Банкке жіберілді
payment-status-paid = Төленді
payment-status-bank_rejected = Банк қайтарды
payment-status-refused = Бас тартылды

## Жағдай нені білдіреді
payment-means-received = Өтініш тіркелді, тексеру әлі басталған жоқ.
payment-means-data_check = Өтініштегі деректер «Еңбек нарығы» жүйесінде салыстырылып жатыр.
payment-means-case_formed = Деректер тексерілді, Мемлекеттік корпорация шешімге қажет құжаттарды дайындады.
payment-means-fund_review = Төлемді тағайындау туралы шешімді Мемлекеттік әлеуметтік сақтандыру қоры (МӘСҚ) қабылдап жатыр.
payment-means-assigned = Шешім оң: төлем сізге тағайындалды.
payment-means-sent_to_bank = Ақша банкке, өтініште көрсетілген шотқа жіберілді.
payment-means-paid = Ақша өтініште көрсетілген шотқа аударылды.
payment-means-bank_rejected = Банк ақшаны қайтарды: өтініштегі шот нөмірі қате.
payment-means-refused = Төлем тағайындалмады. Себебі тізілімде көрсетілмеген.

## Әрі қарай
payment-next-wait_check = Келесі қадам — деректерді тексеру.
payment-next-wait_case = Келесі қадам — іс макеті.
payment-next-wait_fund = Келесі қадам — төлем туралы шешім, шешімнен кейін SMS келеді.
payment-next-wait_bank = Келесі қадам — Мемлекеттік корпорация ақшаны банкіңізге жібереді. Ақша түспесе, <b>1414</b> нөміріне қоңырау шалыңыз, тегін.
payment-next-wait_money = Келесі қадам — банк ақшаны шотқа түсіреді. Шоттың үзінді көшірмесін қараңыз. Ақша жоқ болса, алдымен банктен, кейін <b>1414</b> нөмірінен сұраңыз.
payment-next-fix_account = Банктен өз шотыңыздың нөмірін (KZ…) алып, төлемді қайта қарауға бола ма — <b>1414</b> нөмірінен сұраңыз.
payment-next-appeal = Бас тарту себебін <b>1414</b> нөмірінен сұраңыз, қоңырау тегін. { payment-complaint }
payment-next-refused =
    { $remedy }

    { payment-complaint }
payment-next-dated =
    { $following }
    Соңғы мерзімі: { $by }
payment-next-passed =
    { $following }
    Соңғы мерзімі { $by } болатын, ол өтіп кетті. Жауап не ақша келмесе, <b>1414</b> нөміріне қоңырау шалыңыз, тегін.
payment-next-undated =
    { $following }
    Бұл қадамның ресми мерзімі табылмады.
payment-complaint = Бас тартумен келіспейсіз бе? Бұл төлем үшін арнайы шағымдану тәртібі табылмады. Жалпы жол — бас тартқан органға жазбаша шағым беру, одан кейін сотқа жүгіну. Қайда жазу керегін <b>1414</b> нөмірінен біле аласыз.
payment-next-nothing = Ештеңе істеудің қажеті жоқ.

## Бас тарту себептері
payment-why-personal_data_wrong = <b>Себебі:</b> жеке деректер қате көрсетілген. Өтініштегі бір мәлімет, мысалы аты-жөні не ЖСН, сәйкес келмеген.
payment-why-account_wrong = <b>Себебі:</b> банк шотының нөмірі қате көрсетілген. Ондай шотқа ақша аударылмайды.
payment-why-has_regular_wage = <b>Себебі:</b> тұрақты жалақы. Тексеру бойынша ақылы жұмысыңыз болған; мемлекеттік қызметшілер мен бюджет қызметкерлеріне де төлем тағайындалмады.
payment-why-receives_pension_or_benefit = <b>Себебі:</b> зейнетақы не жәрдемақы. Сіз оны алып тұрғансыз, ал төтенше жағдайға дейін ресми жұмыс істемегенсіз.
payment-why-no_contributions = <b>Себебі:</b> аударым жоқ. Өтініш алдындағы уақытта әлеуметтік аударым, зейнетақы жарнасы немесе БЖТ табылмады.
payment-why-duplicate = <b>Себебі:</b> өтініш қайталанған. Оны бір рет қана беру керек болатын.
payment-why-income_too_high = <b>Себебі:</b> 2020 жылғы наурыздағы табыс жоғары.
payment-reason-personal_data_wrong = жеке деректер қате көрсетілген
payment-reason-account_wrong = банк шотының нөмірі қате көрсетілген
payment-reason-has_regular_wage = тұрақты жалақысы бар, соның ішінде мемлекеттік қызмет пен бюджет саласы
payment-reason-receives_pension_or_benefit = зейнетақы не жәрдемақы алады, төтенше жағдайға дейін ресми жұмыс істемеген
payment-reason-no_contributions = әлеуметтік аударым, зейнетақы жарнасы немесе БЖТ төленбеген
payment-reason-duplicate = өтініш қайталанған (министрлік дерегі бойынша)
payment-reason-income_too_high = 2020 жылғы наурыздағы табысы жоғары (министрдің айтуынша)
payment-about-personal_data_wrong = Жеке деректер қате
payment-about-account_wrong = Шот нөмірі қате
payment-about-has_regular_wage = Тұрақты жұмысы бар
payment-about-receives_pension_or_benefit = Зейнетақы не жәрдемақы
payment-about-no_contributions = Жарна төленбеген
payment-about-duplicate = Өтініш қайталанған
payment-about-income_too_high = Табысы жоғары

## 2020 жыл туралы сұрақтар
payment-topics =
    <b>2020 жылғы төлем туралы сұрақтар</b>

    Сұрақты таңдаңыз.
payment-topic-who = Кімге төленді?
payment-topic-second = Екінші айға қалай төленді?
payment-topic-july = Шілдеде не болды?
payment-topic-half = 21 250 ₸ деген не?
payment-topic-term = Кім, қанша уақытта шешті?
payment-topic-refused = Неге бас тартылды?
payment-topic-return = Төлемді қайтару керек пе?
payment-topic-title =
    <b>{ $words }</b>
    {""}
payment-fact = • { $words }
payment-fact-sourced = • { $words } <i>(дереккөз: { $source })</i>
payment-as-of =
    {""}
    <i>Ашық дереккөздер бойынша, тексерілді: { $checked }</i>
payment-fake =
    <b>Жалған боттар</b>

    2020 жылы осы төлемге байланысты жалған боттар пайда болды. Бүгін «42 500-ді рәсімдеп берем» деген адам алдап отыр: қабылдау жабылған.
    {""}
