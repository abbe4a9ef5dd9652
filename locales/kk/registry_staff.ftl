### Төлем тізілімдері: чаттағы файл, бағандар, айырма, жүктеу, қайтару; командалық жолдан да осылай.

## Чаттағы файл
registry-file = файл
registry-state-received = 📥 <b>{ $file }</b>
    Файлда не барын қарап жатырмын…
registry-state-columns =
    📥 <b>{ $file }</b>
    Кейбір бағандарды тақырыбынан тани алмадым. Бір рет айтсаңыз болды: тақырыптары осындай файлдар үшін есте сақтаймын.

    Анықталғаны: { $settled } / { $total }
    <b>{ $field } — қай баған?</b>
registry-field-programme = төлем бағдарламасы
registry-field-iin = ЖСН
registry-field-last_name = тегі
registry-field-first_name = аты
registry-field-phone = телефон
registry-field-application_no = өтініш нөмірі
registry-field-status = өтініштің жағдайы
registry-field-status_at = жағдайдың күні
registry-field-reason = бас тарту себебі
registry-field-amount = сома, теңгемен
registry-field-iban = шот (IBAN)
registry-field-bank = банк коды
registry-button-none = Мұндай баған жоқ
registry-state-reading =
    📥 <b>{ $file }</b>
    Оқып, тізіліммен салыстырып жатырмын: { $percent } %

## Айырма
registry-state-ready =
    📋 <b>{ $file }</b>
    Жол саны: { $rows }

    🆕 Жаңа: { $added }
    ✏️ Өзгереді: { $changed }
    ▫️ Өзгеріссіз: { $unchanged }
    ⛔ Болмайтын ауысу: { $illegal }
    ❗ Қатесі бар: { $bad }

    Әзірге ештеңе өзгерген жоқ. Жүктейін бе?
registry-restored =
    {""}

    ЖСН басындағы түсіп қалған нөлдер қалпына келтірілді, жол саны: { $restored }.
registry-left-out =
    {""}

    Қатесі бар және болмайтын ауысу тұрған жолдар жүктелмейді, олар төмендегі файлда.
registry-button-apply = ✅ Жүктеу
registry-button-columns = 🔀 Бағандарды қайта көрсету
registry-button-stop = ✖️ Тоқтату
registry-state-same =
    📋 <b>{ $file }</b>
    Өзгертетін ештеңе жоқ. Өзгеріссіз жолдар: { $unchanged }, болмайтын ауысулар: { $illegal }, қатесі барлар: { $bad }.
registry-problems-file = qateler-{ $number }.csv
registry-problems = Жүктелмейтін жолдар: { $count }. Файлда жолдың нөмірі мен себебі жазылған. Түзетіп, тек сол жолдарды немесе файлды толық қайта жіберіңіз.
registry-problem-line = жол
registry-problem-iin = ЖСН
registry-problem-reason = не дұрыс емес
registry-problem-more = қате бұдан да көп, алғашқылары көрсетілді

## Жүктеу
registry-state-applying =
    ⏳ <b>{ $file }</b>
    Жүктеп жатырмын: { $percent } %. Азаматтар жаңа деректі бәрі жүктелгенде көреді.
registry-state-applied =
    ✅ <b>{ $file }</b>
    Тізілім жүктелді. Жаңа: { $added }, өзгерген: { $changed }. Төлемін бақылап отырған адамдарға хабарлама жіберіледі.
registry-mended =
    {""}
    Файл оқылып жатқанда өздігінен өзгеріп, сол күйінде қалдырылғаны: { $mended }. Салыстыру үшін файлды қайта жіберіңіз.
registry-button-undo = ↩️ Бұрынғы күйіне қайтару
registry-button-undo-sure = Иә, қайтару
registry-button-keep = Жоқ, қалсын
registry-state-undoing =
    ↩️ <b>{ $file }</b>
    Бұрынғы күйіне қайтарып жатырмын…
registry-state-undone =
    ↩️ <b>{ $file }</b>
    Бәрі жүктеуге дейінгі күйіне қайтарылды. Өзгеріс туралы хабар алып үлгерген адамдарға бұрынғы жағдай жіберіледі.
