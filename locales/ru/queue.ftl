### Очередь в ЦОН: запись, перенос, времена, которые держатся, загруженность.

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

    На какой день? «!» — мест мало, «✕» — мест нет, «–» — не работает.
queue-day-move =
    <b>Перенос талона</b>
    { $branch }
    🧾 { $service }

    На какой день? «!» — мест мало, «✕» — мест нет, «–» — не работает. Прежнее время остаётся за вами, пока вы не подтвердите новое.
queue-day-today-late =
    { "" }
    «⌛» — сегодня уже не записаться.
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
queue-at-today = сегодня, { $at }
queue-at-tomorrow = завтра, { $at }
queue-time-today = сегодня, { $day } · { $time }
queue-time-tomorrow = завтра, { $day } · { $time }
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
queue-whom-ending = ⏳ Держу место за вами ещё меньше минуты
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
queue-people =
    <b>Талоны для других</b>

    Времени хватит всем, если с одного аккаунта записывать немногих: одновременно — не больше чем { $people } { $people ->
        [one] человека
       *[other] человек
    }, считая вас.

    Что можно сделать: отменить лишний талон, выбрать того, кого вы уже записывали, или попросить человека записаться со своего телефона. Ещё записывают на egov.kz и по номеру 1414.
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
queue-check-before = { "" }
    ↩️ Сейчас вы записаны на { $at }, { $branch }. Это время освободится.
queue-held-until = { "" }
    ⏳ Место держится за вами до <b>{ $until }</b>. Успейте подтвердить.
queue-held-ending = { "" }
    ⏳ Место держится за вами ещё меньше минуты. Успейте подтвердить.
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
    👤 { $whom }

    Талон — в сообщении ниже. Напомню заранее.
queue-moved =
    <b>✅ Перенесено. Талон № { $ticket }</b>

    🗓 { $at }
    🏢 { $branch }
    📍 { $address }
    👤 { $whom }

    Прежнее время освобождено. Новый талон — в сообщении ниже.

## Отказы
refusal-seat-taken = Это место только что заняли.
refusal-hold-lapsed = Время на подтверждение вышло, и место больше не держится.
refusal-booking-past = Это время уже прошло. Выберите другое.
refusal-booking-too-soon = До этого времени меньше { $minutes } минут. Выберите время позже.
refusal-booking-too-far = Записаться можно не больше чем на { $days } дней вперёд. Выберите день ближе.
refusal-booking-closed = В это время ЦОН не принимает. Выберите другое.
refusal-booking-limit = Вы уже записали этого человека: { $day }. Новая запись возможна с даты: { $again }.
refusal-booking-people = Сейчас вы уже записали столько человек, сколько можно с одного аккаунта: { $people }.
refusal-booking-pause = За сутки вы записали много новых людей. Следующего можно записать: { $opens }. Тех, кого вы уже записывали, — и сейчас.
refusal-booking-over = Этой записи уже нет: она прошла, перенесена или отменена.
refusal-person-erased = Этот ИИН в боте больше не хранится. Выберите ещё раз, для кого талон, и введите ИИН заново.

## Талон и напоминания
queue-two-services = { $first } и { $second }
queue-for-person = ИИН { $iin } ({ $relation })
queue-for-seller = Продавец, ИИН { $iin } ({ $relation })
queue-access-yes = Можно заехать на инвалидной коляске.
queue-access-no = На инвалидной коляске заехать трудно: попросите помощи по номеру 1414.
queue-access-unknown = Можно ли заехать на инвалидной коляске, уточните по номеру 1414.
hold-lapsed-notice =
    ⌛️ <b>Место больше не держится</b>: запись не подтвердили вовремя.

    Нажмите кнопку — если время ещё свободно, можно взять его снова.
hold-again = 🔄 Продолжить запись

## Времена, которые держатся
alternative-time = { $day } · { $time }
alternative-other = 📅 Другое время
alternative-stay = Оставить как есть
alternative-show = 🔄 Показать другие времена
alternatives-coming = Ищу ближайшие времена, они сейчас придут.
alternatives-line = { "" }
    • { $at } — { $branch }{ $more }
