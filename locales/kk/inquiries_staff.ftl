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
    <i>«Жауап беру» батырмасын басып жазыңыз немесе осы хабарламаға жауап қайтарыңыз: сөзіңіз адамға барады.</i>
inquiry-button-answer = ✍️ Жауап беру
inquiry-answer-prompt = № { $number }. Жауабыңызды келесі хабарламаңызбен жазыңыз: ол адамға барады.
inquiry-is-it-answer = Бұл № { $number } жолданымға жауап па? Бұл сөздер адамға әзірге жіберілген жоқ.
inquiry-button-say = ✅ Адамға жіберу
inquiry-said = ✅ № { $number }: жауап жіберілді.
inquiry-say-again = Бұл сөздер енді көрінбейді. Карточкадағы «Жауап беру» батырмасын басып, қайта жазыңыз.
inquiry-part = ➕ № { $number } { $words }
inquiry-button-take = 🙋 Аламын
inquiry-button-release = ↩️ Қайтару
inquiry-button-pass-on = ⤴️ Кезекшілерге
inquiry-button-close = ✅ Жабу
inquiry-button-data = 👁 Мекенжай мен телефон
inquiry-full-data = { $address } · { $phone }
