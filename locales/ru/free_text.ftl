### Понятое из свободного текста и поиск.

understood-sure =
    <b>Правильно ли я понял?</b>

    Нажмите кнопку — и я открою нужный раздел. Сам я ничего не отменяю и не отправляю.
understood-either =
    <b>Что из этого вам нужно?</b>

    Выберите кнопку. Пока вы не нажали, ничего не изменится.
understood-near =
    <b>Я не уверен, что понял.</b>

    Возможно, вам нужно одно из этого. Если нет — откройте главное меню или позвоните по номеру 1414 (бесплатно).
understood-number =
    <b>Вижу ИИН.</b> Что по нему проверить?

    Сначала я попрошу подтвердить, что он ваш.
understood-nothing = Я не понял, что вам нужно. Этого может не быть среди моих разделов: спросите по номеру 1414 (бесплатно) или откройте главное меню. { $here }
understood-back = ← Вернуться к тому, что делали

## Поиск
guides-find = 🔎 Найти
search-ask =
    <b>Что найти?</b>

    Напишите одно-два слова: «ЭЦП», «пенсия», название услуги, ЦОНа или улицы. По-русски, по-казахски или латиницей.
search-found =
    <b>По запросу «{ $typed }»</b>

search-line =
    • <b>{ $title }</b>
    { $context }
search-line-service =
    • <b>{ $title }</b>
    Услуга ЦОНа: где и когда её получить
search-nothing = По запросу «{ $typed }» ничего не нашлось. Напишите иначе или спросите по номеру 1414: он бесплатный.
search-guides = 📚 Все подсказки

## Названия действий
wish-found = { $title }
wish-payment = 💳 42 500 ₸: { $title }
wish-guide = 📖 { $title }
wish-place = 📍 { $branch }
wish-case = 📄 Открыть заявление { $code }
wish-ticket = 🎫 Открыть талон { $number }
wish-iin-payment = 💳 Выплата по ИИН { $iin }
wish-tson-book-0 = 🎫 Взять очередь в ЦОН
wish-tson-book-1 = 🎫 Взять очередь: { $first }
wish-tson-book-2 = 🎫 Взять очередь: { $first }, { $second }
wish-tson-book-3 = 🎫 Взять очередь: { $first }, { $second }, { $third }
wish-part-morning = утром
wish-part-noon = днём
wish-part-evening = ближе к вечеру
wish-pay42500-status = 💳 Узнать статус 42 500 ₸
wish-pay42500-when = 💳 Когда придут 42 500 ₸
wish-pay42500-eligibility = 💳 Кому полагались 42 500 ₸
wish-pay42500-apply = 💳 Подать на 42 500 ₸: что сейчас
wish-pay42500-refusal = 💳 Почему отказали в 42 500 ₸
wish-pay42500-change-iban = 💳 Исправить счёт для 42 500 ₸
wish-pay42500-second-month = 💳 42 500 ₸ за второй месяц
wish-pay42500-return = 💳 Надо ли возвращать 42 500 ₸
wish-fake-bot-check = 🛡 Это настоящий бот?
wish-tson-book = 🎫 Взять очередь в ЦОН
wish-tson-rebook = 🔁 Перенести очередь: мои талоны
wish-tson-cancel = ✖️ Отменить очередь: мои талоны
wish-tson-my-booking = 🎫 Мои талоны
wish-tson-hours = 🕘 Часы работы ЦОНов
wish-tson-address = 📍 Адреса ЦОНов
wish-tson-load = 👥 Где меньше людей: выбрать ЦОН
wish-tson-services = 📋 Услуги ЦОНа
wish-waiting-list = 🔔 Дождаться свободного места в ЦОН
wish-aak-eligibility = 🧮 Положена ли мне АСП
wish-aak-apply = 📄 Подать на АСП
wish-aak-documents = 📄 Что нужно для АСП
wish-aak-status = 📄 Что с моим заявлением на АСП
wish-aak-contract = 📄 Что такое социальный контракт
wish-aak-amount = 🧮 Посчитать размер АСП
wish-aak-contacts = ☎️ Куда обратиться по АСП
wish-aak-renew = 📄 Подать на АСП на новый квартал
wish-applications = 🗂 Мои заявления
wish-other-services = 📑 Другие соцуслуги
wish-grocery-set = 🛒 Продуктовый набор
wish-eappeal = ✉️ Электронное обращение
wish-eds-get = 🔑 Получить ЭЦП
wish-eds-legal = 🔑 ЭЦП для организации
wish-mgd-register = 📱 База мобильных граждан
wish-id-card = 🪪 Удостоверение личности
wish-birth = 👶 Регистрация рождения
wish-death = Регистрация смерти
wish-maternity = 🤰 Выплата по беременности и родам
wish-child-benefit = 👶 Пособия на ребёнка
wish-vehicle = 🚗 Переоформление машины
wish-pension = Назначение пенсии
wish-self-service = 🖥 Уголки самообслуживания
wish-home-visit = 🏠 Обслуживание на дому
wish-egov-login = 🔐 Вход в eGov
wish-video-call = 📹 Услуги по видеозвонку
wish-tson-app = 📱 Приложение «ЦОН»
wish-digital-tson = 🖥 Цифровой ЦОН
wish-bus-pass = 🚌 Бесплатный проезд
wish-entrepreneur = 💼 Открыть ИП
wish-notary = 🧾 Сбор у нотариуса по QR
wish-proactive = 📩 Выплаты без заявления
wish-extraterritorial = 🌍 Пособие не по месту прописки
wish-mobile-tson = 🚐 Мобильный ЦОН
wish-complaint = ✍️ Жалоба или благодарность
wish-operator = ☎️ Поговорить с человеком
wish-my-data = 🔒 Мои данные
wish-my-data-delete = 🔒 Удалить мои данные: открыть профиль
wish-help = ❓ Что умеет бот
wish-greeting = ☰ Главное меню
queue-wish-none = На { $day } свободного времени здесь нет. Выберите другой день.
