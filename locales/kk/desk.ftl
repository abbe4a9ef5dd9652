### ХҚКО терезелері: келу, шақыру, күн тізімі, жүктеме, есіктегі плакат.

## Чаттағы панель
desk-panel =
    <b>{ $name }</b> · { $day }
    Кезекте: <b>{ $waiting }</b>, оның ішінде жазылмай келгендер: { $walkins }. Кейінге қалдырылғаны: { $parked }
    Жүктеме: <b>{ $load }</b>. Жаңа келген адам { $low }–{ $high } мин күтеді

desk-panel-nobody = Терезелерде ешкім жоқ. «Менің терезем» батырмасын басыңыз.
desk-panel-free = { $window }-терезе · { $name }: бос
desk-panel-busy = { $window }-терезе · { $name }: <b>№ { $ticket }</b>, шақырылғаны: { $calls } рет
desk-panel-empty = { "" }
    Кезекте ешкім жоқ.
desk-panel-next = { "" }
    <b>Келесілер:</b>
desk-panel-booked = № { $ticket } · жазылған уақыты { $at }
desk-panel-walkin = № { $ticket } · жазылмаған, келген уақыты { $at }
desk-button-next = 📣 Келесіні шақыру
desk-button-served = ✅ Қызмет көрсетілді
desk-button-recall = 🔁 Қайта шақыру
desk-button-park = ⏸ Кейінге қалдыру
desk-button-missed = 🚫 Келмеді
desk-button-walkin = ➕ Жазылмай келген
desk-button-today = 📋 Бүгін
desk-button-window = 🪟 Менің терезем
desk-button-poster = 🖨 Плакат
desk-button-parked = ▶️ № { $ticket }
desk-called = № { $ticket } → { $window }-терезе
desk-did-served = № { $ticket }: қызмет көрсетілді
desk-did-recall = № { $ticket }: қайта шақырылды
desk-did-park = № { $ticket }: кейінге қалдырылды. Нөмірі бар батырма оны қайта шақырады.
desk-did-missed = № { $ticket }: келмеді
desk-did-walkin = Жазылмай келген адамға талон: № { $ticket }. Нөмірін айтыңыз.
desk-window-which = Сіз қай терезедесіз? Басқа сан болса, былай жазыңыз: <code>/window 14</code>
desk-window-set = Сіз { $window }-терезедесіз.
desk-checked-in = ✅ <b>№ { $ticket }</b>, жазылған уақыты { $at }: кезекте. Алдында: { $ahead }
desk-checked-in-walkin = ✅ <b>№ { $ticket }</b>, жазылмай келген: кезекте. Алдында: { $ahead }
desk-checked-in-called = <b>№ { $ticket }</b> шақырылып қойған: { $window }-терезе.
error-desk-window-how = Терезенің нөмірін жазыңыз: <code>/window 3</code>
error-desk-walkins-how = Терезелердің қандай бөлігі жазылмағандарды қабылдайтынын пайызбен жазыңыз: <code>/walkins 20</code>. Тек жазылғандарға: <code>/walkins 0</code>
refusal-desk-window-first = Алдымен терезеңізді көрсетіңіз: «Менің терезем» батырмасы.
refusal-desk-window-busy = Бұл терезеде қазір қызмет көрсетіп отырған: { $name }. Басқасын таңдаңыз.
refusal-desk-finish-first = Сізде № { $ticket } тұр. Алдымен белгілеңіз: қызмет көрсетілді, кейінге қалдырылды немесе келмеді.
refusal-desk-line-empty = Кезекте ешкім жоқ.
refusal-desk-gone = Бұл келуші енді кезекте жоқ.
refusal-desk-nobody-called = Сіз ешкімді шақырған жоқсыз. «Келесіні шақыру» батырмасын басыңыз.
refusal-desk-most-calls = { $count } рет шақырылды. Кейінге қалдырыңыз немесе «Келмеді» деп белгілеңіз.

## Бүгін
desk-today =
    <b>{ $name }</b> · { $day }
    Барлығы: { $all }. Қызмет көрсетілгені: { $served }. Қазір осында: { $there }. Келмегені: { $missed }
desk-today-none = Бүгінге ешкім жоқ.
desk-today-line = { $at } · <b>{ $ticket }</b> · { $service } · { $state }
desk-today-file = 📄 Файл түрінде
desk-today-caption = Күннің тізімі: { $day }
desk-without-booking = жазылмай келген
desk-state-active = күтудеміз
desk-state-displaced = басқа уақыт таңдауда
desk-state-checked-in = кезекте
desk-state-waiting = кезекте
desk-state-called = терезеде
desk-state-parked = кейінге қалдырылды
desk-state-served = қызмет көрсетілді
desk-state-missed = келмеді
desk-state-left = кезектен шықты
desk-state-over = белгіленбеген
desk-column-time = Жазылған уақыты
desk-column-ticket = Талоны
desk-column-service = Қызмет
desk-column-state = Жағдайы
desk-column-arrived = Келгені
desk-column-called = Шақырылғаны
desk-column-ended = Аяқталғаны
desk-column-window = Терезе
desk-column-operator = Маман

