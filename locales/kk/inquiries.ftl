### Қызметкерлерге жазу: шағым, алғыс, үйге шақыру, сұрақ.

button-write = ✍️ Қызметкерлерге жазу
requests-inquiries = ✉️ Менің жолданымдарым
inquiry-which =
    <b>Не жазғыңыз келеді?</b>

    Қызметкерлер өз жұмыс чатында оқиды, жауабы осында келеді.
inquiry-kind-complaint = 😟 ХҚКО-ға шағым
inquiry-kind-thanks = 🙏 Алғыс айту
inquiry-kind-home_visit = 🏠 Үйге шақыру
inquiry-kind-question = 💬 Адамға сұрақ қою
inquiry-about = <b>Не туралы шағым?</b>
inquiry-ground-wrong_advice = Қате кеңес берді
inquiry-ground-long_queue = Кезек тым ұзақ
inquiry-ground-rudeness = Дөрекілік
inquiry-ground-groundless_refusal = Негізсіз бас тартты
inquiry-ground-long_service = Қызметті созды
inquiry-ground-other = Басқа
inquiry-whom =
    <b>Кімге бару керек?</b>

    Үйге өзі келе алмайтын адамға барады.
inquiry-group-veteran = Ардагер
inquiry-group-pensioner = Зейнеткер
inquiry-group-disability = Мүгедектігі бар адам
inquiry-group-other = Басқа: түсіндіріп жазамын
inquiry-where =
    <b>Қай ХҚКО туралы?</b>

    Атауының не көшесінің бір бөлігін жазыңыз, мысалы «Момышұлы», немесе тұрған жеріңізді жіберіңіз.
inquiry-no-place = Нақты ХҚКО туралы емес
inquiry-inside =
    <b>Қазір сол ХҚКО-дасыз ба?</b>

    Солай болса, жолданымыңыз бірінші болып барады.
inquiry-inside-now = 🔴 Иә, қазір іштемін
inquiry-inside-before = Жоқ, бұрын болған
inquiry-inside-line = 🔴 Дәл қазір болып жатыр
inquiry-words-complaint =
    <b>Не болды?</b>

    Күні мен уақытын, терезе нөмірін, кім не айтқанын жазыңыз. 1000 таңбаға дейін. ЖСН мен карта нөмірі керек емес.
inquiry-words-thanks =
    <b>Кімге, не үшін алғыс айтасыз?</b>

    Өз сөзіңізбен жазыңыз: қайда, қашан, қызметкердің аты кім, білсеңіз.
inquiry-words-home_visit =
    <b>Не рәсімдеу керек?</b>

    Мысалы: жеке куәлікті ауыстыру, төсектен тұра алмайды.
inquiry-words-question =
    <b>Сұрағыңызды жазыңыз</b>

    Оны кезекші қызметкер оқиды. 1000 таңбаға дейін. ЖСН, SMS коды мен карта нөмірін жазбаңыз.
inquiry-photo-may =
    { "" }
    5 фотоға дейін қосуға болады: мәтіннен бұрын, мәтінімен бірге немесе мәтіннен кейін. Құжаттарды суретке түсірмеңіз.
inquiry-photo-kept =
    { "" }
    📎 Фото сақталды. Енді мәтінін жазыңыз.
inquiry-photo-line = 📎 Фото саны: { $count }
inquiry-stray-words = Мұнда мәтін керек. Бір хабарламамен жазыңыз.
inquiry-address =
    <b>Қайда бару керек?</b>

    Қаланы не ауылды, көшені, үйді, пәтерді жазыңыз. Мысалы: Қызылорда, Абай көшесі, 10-үй, 5-пәтер
inquiry-address-line = 📍 { $address }
inquiry-phone =
    <b>Қай нөмірге қоңырау шалайық?</b>

    Мысалы: <code>+7 701 123 45 67</code>
inquiry-check =
    <b>Тексеріңіз</b>
    Тағы жазуға немесе фото жіберуге болады: осында қосамын.

    { $kind }
inquiry-send = ✅ Жіберу
inquiry-sent =
    <b>✅ Жіберілді. № { $number }</b>
    { $kind }
inquiry-sent-nobody =
    { "" }
    Кезекші чат әлі қосылмаған: қосылғанда бірден жеткіземін. Шұғыл болса, <b>1414</b> нөміріне қоңырау шалыңыз.
