### ХҚКО талондары: көру, ауыстыру, жою, еске салу.

## Менің талондарым
bookings-all =
    <b>Менің талондарым</b>

    Ашу, ауыстыру немесе жою үшін талонды таңдаңыз.
bookings-none =
    <b>Менің талондарым</b>

    Қазір жазба жоқ.
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
    🟢 Жарамды. 5–10 минут ерте келіңіз.
bookings-state-displaced = { "" }
    🟠 Бұл уақытта ХҚКО жабық. Басқа уақытты таңдаңыз: жазбаңыз жоғалған жоқ.
bookings-state-checked-in = { "" }
    🟢 Белгілендіңіз. Талон нөмірі шақырылғанша күтіңіз.
bookings-state-served = { "" }
    ⚪️ Қызмет көрсетілді.
bookings-state-missed = { "" }
    ⚪️ Келмедіңіз. Қайта жазылуға болады.
bookings-state-cancelled = { "" }
    ⚪️ Жойылған.
bookings-over = { "" }
    ⚪️ Бару уақыты өтіп кетті.
bookings-picture-sent = Талон бөлек хабарламамен тағы бір рет келеді.
bookings-cancel =
    <b>Талон № { $ticket } жойылсын ба?</b>
    { $at }

    Себебі қандай? Бір рет басу жеткілікті, орын басқаларға босайды.
bookings-cancelled =
    <b>Талон № { $ticket } жойылды.</b>

    Орын босатылды. Керек болса, қайта жазылыңыз.
bookings-gone = Жарамды талондарыңыздың арасында мұндай талон жоқ: уақыты өткен, жойылған немесе оны сіз алмағансыз.
cancel-reason-busy = Бара алмаймын
cancel-reason-done = Енді қажет емес
cancel-reason-mistake = Қате жазылдым
cancel-reason-other = Басқа себеп


## Талон және еске салу
booking-picture = 🖼 Талонды суретпен жіберу
booking-move = 🔁 Ауыстыру
booking-cancel = ✖️ Жою
booking-keep = ← Жоймау
booking-coming = ✅ Барамын
booking-calendar = 📅 Күнтізбеге қосу
booking-map = 📍 Картада көру
booking-reminder =
    <b>⏰ Еске салу: талон № { $ticket }</b>

    🗓 { $at }
    🏢 { $branch }
    📍 { $address }
    👤 { $whom }
    🧾 { $service }

    Жеке куәлігіңізді ала барыңыз. Барасыз ба?
booking-reminder-only =
    <b>⏰ Еске салу: талон № { $ticket }</b>

    🗓 { $at }
    🏢 { $branch }
    📍 { $address }
    👤 { $whom }
    🧾 { $service }

    Жеке куәлігіңізді ала барыңыз. Барамын деп жауап бергенсіз.
booking-coming-noted = ✅ <b>Барамын деп жауап бердіңіз.</b> Жоспарыңыз өзгерсе, уақытын ауыстырыңыз немесе жойыңыз.
booking-now-moved =
    🔁 <b>АУЫСТЫРЫЛДЫ: { $at }</b>
    🏢 { $branch }

    Тек жаңа талон жарамды.
booking-now-cancelled =
    ✖️ <b>ЖОЙЫЛДЫ</b>

    Бұл талонмен қабылдамайды.
booking-now-displaced =
    🟠 <b>ЖАРАМСЫЗ</b>

    Бұл уақытта ХҚКО сізді қабылдай алмайды. Басқа уақыт таңдаңыз: ұсыныс бөлек хабарламамен келеді.
booking-now-missed =
    ⚪️ <b>КЕЛМЕДІҢІЗ</b>

    Бұл талонмен енді қабылдамайды.
booking-now-over =
    ⚪️ <b>КҮНІ ӨТТІ</b>

    Бұл талонмен енді қабылдамайды.
booking-given-back =
    ✅ <b>ХҚКО қайта ашылады, бұрынғы уақытыңыз қайтарылды</b>
    🗓 <b>{ $at }</b>
    🏢 { $branch }

    Талон артынан келеді.
booking-bring = Өзіңізбен бірге: { $papers }.
booking-bring-ask = Жеке куәлігіңізді ала барыңыз; тағы қандай құжат керегін 1414 нөмірінен біліңіз.
booking-see-you = Жақсы! Сізді күтеді: { $at }. Талон № { $ticket }.
booking-copy = 📋 Көшіру
ticket-copy = ХҚКО, талон № { $ticket }. { $at }. { $branch }, { $address }
booking-calendar-title = ХҚКО: талон № { $ticket }, { $branch }
booking-calendar-caption = Файлды ашыңыз, телефон баратын уақытты күнтізбеге қосады.
booking-calendar-moved = Уақыты өзгерді. Файлды ашыңыз, телефон күнтізбедегі баратын уақытты түзетеді.
booking-calendar-gone = Бұл талон енді жарамсыз. Файлды ашыңыз, телефон баратын уақытты күнтізбеден алып тастайды; қалып қойса, өзіңіз өшіріңіз.
booking-no-map = Картадағы нүктесі белгісіз. Мекенжайы: { $address }.
ticket-title = ХҚКО талоны
ticket-demo = Демо: мұндай ХҚКО шын мәнінде жоқ.
ticket-qr = боттағы талон
ticket-caption =
    <b>Талон № { $ticket }</b>
    🗓 <b>{ $at }</b>
    🏢 { $branch }
    📍 { $address }
    👤 { $whom }
    🧾 { $service }
    🎒 { $bring }
    ♿️ { $access }

    Бара алмасаңыз, ауыстырыңыз немесе жойыңыз: орын басқа адамға тиеді.
