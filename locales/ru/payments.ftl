### Выплата 42 500 ₸: программа закрыта, проверка заявления, вопросы о 2020 годе.

## Первый экран
button-payment = 💳 42 500 ₸
payment-home =
    <b>Выплата { $amount } (2020 год)</b>

    Программа закрыта, новые заявления не принимаются.
    • Приём во время ЧП закончился: { $first }
    • Приём на июльский повтор закончился: { $last }

    Если вы подавали заявление, могу показать, чем оно закончилось.
payment-mine = 📄 Моё заявление
payment-check = 🔎 Проверить заявление
payment-questions = 📚 Вопросы о выплате
payment-beware = 🛡 Осторожно: ложные боты

## Чьё заявление
payment-iin =
    <b>Напишите свой ИИН</b>

    Это 12 цифр в удостоверении личности. По ним я найду заявление в реестре.

    Например: <code>850615100017</code>
payment-iin-known = ИИН { $iin }

## Подтверждение
payment-proof =
    ИИН: <b>{ $iin }</b>

    <b>Подтвердите, что заявление ваше.</b> Есть два способа:
    • нажмите внизу «{ payment-share-contact }» — сравню номер с тем, что в заявлении;
    • или напишите номер заявления, например <code>D-2020-000000</code>
payment-share-contact = 📱 Отправить мой номер
payment-other-iin = ✏️ Другой ИИН
payment-stray-proof = На этом шаге отправьте свой номер кнопкой внизу или напишите номер заявления.
payment-asking = 🔎 Спрашиваю источник данных, это займёт несколько секунд…
error-payment-number = Это не похоже на номер заявления: в нём латинские буквы и цифры. Например: <code>D-2020-000000</code>
refusal-payment-foreign-contact = Это контакт другого человека. Отправьте свой номер кнопкой «{ payment-share-contact }» или напишите номер заявления.
refusal-payment-foreign-phone = Номер вашего Telegram не казахстанский, сравнить его с заявлением не получится. Напишите номер заявления, например <code>D-2020-000000</code>
refusal-payment-attempts = Чтобы защитить ваши данные от чужих, проверять можно только { $limit } раз в час. Следующая попытка откроется: { $opens }
refusal-payment-number-attempts = Чтобы защитить ваши данные от чужих, номера заявлений проверяю только { $limit } раз в час. Следующая попытка откроется: { $opens }. Своим контактом можно подтвердить и сейчас: нажмите внизу «{ payment-share-contact }».

## Не нашлось
payment-missing =
    <b>Заявление по этим данным не найдено</b>
    ИИН: { $iin }

    Так бывает, если в ИИН ошибка, в заявлении указан другой телефон или заявления не было.

    Проверьте ИИН и попробуйте подтвердить другим способом. Не получилось — позвоните на <b>1414</b>, это бесплатно.
payment-missing-silent =
    {""}
    ⚠️ Источник данных сейчас недоступен, поэтому новых заявлений я мог не увидеть. Попробуйте позже.
payment-again = 🔁 Подтвердить иначе

## Результат
payment-gone =
    <b>Запись снята</b>

    Реестр, в котором она была, отозвали. Это не отказ: когда придёт новый реестр, проверьте ещё раз.
payment-result =
    <b>{ $status }</b>
    С даты: { $day }

    { $programme }
    Сумма: { $amount }
    Заявление: № { $number }

    <b>Что это значит</b>
    { $means }

    <b>Что дальше</b>
    { $next }

    <b>Путь заявления</b>
payment-step-done = ✅ { $day } { $status }
payment-step-now = ● { $day } <b>{ $status }</b>
payment-step-ahead = ○ { $status }
payment-step-ahead-by = ○ { $status } — до { $by }
payment-source-silent =
    {""}
    ⚠️ Источник данных сейчас недоступен. Показано то, что было известно на { $known }. Попробуйте позже.
payment-followed =
    {""}
    🔔 Если статус изменится, я напишу вам сам.
payment-follow = 🔔 Сообщать об изменениях
payment-unfollow = 🔕 Не сообщать
payment-unnamed = Выплата
payment-notice =
    <b>{ $programme }: новый статус</b>

    <b>{ $status }</b>
    Дата: { $day }

    { $means }

    <b>Что дальше</b>
    { $next }
payment-unchanged =
    <b>{ $programme }: пока без изменений</b>

    Статус с даты { $day }: <b>{ $status }</b>

    { $next }
payment-unfollowed = Больше не сообщаю. Вернуть можно в статусе заявления.
payment-notice-open = 📄 Открыть заявление

## Статусы
payment-status-received = Заявление принято
payment-status-data_check = Проверка данных
payment-status-case_formed = Данные проверены, заявление принято
payment-status-fund_review = На рассмотрении ГФСС
payment-status-assigned = Выплата назначена
payment-status-sent_to_bank = Направлено в банк
payment-status-paid = Выплачено
payment-status-bank_rejected = Возвращено банком
payment-status-refused = Отказано

