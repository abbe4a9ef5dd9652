### Реестры выплат: файл в чате, столбцы, разница, загрузка, отмена; то же из командной строки.

## Файл в чате
registry-file = файл
registry-state-received = 📥 <b>{ $file }</b>
    Смотрю, что в файле…
registry-state-columns =
    📥 <b>{ $file }</b>
    Не все столбцы узнаю по заголовкам. Отвечать нужно один раз: для файлов с такими же заголовками я запомню.

    Разобрано: { $settled } из { $total }
    <b>Где { $field }?</b>
registry-field-programme = программа выплаты
registry-field-iin = ИИН
registry-field-last_name = фамилия
registry-field-first_name = имя
registry-field-phone = телефон
registry-field-application_no = номер заявления
registry-field-status = статус
registry-field-status_at = дата статуса
registry-field-reason = причина отказа
registry-field-amount = сумма в тенге
registry-field-iban = счёт (IBAN)
registry-field-bank = код банка
registry-button-none = Такого столбца нет
registry-state-reading =
    📥 <b>{ $file }</b>
    Читаю и сверяю с реестром: { $percent } %

## Разница
registry-state-ready =
    📋 <b>{ $file }</b>
    Строк: { $rows }

    🆕 Новые: { $added }
    ✏️ Изменятся: { $changed }
    ▫️ Без изменений: { $unchanged }
    ⛔ Недопустимый переход: { $illegal }
    ❗ С ошибками: { $bad }

    Пока ничего не изменено. Загрузить?
registry-restored =
    {""}

    Восстановлены потерянные нули в начале ИИН, строк: { $restored }.
registry-left-out =
    {""}

    Строки с ошибками и недопустимым переходом не загружаются, они в файле ниже.
registry-button-apply = ✅ Загрузить
registry-button-columns = 🔀 Указать столбцы заново
registry-button-stop = ✖️ Отменить
registry-state-same =
    📋 <b>{ $file }</b>
    Менять нечего. Строк без изменений: { $unchanged }, недопустимых переходов: { $illegal }, с ошибками: { $bad }.
registry-problems-file = oshibki-{ $number }.csv
registry-problems = Не загружаются строки: { $count }. В файле номер строки и причина. Исправьте их и пришлите только эти строки или весь файл.
registry-problem-line = строка
registry-problem-iin = ИИН
registry-problem-reason = что не так
registry-problem-more = ошибок больше, показаны первые

## Загрузка
registry-state-applying =
    ⏳ <b>{ $file }</b>
    Загружаю: { $percent } %. Граждане увидят новое, когда загрузится всё.
registry-state-applied =
    ✅ <b>{ $file }</b>
    Реестр загружен. Новые: { $added }, изменённые: { $changed }. Тем, кто следит за своей выплатой, уходят сообщения.
registry-mended =
    {""}
    Пока файл читался, изменились сами и оставлены как есть: { $mended }. Чтобы сверить их, пришлите файл ещё раз.
registry-button-undo = ↩️ Вернуть как было
registry-button-undo-sure = Да, вернуть как было
registry-button-keep = Нет, оставить
registry-state-undoing =
    ↩️ <b>{ $file }</b>
    Возвращаю как было…
registry-state-undone =
    ↩️ <b>{ $file }</b>
    Всё возвращено как было до загрузки. Кому успели сообщить о перемене, получат прежний статус.
registry-state-stopped =
    ✖️ <b>{ $file }</b>
    Загрузка отменена, в реестре ничего не изменилось.
registry-state-failed =
    ⚠️ <b>{ $file }</b>
    { $reason }

    В реестре ничего не изменилось.
registry-failed-why = Файл прочитать не удалось. Пришлите его ещё раз.

## Если не получается
refusal-registry-busy = Другой реестр ещё загружается или ждёт ответа. Закончите или отмените его и пришлите этот файл снова.
refusal-registry-kind = Такой файл я не читаю. Сохраните таблицу как XLSX или CSV и пришлите снова.
refusal-registry-large = Telegram не отдаёт ботам файлы больше { $max } МБ. Разделите файл или загрузите его командой <code>python -m bot import-payments</code>
refusal-registry-elsewhere = Этот реестр загружали в другом чате.
refusal-registry-column-needed = Без этого столбца реестр не загрузить. Выберите столбец или отмените загрузку.
refusal-registry-not-last = Вернуть можно только последнюю загрузку, а после этой уже была другая.
error-payments-file-kind = Это не таблица. Сохраните реестр как XLSX или CSV и пришлите снова.
error-payments-file-old = Это старый формат Excel. Сохраните файл как XLSX или CSV и пришлите снова.
error-payments-file-encoding = Не удалось понять кодировку файла. Сохраните его как «CSV UTF-8» или XLSX.
error-payments-file-costly = Файл слишком тяжёлый: чтобы его прочитать, нужно слишком много памяти или времени. Скопируйте строки реестра на чистый лист или сохраните его как «CSV UTF-8» и пришлите снова.

## Командная строка
payments-imported = Реестр загружен. Новых: { $added }, изменено: { $changed }, без изменений: { $unchanged }.
payments-preview = Ничего не изменено. Новых: { $added }, изменится: { $changed }, без изменений: { $unchanged }, с ошибками: { $bad }.
payments-restored = Восстановлены потерянные нули в начале ИИН, строк: { $count }.
payments-left-out = Не загружено строк с ошибками: { $count }.
payments-mended = Пока файл читался, изменились сами и оставлены как есть: { $count }. Чтобы сверить их, загрузите файл ещё раз.
payments-refused = Реестр не загружен, ничего не изменено. Строк с ошибками: { $count }.
payments-line = строка { $line }: { $words }
error-payments-file-columns = В первой строке нет столбцов: { $missing }.
error-payments-file-empty = В файле нет ни одной строки с данными.
error-payments-row-cells = Число ячеек не совпадает с первой строкой.
error-payments-row-quotes = Кавычки в строке не закрыты, дальше файл прочесть нельзя.
error-payments-row-twice = Этот ИИН в этой программе уже есть в строке { $first }.
error-payments-row-future = Дата статуса ещё не наступила: { $day }.
error-payments-row-programme = Такого статуса или причины нет в программе.
error-payments-row-reason = Причина нужна статусам refused и bank_rejected и только им, а здесь { $status }.
error-payments-row-bank = Код банка { $bank } не совпадает с кодом внутри IBAN.
refusal-payments-row-older = Статус старше известного. В реестре: { $day }.
refusal-payments-row-transition = Из статуса { $old } в { $new } перейти нельзя.
