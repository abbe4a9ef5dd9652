### Төлемге өтініш: бағдарламадан жіберуге дейін, түзетулер, мамандардағы карточка.

## Бағдарлама
intake-apply = ✍️ { $programme }
intake-intro =
    <b>{ $programme }</b>

    Сомасы: <b>{ $amount }</b>
    Төлеуші: { $payer }
    Өтініш қабылданатын соңғы күн: <b>{ $closes }</b>
intake-needed =
    {""}
    ЖСН, телефон және өз шотыңыздың нөмірі (KZ…) керек болады. Шамамен 5 минут кетеді, жазғаныңыз өзі сақталып тұрады.
intake-is-closed =
    {""}
    Өтініш қабылдау аяқталды. Бұрын берген өтінішіңіздің жағдайын тексеруге болады.
intake-draft =
    {""}
    📝 <b>Аяқталмаған өтінішіңіз бар: { $total } сұрақтың { $answered } жауабы дайын.</b>
intake-begin = ✍️ Өтінішті толтыру
intake-sent-item = № { $number } · { $state }

## Сұрақ
intake-given = Қазіргі жауап: <b>{ $answer }</b>
intake-keep = Өзгеріссіз қалдыру →
intake-unanswered = әлі жауап берілмеген

intake-field-surname = Тегіңізді жазыңыз.
intake-field-surname-why = Жеке куәліктегідей жазыңыз. Тегіңізді, атыңызды және әкеңіздің атын бір жолға бірден жазсаңыз да болады.
intake-field-surname-example = Мысалы: <code>Үлгібаева</code>
intake-field-surname-short = Тегі
intake-field-name = Атыңызды жазыңыз.
intake-field-name-why = Жеке куәліктегідей жазыңыз.
intake-field-name-example = Мысалы: <code>Әлия</code>
intake-field-name-short = Аты
intake-field-patronymic = Әкеңіздің атын жазыңыз (болса).
intake-field-patronymic-why = Куәлікте жоқ болса, «Өткізіп жіберу» батырмасын басыңыз.
intake-field-patronymic-example = Мысалы: <code>Серікқызы</code>
intake-field-patronymic-short = Әкесінің аты
intake-field-iin = ЖСН-іңізді жазыңыз — 12 цифр.
intake-field-iin-why = Төлемнің тиесілі екенін осы нөмір арқылы тексереді. Бір ЖСН-ге бір өтініш.
intake-field-iin-example = Мысалы: <code>850615100017</code>
intake-field-iin-short = ЖСН
intake-field-phone = Телефон нөміріңізді жазыңыз.
intake-field-phone-why = Өтініштің өзіңіздікі екенін кейін осы нөмірмен растайсыз. Telegram-дағы нөміріңіз болғаны дұрыс.
intake-field-phone-example = Мысалы: <code>+7 701 123 45 67</code>
intake-field-phone-short = Телефон
intake-field-category = Қай санатқа жатасыз?
intake-field-category-why = Қалған сұрақтар осыған байланысты.
intake-field-category-short = Санат
intake-field-employer-bin = Жұмыс берушіңіздің БСН-ін жазыңыз — 12 цифр.
intake-field-employer-bin-why = Ол еңбек шартында бар, бухгалтериядан да сұрап білуге болады.
intake-field-employer-bin-example = Мысалы: <code>990140000017</code>
intake-field-employer-bin-short = Жұмыс берушінің БСН-і
intake-field-iban = Төлемді қай шотқа аударайық?
intake-field-iban-why = Өз шотыңыз керек: KZ әріптерінен басталатын 20 таңба. Ол банк қосымшасының «Деректемелер» бөлімінде бар. Карта нөмірі керек емес.
intake-field-iban-example = Мысалы: <code>KZ04601A000000000002</code>
intake-field-iban-short = Шот
intake-field-account-owner = Бұл шот өз атыңызға ашылған ба?
intake-field-account-owner-why = Төлем басқа адамның шотына аударылмайды. Шот сіздікі болмаса, артқа қайтып, өз шотыңызды жазыңыз.
intake-field-account-owner-short = Шот иесі
intake-field-account-owner-own = Иә, өз шотым
intake-field-email = Электрондық поштаңыз бар ма?
intake-field-email-why = Бұл — қосымша байланыс. Поштаңыз болмаса, «Өткізіп жіберу» батырмасын басыңыз.
intake-field-email-example = Мысалы: <code>aliya@example.kz</code>
intake-field-email-short = Пошта