registry-state-stopped =
    ✖️ <b>{ $file }</b>
    Жүктеу тоқтатылды, тізілімде ештеңе өзгерген жоқ.
registry-state-failed =
    ⚠️ <b>{ $file }</b>
    { $reason }

    Тізілімде ештеңе өзгерген жоқ.
registry-failed-why = Файлды оқу мүмкін болмады. Қайта жіберіп көріңіз.

## Болмай жатса
refusal-registry-busy = Басқа тізілім әлі жүктеліп жатыр немесе жауап күтіп тұр. Соны аяқтап не тоқтатып, бұл файлды қайта жіберіңіз.
refusal-registry-kind = Мұндай файлды оқымаймын. Кестені XLSX немесе CSV түрінде сақтап, қайта жіберіңіз.
refusal-registry-large = Telegram боттарға үлкен файл бермейді. Шегі, МБ: { $max }. Файлды бөліңіз немесе мына командамен жүктеңіз: <code>python -m bot import-payments</code>
refusal-registry-elsewhere = Бұл тізілім басқа чатта жүктелген.
refusal-registry-column-needed = Бұл бағансыз тізілімді жүктеу мүмкін емес. Бағанды таңдаңыз немесе жүктеуді тоқтатыңыз.
refusal-registry-not-last = Тек соңғы жүктеуді қайтаруға болады, ал мұнан кейін басқасы болған.
error-payments-file-kind = Бұл кесте емес. Тізілімді XLSX немесе CSV түрінде сақтап, қайта жіберіңіз.
error-payments-file-old = Бұл Excel-дің ескі пішімі. Файлды XLSX немесе CSV түрінде сақтап, қайта жіберіңіз.
error-payments-file-encoding = Файлдың кодтауын анықтау мүмкін болмады. Оны «CSV UTF-8» немесе XLSX түрінде сақтаңыз.
error-payments-file-costly = Файл тым ауыр: оны оқуға тым көп жады немесе уақыт керек. Тізілім жолдарын таза параққа көшіріңіз немесе «CSV UTF-8» түрінде сақтап, қайта жіберіңіз.

## Командалық жол
payments-imported = Тізілім жүктелді. Жаңа: { $added }, өзгерген: { $changed }, өзгеріссіз: { $unchanged }.
payments-preview = Ештеңе өзгерген жоқ. Жаңа: { $added }, өзгереді: { $changed }, өзгеріссіз: { $unchanged }, қатесі бар: { $bad }.
payments-restored = ЖСН басындағы түсіп қалған нөлдер қалпына келтірілді, жол саны: { $count }.
payments-left-out = Қатесі болып, жүктелмеген жолдар: { $count }.
payments-mended = Файл оқылып жатқанда өздігінен өзгеріп, сол күйінде қалдырылғаны: { $count }. Салыстыру үшін файлды қайта жүктеңіз.
payments-refused = Тізілім жүктелмеді, ештеңе өзгерген жоқ. Қате жолдар саны: { $count }.
payments-line = { $line }-жол: { $words }
error-payments-file-columns = Бірінші жолда мына бағандар жоқ: { $missing }.
error-payments-file-empty = Файлда деректер жолы жоқ.
error-payments-row-cells = Ұяшықтар саны бірінші жолға сай емес.
error-payments-row-quotes = Жолдағы тырнақша жабылмаған, файлдың қалғанын оқу мүмкін емес.
error-payments-row-twice = Бұл ЖСН осы бағдарламада бұрын кездескен. Жол: { $first }.
error-payments-row-future = Жағдайдың күні әлі келген жоқ: { $day }.
error-payments-row-programme = Бағдарламада мұндай жағдай не себеп жоқ.
error-payments-row-reason = Себеп тек refused және bank_rejected жағдайларында жазылады, ал мұнда: { $status }.
error-payments-row-bank = Банк коды IBAN ішіндегі кодқа сай емес: { $bank }.
refusal-payments-row-older = Жағдай тізілімдегіден ескі. Тізілімде: { $day }.
refusal-payments-row-transition = Мұндай ауысу болмайды: { $old } → { $new }.