alternatives-move =
    <b>🔁 Перенос талона № { $ticket }</b>

    Держу за вами ближайшие времена, до <b>{ $until }</b>:
    { $times }

    Нажмите одно — и новый талон придёт. Пока вы не выбрали, прежнее время остаётся за вами: { $at }.
alternatives-move-none =
    <b>🔁 Перенос талона № { $ticket }</b>

    Ближайшего свободного времени нет. Прежнее время остаётся за вами: { $at }.
    Нажмите «Другое время» — покажу все дни.
alternatives-missed =
    <b>Визит по талону № { $ticket } не состоялся</b>
    { $at }, { $branch }

    Можно прийти в другое время. Держу за вами, до <b>{ $until }</b>:
    { $times }

    Нажмите одно — и талон придёт.
alternatives-missed-none =
    <b>Визит по талону № { $ticket } не состоялся</b>
    { $at }, { $branch }

    Ближайшего свободного времени сейчас нет. Нажмите «Другое время» — покажу другие дни и ЦОН.
alternative-taken = ✅ { $at }. { $branch }. Талон № { $ticket } — в сообщении ниже.
alternative-lapsed =
    ⌛️ <b>Это время больше не держится за вами</b>: срок вышел.

    Нажмите «Показать другие времена» — найду ближайшие свободные и снова придержу.
alternative-refused =
    ⚠️ { $problem }

    Нажмите «Другое время» — покажу все дни.
alternative-stayed = Хорошо, ничего не меняю.


## Закрытие и правки часов
alternatives-branch-why =
    { $branch }
    Причина: { $reason }
alternatives-displaced =
    ⚠️ <b>Талон № { $ticket }: ЦОН не примет вас в это время</b>
    { $at }, { $branch }

    Держу за вами другие времена, до <b>{ $until }</b>:
    { $times }

    Нажмите одно — и придёт новый талон.
alternatives-displaced-none =
    ⚠️ <b>Талон № { $ticket }: ЦОН не примет вас в это время</b>
    { $at }, { $branch }

    Ближайшего свободного времени пока нет. Нажмите «Другое время» — покажу другие дни и ЦОН.

## Загруженность
load-quiet = тихо
load-normal = обычно
load-busy = много людей
load-screen =
    <b>{ $branch }</b>
    { $now }
    { $hours }{ $quieter }
load-now = Сейчас <b>{ $load }</b>: в очереди { $waiting } чел., новому ждать примерно { $low }–{ $high } мин.
load-now-unknown = Сколько людей в очереди сейчас, неизвестно.
load-hour = { "" }
    { $hours } — { $told }{ $more }
load-hour-usual = { $load }, обычно ждут { $low }–{ $high } мин
load-hour-booked = { $load }, занято мест по записи: { $booked } из { $seats }
load-minutes = { $low }–{ $high } мин
load-quieter-hour = { "" }

    🌿 <b>Сегодня в { $hours } тише</b>: обычно ждут { $wait }. Сбережёте не меньше { $saves } мин.{ $more }
load-quieter-branch = { "" }

    🌿 <b>Тише в другом ЦОН: { $branch }</b>. Там сейчас ждать { $wait }. Сбережёте не меньше { $saves } мин ожидания.{ $more }
load-quieter-near = { "" }

    🌿 <b>Тише в другом ЦОН: { $branch }</b>, до него { $km } км. Там сейчас ждать { $wait }. Сбережёте не меньше { $saves } мин ожидания.{ $more }
load-go-hour = 🕒 Время в { $hours }
load-go-branch = ➡️ { $branch }
load-button = 📊 Загруженность
load-picture = 🖼 Картинкой
load-picture-title = { $name } · { $day }
load-picture-axis = мест по записи
load-picture-came = пришли
load-picture-now = сейчас
load-picture-caption = Цветом — занятые места, серым — свободные. Над столбцом: сколько обычно ждут.
