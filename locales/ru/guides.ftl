### Подсказки и «Мои заявки».

menu-guides = 📚 Подсказки
guides-list =
    <b>О чём хотите узнать?</b>

    Выберите тему: сначала короткий ответ, затем шаги.
guide-answer =
    <b>{ $title }</b>

    { $answer }
guide-changed =
    { "" }
    <b>Что изменилось с 2020 года.</b> { $changed }
guide-steps =
    <b>{ $title }</b>

    { $steps }
guide-source =
    { "" }
    <i>По состоянию на { $as_of }. Источник: { $source }</i>
guide-steps-button = 👣 По шагам
guide-book = 🎫 Взять очередь в ЦОН
guide-aid = 📄 Подать на АСП
guide-payment = 💳 Проверить выплату

menu-requests = 🗂 Мои заявки
requests-list =
    <b>Мои заявки</b>

    Здесь всё, что вы начали: талоны, заявления, выплата. Что открыть?
requests-bookings = 🎫 Мои талоны
requests-applications = 📄 Мои заявления
requests-payment = 💳 Выплата 42 500 ₸