## Келу
arrival = <b>{ $branch }</b>

arrival-nothing = Есіктегі QR-кодты қайта сканерлеңіз.
arrival-in-line =
    ✅ <b>Сіз кезектесіз.</b> Талон: <b>{ $tickets }</b>

    Алдыңызда қанша адам барын төмендегі хабарламадан көресіз, ол өзі жаңарып тұрады. Кезегіңіз келгенде терезенің нөмірін жіберемін.
arrival-join = 🚶 Жазылмай кезекке тұру
visit-book = 🎫 Жазылу
refusal-desk-no-ticket = Бүгін мұнда ондай нөмірлі талон жоқ. Нөмірі мен күнін тексеріңіз.
refusal-desk-other-branch = Бұл талон басқа ХҚКО-ға берілген: { $branch }. Мұнда ол жарамайды.
refusal-desk-other-day = Бұл талон бүгінге емес: { $at }. Өз күніңізде келіңіз немесе «Менің талондарым» бөлімінде уақытын ауыстырыңыз.
refusal-desk-too-early = Әлі ерте. Белгіленуге болатын уақыт: { $since }. QR-кодты сол кезде сканерлеңіз.
refusal-desk-too-late = Уақытыңыз өтіп кетті. Кешіккендер осы талонмен мына уақытқа дейін қабылданды: { $until }. Басқа уақыт алу үшін «Жазылу» батырмасын басыңыз.
refusal-desk-nothing-booked = Бүгінге бұл ХҚКО-да сіздің атыңызға жазба жоқ.
refusal-desk-closed = ХҚКО қазір жабық. QR-кодты жұмыс уақытында сканерлеңіз.
refusal-desk-booked-only = Бұл ХҚКО тек алдын ала жазылғандарды қабылдайды. «Жазылу» батырмасымен күн мен уақыт таңдаңыз.
refusal-desk-ticket-cancelled = Бұл талон жойылған. Жаңасын алыңыз.
refusal-desk-ticket-displaced = Бұл талонның уақыты жабылған. «Менің талондарым» бөлімінен басқасын таңдаңыз.
refusal-desk-ticket-served = Бұл талонмен қызмет көрсетіліп қойған.
refusal-desk-ticket-missed = Бұл талонның иесі уақытында келмеген. Жаңа талон алыңыз.
refusal-desk-ticket-left = Бұл талонмен кезектен шығып кеткен. Жаңасын алыңыз.
refusal-desk-ticket-over = Бұл талонның күні өтіп кеткен. Жаңасын алыңыз.

## Келушіге
visit-called =
    📣 <b>{ $window }-терезеге келіңіз</b>
    Талон № { $ticket }, { $branch }
visit-missed =
    <b>Талон № { $ticket }: сізді шақырдық, бірақ келмедіңіз</b>
    { $branch }

    Қызмет әлі керек пе? Есіктегі QR-кодты қайта сканерлеңіз немесе ыңғайлы уақытқа жазылыңыз.
visit-line-waiting =
    🕐 <b>Алдыңызда: { $ahead }</b>
    Талон № { $ticket }, { $branch }
    Шамамен { $low }–{ $high } мин күтесіз

    Хабарлама өзі жаңарып тұрады. Шақырғанда терезенің нөмірі бар жаңа хабарлама келеді.
visit-line-called = 📣 Талон № { $ticket }: сізді <b>{ $window }-терезеде</b> күтіп отыр.
visit-line-parked =
    ⏸ Талон № { $ticket } кейінге қалдырылды, уақыт бойынша орныңыз сақталады.
    Дайын болғанда терезеге келіңіз немесе есіктегі QR-кодты сканерлеңіз.
visit-line-served = ✅ Талон № { $ticket }: сізге қызмет көрсетілді. { $branch }
visit-line-missed = Талон № { $ticket }: шақырдық, бірақ келмедіңіз.
visit-line-left = Талон № { $ticket }: кезектен шықтыңыз.
visit-line-over = Талон № { $ticket }: күн аяқталды, кезек жабылды. Басқа күнге жазылыңыз.
visit-leave = Кезектен шығу
visit-leave-yes = Иә, орнымды босатамын
visit-leave-no = Қалу
visit-left = Кезектен шықтыңыз. Кез келген уақытта қайта жазыла аласыз: /book

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

## Есіктегі плакат
desk-poster-caption = Есікке арналған плакат: А4 қағазға басып шығарыңыз. Жазылған адам QR-кодты сканерлеп, кезекке тұрады.
poster-title = Жазылып келдіңіз бе? Осында белгіленіңіз
poster-how = Телефон камерасын кодқа бағыттаңыз — кезекке тұрасыз. Бот алдыңызда қанша адам барын және қай терезеге бару керегін айтады.
poster-without-booking = Жазылмаған болсаңыз, осы код бүгін жазылмай келгендер қабылдана ма, соны көрсетеді және сізді ыңғайлы уақытқа жазады.