## Что значит статус
payment-means-received = Заявление зарегистрировано, проверка ещё не начата.
payment-means-data_check = Данные заявления сверяют в системе «Рынок труда».
payment-means-case_formed = Данные проверены, Госкорпорация подготовила документы для решения.
payment-means-fund_review = Государственный фонд социального страхования (ГФСС) решает, назначить ли выплату.
payment-means-assigned = Решение положительное: выплата вам назначена.
payment-means-sent_to_bank = Деньги отправлены в банк, на счёт из заявления.
payment-means-paid = Деньги перечислены на счёт из заявления.
payment-means-bank_rejected = Банк вернул деньги: номер счёта в заявлении неверный.
payment-means-refused = Выплата не назначена. Причина в реестре не указана.

## Что дальше
payment-next-wait_check = Следующий шаг — проверка данных.
payment-next-wait_case = Следующий шаг — документы готовят к решению.
payment-next-wait_fund = Следующий шаг — решение о выплате, после него приходит SMS.
payment-next-wait_bank = Следующий шаг — Госкорпорация направляет деньги в ваш банк. Если денег не было, позвоните на <b>1414</b>, это бесплатно.
payment-next-wait_money = Следующий шаг — банк зачисляет деньги на счёт. Проверьте выписку. Денег нет — спросите в банке, затем на <b>1414</b>.
payment-next-fix_account = Возьмите в банке номер своего счёта (KZ…) и спросите на <b>1414</b>, можно ли вернуть выплату в работу.
payment-next-appeal = Причину отказа спросите на <b>1414</b>, это бесплатно. { payment-complaint }
payment-next-refused =
    { $remedy }

    { payment-complaint }
payment-next-dated =
    { $following }
    Срок: до { $by }
payment-next-passed =
    { $following }
    Срок был до { $by }, он прошёл. Если ответа или денег не было, позвоните на <b>1414</b>, это бесплатно.
payment-next-undated =
    { $following }
    Официального срока этого шага не найдено.
payment-complaint = Не согласны с отказом? Особого порядка обжалования для этой выплаты не найдено. Общий путь — письменная жалоба в орган, который отказал, затем суд. Куда писать, подскажут на <b>1414</b>.
payment-next-nothing = Ничего делать не нужно.

## Причины отказа
payment-why-personal_data_wrong = <b>Причина:</b> ошибка в личных данных. Что-то в заявлении не сошлось, например имя или ИИН.
payment-why-account_wrong = <b>Причина:</b> неверный номер счёта. По нему нельзя перечислить деньги.
payment-why-has_regular_wage = <b>Причина:</b> постоянный заработок. По данным проверки, у вас была оплачиваемая работа; госслужащим и бюджетникам выплату тоже не назначали.
payment-why-receives_pension_or_benefit = <b>Причина:</b> пенсия или пособие. Вы их получали, а до ЧП официально не работали.
payment-why-no_contributions = <b>Причина:</b> нет отчислений. За последнее время перед заявлением не нашли социальных отчислений, пенсионных взносов или ЕСП.
payment-why-duplicate = <b>Причина:</b> повторное заявление. Подать его нужно было один раз.
payment-why-income_too_high = <b>Причина:</b> высокий доход в марте 2020 года.
payment-reason-personal_data_wrong = ошибка в личных данных
payment-reason-account_wrong = неверный номер банковского счёта
payment-reason-has_regular_wage = постоянная оплачиваемая работа, в том числе госслужба и бюджет
payment-reason-receives_pension_or_benefit = пенсия или пособие без официальной работы до ЧП
payment-reason-no_contributions = нет социальных отчислений, пенсионных взносов или ЕСП
payment-reason-duplicate = повторное заявление (по данным министерства)
payment-reason-income_too_high = высокий доход в марте 2020 года (по словам министра)
payment-about-personal_data_wrong = Ошибка в личных данных
payment-about-account_wrong = Неверный счёт
payment-about-has_regular_wage = Постоянная работа
payment-about-receives_pension_or_benefit = Пенсия или пособие
payment-about-no_contributions = Нет отчислений
payment-about-duplicate = Повторное заявление
payment-about-income_too_high = Высокий доход

## Вопросы о 2020 годе
payment-topics =
    <b>Вопросы о выплате 2020 года</b>

    Выберите вопрос.
payment-topic-who = Кому платили?
payment-topic-second = Как платили за второй месяц?
payment-topic-july = Что было в июле?
payment-topic-half = Что такое 21 250 ₸?
payment-topic-term = Кто и как быстро решал?
payment-topic-refused = Почему отказывали?
payment-topic-return = Надо ли возвращать выплату?
payment-topic-title =
    <b>{ $words }</b>
    {""}
payment-fact = • { $words }
payment-fact-sourced = • { $words } <i>(источник: { $source })</i>
payment-as-of =
    {""}
    <i>По открытым источникам, сверено: { $checked }</i>
payment-fake =
    <b>Ложные боты</b>

    В 2020 году вокруг этой выплаты появились ложные боты. Кто сегодня обещает «оформить 42 500» — обманывает: приём закрыт.
    {""}
