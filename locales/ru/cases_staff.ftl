### Дела в чате сотрудников: карточка, кнопки, сообщения.

## Карточка
staff-topic = { $sign } № { $code } · { $person }
staff-card =
    { $sign } <b>№ { $code }</b> · { $service }
    Состояние: <b>{ $state }</b>
    Ведёт: { $owner }

    Регион: { $region }
    Подано: { $submitted }
    { $terms }

    Заявитель: { $person }
    { $filed }
    ИИН: <code>{ $iin }</code>
    { $family }
    Файлов: { $pages }
staff-family = Семья: { $members } чел., доход на человека: { $income } в месяц
staff-region-none = не указан
staff-country = Вся страна
staff-owner = { $name }
staff-nobody = никто
staff-state-submitted = принимаем документы…
staff-state-forwarded = новое, ждёт специалиста
staff-state-in_check = на проверке
staff-state-question = ждём ответа заявителя, срок стоит
staff-state-plan_sent = план у заявителя, срок стоит
staff-state-agreed = план согласован, нужно решение
staff-state-decided_assigned = назначено
staff-state-decided_refused = отказано
staff-state-closed = закрыто
staff-state-withdrawn = отозвано заявителем
staff-document = № { $code }: { $item }
staff-paper-answer = ответ заявителя
staff-paper-plan = план и контракт

staff-button-take = ✋ Взять в работу
staff-button-ask = ❓ Спросить
staff-button-answers = 💬 Готовые ответы
staff-button-phone = 📞 Ответ получен по телефону
staff-button-plan = 📄 План и контракт
staff-button-decide = ⚖️ Решение
staff-button-docs = 📎 Документы
staff-button-data = 🪪 Полные данные
staff-button-history = 🕓 История
staff-button-hand = ➡️ Передать
staff-button-release = Вернуть всем в этом чате
staff-button-duty = В дежурный чат
staff-button-back = ← Назад
staff-button-cancel = Отмена
staff-button-assign = ✅ Назначить помощь
staff-button-confirm = ✅ Назначить и сообщить
staff-button-confirm-refusal = ⛔ Отказать и сообщить
staff-button-send-plan = ✅ Отправить заявителю
staff-button-extend = ⏳ Продлить срок
staff-button-duties = 📌 Обязательства
staff-button-tick = ✅ № { $no } выполнено
staff-button-close = 🗄 Закрыть дело
staff-button-cancel-plan = Не отправлять
staff-months-button = Месяцы

staff-item-income = Доходы
staff-item-members = Состав семьи
staff-item-documents = Документы
staff-item-account = Счёт
staff-item-other = Другое
staff-item-none = сообщение
staff-refusal-income_above_line = ⛔ Доход выше черты
staff-refusal-measures_refused = ⛔ Отказ от мер занятости
staff-refusal-not_registered_here = ⛔ Нет регистрации здесь
staff-refusal-false_data = ⛔ Сведения не подтвердились
staff-refusal-documents_missing = ⛔ Не хватает документов

## Действия
staff-taken = Дело № { $code } ваше.
staff-done = Готово.
staff-outdated = Эта кнопка устарела, ничего не сделано. Сейчас дело: { $state }.
staff-cancelled = Отменено, заявителю ничего не ушло.
staff-released = ↩️ № { $code }: { $name } вернул(а) дело, оно снова свободно. Возьмите его кнопкой на карточке.
staff-passed = ➡️ Дело № { $code } передано в чат «{ $chat }».
staff-documents-coming = Отправляю документы ниже.
staff-documents-none = Прикреплённых файлов нет. Печатную форму отправляю ниже.
staff-full-data =
    { $person }
    ИИН { $iin }
    { $phone }
    { $iban }
    Просмотр записан в журнал.

staff-ask-prompt =
    № { $code } · { $item }. Напишите вопрос следующим сообщением.
    Заявитель получит его от бота, срок проверки встанет до ответа.
