### Талоны в ЦОН: посмотреть, перенести, отменить, напоминания.

## Мои талоны
bookings-all =
    <b>Мои талоны</b>

    Выберите талон, чтобы открыть, перенести или отменить.
bookings-none =
    <b>Мои талоны</b>

    Сейчас записей нет.
bookings-item = № { $ticket } · { $whom } · { $at }
bookings-ticket =
    <b>Талон № { $ticket }</b>

    🧾 { $service }
    🗓 <b>{ $at }</b>
    🏢 { $branch }
    📍 { $address }
    👤 { $person }
    🎒 { $bring }
    ♿️ { $access }
bookings-live = { "" }
    🟢 Действует. Приходите за 5–10 минут.
bookings-state-displaced = { "" }
    🟠 В это время ЦОН закрыт. Выберите другое: запись не пропала.
bookings-state-checked-in = { "" }
    🟢 Вы отметились. Ждите, когда назовут номер талона.
bookings-state-served = { "" }
    ⚪️ Услуга оказана.
bookings-state-missed = { "" }
    ⚪️ Визит не состоялся. Можно записаться снова.
bookings-state-cancelled = { "" }
    ⚪️ Отменён.
bookings-over = { "" }
    ⚪️ Время визита прошло.
bookings-picture-sent = Талон придёт ещё раз, отдельным сообщением.
bookings-cancel =
    <b>Отменить талон № { $ticket }?</b>
    { $at }

    Почему? Одно нажатие — и место освободится для других.
bookings-cancelled =
    <b>Талон № { $ticket } отменён.</b>

    Место освобождено. Если понадобится, запишитесь снова.
bookings-gone = Среди ваших действующих талонов такого нет: он прошёл, отменён или оформлен не вами.
cancel-reason-busy = Не смогу прийти
cancel-reason-done = Уже не нужно
cancel-reason-mistake = Ошибся при записи
cancel-reason-other = Другая причина


## Талон и напоминания
booking-picture = 🖼 Прислать талон картинкой
booking-move = 🔁 Перенести
booking-cancel = ✖️ Отменить
booking-keep = ← Не отменять
booking-coming = ✅ Приду
booking-calendar = 📅 В календарь
booking-map = 📍 На карте
booking-reminder =
    <b>⏰ Напоминание: талон № { $ticket }</b>

    🗓 { $at }
    🏢 { $branch }
    📍 { $address }
    👤 { $whom }
    🧾 { $service }

    Возьмите удостоверение личности. Вы придёте?
booking-reminder-only =
    <b>⏰ Напоминание: талон № { $ticket }</b>

    🗓 { $at }
    🏢 { $branch }
    📍 { $address }
    👤 { $whom }
    🧾 { $service }

    Возьмите удостоверение личности. Вы ответили, что придёте.
booking-coming-noted = ✅ <b>Вы ответили, что придёте.</b> Планы изменились — перенесите или отмените.
booking-now-moved =
    🔁 <b>ЗАМЕНЁН на { $at }</b>
    🏢 { $branch }

    Действует только новый талон.
booking-now-cancelled =
    ✖️ <b>ОТМЕНЁН</b>

    По этому талону не примут.
booking-now-displaced =
    🟠 <b>НЕ ДЕЙСТВУЕТ</b>

    ЦОН не примет вас в это время. Выберите другое: предложение придёт отдельным сообщением.
booking-now-missed =
    ⚪️ <b>ВИЗИТ НЕ СОСТОЯЛСЯ</b>

    По этому талону уже не примут.
booking-now-over =
    ⚪️ <b>ДЕНЬ ПРОШЁЛ</b>

    По этому талону уже не примут.
booking-given-back =
    ✅ <b>ЦОН снова откроется, ваше прежнее время возвращено</b>
    🗓 <b>{ $at }</b>
    🏢 { $branch }

    Талон придёт следом.
booking-bring = Возьмите с собой: { $papers }.
booking-bring-ask = Возьмите удостоверение личности; какие ещё документы нужны, скажут по номеру 1414.
booking-see-you = Хорошо! Ждут вас: { $at }. Талон № { $ticket }.
booking-copy = 📋 Скопировать
ticket-copy = ЦОН, талон № { $ticket }. { $at }. { $branch }, { $address }
booking-calendar-title = ЦОН: талон № { $ticket }, { $branch }
booking-calendar-caption = Откройте файл, и телефон добавит визит в календарь.
booking-calendar-moved = Время изменилось. Откройте файл, и телефон поправит визит в календаре.
booking-calendar-gone = Этот талон больше не действует. Откройте файл, и телефон уберёт визит из календаря; если остался — удалите сами.
booking-no-map = Точки на карте у меня нет. Адрес: { $address }.
ticket-title = Талон в ЦОН
ticket-demo = Демо: этого ЦОН на самом деле нет.
ticket-qr = талон в боте
ticket-caption =
    <b>Талон № { $ticket }</b>
    🗓 <b>{ $at }</b>
    🏢 { $branch }
    📍 { $address }
    👤 { $whom }
    🧾 { $service }
    🎒 { $bring }
    ♿️ { $access }

    Не сможете прийти — перенесите или отмените: место достанется другому.