## Тексеру және жіберу
intake-recap =
    <b>Жауаптарыңызды тексеріңіз</b>
    {""}
intake-recap-line = • { $short }: <b>{ $answer }</b>
intake-statement =
    {""}
    Жіберу арқылы мәліметтердің дұрыс екенін растайсыз.
intake-submit = 📨 Өтінішті жіберу
intake-send-fix = 📨 Түзетуді жіберу
intake-edit =
    <b>Қай жауапты өзгертесіз?</b>

    Қалған жауаптар сақталады.
intake-sent =
    ✅ <b>Жіберілді.</b> Өтініш № <code>{ $number }</code>

    Деректерді маман тексереді. Әр өзгерісті өзім хабарлаймын, өтініштің жағдайын кез келген уақытта ашып көре аласыз.
intake-standing-own =
    <b>Бұл ЖСН бойынша өтініш бергенсіз</b>

    Екінші өтініштің қажеті жоқ: біреуі ғана қаралады. ЖСН-де қате болса, жауапты өзгертіңіз.
intake-standing =
    <b>Бұл ЖСН бойынша өтініш қабылданбады</b>

    Мұндай өтініш бұрын берілген. Ол сіздікі болса, жағдайын тексеріңіз: телефон нөмірімен немесе өтініш нөмірімен растаңыз. ЖСН-де қате болса, жауапты өзгертіңіз.
intake-receipt =
    📨 <b>Өтініш қабылданды: № <code>{ $number }</code></b>
    { $programme }

    Нөмірін сақтап қойыңыз: өтініштің өзіңіздікі екенін сонымен растайсыз. Әр өзгерісті хабарлап отырамын.

## Түзету
intake-button-fix = ✏️ Түзету
intake-correction =
    ✏️ <b>№ { $number } өтінішті түзету керек</b>

    Себебі: { $reason }
    Түзететініңіз: <b>{ $asked }</b>

    { $remedy }
intake-listed = { $first }, { $rest }
intake-asked =
    <b>№ { $number } өтінішті түзету керек</b>

    Себебі: { $reason }
    { $remedy }

    <b>Түзететініңіз:</b>
intake-asked-line = • { $short }
intake-nothing-asked-now = Қазір бұл өтініште түзететін ештеңе жоқ.
intake-nothing-changed = жауаптар өзгермеген

## Жағдайы
intake-short-submitted = жаңа, маманды күтіп тұр
intake-short-in_check = тексерілуде
intake-short-correction = түзетуді күтіп тұр
intake-short-accepted = қабылданды, жіберілуін күтуде
intake-short-exported = шешімге жіберілді
intake-short-refused = бас тартылды
intake-short-closed = жабылды, жаңасы берілген

## Бас тартулар
refusal-intake-unknown = Сізде мұндай өтініш жоқ.
refusal-intake-closed = Бұл бағдарлама бойынша өтініш қабылдау аяқталды.
refusal-intake-incomplete = Алдымен қалған сұрақтарға жауап беріңіз: «Жалғастыру» батырмасын басыңыз.
refusal-intake-state = Қазір мұны істеуге болмайды: өтініш өзгеріп кетті. Оның жағдайын қараңыз.
refusal-intake-changed = Өтініш жаңа ғана өзгерді. Оны қарап шығып, қайталаңыз.
refusal-intake-not-mendable = Мұнда түзететін ештеңе жоқ. Не істеу керегі өтініштің жағдайында жазылған.
refusal-intake-taken = Өтінішті { $owner } жүргізіп отыр.
refusal-intake-yours = Бұл өтінішті өзіңіз жүргізіп отырсыз.
refusal-intake-take-first = Алдымен өтінішті карточкадағы батырмамен алыңыз.
refusal-intake-not-yours = Бұл өтінішті { $owner } жүргізіп отыр. Әрекетті тек жүргізуші жасай алады.
refusal-intake-nothing-asked = Түзетілуге тиіс кемінде бір жауапты белгілеңіз.
refusal-intake-reason = Бұл бағдарламада ондай себеп жоқ.
refusal-export-unknown = № { $number } экспорт файлы жоқ.
