### Подсказки и «Мои заявки».

menu-guides = 📚 Подсказки
guides-topics =
    <b>О чём хотите узнать?</b>

    Выберите тему или просто напишите вопрос.
guides-topic-money = 💰 Выплаты и помощь
guides-topic-tson = 🏢 ЦОН
guides-topic-online = 💻 ЭЦП, eGov, онлайн
guides-topic-family = 👪 Семья и пенсия
guides-topic-papers = 🪪 Документы, авто, дело
guides-list =
    <b>{ $topic }</b>

    Сначала короткий ответ, затем шаги.
guides-quizzes = 🧭 Короткие опросы
guides-quizzes-list =
    <b>Короткие опросы</b>

    Несколько нажатий — и ответ, который подходит именно вам.
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
    <b>Стоимость.</b> { $fee }
guide-term =
    { "" }
    <b>Срок.</b> { $term }
guide-changed =
    { "" }
    <b>Что изменилось с 2020 года.</b> { $changed }
guide-steps =
    <b>{ $title }</b>

    { $steps }
guide-bring =
    { "" }
    <b>Что взять с собой:</b>
    { $bring }
guide-finished =
    { "" }
    🎉 Все шаги отмечены.
guide-source =
    { "" }
    <i>Сведения: { $as_of } · Источник: { $source }</i>
guide-stale =
    { "" }
    ⚠️ Сведения могли устареть: перед визитом уточните по номеру 1414.
guide-mci = { $amount } ({ $mci } МРП)
guide-mci-unknown = { $mci } МРП
guide-review =
    📚 <b>Пора проверить подсказки: { $count }</b>

    { $files }

    Они в data/guides. Проверьте тексты и обновите даты as_of и review_by; до этого читателю говорится, что сведения могли устареть.
guide-steps-button = 👣 По шагам
guide-link = 🌐 Открыть сайт
guide-book = 🎫 Взять очередь в ЦОН
guide-aid = 📄 Подать на АСП
guide-appeal = 📑 Подать заявление
guide-eligibility = 🧮 Подхожу ли под АСП
guide-payment = 💳 Проверить выплату
guide-applications = 📄 Мои заявления
guide-places = 🏢 Адреса ЦОН

menu-requests = 🗂 Мои заявки
requests-list =
    <b>Мои заявки</b>

    Здесь всё, что вы начали: талоны, заявления, выплата. Что открыть?
requests-bookings = 🎫 Мои талоны
requests-applications = 📄 Мои заявления
requests-payment = 💳 Выплата 42 500 ₸

## Изменённые подсказки
guides-reloaded = ✅ Обновлено. Подсказок: { $guides }, тестов: { $quizzes }.
guides-broken = ⚠️ В файле ошибка, остались прежние подсказки: { $why }
