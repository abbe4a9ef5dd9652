### Азаматтар жазғандары қызметкерлер чатында: карточка, батырмалар.

## Қызметкерлер чатындағы карточка
inquiry-card =
    <b>{ $kind } № { $number }</b>
    { $state } · { $owner } · { $at }
inquiry-card-inside = 🔴 <b>АДАМ ҚАЗІР ХҚКО-ДА ТҰР</b>
inquiry-card-ground = Себебі: { $ground }
inquiry-card-place = 🏢 { $place }
inquiry-card-words =
    { "" }
    <blockquote>{ $words }</blockquote>
inquiry-card-phone = ☎️ { $phone }
inquiry-card-how =
    { "" }
    <i>Осы хабарламаға жауап жазыңыз: сөзіңіз адамға барады.</i>
inquiry-part = ➕ № { $number } { $words }
inquiry-button-take = 🙋 Аламын
inquiry-button-release = ↩️ Қайтару
inquiry-button-pass-on = ⤴️ Кезекшілерге
inquiry-button-close = ✅ Жабу
inquiry-button-data = 👁 Мекенжай мен телефон
inquiry-full-data = { $address } · { $phone }
