### Чат ЦОН: окна, вызов, список дня, плакат у двери.

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


## Плакат у двери
desk-poster-caption = Плакат для двери: распечатайте на А4. Кто записан, сканирует QR-код и попадает в очередь.
poster-title = Вы записаны? Отметьтесь здесь
poster-how = Наведите камеру телефона на код — и вы в очереди. Бот скажет, сколько человек перед вами и к какому окну подойти.
poster-without-booking = Нет записи? Тот же код покажет, принимают ли сегодня без записи, и запишет на удобное время.
