### ХҚКО кезегі: жазылу, талон, ауыстыру, жою, еске салу.

queue-name = { $name }
button-book = 🎫 ХҚКО-да кезек алу
button-bookings = 🗓 Менің талондарым

## Не үшін
queue-section =
    <b>ХҚКО кезегі</b>

    Қандай шаруамен барасыз?
queue-as-before = { "" }
    🔁 <b>Соңғы рет:</b> { $service }
    🏢 { $branch }
    👤 { $person }
queue-again = 🔁 Өткен жолғыдай
queue-section-ready = 📬 Дайын құжатты алу
queue-section-family = 👨‍👩‍👧 Отбасы, бала, зейнетақы
queue-section-papers = 📄 Анықтама, кеңес, жер
queue-section-vehicle = 🚗 Көлік және жүргізуші куәлігі
queue-section-identity = 🪪 Жеке куәлік, төлқұжат
queue-section-online = 💻 ЭЦҚ, тіркеу (прописка)
queue-service =
    <b>{ $title }</b>

    Қызметті таңдаңыз.

## Қашан
queue-day =
    <b>{ $branch }</b>
    🧾 { $service }

    Қай күнге? «•» — орын аз, «✕» — орын жоқ, «–» — жұмыс істемейді.
queue-day-move =
    <b>Талонды ауыстыру</b>
    { $branch }
    🧾 { $service }

    Қай күнге? «•» — орын аз, «✕» — орын жоқ, «–» — жұмыс істемейді. Жаңа уақытты растағанша бұрынғы уақыт сізде қалады.
queue-add-service = ➕ Тағы бір қызмет қосу
queue-one-service = ➖ Екінші қызметті алып тастау
queue-second =
    <b>Тағы қандай қызмет керек?</b>

    Біріншісі: { $service }. Екеуін бір келгенде, бірінен кейін бірін бітіресіз: қатар тұрған орындарды ғана ұсынамын.
queue-day-full = Орын жоқ: { $day }. Басқа күнді таңдаңыз.
queue-day-over = Бұл күнге жазылуға кеш: { $day }. Келесі күнді таңдаңыз.
queue-day-closed = ХҚКО жұмыс істемейді: { $day }. Басқа күнді таңдаңыз.
queue-day-holiday = ХҚКО жұмыс істемейді: { $day } ({ $holiday }). Басқа күнді таңдаңыз.
queue-time =
    <b>{ $day }</b>
    { $branch }

    { $words }
queue-time-words = Уақытты таңдаңыз. Орын бірден сізге { $minutes } минутқа сақталады.
queue-time-none = Бос уақыт қалмады. Артқа қайтып, басқа күнді таңдаңыз.
queue-part-morning = 12-ге дейін ({ $count })
queue-part-noon = 12–15 ({ $count })
queue-part-evening = 15-тен кейін ({ $count })
queue-time-of-day = { $day } · { $time }
queue-taken = <b>Ең жақын бос уақыт</b> — { $branch }. Бассаңыз, орын сізге сақталады.
queue-all-taken = Жақын күндерде орын жоқ: { $branch }. Басқа ХҚКО-ны көріңіз немесе <b>1414</b> нөміріне қоңырау шалыңыз.
queue-other-day = 📅 Басқа күн
queue-keep-time = Өзгертпей қалдыру

## Кім үшін
queue-whom =
    <b>{ $at }</b>
    { $hold }

    Кезек кімге алынады?
queue-whom-held = ⏳ Орын сізге сақталып тұр, мерзімі: <b>{ $until }</b>
queue-whom-lapsed = ⌛️ Орын енді сақталмайды. Деректерді толтырып болыңыз, орынды қайта тексеремін.
queue-person-rule = Бір адамға 10 күнде бір рет жазылуға болады (ХҚКО мен мамандандырылған ХҚКО бөлек есептеледі).
queue-seller-rule = ❗️ Көлікті қайта тіркеу: кезек <b>сатушының атына</b> алынуы керек. Сатушы сіз болмасаңыз, «Басқа адамға» дегенді таңдап, оның ЖСН-ін жазыңыз.
queue-whom-known = 🙋 Өзіме (ЖСН { $iin })
queue-whom-self = 🙋 Өзіме
queue-whom-person = 👥 { $relation }: { $iin }
queue-whom-other = 👥 Басқа адамға
queue-own-iin =
    <b>Жеке сәйкестендіру нөміріңіз (ЖСН)</b>

    12 цифрды жазыңыз. Қайта сұрамас үшін есте сақтаймын.
queue-other-iin =
    <b>Ол адамның ЖСН-і</b>

    12 цифрды жазыңыз. Ол адам өзіне кезек алып жатқаныңызды білуі керек.
queue-relation = Ол сізге кім болады?
relation-self = өзіңіз
relation-parent = Әке не ана
relation-child = Бала
relation-spouse = Жұбай
relation-grandparent = Ата не әже
relation-relative = Басқа туыс
relation-helper = Туыс емес
queue-limit = Бір адамға 10 күнде бір рет жазылуға болады. Бұрынғы жазбаны ауыстыруға немесе кейінгі күнді таңдауға болады.
queue-move-existing = 🔁 Бұрынғы жазбаны ауыстыру
queue-other-person = 👥 Басқа адамды жазу

