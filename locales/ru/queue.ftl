### Очередь в ЦОН: запись, талон, перенос, отмена, напоминания.

queue-name = { $name }
button-book = 🎫 Взять очередь в ЦОН
button-bookings = 🗓 Мои талоны

## За чем
queue-section =
    <b>Очередь в ЦОН</b>

    За чем вы идёте?
queue-as-before = { "" }
    🔁 <b>В прошлый раз:</b> { $service }
    🏢 { $branch }
    👤 { $person }
queue-again = 🔁 Как в прошлый раз
queue-section-ready = 📬 Забрать готовый документ
queue-section-family = 👨‍👩‍👧 Семья, дети, пенсия
queue-section-papers = 📄 Справки, консультация, земля
queue-section-vehicle = 🚗 Авто и водительские права
queue-section-identity = 🪪 Удостоверение и паспорт
queue-section-online = 💻 ЭЦП, прописка
queue-service =
    <b>{ $title }</b>

    Выберите услугу.

## Когда
queue-day =
    <b>{ $branch }</b>
    🧾 { $service }

    На какой день? «•» — мест мало, «✕» — мест нет, «–» — не работает.
queue-day-move =
    <b>Перенос талона</b>
    { $branch }
    🧾 { $service }

    На какой день? «•» — мест мало, «✕» — мест нет, «–» — не работает. Прежнее время остаётся за вами, пока вы не подтвердите новое.
queue-add-service = ➕ Добавить ещё одну услугу
queue-one-service = ➖ Убрать вторую услугу
queue-second =
    <b>Какая ещё услуга нужна?</b>

    Первая: { $service }. Обе получите за один визит, одну за другой: предложу только те времена, где места подряд.
queue-day-full = Мест нет: { $day }. Выберите другой день.
queue-day-over = На этот день уже поздно записываться: { $day }. Выберите следующий.
queue-day-closed = ЦОН не работает: { $day }. Выберите другой день.
queue-day-holiday = ЦОН не работает: { $day } ({ $holiday }). Выберите другой день.
queue-time =
    <b>{ $day }</b>
    { $branch }

    { $words }
queue-time-words = Выберите время. Место сразу будет держаться за вами { $minutes } мин.
queue-time-none = Свободного времени не осталось. Вернитесь и выберите другой день.
queue-part-morning = До 12 ({ $count })
queue-part-noon = 12–15 ({ $count })
queue-part-evening = После 15 ({ $count })
queue-time-of-day = { $day } · { $time }
queue-taken = <b>Ближайшее свободное время</b> — { $branch }. Нажмите, и место будет за вами.
queue-all-taken = В ближайшие дни мест нет: { $branch }. Попробуйте другой ЦОН или позвоните <b>1414</b>.
queue-other-day = 📅 Другой день
queue-keep-time = Оставить как есть

## Для кого
queue-whom =
    <b>{ $at }</b>
    { $hold }

    Для кого запись?
queue-whom-held = ⏳ Держу место за вами до <b>{ $until }</b>
queue-whom-lapsed = ⌛️ Место больше не держится. Закончите ввод, и я проверю его ещё раз.
queue-person-rule = На одного человека — одна запись на 10 дней (ЦОН и спецЦОН считаются отдельно).
queue-seller-rule = ❗️ Переоформление авто: запись должна быть <b>на имя продавца</b>. Если продавец не вы — выберите «Другому человеку» и введите его ИИН.
queue-whom-known = 🙋 Себе (ИИН { $iin })
queue-whom-self = 🙋 Себе
queue-whom-person = 👥 { $relation }: { $iin }
queue-whom-other = 👥 Другому человеку
queue-own-iin =
    <b>Ваш ИИН</b>

    Напишите 12 цифр. Запомню его, чтобы не спрашивать снова.
queue-other-iin =
    <b>ИИН этого человека</b>

    Напишите 12 цифр. Человек должен знать, что вы берёте для него очередь.
queue-relation = Кто он вам?
relation-self = вы
relation-parent = Отец или мать
relation-child = Ребёнок
relation-spouse = Супруг(а)
relation-grandparent = Бабушка, дедушка
relation-relative = Другой родственник
relation-helper = Не родственник
queue-limit = На одного человека — одна запись на 10 дней. Можно перенести имеющуюся запись или выбрать день позже.
queue-move-existing = 🔁 Перенести имеющуюся
queue-other-person = 👥 Записать другого