staff-plan-prompt =
    № { $code }. Напишите следующим сообщением меры плана: одна строка — одна мера и срок. Например:
    <i>Регистрация ищущим работу — до 1 декабря
    Курс «Повар», 2 месяца — с 10 декабря</i>
staff-plan-confirm = № { $code }: план и контракт. Проверьте и отправьте заявителю. Сроки, как я их понял (по ним приходят напоминания):
staff-plan-due = { $no }. Срок: { $due }
staff-plan-term = { $no }. Начало: { $begins }, срок: { $due }
staff-plan-begins = { $no }. Начало: { $begins }, срок не указан
staff-plan-no-day = { $no }. Срок не указан
staff-plan-sent = 📄 № { $code }: план отправлен. Знак 👌 появится здесь, когда Telegram примет его для заявителя.
staff-amount-prompt = № { $code }. Напишите следующим сообщением сумму в тенге на одного человека в месяц. Например: <code>20300</code>
staff-months-ask = { $amount } на человека в месяц. На сколько месяцев?
staff-assign-confirm =
    <b>№ { $code }: назначить помощь?</b>
    На человека в месяц: <b>{ $amount }</b>
    Месяцев: <b>{ $months }</b>
    По какой день: <b>{ $covered }</b>
staff-assigned = ✅ № { $code }: назначено { $amount } на человека в месяц, месяцев: { $months }. Знак 👌 на этом сообщении — заявителю доставлено.
staff-refuse-prompt =
    № { $code } · { $reason }
    Напишите следующим сообщением простыми словами, что заявителю исправить. Причину и порядок жалобы бот добавит сам.
staff-refuse-confirm =
    Заявитель прочитает это:

    { $notice }
staff-refused = ⛔ № { $code }: отказ оформлен. Знак 👌 на этом сообщении — заявителю доставлено.

staff-answer =
    💬 <b>Заявитель</b> · № { $code } · { $about }

    <blockquote>{ $text }</blockquote>
staff-answer-paper = 💬 <b>Заявитель</b> · № { $code } · { $about }
staff-said-beside = <blockquote>{ $text }</blockquote>
staff-answer-corrected =
    ✏️ <b>Заявитель исправил свои слова</b> · № { $code }

    <blockquote>{ $text }</blockquote>
staff-agreed =
    🤝 № { $code }: заявитель <b>согласился с планом</b>. Его слова:

    <blockquote>{ $words }</blockquote>
staff-disagreed =
    🙅 № { $code }: заявитель <b>не согласился с планом</b>. Срок снова идёт. Измените план, задайте вопрос или вынесите решение.
staff-withdrawn = ↩️ № { $code }: заявитель отозвал заявление. Рассматривать его не нужно.
staff-undelivered-blocked = ⚠️ № { $code }: <b>не доставлено</b>. Заявитель заблокировал бот. Позвоните ему: телефон — в «Полных данных».
staff-undelivered = ⚠️ № { $code }: <b>не доставлено</b>, Telegram не принял сообщение. Позвоните заявителю: телефон — в «Полных данных».
staff-rebuilt = ♻️ № { $code }: тему или карточку удалили, поэтому она создана заново. Ничего не потеряно.
staff-history = <b>История дела № { $code }</b>
staff-history-line = { $at } — { $what }
staff-history-said = : { $said }
staff-event = { $type ->
        [submit] подано
        [forward] передано в чат
        [check] взято в работу
        [take] взято в работу
        [release] возвращено всем
        [pass] передано в дежурный чат
        [ask] вопрос заявителю
        [ask_corrected] вопрос исправлен
        [answer] ответ заявителя
        [say] сообщение заявителя
        [say_corrected] заявитель исправил слова
        [word] сообщение специалиста
        [word_withdrawn] сообщение отозвано
        [word_corrected] сообщение исправлено
        [plan_drafted] план подготовлен
        [send_plan] план отправлен
        [agreement_words] слова заявителя о плане
        [agree] согласие с планом
        [disagree] несогласие с планом
        [refusal_drafted] отказ подготовлен
        [assign] решено положительно
        [checked] документы признаны в порядке
        [grant_drafted] решение подготовлено
        [sum_drafted] сумма подготовлена
        [refuse] отказано
        [withdraw] отозвано
        [return] возвращено: долго без движения
        [extend] срок продлён
        [show_done] заявитель сообщил о выполнении
        [tick] обязательство отмечено
        [from_staff] файл специалиста
        [result] документ о решении
        [prolong] продлено без заявления
        [close] закрыто
        [take_over] заявитель забрал дело у ассистента
       *[other] { $type }
    }

