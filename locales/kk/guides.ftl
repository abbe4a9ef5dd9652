### Нұсқаулықтар және «Менің өтінімдерім».

menu-guides = 📚 Нұсқаулықтар
guides-topics =
    <b>Не туралы білгіңіз келеді?</b>

    Тақырыпты таңдаңыз не сұрағыңызды жаза салыңыз.
guides-topic-money = 💰 Төлем және көмек
guides-topic-tson = 🏢 ХҚКО
guides-topic-online = 💻 ЭЦҚ, eGov, онлайн
guides-topic-family = 👪 Отбасы және зейнет
guides-topic-papers = 🪪 Құжат, көлік, кәсіп
guides-list =
    <b>{ $topic }</b>

    Алдымен қысқа жауап, содан кейін қадамдар.
guides-quizzes = 🧭 Қысқа сұрақтар
guides-quizzes-list =
    <b>Қысқа сұрақтар</b>

    Бірнеше батырма бассаңыз, өзіңізге сай жауап шығады.
guides-quiz-question =
    <b>{ $title }</b>

    { $question }
guides-quiz-result =
    <b>{ $title }</b>

    { $result }
guide-answer =
    <b>{ $title }</b>

    { $answer }
guide-fee =
    { "" }
    <b>Құны.</b> { $fee }
guide-term =
    { "" }
    <b>Мерзімі.</b> { $term }
guide-changed =
    { "" }
    <b>2020 жылдан бері не өзгерді.</b> { $changed }
guide-steps =
    <b>{ $title }</b>

    { $steps }
guide-bring =
    { "" }
    <b>Өзіңізбен бірге:</b>
    { $bring }
guide-finished =
    { "" }
    🎉 Барлық қадам белгіленді.
guide-source =
    { "" }
    <i>Дерек күні: { $as_of } · Дереккөз: { $source }</i>
guide-stale =
    { "" }
    ⚠️ Бұл дерек ескірген болуы мүмкін: барар алдында 1414 нөмірінен нақтылаңыз.
guide-mci = { $amount } ({ $mci } АЕК)
guide-mci-unknown = { $mci } АЕК
guide-review =
    📚 <b>Нұсқаулықтарды тексеретін уақыт келді: { $count }</b>

    { $files }

    Олар data/guides ішінде. Мәтінін тексеріп, as_of мен review_by күндерін жаңартыңыз. Оған дейін оқырманға дерек ескірген болуы мүмкін деп айтылады.
guide-steps-button = 👣 Қадамдары
guide-link = 🌐 Сайтты ашу
guide-book = 🎫 ХҚКО-да кезек алу
guide-aid = 📄 АӘК-ке өтініш беру
guide-appeal = 📑 Қызметке өтініш беру
guide-eligibility = 🧮 АӘК-ке сай келемін бе
guide-payment = 💳 Төлемді тексеру
guide-applications = 📄 Менің өтініштерім
guide-places = 🏢 ХҚКО мекенжайлары

menu-requests = 🗂 Менің өтінімдерім
requests-list =
    <b>Менің өтінімдерім</b>

    Бастаған істеріңіз бен талондарыңыз осында. Қайсысын ашайық?
requests-bookings = 🎫 Менің талондарым
requests-applications = 📄 Менің өтініштерім
requests-payment = 💳 42 500 ₸ төлемі

## Өңделген нұсқаулықтар
guides-reloaded = ✅ Жаңартылды. Нұсқаулық: { $guides }, қысқа сұрақтар: { $quizzes }.
guides-broken = ⚠️ Файлда қате бар, бұрынғы нұсқаулықтар қалды: { $why }
