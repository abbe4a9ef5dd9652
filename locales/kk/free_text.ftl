### Еркін мәтіннен түсінгеніміз және іздеу.

understood-sure =
    <b>Дұрыс түсіндім бе?</b>

    Батырманы бассаңыз, керек бөлімді ашамын. Сіз баспайынша, ештеңе өшірілмейді және жіберілмейді.
understood-either =
    <b>Сізге қайсысы керек?</b>

    Батырманы таңдаңыз. Сіз баспайынша, ештеңе өзгермейді.
understood-near =
    <b>Дұрыс түсінгеніме сенімді емеспін.</b>

    Мүмкін, сізге мыналардың бірі керек шығар. Болмаса, бастапқы мәзірді ашыңыз немесе 1414 нөміріне тегін қоңырау шалыңыз.
understood-number =
    <b>ЖСН көріп тұрмын.</b> Ол бойынша нені тексерейік?

    Алдымен оның өзіңіздікі екенін растауды сұраймын.
understood-nothing = Не керек екенін түсінбедім. Ол менің бөлімдерімде болмауы мүмкін: 1414 нөміріне тегін қоңырау шалыңыз немесе бастапқы мәзірді ашыңыз. { $here }
understood-back = ← Бастаған ісіме оралу

## Іздеу
guides-find = 🔎 Іздеу
search-ask =
    <b>Не іздейміз?</b>

    Бір-екі сөз жазыңыз: «ЭЦҚ», «зейнетақы», қызметтің, ХҚКО-ның немесе көшенің аты. Қазақша, орысша не латын әрпімен жаза аласыз.
search-found =
    <b>«{ $typed }» бойынша табылғаны</b>

search-line =
    • <b>{ $title }</b>
    { $context }
search-line-service =
    • <b>{ $title }</b>
    ХҚКО қызметі: қайда және қашан алуға болады
search-nothing = «{ $typed }» бойынша ештеңе табылмады. Басқаша жазып көріңіз немесе 1414 нөміріне тегін қоңырау шалыңыз.
search-guides = 📚 Барлық нұсқаулықтар

## Әрекеттердің аттары
wish-found = { $title }
wish-payment = 💳 42 500 ₸: { $title }
wish-guide = 📖 { $title }
wish-place = 📍 { $branch }
wish-case = 📄 { $code } өтінішін ашу
wish-ticket = 🎫 { $number } талонын ашу
wish-iin-payment = 💳 Төлем, ЖСН { $iin }
wish-tson-book-0 = 🎫 ХҚКО-да кезек алу
wish-tson-book-1 = 🎫 Кезек алу: { $first }
wish-tson-book-2 = 🎫 Кезек алу: { $first }, { $second }
wish-tson-book-3 = 🎫 Кезек алу: { $first }, { $second }, { $third }
wish-part-morning = таңертең
wish-part-noon = түстен кейін
wish-part-evening = кешке қарай
wish-pay42500-status = 💳 42 500 ₸: өтініштің жағдайы
wish-pay42500-when = 💳 42 500 ₸ қашан түседі
wish-pay42500-eligibility = 💳 42 500 ₸ кімге тиесілі болды
wish-pay42500-apply = 💳 42 500 ₸ алу: қазір қалай
wish-pay42500-refusal = 💳 42 500 ₸: неге бас тартты
wish-pay42500-change-iban = 💳 42 500 ₸: шотты түзету
wish-pay42500-second-month = 💳 42 500 ₸: екінші ай
wish-pay42500-return = 💳 42 500 ₸: қайтару керек пе
wish-fake-bot-check = 🛡 Бұл шынайы бот па?
wish-tson-book = 🎫 ХҚКО-да кезек алу
wish-tson-rebook = 🔁 Кезекті ауыстыру: талондарым
wish-tson-cancel = ✖️ Кезектен бас тарту: талондарым
wish-tson-my-booking = 🎫 Менің талондарым
wish-tson-hours = 🕘 ХҚКО-ның жұмыс уақыты
wish-tson-address = 📍 ХҚКО мекенжайлары
wish-tson-load = 👥 Адам аз жерді табу: ХҚКО таңдау
wish-tson-services = 📋 ХҚКО қызметтері
wish-waiting-list = 🔔 ХҚКО-да бос орынды күту
wish-aak-eligibility = 🧮 Маған АӘК тиесілі ме
wish-aak-apply = 📄 АӘК-ке өтініш беру
wish-aak-documents = 📄 АӘК үшін не керек
wish-aak-status = 📄 АӘК өтінішімнің жағдайы
wish-aak-contract = 📄 Әлеуметтік келісімшарт деген не
wish-aak-amount = 🧮 АӘК мөлшерін есептеу
wish-aak-contacts = ☎️ АӘК бойынша қайда хабарласу керек
wish-aak-renew = 📄 Жаңа тоқсанға АӘК өтініші
wish-applications = 🗂 Менің өтініштерім
wish-other-services = 📑 Басқа әлеуметтік қызметтер
wish-grocery-set = 🛒 Азық-түлік жиынтығы
wish-eappeal = ✉️ Электрондық жүгіну
wish-eds-get = 🔑 ЭЦҚ алу
wish-eds-legal = 🔑 Ұйымға арналған ЭЦҚ
wish-mgd-register = 📱 Мобильді азаматтар базасы
wish-id-card = 🪪 Жеке куәлік
wish-birth = 👶 Баланың тууын тіркеу
wish-death = Қайтыс болуды тіркеу
wish-maternity = 🤰 Жүктілік пен босану төлемі
wish-child-benefit = 👶 Балаға берілетін жәрдемақылар
wish-vehicle = 🚗 Көлікті қайта рәсімдеу
wish-pension = Зейнетақы тағайындау
wish-self-service = 🖥 Өзіне-өзі қызмет көрсету секторы
wish-home-visit = 🏠 Үйге барып қызмет көрсету
wish-egov-login = 🔐 eGov порталына кіру
wish-video-call = 📹 Бейнеқоңырау арқылы қызмет
wish-tson-app = 📱 «ХҚО» қосымшасы
wish-digital-tson = 🖥 Цифрлық ХҚКО
wish-bus-pass = 🚌 Тегін жол жүру
wish-entrepreneur = 💼 Жеке кәсіпкер болып тіркелу
wish-notary = 🧾 Нотариустағы алымды QR арқылы төлеу
wish-proactive = 📩 Өтінішсіз берілетін төлемдер
wish-extraterritorial = 🌍 Тіркелмеген жерде жәрдемақы рәсімдеу
wish-mobile-tson = 🚐 Көшпелі ХҚКО
wish-complaint = ✍️ Шағым немесе алғыс
wish-operator = ☎️ Адаммен сөйлесу
wish-my-data = 🔒 Менің деректерім
wish-my-data-delete = 🔒 Деректерімді өшіру: профильді ашу
wish-help = ❓ Бот не істей алады
wish-greeting = ☰ Бастапқы мәзір
queue-wish-none = { $day }: бұл жерде бос уақыт жоқ. Басқа күнді таңдаңыз.