## Сроки, обязательства, документы
staff-term-forwarding = срок передачи
staff-term-checking = срок проверки
staff-term-deciding = срок решения
staff-half-time = ⏳ № { $code }: прошла половина срока ({ $about }, последний день — { $by }). Ведёт: { $owner }.
staff-last-day = ⏰ № { $code }: <b>сегодня последний день</b> ({ $about }). Ведёт: { $owner }.
staff-told-both = Сообщено заявителю и дежурному чату.
staff-told-person = Сообщено заявителю.
staff-told-duty = Сообщено дежурному чату. Заявителю сообщить некому: позвоните ему.
staff-told-nobody = Заявителю сообщить некому: позвоните ему.
staff-late = ⚠️ № { $code }: <b>срок прошёл</b> ({ $about }, последний день — { $by }). Ведёт: { $owner }. { $told }
staff-escalated = ⚠️ № { $code }: срок прошёл ({ $about }, последний день — { $by }). Ведёт: { $owner }. Проследите за делом.
staff-returned = ↩️ № { $code }: { $name } два рабочих дня не трогал(а) дело, оно снова свободно. Возьмите его кнопкой на карточке.
staff-extend-prompt =
    № { $code }. Напишите следующим сообщением причину: например, какой орган вы запросили.
    Срок продлится до 30 календарных дней со дня подачи, заявитель узнает сразу.
staff-extended =
    ⏳ № { $code }: новый срок решения — <b>{ $by }</b>
    Знак 👌 — заявителю доставлено.
staff-duties = <b>№ { $code }: обязательства по плану</b>
staff-duties-line = { $sign } { $no }. { $title } ({ $by })
staff-duties-none = В согласованном плане обязательств нет.
staff-duty-by = до { $by }
staff-duty-undated = день не указан
staff-duty-ticked = Отмечено: { $title }
staff-obligation-shown = 🖐 № { $code }: заявитель сообщил, что выполнил — { $title }. Отметьте в «Обязательствах» на карточке.
staff-obligation-late = ⚠️ № { $code }: срок обязательства прошёл ({ $by }) — { $title }
staff-list-mine = <b>Ваши дела</b>
staff-list-overdue = <b>Дела с прошедшим сроком</b>
staff-list-found = <b>Найденные дела</b>
staff-list-none = В этом чате таких дел нет.
staff-list-mine-none = У вас здесь нет дел. Дел, которые никто не ведёт: { $free }.
staff-list-line = { $sign } <code>{ $code }</code> · { $person } · { $state }
staff-list-due = { " " }· до { $by }
staff-list-more = … есть ещё: сначала закончите эти.
staff-find-how = Напишите номер дела или ИИН вместе с командой: <code>/find AB3CD4EF</code>
staff-paper-obligation_proof = подтверждение обязательства
staff-paper-from_staff = файл специалиста
staff-paper-result = документ о решении