## Проверка
queue-check =
    <b>Проверьте</b>

    🧾 { $service }
    🗓 <b>{ $at }</b>, { $minutes } мин
    🏢 { $branch }
    📍 { $address }
    👤 { $person }
    🎒 { $bring }
    ♿️ { $access }
queue-held-until = { "" }
    ⏳ Место держится за вами до <b>{ $until }</b>. Успейте подтвердить.
queue-not-held = { "" }
    ⌛️ Время вышло, место больше не держится. Нажмите «Взять это время снова» — если оно свободно, продолжим.
queue-confirm = ✅ Подтвердить
queue-confirm-move = ✅ Перенести
queue-take-again = 🔄 Взять это время снова
queue-other-time = 📅 Другое время
queue-booked =
    <b>✅ Вы записаны. Талон № { $ticket }</b>

    🗓 { $at }
    🏢 { $branch }
    📍 { $address }

    Талон — в сообщении ниже. Напомню заранее.
queue-moved =
    <b>✅ Перенесено. Талон № { $ticket }</b>

    🗓 { $at }
    🏢 { $branch }
    📍 { $address }

    Прежнее время освобождено. Новый талон — в сообщении ниже.

## Отказы
refusal-seat-taken = Это место только что заняли.
refusal-hold-lapsed = Время на подтверждение вышло, и место больше не держится.
refusal-booking-past = Это время уже прошло. Выберите другое.
refusal-booking-too-soon = До этого времени меньше { $minutes } минут. Выберите время позже.
refusal-booking-too-far = Записаться можно не больше чем на { $days } дней вперёд. Выберите день ближе.
refusal-booking-closed = В это время ЦОН не принимает. Выберите другое.
refusal-booking-limit = У этого человека уже есть запись: { $day }. Новая возможна с даты: { $again }.
refusal-booking-over = Этой записи уже нет: она прошла, перенесена или отменена.
refusal-person-erased = Этот ИИН в боте больше не хранится. Выберите ещё раз, для кого талон, и введите ИИН заново.

## Мои талоны
bookings-all =
    <b>Мои талоны</b>

    Выберите талон, чтобы открыть, перенести или отменить.
bookings-none =
    <b>Мои талоны</b>

    Сейчас записей нет.
bookings-item = № { $ticket } · { $at }
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
bookings-picture-sent = Отправил талон ещё раз, он ниже.
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
    🧾 { $service }

    Возьмите удостоверение личности. Вы придёте?
booking-bring = Возьмите с собой: { $papers }.
booking-bring-ask = Возьмите удостоверение личности; какие ещё документы нужны, скажут по номеру 1414.
queue-two-services = { $first } и { $second }
queue-for-person = ИИН { $iin } ({ $relation })
queue-for-seller = Продавец, ИИН { $iin } ({ $relation })
queue-access-yes = Можно заехать на инвалидной коляске.
queue-access-no = На инвалидной коляске заехать трудно: попросите помощи по номеру 1414.
queue-access-unknown = Можно ли заехать на инвалидной коляске, уточните по номеру 1414.
booking-see-you = Хорошо! Ждут вас: { $at }. Талон № { $ticket }.
booking-copy = 📋 Скопировать
ticket-copy = ЦОН, талон № { $ticket }. { $at }. { $branch }, { $address }
booking-calendar-title = ЦОН: талон № { $ticket }, { $branch }
booking-calendar-caption = Откройте файл, и телефон добавит визит в календарь.
booking-no-map = Точки на карте у меня нет. Адрес: { $address }.
hold-lapsed-notice =
    ⌛️ <b>Место больше не держится</b>: запись не подтвердили вовремя.

    Нажмите кнопку — если время ещё свободно, можно взять его снова.
hold-again = 🔄 Продолжить запись
ticket-title = Талон в ЦОН
ticket-demo = Демо: этого ЦОН на самом деле нет.
ticket-qr = талон в боте
ticket-caption =
    <b>Талон № { $ticket }</b>
    🗓 <b>{ $at }</b>
    🏢 { $branch }
    📍 { $address }
    🧾 { $service }
    🎒 { $bring }
    ♿️ { $access }

    Не сможете прийти — перенесите или отмените: место достанется другому.
