### Заявление на выплату: от программы до отправки, исправления, карточка у специалистов.

## Программа
intake-apply = ✍️ { $programme }
intake-intro =
    <b>{ $programme }</b>

    Сумма: <b>{ $amount }</b>
    Платит: { $payer }
    Приём заявлений до: <b>{ $closes }</b>
intake-needed =
    {""}
    Понадобятся ИИН, телефон и номер своего счёта (KZ…). Займёт около 5 минут, черновик сохраняется сам.
intake-is-closed =
    {""}
    Приём закончен, заявление подать нельзя. Статус поданного раньше можно проверить.
intake-draft =
    {""}
    📝 <b>Есть неоконченное заявление: отвечено { $answered } из { $total }.</b>
intake-begin = ✍️ Заполнить заявление
intake-sent-item = № { $number } · { $state }

## Вопрос
intake-given = Сейчас ответ: <b>{ $answer }</b>
intake-keep = Оставить так →
intake-unanswered = пока нет ответа

intake-field-surname = Ваша фамилия?
intake-field-surname-why = Как в удостоверении личности. Можно сразу фамилию, имя и отчество одной строкой.
intake-field-surname-example = Например: <code>Ахметова</code>
intake-field-surname-short = Фамилия
intake-field-name = Ваше имя?
intake-field-name-why = Как в удостоверении личности.
intake-field-name-example = Например: <code>Ольга</code>
intake-field-name-short = Имя
intake-field-patronymic = Ваше отчество?
intake-field-patronymic-why = Если отчества нет, нажмите «Пропустить».
intake-field-patronymic-example = Например: <code>Сергеевна</code>
intake-field-patronymic-short = Отчество
intake-field-iin = Напишите ваш ИИН — 12 цифр.
intake-field-iin-why = По нему проверят, положена ли выплата. Одно заявление — на один ИИН.
intake-field-iin-example = Например: <code>850615100017</code>
intake-field-iin-short = ИИН
intake-field-phone = Ваш номер телефона?
intake-field-phone-why = По нему вы потом подтвердите, что заявление ваше. Лучше тот, что в Telegram.
intake-field-phone-example = Например: <code>+7 701 123 45 67</code>
intake-field-phone-short = Телефон
intake-field-category = К какой категории вы относитесь?
intake-field-category-why = От этого зависят остальные вопросы.
intake-field-category-short = Категория
intake-field-employer-bin = БИН вашего работодателя — 12 цифр.
intake-field-employer-bin-why = Он есть в трудовом договоре; его скажут в бухгалтерии.
intake-field-employer-bin-example = Например: <code>990140000017</code>
intake-field-employer-bin-short = БИН работодателя
intake-field-iban = На какой счёт перечислить выплату?
intake-field-iban-why = Нужен ваш собственный счёт: 20 знаков, начинается с KZ. Он есть в приложении банка в разделе «Реквизиты». Номер карты не нужен.
intake-field-iban-example = Например: <code>KZ04601A000000000002</code>
intake-field-iban-short = Счёт
intake-field-account-owner = Этот счёт открыт на ваше имя?
intake-field-account-owner-why = На чужой счёт выплату не перечисляют. Если счёт не ваш, вернитесь назад и напишите свой.
intake-field-account-owner-short = Владелец счёта
intake-field-account-owner-own = Да, счёт мой
intake-field-email = Ваша электронная почта?
intake-field-email-why = Запасной способ связи. Если почты нет, нажмите «Пропустить».
intake-field-email-example = Например: <code>olga@example.kz</code>
intake-field-email-short = Почта

## Проверка и отправка
intake-recap =
    <b>Проверьте ответы</b>
    {""}
intake-recap-line = • { $short }: <b>{ $answer }</b>
intake-statement =
    {""}
    Отправляя, вы подтверждаете, что сведения верны.
intake-submit = 📨 Отправить заявление
intake-send-fix = 📨 Отправить исправление
intake-edit =
    <b>Что изменить?</b>

    Остальные ответы останутся.
intake-sent =
    ✅ <b>Отправлено.</b> Заявление № <code>{ $number }</code>

    Специалист проверит данные. О каждом изменении я напишу сам; статус можно открыть в любое время.
intake-standing-own =
    <b>Вы уже подали заявление по этому ИИН</b>

    Второе подавать не нужно: рассматривается одно. Если в ИИН ошибка, измените ответ.
intake-standing =
    <b>По этому ИИН заявление не принято</b>

    Такое заявление уже есть. Если оно ваше, проверьте его статус: подтвердите номером телефона или номером заявления. Если в ИИН ошибка, измените ответ.
intake-receipt =
    📨 <b>Заявление принято: № <code>{ $number }</code></b>
    { $programme }

    Сохраните номер: по нему вы подтвердите, что заявление ваше. О каждом изменении я напишу.

## Исправление
intake-button-fix = ✏️ Исправить
intake-correction =
    ✏️ <b>Заявление № { $number }: нужно исправить</b>

    Причина: { $reason }
    Исправить: <b>{ $asked }</b>

    { $remedy }
intake-listed = { $first }, { $rest }
intake-asked =
    <b>Заявление № { $number }: нужно исправить</b>

    Причина: { $reason }
    { $remedy }

    <b>Что исправить:</b>
intake-asked-line = • { $short }
intake-nothing-asked-now = Сейчас в этом заявлении исправлять нечего.
intake-nothing-changed = ответы прежние

## Состояние
intake-short-submitted = новое, ждёт специалиста
intake-short-in_check = на проверке
intake-short-correction = ждёт исправления
intake-short-accepted = принято, ждёт отправки
intake-short-exported = отправлено на решение
intake-short-refused = отказано
intake-short-closed = закрыто, подано новое

## Отказы
refusal-intake-unknown = Такого заявления у вас нет.
refusal-intake-closed = Приём по этой программе закончен, заявление подать нельзя.
refusal-intake-incomplete = Ответьте сначала на оставшиеся вопросы: нажмите «Продолжить».
refusal-intake-state = Сейчас это сделать нельзя: заявление уже изменилось. Посмотрите его состояние.
refusal-intake-changed = Заявление только что изменилось. Посмотрите на него и повторите.
refusal-intake-not-mendable = Здесь исправить нечего. Что делать, написано в статусе заявления.
refusal-intake-taken = Заявление уже ведёт { $owner }.
refusal-intake-yours = Это заявление уже ваше.
refusal-intake-take-first = Сначала возьмите заявление кнопкой на карточке.
refusal-intake-not-yours = Это заявление ведёт { $owner }. Действовать может только ведущий.
refusal-intake-nothing-asked = Отметьте хотя бы один ответ, который нужно исправить.
refusal-intake-reason = Такой причины в этой программе нет.
refusal-export-unknown = Выгрузки № { $number } нет.