## Отказы
refusal-case-taken = Дело уже ведёт { $owner }.
refusal-case-yours = Это дело уже ваше.
refusal-case-changed = Дело только что изменилось. Посмотрите на карточку и повторите.
refusal-case-draft-replaced = Позже показан другой вариант. Подтвердите его или начните заново.
refusal-case-draft-changed = Теперь срок был бы другим, чем показано. Начните заново.
refusal-case-not-yours = Это дело ведёт { $owner }. Действовать может только ведущий.
refusal-case-take-first = Сначала возьмите дело: кнопка «Взять в работу» на карточке.
refusal-case-still-coming = Документы ещё приходят. Подождите немного: кнопки появятся сами.
refusal-case-role = Это действие не ваше: его делает заявитель или бот.
refusal-case-plan-first = В семье есть трудоспособные, поэтому сначала отправьте план и дождитесь согласия.
refusal-no-duty-chat = Другого дежурного чата для этого региона нет.
refusal-case-elsewhere = Это дело теперь ведут в другом чате.
error-staff-text-only = Заявителю уходят текст, фото, PDF, место на карте и контакт. Это не отправлено: пришлите фото или PDF.
failed-rows =
    ⚠️ Бот не смог обработать записи: { $rows }, первый сбой — { $since }.{ $list }

    Всё остальное идёт своим чередом. Каждую такую запись бот пробует снова через минуту, 5 минут, 30 минут, 2 часа и 12 часов, а потом откладывает до следующего запуска. Ничего не удалено. Покажите это тому, кто ведёт сервер бота: подробности в журнале сервера.
failed-rows-line = { "" }
    • { $what }: { $count } ({ $keys }), <code>{ $error }</code>{ $more }
sweep-reminder = напоминания
sweep-expired-offer = истёкшие предложения времени
sweep-past-waiting = записи листа ожидания, чьи дни прошли
sweep-line = листы ожидания ЦОН
sweep-line-entry = предложения ожидающим
sweep-late-place = опоздавшие в ЦОН
sweep-late-booking = талоны опоздавших
sweep-live-place = живая очередь ЦОН
sweep-live-visit = сообщения о месте в очереди
sweep-open-visit = визиты прошедших дней
sweep-open-booking = талоны прошедших дней
sweep-displaced = переносы талонов закрытого ЦОН
sweep-kept-seat = места, занятые на закрытое время
sweep-given-back = возврат прежнего времени
sweep-person = удаление ненужных ИИН
sweep-unheard-inquiry = обращения, которые никто не взял
sweep-case-card = карточки дел
sweep-intake-card = карточки заявлений на выплату
sweep-inquiry-card = карточки обращений
sweep-digest = утренние сводки чатов
sweep-followed-payment = вопросы к источнику выплат
sweep-payment-news = уведомления о выплатах
sweep-payment-ping = напоминания о сроках выплат
sweep-registry-import = загрузка реестра
sweep-export = заявления для выгрузки
sweep-damage-check = ночная сверка очереди
sweep-alarm = сообщения администраторам и чатам
sweep-cleaning = удаление старых записей
refusal-case-extended = Срок этого дела уже продлевали, второй раз нельзя.
refusal-case-extend-late = Срок решения уже прошёл, продлить нельзя. Вынесите решение.
error-measure-day = В мере «{ $start }» нет такого дня: { $day }. Проверьте число и месяц и пришлите весь план снова — ответом на сообщение бота с просьбой о плане.
error-measure-long = Мера «{ $start }…» длиннее { $max } символов. Сократите её или разделите на две строки и пришлите весь план снова — ответом на сообщение бота с просьбой о плане.
error-staff-words-only = Здесь нужен только текст, файл никому не отправлен. Напишите текст ответом на тот же запрос бота. Если файл нужен заявителю, пришлите его отдельным сообщением по делу.
refusal-edit-unsays = Правка не отправлена: эти слова уже у заявителя, и правкой их не отозвать. Чтобы отозвать своё сообщение, ответьте на него командой <code>/withdraw</code>.
refusal-edit-of-answer = Правка не отправлена: у автора обращения остались прежние слова. Напишите исправление новым ответом.
refusal-edit-of-file = Правка не отправлена: у заявителя остались прежний файл и подпись. Пришлите исправленный файл новым сообщением.
refusal-question-unsays = Вопрос отозвать нельзя: он уже у заявителя. Исправьте его текст, задайте новый вопрос или нажмите «📞 Ответ получен по телефону».
refusal-question-over = Правка не отправлена: на этот вопрос уже ответили или его сменил другой. Если нужно, задайте новый через «❓ Спросить».
refusal-word-old = Сообщение отправлено больше месяца назад, удалить его у заявителя уже нельзя. Отправьте верный текст новым сообщением.
error-plan-pdf = План должен быть файлом PDF. Пришлите его в PDF и перечислите меры в подписи к файлу.

