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
    <i>Нажмите «Ответить» и напишите ответ или ответьте на это сообщение: слова уйдут человеку.</i>
inquiry-button-answer = ✍️ Ответить
inquiry-answer-prompt = № { $number }. Напишите ответ следующим сообщением: он уйдёт человеку.
inquiry-is-it-answer = Это ответ по обращению № { $number }? Человеку эти слова пока не отправлены.
inquiry-button-say = ✅ Отправить человеку
inquiry-said = ✅ № { $number }: ответ отправлен.
inquiry-say-again = Этих слов уже не видно. Нажмите «Ответить» на карточке и напишите их ещё раз.
inquiry-part = ➕ № { $number } { $words }
inquiry-button-take = 🙋 Беру
inquiry-button-release = ↩️ Вернуть
inquiry-button-pass-on = ⤴️ Дежурным
inquiry-button-close = ✅ Закрыть
inquiry-button-data = 👁 Адрес и телефон
inquiry-full-data = { $address } · { $phone }
