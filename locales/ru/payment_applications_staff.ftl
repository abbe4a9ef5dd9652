### Заявления на выплату в чате специалистов: карточка, исправления, выгрузка.

## Карточка у специалистов
intake-card =
    💳 <b>№ { $number }</b> · { $programme }
    Состояние: <b>{ $state }</b>
    Ведёт: { $owner }
    Подано: { $submitted }
    Заявитель: { $person }
intake-card-line = { $short }: <code>{ $answer }</code>
intake-button-ask = ✏️ На исправление
intake-button-accept = ✅ Принять
intake-button-refuse = ⛔ Отказать
intake-button-send-ask = 📨 Отправить заявителю
intake-button-refuse-sure = ⛔ Отказать и сообщить
intake-full-data =
    { $person }
    ИИН { $iin }
    { $phone }
    { $iban }
    Просмотр записан в журнал.
intake-desk-outdated = Эта кнопка устарела, ничего не сделано. Смотрите карточку.
intake-desk-corrected = ✏️ № { $number }: заявитель прислал исправление ({ $asked }). Ведёт: { $owner }.
intake-export = Принятые заявления в столбцах реестра, строк: { $rows }. В файле личные данные: не пересылайте его посторонним.
intake-exporting = Готовлю файл, он появится ниже.
intake-export-none = Принятых заявлений, которых ещё нет в выгрузках, сейчас нет.
