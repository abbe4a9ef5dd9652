### Окна ЦОН: приход, вызов, список дня, загруженность, плакат у двери.

## Панель в чате
desk-panel =
    <b>{ $name }</b> · { $day }
    В очереди: <b>{ $waiting }</b>, из них без записи: { $walkins }. Отложено: { $parked }
    Загруженность: <b>{ $load }</b>. Новому ждать { $low }–{ $high } мин

desk-panel-nobody = За окнами никого. Нажмите «Моё окно».
desk-panel-free = Окно { $window } · { $name }: свободно
desk-panel-busy = Окно { $window } · { $name }: <b>№ { $ticket }</b>, вызовов: { $calls }
desk-panel-empty = { "" }
    В очереди никого нет.
desk-panel-next = { "" }
    <b>Следующие:</b>
desk-panel-booked = № { $ticket } · запись на { $at }
desk-panel-walkin = № { $ticket } · без записи, пришёл в { $at }
desk-button-next = 📣 Вызвать следующего
desk-button-served = ✅ Обслужен
desk-button-recall = 🔁 Ещё раз
desk-button-park = ⏸ Отложить
desk-button-missed = 🚫 Не пришёл
desk-button-walkin = ➕ Без записи
desk-button-today = 📋 Сегодня
desk-button-window = 🪟 Моё окно
desk-button-poster = 🖨 Плакат
desk-button-parked = ▶️ № { $ticket }
desk-called = № { $ticket } → окно { $window }
desk-did-served = № { $ticket }: обслужен
desk-did-recall = № { $ticket }: вызван ещё раз
desk-did-park = № { $ticket }: отложен. Вернуть: кнопкой с номером.
desk-did-missed = № { $ticket }: не пришёл
desk-did-walkin = Без записи: талон № { $ticket }. Назовите номер посетителю.
desk-window-which = За каким вы окном? Другое число — командой <code>/window 14</code>
desk-window-set = Вы за окном № { $window }.
desk-checked-in = ✅ <b>№ { $ticket }</b>, запись на { $at }: в очереди. Перед ним: { $ahead }
desk-checked-in-walkin = ✅ <b>№ { $ticket }</b>, без записи: в очереди. Перед ним: { $ahead }
desk-checked-in-called = <b>№ { $ticket }</b> уже вызван к окну { $window }.
error-desk-window-how = Напишите номер окна: <code>/window 3</code>
error-desk-walkins-how = Напишите, какая доля окон принимает без записи, в процентах: <code>/walkins 20</code>. Только по записи: <code>/walkins 0</code>
refusal-desk-window-first = Сначала укажите своё окно: кнопка «Моё окно».
refusal-desk-window-busy = За этим окном сейчас обслуживает { $name }. Выберите другое.
refusal-desk-finish-first = У вас № { $ticket }. Сначала отметьте: обслужен, отложен или не пришёл.
refusal-desk-line-empty = В очереди никого нет.
refusal-desk-gone = Этого посетителя в очереди уже нет.
refusal-desk-nobody-called = Вы никого не вызвали. Нажмите «Вызвать следующего».
refusal-desk-most-calls = Больше вызывать нельзя (всего вызовов: { $count }). Отложите или отметьте «Не пришёл».

## Сегодня
desk-today =
    <b>{ $name }</b> · { $day }
    Всего: { $all }. Обслужено: { $served }. Сейчас здесь: { $there }. Не пришли: { $missed }
desk-today-none = На сегодня никого нет.
desk-today-line = { $at } · <b>{ $ticket }</b> · { $service } · { $state }
desk-today-file = 📄 Файлом
desk-today-caption = Список на { $day }
desk-without-booking = без записи
desk-state-active = ждём
desk-state-displaced = выбирает другое время
desk-state-checked-in = в очереди
desk-state-waiting = в очереди
desk-state-called = у окна
desk-state-parked = отложен
desk-state-served = обслужен
desk-state-missed = не пришёл
desk-state-left = ушёл из очереди
desk-state-over = не отмечен
desk-column-time = Время записи
desk-column-ticket = Талон
desk-column-service = Услуга
desk-column-state = Состояние
desk-column-arrived = Пришёл
desk-column-called = Вызван
desk-column-ended = Закончен
desk-column-window = Окно
desk-column-operator = Оператор

