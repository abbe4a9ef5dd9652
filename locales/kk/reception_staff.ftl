### ХҚКО чаты: терезелер, шақыру, күн тізімі, есіктегі плакат.

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


## Есіктегі плакат
desk-poster-caption = Есікке арналған плакат: А4 қағазға басып шығарыңыз. Жазылған адам QR-кодты сканерлеп, кезекке тұрады.
poster-title = Жазылып келдіңіз бе? Осында белгіленіңіз
poster-how = Телефон камерасын кодқа бағыттаңыз — кезекке тұрасыз. Бот алдыңызда қанша адам барын және қай терезеге бару керегін айтады.
poster-without-booking = Жазылмаған болсаңыз, осы код бүгін жазылмай келгендер қабылдана ма, соны көрсетеді және сізді ыңғайлы уақытқа жазады.
