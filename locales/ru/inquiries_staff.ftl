### Обращения в чате сотрудников: карточка, кнопки.

## Карточка в чате сотрудников
inquiry-card =
    <b>{ $kind } № { $number }</b>
    { $state } · { $owner } · { $at }
inquiry-card-inside = 🔴 <b>ЧЕЛОВЕК СЕЙЧАС В ЦОНЕ</b>
inquiry-card-ground = Причина: { $ground }
inquiry-card-place = 🏢 { $place }
inquiry-card-words =
    { "" }
    <blockquote>{ $words }</blockquote>
inquiry-card-phone = ☎️ { $phone }
inquiry-card-how =
    { "" }
    <i>Ответьте на это сообщение: слова уйдут человеку.</i>
inquiry-part = ➕ № { $number } { $words }
inquiry-button-take = 🙋 Беру
inquiry-button-release = ↩️ Вернуть
inquiry-button-pass-on = ⤴️ Дежурным
inquiry-button-close = ✅ Закрыть
inquiry-button-data = 👁 Адрес и телефон
inquiry-full-data = { $address } · { $phone }