inquiry-sent-begins =
    { "" }
    Қазір жұмыс уақыты емес. Қызметкерлер жауап беруді бастайтын уақыт: { $at }. Шұғыл болса, <b>1414</b> нөміріне қоңырау шалыңыз.
inquiry-sent-ahead =
    { "" }
    { $ahead ->
        [0] Алдыңызда ешкім жоқ.
       *[other] Алдыңызда { $ahead } жолданым бар.
    }
inquiry-sent-usual = Әдетте { $low }–{ $high } минутта жауап береді.
inquiry-sent-inside =
    { "" }
    Сіз ХҚКО ішіндесіз: <b>1414</b> нөміріне де қоңырау шалыңыз. 08:00–20:00 аралығында ахуалдық орталық залды камерадан көреді, бірден араласады.
inquiry-sent-routes =
    { "" }
    Басқа жолдары: <b>1414</b>, facebook.com/gos.corporation, instagram.com/gos_corp. Ресми жолданым — eotinish.kz: жауабы 15 жұмыс күнінде.
inquiry-sent-1414 =
    { "" }
    1414-ке қоңырау шалсаңыз, былай деңіз: «Бот арқылы жазғанмын, нөмірі { $number }».
inquiry-write-more = ✍️ Қосып жазу
inquiry-close = ✅ Енді қажет емес
inquiry-new = ➕ Жаңа жолданым
inquiry-all =
    <b>Менің жолданымдарым</b>

    Қосып жазу не жабу үшін біреуін ашыңыз.
inquiry-none =
    <b>Менің жолданымдарым</b>

    Әзірге ештеңе жібермегенсіз.
inquiry-item = { $kind } · { $day } · { $state }
inquiry-state-sent = күтуде
inquiry-state-taken = қаралуда
inquiry-state-closed = жабылды
inquiry-told-sent = 🟡 Қызметкерді күтіп тұр.
inquiry-told-taken = 🔵 Қызметкер қарап жатыр, жауабы осында келеді.
inquiry-told-closed = ⚪️ Жабылды. Сұрағыңыз қалса, жаңасын жазыңыз.
inquiry-one =
    <b>№ { $number }</b> · { $kind }
    Жіберілді: { $at }
    { $state }

    { $words }
inquiry-more =
    <b>№ { $number }</b>

    Не қосасыз? Хабарлама не фото қызметкерге бірден барады.
inquiry-more-said = ✅ Қызметкерге жеткізілді.
inquiry-answer =
    <b>💬 № { $number } жолданымға жауап</b>

    { $text }
inquiry-answer-corrected =
    <b>💬 № { $number } жолданымға жауап түзетілді</b>

    { $text }
inquiry-late =
    Кешіріңіз: № { $number } жолданымыңызға әлі жауап берілмеді. Мамандарға еске салдық. Күте алмасаңыз, 1414 нөміріне қоңырау шалыңыз.
inquiry-unanswered =
    ⏳ <b>Жауап берілмеген жолданым: № { $number }</b>
    { $kind } · келген уақыты: { $since }
    Жүргізуші: { $owner }
inquiry-closed-told =
    <b>№ { $number } жолданым жабылды.</b>

    Сұрағыңыз қалса, жаңасын жазыңыз.
refusal-inquiry-many = Ашық жолданым саны { $count } болды. Жауабын күтіңіз немесе «Менің жолданымдарым» бөлімінде біреуін жабыңыз.
refusal-inquiry-unknown = Мұндай жолданым жоқ: деректері жойылған болуы мүмкін.
refusal-inquiry-no-photo = Үйге шақыруға фото керек емес: бәрін сөзбен жазыңыз.
refusal-inquiry-photos-full = Фото саны { $max } болды, одан артық сыймайды. «Жіберу» батырмасын басыңыз немесе сөзбен жазыңыз.
refusal-inquiry-closed = Бұл жолданым жабылған.
refusal-inquiry-outdated = Карточка өзгерді. Қайта қараңыз.
refusal-inquiry-taken = Оны { $owner } алып қойды.
refusal-inquiry-yours = Ол сізде тұр.
refusal-inquiry-take-first = Алдымен жолданымды өзіңізге алыңыз.
refusal-inquiry-not-yours = Жауап беретін адам: { $owner }.
refusal-inquiry-no-duty = Кезекші чат жоқ немесе жолданым сонда тұр.
refusal-inquiry-elsewhere = Бұл жолданым басқа чатқа берілді.

## Қызметкерлер чатындағы карточка
guide-complain = 😟 Шағымдану
guide-home-visit = 🏠 Үйге шақыру
