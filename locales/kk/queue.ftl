### ХҚКО кезегі: жазылу, ауыстыру, ұсталған уақыт, жүктеме.

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

    Қай күнге? «!» — орын аз, «✕» — орын жоқ, «–» — жұмыс істемейді.
queue-day-move =
    <b>Талонды ауыстыру</b>
    { $branch }
    🧾 { $service }

    Қай күнге? «!» — орын аз, «✕» — орын жоқ, «–» — жұмыс істемейді. Жаңа уақытты растағанша бұрынғы уақыт сізде қалады.
queue-day-today-late =
    { "" }
    «⌛» — бүгінге жазылу уақыты өтіп кетті.
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
queue-at-today = бүгін, { $at }
queue-at-tomorrow = ертең, { $at }
queue-time-today = бүгін, { $day } · { $time }
queue-time-tomorrow = ертең, { $day } · { $time }
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
queue-whom-ending = ⏳ Орынды сізге тағы бір минуттан аз ұстап тұрамын
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
queue-people =
    <b>Басқаларға алынған талондар</b>

    Уақыт бәріне жетуі үшін бір аккаунттан азғана адам жазылады: өзіңізді қосқанда бір мезгілде ең көбі { $people } адам.

    Не істеуге болады: керек емес талонды жою, бұрын жазған адамыңызды таңдау немесе ол адамнан өз телефонынан жазылуын сұрау. egov.kz сайтында және 1414 нөмірі арқылы да жазылуға болады.
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
queue-check-before = { "" }
    ↩️ Қазіргі жазбаңыз: { $at }, { $branch }. Бұл уақыт босайды.
queue-held-until = { "" }
    ⏳ Орын сізге сақталып тұр, мерзімі: <b>{ $until }</b>. Осы уақытқа дейін растаңыз.
queue-held-ending = { "" }
    ⏳ Орын сізге тағы бір минуттан аз сақталады. Растап үлгеріңіз.
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
    👤 { $whom }

    Талон төмендегі хабарламада. Алдын ала еске саламын.
queue-moved =
    <b>✅ Ауыстырылды. Талон № { $ticket }</b>

    🗓 { $at }
    🏢 { $branch }
    📍 { $address }
    👤 { $whom }

    Бұрынғы уақыт босатылды. Жаңа талон төмендегі хабарламада.

## Бас тарту
refusal-seat-taken = Бұл орынды жаңа ғана басқа адам алды.
refusal-hold-lapsed = Растау уақыты бітті, орын енді сақталмайды.
refusal-booking-past = Бұл уақыт өтіп кетті. Басқасын таңдаңыз.
refusal-booking-too-soon = Бұл уақытқа { $minutes } минуттан аз қалды. Кейінірек уақытты таңдаңыз.
refusal-booking-too-far = Ең көбі { $days } күн бұрын жазылуға болады. Жақынырақ күнді таңдаңыз.
refusal-booking-closed = Бұл уақытта ХҚКО қабылдамайды. Басқасын таңдаңыз.
refusal-booking-limit = Бұл адамды жазып қойғансыз: { $day }. Жаңадан жазылуға болатын күн: { $again }.
refusal-booking-people = Бір аккаунттан жазуға болатын адам саны толды: { $people }.
refusal-booking-pause = Бір тәулікте жаңа адамдарды көп жаздыңыз. Келесісін жазуға болатын уақыт: { $opens }. Бұрын жазған адамдарыңызды қазір де жаза аласыз.
refusal-booking-over = Бұл жазба енді жоқ: уақыты өткен, ауыстырылған немесе жойылған.
refusal-person-erased = Бұл ЖСН ботта енді сақталмайды. Талон кімге керек екенін қайта таңдап, ЖСН-ді жаңадан жазыңыз.

## Талон және еске салу
queue-two-services = { $first } және { $second }
queue-for-person = ЖСН { $iin } ({ $relation })
queue-for-seller = Сатушы, ЖСН { $iin } ({ $relation })
queue-access-yes = Кресло-арбамен кіруге болады.
queue-access-no = Кресло-арбамен кіру қиын: 1414 нөмірінен көмек сұраңыз.
queue-access-unknown = Кресло-арбамен кіруге бола ма, 1414 нөмірінен біліңіз.
hold-lapsed-notice =
    ⌛️ <b>Орын енді сақталмайды</b>: уақытында расталмады.

    Батырманы басыңыз: уақыт әлі бос болса, оны қайта алуға болады.
hold-again = 🔄 Жазылуды жалғастыру

## Сақталып тұрған уақыттар
alternative-time = { $day } · { $time }
alternative-other = 📅 Басқа уақыт
alternative-stay = Өзгертпей қалдыру
alternative-show = 🔄 Басқа уақыттарды көрсету
alternatives-coming = Жақын уақыттарды іздеп жатырмын, қазір келеді.
alternatives-line = { "" }
    • { $at } — { $branch }{ $more }
