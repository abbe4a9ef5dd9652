### Төлемге өтініштер мамандар чатында: карточка, түзетулер, үзінді.

## Мамандардағы карточка
intake-card =
    💳 <b>№ { $number }</b> · { $programme }
    Жағдайы: <b>{ $state }</b>
    Жүргізуші: { $owner }
    Берілген уақыты: { $submitted }
    Өтініш беруші: { $person }
intake-card-line = { $short }: <code>{ $answer }</code>
intake-button-ask = ✏️ Түзетуге қайтару
intake-button-accept = ✅ Қабылдау
intake-button-refuse = ⛔ Бас тарту
intake-button-send-ask = 📨 Өтініш берушіге жіберу
intake-button-refuse-sure = ⛔ Бас тартып, хабарлау
intake-full-data =
    { $person }
    ЖСН { $iin }
    { $phone }
    { $iban }
    Қаралғаны журналға жазылды.
intake-desk-outdated = Бұл батырма ескірген, ештеңе өзгерген жоқ. Карточканы қараңыз.
intake-desk-corrected = ✏️ № { $number }: өтініш беруші түзетуін жіберді ({ $asked }). Жүргізуші: { $owner }.
intake-export = Қабылданған өтініштер, тізілім бағандарымен. Жол саны: { $rows }. Файлда жеке деректер бар: бөгде адамға жібермеңіз.
intake-exporting = Файлды дайындап жатырмын, төменде шығады.
intake-export-none = Қабылданған, бірақ әлі жіберілмеген өтініш қазір жоқ.