## Тексеру
queue-check =
    <b>Тексеріңіз</b>

    🧾 { $service }
    🗓 <b>{ $at }</b>, { $minutes } минут
    🏢 { $branch }
    📍 { $address }
    👤 { $person }
    🎒 { $bring }
    ♿️ { $access }
queue-held-until = { "" }
    ⏳ Орын сізге сақталып тұр, мерзімі: <b>{ $until }</b>. Осы уақытқа дейін растаңыз.
queue-not-held = { "" }
    ⌛️ Уақыт бітті, орын енді сақталмайды. «Осы уақытты қайта алу» батырмасын басыңыз: бос болса, жалғастырамыз.
queue-confirm = ✅ Растау
queue-confirm-move = ✅ Ауыстыру
queue-take-again = 🔄 Осы уақытты қайта алу
queue-other-time = 📅 Басқа уақыт
queue-booked =
    <b>✅ Кезек алынды. Талон № { $ticket }</b>

    🗓 { $at }
    🏢 { $branch }
    📍 { $address }

    Талон төмендегі хабарламада. Алдын ала еске саламын.
queue-moved =
    <b>✅ Ауыстырылды. Талон № { $ticket }</b>

    🗓 { $at }
    🏢 { $branch }
    📍 { $address }

    Бұрынғы уақыт босатылды. Жаңа талон төмендегі хабарламада.

## Бас тарту
refusal-seat-taken = Бұл орынды жаңа ғана басқа адам алды.
refusal-hold-lapsed = Растау уақыты бітті, орын енді сақталмайды.
refusal-booking-past = Бұл уақыт өтіп кетті. Басқасын таңдаңыз.
refusal-booking-too-soon = Бұл уақытқа { $minutes } минуттан аз қалды. Кейінірек уақытты таңдаңыз.
refusal-booking-too-far = Ең көбі { $days } күн бұрын жазылуға болады. Жақынырақ күнді таңдаңыз.
refusal-booking-closed = Бұл уақытта ХҚКО қабылдамайды. Басқасын таңдаңыз.
refusal-booking-limit = Бұл адамның жазбасы бар: { $day }. Жаңадан жазылуға болатын күн: { $again }.
refusal-booking-over = Бұл жазба енді жоқ: уақыты өткен, ауыстырылған немесе жойылған.
refusal-person-erased = Бұл ЖСН ботта енді сақталмайды. Талон кімге керек екенін қайта таңдап, ЖСН-ді жаңадан жазыңыз.

## Менің талондарым
bookings-all =
    <b>Менің талондарым</b>

    Ашу, ауыстыру немесе жою үшін талонды таңдаңыз.
bookings-none =
    <b>Менің талондарым</b>

    Қазір жазба жоқ.
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
bookings-picture-sent = Талонды тағы бір рет жібердім, ол төменде.
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
    🧾 { $service }

    Жеке куәлігіңізді ала барыңыз. Барасыз ба?
booking-bring = Өзіңізбен бірге: { $papers }.
booking-bring-ask = Жеке куәлігіңізді ала барыңыз; тағы қандай құжат керегін 1414 нөмірінен біліңіз.
queue-two-services = { $first } және { $second }
queue-for-person = ЖСН { $iin } ({ $relation })
queue-for-seller = Сатушы, ЖСН { $iin } ({ $relation })
queue-access-yes = Кресло-арбамен кіруге болады.
queue-access-no = Кресло-арбамен кіру қиын: 1414 нөмірінен көмек сұраңыз.
queue-access-unknown = Кресло-арбамен кіруге бола ма, 1414 нөмірінен біліңіз.
booking-see-you = Жақсы! Сізді күтеді: { $at }. Талон № { $ticket }.
booking-copy = 📋 Көшіру
ticket-copy = ХҚКО, талон № { $ticket }. { $at }. { $branch }, { $address }
booking-calendar-title = ХҚКО: талон № { $ticket }, { $branch }
booking-calendar-caption = Файлды ашыңыз, телефон баратын уақытты күнтізбеге қосады.
booking-no-map = Картадағы нүктесі белгісіз. Мекенжайы: { $address }.
hold-lapsed-notice =
    ⌛️ <b>Орын енді сақталмайды</b>: уақытында расталмады.

    Батырманы басыңыз: уақыт әлі бос болса, оны қайта алуға болады.
hold-again = 🔄 Жазылуды жалғастыру
ticket-title = ХҚКО талоны
ticket-demo = Демо: мұндай ХҚКО шын мәнінде жоқ.
ticket-qr = боттағы талон
ticket-caption =
    <b>Талон № { $ticket }</b>
    🗓 <b>{ $at }</b>
    🏢 { $branch }
    📍 { $address }
    🧾 { $service }
    🎒 { $bring }
    ♿️ { $access }

    Бара алмасаңыз, ауыстырыңыз немесе жойыңыз: орын басқа адамға тиеді.