alternatives-move =
    <b>🔁 № { $ticket } талонды ауыстыру</b>

    Ең жақын уақыттар сізге сақталып тұр, мерзімі: <b>{ $until }</b>
    { $times }

    Біреуін бассаңыз, жаңа талон келеді. Таңдағанша бұрынғы уақыт сізде қалады: { $at }.
alternatives-move-none =
    <b>🔁 № { $ticket } талонды ауыстыру</b>

    Жақын арада бос уақыт жоқ. Бұрынғы уақыт сізде қалады: { $at }.
    «Басқа уақыт» батырмасын бассаңыз, барлық күнді көрсетемін.
alternatives-missed =
    <b>№ { $ticket } талон бойынша келмедіңіз</b>
    { $at }, { $branch }

    Басқа уақытта келуге болады. Мына уақыттар сізге сақталып тұр, мерзімі: <b>{ $until }</b>
    { $times }

    Біреуін бассаңыз, талон келеді.
alternatives-missed-none =
    <b>№ { $ticket } талон бойынша келмедіңіз</b>
    { $at }, { $branch }

    Қазір жақын арада бос уақыт жоқ. «Басқа уақыт» батырмасын бассаңыз, басқа күндер мен ХҚКО-ны көрсетемін.
alternative-taken = ✅ { $at }. { $branch }. № { $ticket } талон төмендегі хабарламада.
alternative-lapsed =
    ⌛️ <b>Бұл уақыт сізге енді сақталмайды</b>: мерзімі бітті.

    «Басқа уақыттарды көрсету» батырмасын басыңыз: ең жақын бос уақыттарды тауып, қайта сақтап қоямын.
alternative-refused =
    ⚠️ { $problem }

    «Басқа уақыт» батырмасын бассаңыз, барлық күнді көрсетемін.
alternative-stayed = Жақсы, ештеңе өзгертпеймін.


## Жабу және сағаттарды өзгерту
alternatives-branch-why =
    { $branch }
    Себебі: { $reason }
alternatives-displaced =
    ⚠️ <b>№ { $ticket } талон: ХҚКО сізді бұл уақытта қабылдай алмайды</b>
    { $at }, { $branch }

    Басқа уақыттар сізге сақталып тұр, мерзімі: <b>{ $until }</b>
    { $times }

    Біреуін бассаңыз, жаңа талон келеді.
alternatives-displaced-none =
    ⚠️ <b>№ { $ticket } талон: ХҚКО сізді бұл уақытта қабылдай алмайды</b>
    { $at }, { $branch }

    Жақын арада бос уақыт жоқ. «Басқа уақыт» батырмасын бассаңыз, басқа күндер мен ХҚКО-ны көрсетемін.

## Жүктеме
load-quiet = тыныш
load-normal = қалыпты
load-busy = адам көп
load-screen =
    <b>{ $branch }</b>
    { $now }
    { $hours }{ $quieter }
load-now = Қазір <b>{ $load }</b>: кезекте { $waiting } адам бар, жаңа келген адам шамамен { $low }–{ $high } мин күтеді.
load-now-unknown = Қазір кезекте қанша адам бары белгісіз.
load-hour = { "" }
    { $hours } — { $told }{ $more }
load-hour-usual = { $load }, әдетте { $low }–{ $high } мин күтеді
load-hour-booked = { $load }, жазылып алынған орындар: { $booked }, барлығы: { $seats }
load-minutes = { $low }–{ $high } мин
load-quieter-hour = { "" }

    🌿 <b>Бүгін { $hours } аралығында тыныш</b>: әдетте күту уақыты — { $wait }. Кемінде { $saves } мин үнемдейсіз.{ $more }
load-quieter-branch = { "" }

    🌿 <b>Басқа ХҚКО-да тыныш: { $branch }</b>. Онда қазір күту уақыты — { $wait }. Кемінде { $saves } мин аз күтесіз.{ $more }
load-quieter-near = { "" }

    🌿 <b>Басқа ХҚКО-да тыныш: { $branch }</b>, оған дейін { $km } км. Онда қазір күту уақыты — { $wait }. Кемінде { $saves } мин аз күтесіз.{ $more }
load-go-hour = 🕒 { $hours } аралығы
load-go-branch = ➡️ { $branch }
load-button = 📊 Жүктеме
load-picture = 🖼 Сурет түрінде
load-picture-title = { $name } · { $day }
load-picture-axis = жазылуға берілген орындар
load-picture-came = келгендер
load-picture-now = қазір
load-picture-caption = Түсті бөлігі — алынған орындар, сұр бөлігі — бос орындар. Баған үстінде әдеттегі күту уақыты.
