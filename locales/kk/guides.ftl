### Нұсқаулықтар және «Менің өтінімдерім».

menu-guides = 📚 Нұсқаулықтар
guides-list =
    <b>Не туралы білгіңіз келеді?</b>

    Тақырыпты таңдаңыз: алдымен қысқа жауап, содан кейін қадамдар.
guide-answer =
    <b>{ $title }</b>

    { $answer }
guide-changed =
    { "" }
    <b>2020 жылдан бері не өзгерді.</b> { $changed }
guide-steps =
    <b>{ $title }</b>

    { $steps }
guide-source =
    { "" }
    <i>{ $as_of } жағдай бойынша. Дереккөз: { $source }</i>
guide-steps-button = 👣 Қадамдары
guide-book = 🎫 ХҚКО-да кезек алу
guide-aid = 📄 АӘК-ке өтініш беру
guide-payment = 💳 Төлемді тексеру

menu-requests = 🗂 Менің өтінімдерім
requests-list =
    <b>Менің өтінімдерім</b>

    Бастаған істеріңіз бен талондарыңыз осында. Қайсысын ашайық?
requests-bookings = 🎫 Менің талондарым
requests-applications = 📄 Менің өтініштерім
requests-payment = 💳 42 500 ₸ төлемі