## Приход
arrival = <b>{ $branch }</b>

arrival-nothing = Отсканируйте QR-код у двери ещё раз.
arrival-in-line =
    ✅ <b>Вы в очереди.</b> Талон: <b>{ $tickets }</b>

    Сколько человек перед вами, покажу в сообщении ниже — оно обновляется само. Когда подойдёт очередь, пришлю номер окна.
arrival-join = 🚶 Встать в очередь без записи
visit-book = 🎫 Записаться
refusal-desk-no-ticket = Талона с таким номером здесь на сегодня нет. Проверьте номер и день.
refusal-desk-other-branch = Этот талон в другой ЦОН: { $branch }. Здесь по нему не примут.
refusal-desk-other-day = Этот талон не на сегодня: { $at }. Приходите в свой день или перенесите визит в «Мои талоны».
refusal-desk-too-early = Ещё рано. Отметиться можно с { $since }. Отсканируйте QR-код тогда.
refusal-desk-too-late = Ваше время прошло: опоздавших по этому талону принимали до { $until }. Другое время — кнопкой «Записаться».
refusal-desk-nothing-booked = Записи на ваше имя в этот ЦОН на сегодня нет.
refusal-desk-closed = ЦОН сейчас закрыт. Отсканируйте QR-код в часы работы.
refusal-desk-booked-only = Этот ЦОН принимает только по записи. Выберите день и время кнопкой «Записаться».
refusal-desk-ticket-cancelled = Этот талон отменён. Возьмите новый.
refusal-desk-ticket-displaced = Время этого талона закрыто. Выберите другое в «Мои талоны».
refusal-desk-ticket-served = По этому талону уже обслужили.
refusal-desk-ticket-missed = Визит по этому талону не состоялся. Возьмите новый талон.
refusal-desk-ticket-left = По этому талону из очереди ушли. Возьмите новый.
refusal-desk-ticket-over = День этого талона прошёл. Возьмите новый.

## Посетителю
visit-called =
    📣 <b>Подойдите к окну { $window }</b>
    Талон № { $ticket }, { $branch }
visit-missed =
    <b>Талон № { $ticket }: вас вызывали, но вы не подошли</b>
    { $branch }

    Ещё нужно? Отсканируйте QR-код у двери снова или запишитесь на удобное время.
visit-line-waiting =
    🕐 <b>Перед вами: { $ahead }</b>
    Талон № { $ticket }, { $branch }
    Ждать примерно { $low }–{ $high } мин

    Сообщение обновляется само. Когда вас вызовут, придёт новое — с номером окна.
visit-line-called = 📣 Талон № { $ticket }: вас ждут у окна <b>{ $window }</b>.
visit-line-parked =
    ⏸ Талон № { $ticket } отложен, место по времени за вами.
    Когда будете готовы, подойдите к окну или отсканируйте QR-код у двери.
visit-line-served = ✅ Талон № { $ticket }: вас обслужили. { $branch }
visit-line-missed = Талон № { $ticket }: вызвали, но вы не подошли.
visit-line-left = Талон № { $ticket }: вы ушли из очереди.
visit-line-over = Талон № { $ticket }: день закончился, очередь закрыта. Запишитесь на другой день.
visit-leave = Уйти из очереди
visit-leave-yes = Да, уйти: место пропадёт
visit-leave-no = Остаться
visit-left = Вы ушли из очереди. Записаться снова можно в любое время: /book

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

## Плакат у двери
desk-poster-caption = Плакат для двери: распечатайте на А4. Кто записан, сканирует QR-код и попадает в очередь.
poster-title = Вы записаны? Отметьтесь здесь
poster-how = Наведите камеру телефона на код — и вы в очереди. Бот скажет, сколько человек перед вами и к какому окну подойти.
poster-without-booking = Нет записи? Тот же код покажет, принимают ли сегодня без записи, и запишет на удобное время.