## Переснять страницу
case-item-page = { $paper }, страница { $number }
reshoot-ask =
    Переснимите эту страницу и пришлите фото. { $why }
reshoot-why-dark = Она вышла тёмной: снимите у окна или включите свет.
reshoot-why-blurred = Текст нерезкий: положите лист ровно и не двигайте телефон.
reshoot-why-cut = Край обрезан: пусть будут видны все четыре угла листа.
staff-reshoot-why = { $item } — что не так?
staff-button-reshoot = 📷 Переснять страницу
staff-file-how = Напишите номер: <code>/file AB2CD3EF</code>
staff-reshoot-dark = 🌑 Темно
staff-reshoot-blurred = 🌫 Нерезко
staff-reshoot-cut = ✂️ Край обрезан
staff-reshoot-paper = № { $code }: страницу какого документа переснять?
staff-reshoot-paper-pages = { $paper } · { $count } стр.
staff-reshoot-page = № { $code }, { $paper }: какая страница?
staff-reshoot-wrong = 📄 Не та бумага
staff-reshoot-own = ✍️ Своими словами
staff-reshoot-prompt = № { $code }: { $item }. Напишите следующим сообщением, что не так: заявитель получит ваши слова.
reshoot-why-wrong = Это другая бумага. Снимите именно тот документ, о котором спрашивали.
refusal-reshoot-none = В этом деле нет страниц от заявителя. Нужен документ — попросите его через «Спросить».
staff-reshoot-asked = 📷 № { $code }: { $item } — просим переснять, срок стоит. Знак 👌 на этом сообщении — заявителю доставлено.
refusal-page-same = Это тот же самый файл. Снимите страницу заново и пришлите.
refusal-reshoot-how = Ответьте командой <code>/reshoot</code> на фото страницы, которую надо переснять.
refusal-page-not-form = Этот файл — не страница заявления, или страницу уже пересняли.

## Готовые ответы, отзыв сказанного
staff-canned = № { $code }: какой ответ отправить? Заявитель получит его на своём языке.
staff-canned-how = Готовый ответ отправляют кнопкой «💬 Готовые ответы» на карточке, а также в теме дела или ответом на сообщение о нём: <code>/answers</code>
staff-canned-sent = 💬 { $text }
staff-word-withdrawn = ↩️ Сообщение отозвано: у заявителя оно удаляется, а если старое — помечается отозванным. В истории остаётся и то и другое.
case-word-withdrawn = ↩️ <i>Специалист отозвал это сообщение.</i>
refusal-canned-broken = В списке готовых ответов ошибка, скажите администратору: { $why }
refusal-canned-gone = Этого ответа в списке больше нет. Вызовите /answers снова.
refusal-withdraw-how = Ответьте командой <code>/withdraw</code> на своё сообщение, которое ушло заявителю.
refusal-word-withdrawn = Это сообщение уже отозвано.

## Сотрудники
staff-terms =
    Проверить до: <b>{ $check }</b>
    Решить до: <b>{ $decide }</b>
staff-terms-check =
    Проверить до: <b>{ $check }</b>
    Решение — в срок самой услуги
staff-terms-decide = Проверка окончена. Решить до { $decide }
staff-terms-checked = Документы проверены, решение — в срок самой услуги
staff-recipient = Получатель: { $recipient }
staff-button-checked = ✅ Документы в порядке
staff-button-grant = ✅ Решить положительно
staff-grant-prompt = № { $code }. Напишите следующим сообщением, что решено, понятно для заявителя — что назначено или выдано, с какого дня, где получить документ.
staff-granted = ✅ № { $code }: положительное решение оформлено. Знак 👌 на этом сообщении — заявителю доставлено.
staff-refusal-service_rules = ⛔ Не выполнены условия услуги
staff-role-state_corp = Госкорпорация: заявления
