### Заявление на АСП: от первого вопроса до подачи, и на следующий квартал.

menu-aid = 📄 Соцпомощь (АСП)

## Первый экран
aid-intro =
    <b>Адресная социальная помощь (АСП)</b>

    Это ежемесячная выплата семье, у которой доход на человека ниже черты бедности. Её назначают на квартал по доходам за прошлый квартал.

    <b>Что понадобится:</b> ИИН — ваш и всех, с кем живёте; доходы за прошлый квартал по месяцам; номер счёта в Казпочте или Halyk Bank. Остальное центр запросит сам.

    <b>Сколько длится:</b> заполнение — около 15 минут, можно с перерывами. Проверка документов — до { $check } рабочих дней, решение — до { $centre } рабочих дней (через акима сельского округа — до { $rural }).
aid-draft =
    { "" }

    📝 <b>У вас есть черновик: отвечено { $answered } из { $total }.</b>
    Дальше: { $next }.
aid-form-changed =
    { "" }
    Пока вы заполняли, форма обновилась. Ответы сохранены, спрошу только новое.
aid-all-answered = проверить и отправить
aid-apply = Подать заявление
aid-check-first = 🧮 Положена ли мне АСП?
aid-see-answers = Мои ответы

## Вопрос
aid-given = Сейчас: <b>{ $answer }</b>
aid-keep = Оставить как есть →
aid-hint = ✅ Да, { $hint }
aid-about-member = { $name } · { $short }
aid-unanswered = ещё не отвечено
aid-people =
    { $count ->
        [one] кроме вас — { $count } человек
        [few] кроме вас — { $count } человека
       *[many] кроме вас — { $count } человек
    }
aid-pages =
    { $count ->
        [one] { $count } файл
        [few] { $count } файла
       *[many] { $count } файлов
    }

## Вопросы заявления
aid-field-region = В каком регионе вы зарегистрированы?
aid-field-region-why = Заявление рассматривает центр по месту регистрации.
aid-field-region-short = Регион

aid-field-history = Вы уже получали АСП в прошлом квартале?
aid-field-history-why = Если получали и ничего не изменилось, документов нужно меньше.
aid-field-history-short = АСП в прошлом квартале
aid-field-history-first = Нет, подаю впервые
aid-field-history-again = Да, получали

aid-field-changed = С тех пор изменился состав семьи, доход или подворье?
aid-field-changed-why = Если что-то изменилось, участковая комиссия посмотрит фото ваших условий.
aid-field-changed-short = Изменения
aid-field-changed-no = Ничего не изменилось
aid-field-changed-yes = Да, изменилось

aid-field-channel = Куда вам удобнее обращаться?
aid-field-channel-why = От этого зависит срок: в центре — до 15 рабочих дней, через акима — до 18.
aid-field-channel-short = Куда
aid-field-channel-centre = Карьерный центр
aid-field-channel-rural_akim = Аким сельского округа

aid-field-iin = Напишите ваш ИИН — 12 цифр.
aid-field-iin-why = По нему центр сам запросит справки, и вам не придётся их собирать.
aid-field-iin-example = Например: <code>850615100017</code>
aid-field-iin-short = ИИН

aid-field-surname = Ваша фамилия?
aid-field-surname-why = Как в удостоверении личности. Можно сразу фамилию, имя и отчество одной строкой.
aid-field-surname-example = Например: <code>Ахметова</code>
aid-field-surname-short = Фамилия

aid-field-name = Ваше имя?
aid-field-name-why = Как в удостоверении личности.
aid-field-name-example = Например: <code>Ольга</code>
aid-field-name-short = Имя

aid-field-patronymic = Ваше отчество?
aid-field-patronymic-why = Если отчества нет, нажмите «Пропустить».
aid-field-patronymic-example = Например: <code>Сергеевна</code>
aid-field-patronymic-short = Отчество

aid-field-born = Дата вашего рождения?
aid-field-born-why = От возраста зависит, какая помощь положена. Если дата на кнопке верна, просто нажмите её.
aid-field-born-example = Например: <code>15.06.1985</code>
aid-field-born-short = Дата рождения

aid-field-phone = По какому номеру с вами связаться?
aid-field-phone-why = Если у специалиста будет вопрос, он позвонит по этому номеру.
aid-field-phone-example = Например: <code>+7 701 123 45 67</code>
aid-field-phone-short = Телефон

aid-field-email = Ваша электронная почта?
aid-field-email-why = Запасной способ связи. Если почты нет, нажмите «Пропустить».
aid-field-email-example = Например: <code>olga@example.kz</code>
aid-field-email-short = Почта

aid-field-address = Адрес, где вы живёте?
aid-field-address-why = Населённый пункт, улица, дом, квартира — это почтовый адрес в заявлении.
aid-field-address-example = Например: <code>г. Семей, ул. Абая, д. 10, кв. 5</code>
aid-field-address-short = Адрес

aid-field-state = Чем вы сейчас заняты?
aid-field-state-why = Тем, кто может работать, помогут ещё и с работой. Выберите главное.
aid-field-state-short = Занятость
aid-field-state-working = Работаю по найму
aid-field-state-self_employed = Работаю на себя
aid-field-state-unemployed = Не работаю
aid-field-state-child = Ребёнок
aid-field-state-student = Учусь
aid-field-state-pensioner = На пенсии
aid-field-state-disability_1 = Инвалидность 1 группы
aid-field-state-disability_2 = Инвалидность 2 группы
aid-field-state-disability_3 = Инвалидность 3 группы
aid-field-state-caring_child = Уход за маленьким ребёнком
aid-field-state-caring_disabled = Уход за человеком с инвалидностью
aid-field-state-caring_old = Уход за пожилым
aid-field-state-long_sick_leave = Больничный дольше 2 месяцев

aid-field-living = С кем вы живёте?
aid-field-living-why = Доход делят на всех, кто живёт с вами одной семьёй.
aid-field-living-short = Проживание
aid-field-living-alone = Живу один (одна)
aid-field-living-family = Живу с семьёй

aid-field-members = Кто живёт с вами? Добавьте каждого, кроме себя.
aid-field-members-why = Чем больше людей в семье, тем меньше доход на каждого.
aid-field-members-short = Семья

aid-field-incomes = Нажмите на каждого по очереди и укажите доходы — или что их не было.
aid-field-incomes-why = Помощь считают по доходам за три месяца прошлого квартала.
aid-field-incomes-short = Доходы

aid-field-plot = У вас есть подворье: скот, птица, огород?
aid-field-plot-why = Центр проверяет личное подсобное хозяйство.
aid-field-plot-short = Подворье
aid-field-plot-no = Нет
aid-field-plot-yes = Да, есть

aid-field-plot-details = Что у вас на подворье?
aid-field-plot-details-why = Достаточно одной строки: сколько земли, скота, птицы.
aid-field-plot-details-example = Например: <code>огород 6 соток, 2 козы, 10 кур</code>
aid-field-plot-details-short = Что на подворье

aid-field-iban = На какой счёт перечислять помощь?
aid-field-iban-why = Нужен ваш собственный счёт в Казпочте или Halyk Bank: 20 знаков, начинается с KZ. Он есть в приложении банка в разделе «Реквизиты». Номер карты не нужен.
aid-field-iban-example = Например: <code>KZ04601A000000000002</code>
aid-field-iban-short = Счёт

aid-field-account-owner = Этот счёт открыт на ваше имя?
aid-field-account-owner-why = На чужой счёт помощь не перечисляют. Если счёт не ваш, вернитесь назад и напишите свой.
aid-field-account-owner-short = Владелец счёта
aid-field-account-owner-own = Да, счёт мой

aid-field-evidence = Пришлите фото или видео дома: комнаты, кухня, двор.
aid-field-evidence-why = По ним участковая комиссия оценит условия без выезда к вам. Людей и удостоверения снимать не нужно.
aid-field-evidence-example = Можно сразу несколько фото, PDF или видео до 20 МБ.
aid-field-evidence-short = Фото дома

aid-field-alimony-paper = Справка об алиментах за три месяца.
aid-field-alimony-paper-why = Нужна, только если семья получает или должна получать алименты: этих данных нет в базах.
aid-field-alimony-paper-example = Пришлите фото страниц или PDF.
aid-field-alimony-paper-short = Справка об алиментах

aid-field-job-request = Заявление о регистрации ищущим работу.
aid-field-job-request-why = Нужно для тех в семье, кто может работать, но не работает.
aid-field-job-request-example = Пришлите фото подписанного заявления или PDF.
aid-field-job-request-short = Заявление ищущего работу

aid-field-work-consent = Согласие родителя на работу подростка до 16 лет.
aid-field-work-consent-why = Нужно, только если подросток из семьи будет работать. Пишется в свободной форме.
aid-field-work-consent-example = Пришлите фото или PDF.
aid-field-work-consent-short = Согласие родителя

aid-field-documents = Есть другие бумаги, которые важно показать?
aid-field-documents-why = Например, справка о доходах. <b>Копии удостоверений не присылайте:</b> собирать их запрещено законом, а данные центр получит по ИИН.
aid-field-documents-example = Пришлите фото страниц или PDF.
aid-field-documents-short = Другие бумаги

aid-field-content = Хотите что-то добавить своими словами?
aid-field-content-why = Опишите, что важно знать специалисту. Если нечего, нажмите «Пропустить».
aid-field-content-example = Например: <code>Работу потеряла в августе, двое детей</code>
aid-field-content-short = Дополнение

aid-field-family-consent = Взрослые члены семьи согласны, чтобы вы указали их данные?
aid-field-family-consent-why = Их данные можно передать центру только с их согласия. Спросите их, если ещё не спрашивали.
aid-field-family-consent-short = Согласие семьи
aid-field-family-consent-given = Да, согласны

## Семья
aid-people-told = Указано: <b>{ aid-people }</b>
aid-member-new = Новый человек
aid-member-begun = ✏️ { $name }
aid-member-told = ✅ { $name } · { $relation }
aid-member-untold = ✏️ { $name } · { $relation }
aid-member-add = ➕ Добавить человека
aid-members-ready = Все указаны →
aid-member-card =
    <b>Член семьи</b>

    { $lines }

    Чтобы исправить, нажмите нужную строку.
aid-member-remove = Убрать из списка

aid-member-relation = Кем этот человек вам приходится?
aid-member-relation-why = Например, если это ваш сын или дочь, нажмите «Ребёнок».
aid-member-relation-short = Кто
aid-member-relation-spouse = Муж или жена
aid-member-relation-child = Ребёнок
aid-member-relation-parent = Отец или мать
aid-member-relation-sibling = Брат или сестра
aid-member-relation-grandparent = Дедушка или бабушка
aid-member-relation-grandchild = Внук или внучка
aid-member-relation-other = Другой родственник

aid-member-name = Фамилия, имя и отчество этого человека?
aid-member-name-why = Как в удостоверении или свидетельстве о рождении.
aid-member-name-example = Например: <code>Ахметов Тимур Серикович</code>
aid-member-name-short = Фамилия и имя

aid-member-iin = ИИН этого человека — 12 цифр.
aid-member-iin-why = По нему центр сам запросит справки. Если не знаете, нажмите «Пропустить»: специалист уточнит.
aid-member-iin-example = Например: <code>850615100017</code>
aid-member-iin-short = ИИН

aid-member-born = Дата рождения этого человека?
aid-member-born-why = Как в документе. Если дата на кнопке верна, просто нажмите её.
aid-member-born-example = Например: <code>15.06.2015</code>
aid-member-born-short = Дата рождения

aid-member-state = Чем этот человек сейчас занят?
aid-member-state-why = Тем, кто может работать, помогут ещё и с работой. Выберите главное.
aid-member-state-short = Занятость
aid-member-state-working = Работает по найму
aid-member-state-self_employed = Работает на себя
aid-member-state-unemployed = Не работает
aid-member-state-child = Ребёнок
aid-member-state-student = Учится
aid-member-state-pensioner = На пенсии
aid-member-state-disability_1 = Инвалидность 1 группы
aid-member-state-disability_2 = Инвалидность 2 группы
aid-member-state-disability_3 = Инвалидность 3 группы
aid-member-state-caring_child = Уход за маленьким ребёнком
aid-member-state-caring_disabled = Уход за человеком с инвалидностью
aid-member-state-caring_old = Уход за пожилым
aid-member-state-long_sick_leave = На больничном дольше 2 месяцев

## Доходы
aid-income-me = Вы
aid-income-months = Месяцы: <b>{ $first }</b> — <b>{ $last }</b>
aid-income-told = ✅ { $name } · { $sum }
aid-income-untold = ✏️ { $name } · не указано
aid-incomes-rest = У остальных доходов не было
aid-incomes-ready = Все доходы указаны →
aid-income-kinds =
    <b>Доходы · { $name }</b>

    За три месяца: <b>{ $sum }</b>

    Выберите вид дохода и укажите суммы. Видов может быть несколько.
aid-income-none = Доходов не было
aid-income-ready = Готово →
aid-kind-told = ✅ { $name } · { $sum }
aid-kind-wage = Зарплата
aid-kind-business = Своё дело, подработка
aid-kind-pension = Пенсия
aid-kind-benefit = Пособие
aid-kind-alimony = Алименты
aid-kind-household_plot = Подворье
aid-kind-property = Аренда, продажа имущества
aid-kind-other = Другое
aid-kind-large_family_benefit = Пособие многодетным
aid-kind-disabled_child_benefit = Пособие на ребёнка с инвалидностью
aid-kind-scholarship = Стипендия
aid-income-month =
    <b>{ $name } · { $kind } · { $place }</b>

    Сколько получено за <b>{ $month }</b>?

    <i>Сумма на руки, в тенге.</i>
    Например: <code>85 000</code>
aid-income-same = Столько же: { $before }
aid-income-zero = 0 — не было
aid-income-remove = Убрать этот доход
aid-stray-person = Нажмите на человека в списке — и укажите его доходы.

## Бумаги
aid-excuse-cannot_get = Не могу получить
aid-excuse-not_needed = Мне это не нужно
aid-excuse-as_before = Сдал(а) с прошлым заявлением
aid-pages-ready = Это всё, дальше →
aid-page-remove = Убрать последний файл
aid-stray-paper = Пришлите фото или файл PDF — или нажмите кнопку под сообщением.
error-page-empty = Файл пустой. Откройте его на телефоне, проверьте и отправьте снова.
error-page-large = Файл больше { $max } МБ — Telegram не даст мне его открыть. Отправьте фото вместо файла или сожмите PDF.
error-page-type = Такой файл я не приму. Подойдут фото (JPEG, PNG, WebP) и PDF. Можно просто сфотографировать бумагу.
error-page-video = Видео сюда не подходит. Сфотографируйте бумагу или пришлите PDF.
error-page-unreadable = Файл повреждён и не открывается. Сфотографируйте страницу ещё раз и отправьте снова.
error-page-locked = PDF защищён паролем, специалист не сможет его открыть. Пришлите файл без пароля или фото страниц.
error-page-heic = Это фото в формате HEIC, его откроет не каждый компьютер. Отправьте его как фото, а не как файл.
error-page-huge = Картинка слишком велика, открыть её не получится. Отправьте её как фото, а не как файл: Telegram сам её уменьшит.
error-page-active = В этом PDF есть скрипт, вложенный файл или запуск программы, такой я не приму. Сохраните его заново через «Печать → Сохранить как PDF» или сфотографируйте страницы.
error-page-double = В этом файле спрятан ещё один, другого вида, такой я не приму. Сфотографируйте страницы или сохраните PDF заново через «Печать → Сохранить как PDF».
refusal-page-repeated = Этот файл уже есть, второй раз не добавляю. Отправьте следующий.
refusal-pages-full = Здесь уже { $max } файлов, больше не поместится. Нажмите «Это всё, дальше».
refusal-draft-gone = Это заявление уже отправлено. Новые бумаги можно добавить в разделе «Мои заявления».
error-iin-repeated = Этот ИИН уже указан у другого человека в заявлении. Проверьте и напишите снова.

## Проверка и отправка
aid-recap =
    <b>Ваши ответы: { $answered } из { $total }</b>

    { $lines }

    Проверьте. Любой ответ можно изменить.
aid-recap-line = { $short }: <b>{ $answer }</b>
aid-edit = <b>Что изменить?</b> После исправления вы вернётесь к списку ответов.
aid-to-consent = Всё верно, дальше →
aid-consent =
    <b>Последний шаг</b>

    Я, <b>{ $person }</b>, нажимая «Даю согласие, отправить»:

    • прошу назначить АСП и подаю заявление в электронном виде;
    • подтверждаю, что сведения верны, и знаю, что за неверные могут отказать;
    • даю согласие на сбор и проверку моих данных и данных членов семьи, с их согласия, в государственных базах.
    <blockquote expandable><b>О согласии</b>
    Оператор: { $operator }.
    Цель: назначение АСП по этому заявлению.
    Перечень данных: { consent-data-assistance }.
    Передача третьим лицам: { consent-whom-assistance }; больше никому.
    Трансграничная передача: да, переписка идёт через Telegram. В общедоступных источниках данные не распространяются.
    Срок: { consent-term-assistance }.
    Отзыв: до решения отзовите заявление в «Моих заявлениях»; затем — «Мой профиль» → «Мои согласия».</blockquote>
    Это не электронная подпись (ЭЦП). Специалист может попросить подписать заявление при встрече.
aid-submit = ✅ Даю согласие, отправить
aid-done =
    ✅ <b>Заявление подано</b>

    Номер: <b>№ { $number }</b>

    <b>Что дальше:</b>
    • до <b>{ $forward_by }</b> его передадут специалисту;
    • до <b>{ $check_by }</b> проверят документы;
    • до <b>{ $decide_by }</b> примут решение.

    Ничего делать не нужно: о каждом шаге я напишу. Заявление в PDF придёт следующим сообщением.
refusal-application-exists =
    <b>Заявление за этот квартал уже есть</b>

    Номер: <b>№ { $number }</b>. Второе подавать не нужно. Если что-то изменилось, напишите специалисту в том заявлении. Этот черновик сохранён.
aid-open-case = Открыть заявление
aid-my-cases = 📂 Мои заявления
refusal-application-incomplete = Остались вопросы без ответа. Нажмите «Продолжить».
refusal-application-exists-elsewhere = По этому ИИН за этот квартал заявление уже подано с другого аккаунта. Спросите в семье или позвоните по номеру 1414.
aid-receipt =
    📄 <b>Заявление № { $number } принято</b>
    { $service }

    Это ваш экземпляр. До <b>{ $forward_by }</b> его передадут специалисту, до <b>{ $check_by }</b> проверят документы. Я напишу о каждом шаге.
receipt-file = Заявление { $number }.pdf

## Печатная форма
aid-print-title = Заявление
aid-print-basis = по форме приложения к приказу № 109 от 25 марта 2020 года
aid-print-number = Номер
aid-print-date = Дата подачи
aid-print-field = Сведения
aid-print-value = Значение
aid-print-row-1 = ИИН
aid-print-row-2 = Фамилия
aid-print-row-3 = Имя
aid-print-row-4 = Отчество
aid-print-row-5 = E-mail
aid-print-row-6 = Почтовый адрес (адрес проживания услугополучателя)
aid-print-row-7 = Телефон
aid-print-row-8 = Наименование государственной услуги
aid-print-row-9 = Регион
aid-print-row-10 = Получатель
aid-print-row-11 = Содержание
aid-print-row-12 = Перечень документов
aid-print-more = Дополнительные сведения
aid-print-members = Состав семьи
aid-print-incomes = Доходы за квартал по месяцам, тенге
aid-print-applicant = Заявитель
aid-print-relation = Кем приходится
aid-print-person = Фамилия, имя, отчество
aid-print-born = Дата рождения
aid-print-state = Занятость
aid-print-kind = Вид дохода
aid-print-total = Итого
aid-print-no-income = Доходов не было
aid-print-document = Наименование документа
aid-print-sheets = Листов
aid-print-note = Примечание
aid-print-files = в электронном виде
aid-print-account = Счёт для выплаты
aid-print-own-account = открыт на имя заявителя
aid-print-application = Заявление по форме
aid-print-statement = Заявитель подтвердил: сведения верны; согласен на сбор и проверку своих данных и данных членов семьи (с их согласия) в государственных базах для назначения помощи; осведомлён о передаче переписки через Telegram. Оператор данных: { $operator }.
aid-print-electronic = Заявление подано в электронном виде через Telegram-бот { $date }. ЭЦП не применялась; отправитель — аккаунт Telegram № { $account }.
aid-print-signature = Подпись заявителя (при личной встрече)
aid-print-scan = Наведите камеру: ход рассмотрения
aid-print-page = стр.
aid-print-empty = —

## Как видно страницы
aid-page-advice =
    { "" }
    ⚠️ <b>Страницу, возможно, не прочитают.</b> Можно оставить как есть или убрать последнюю и снять заново.
aid-page-dark = • Темно: снимите у окна или включите свет.
aid-page-blurred = • Нерезко: положите лист ровно и подержите телефон неподвижно.
aid-page-small = • Мелко: снимите ближе, чтобы лист занял весь кадр.
aid-page-elsewhere = • Этот же файл уже приложен к другому документу заявления.

## АСП на следующий квартал: напоминание, новое заявление, продление без заявления.

## Первый экран
aid-renew-open =
    { "" }

    🔁 <b>Начался новый квартал: можно подать на АСП снова.</b>
    Прошлое заявление: № { $code }, последний день помощи — { $covered }. Ваши ответы я подготовлю.
aid-renew-later =
    { "" }

    ✅ <b>АСП вам назначена.</b> Заявление № { $code }, последний день помощи — { $covered }.
    Подать снова можно с <b>{ $opens }</b>. В этот день я напомню.
aid-renew = 🔁 Подать снова
aid-renew-same = 🔁 Ничего не изменилось
aid-renew-changed = ✏️ Есть изменения

## Напоминания
case-renew-soon =
    📅 <b>Срок АСП подходит к концу.</b> Заявление № { $code }.

    Последний день помощи — { $covered }. Подать снова можно с <b>{ $opens }</b>. Сейчас делать ничего не нужно: в этот день я напомню, и если ничего не изменилось, хватит трёх нажатий.
case-renew-open =
    🔁 <b>Можно снова подать на АСП.</b> Заявление № { $code }.

    Последний день помощи — { $covered }. Подайте заявление на новый квартал: ответы сохранены, и если ничего не изменилось, хватит трёх нажатий.

## Продление без заявления
case-prolonged =
    ✅ <b>АСП продлена без заявления.</b> Заявление № { $code }.

    На каждого члена семьи: <b>{ $amount }</b> в месяц, { $months } мес., последний день — <b>{ $covered }</b>.

    Регистрацию, имущество, транспорт, подсобное хозяйство, алименты и доходы центр проверил сам, заявление не нужно. Если изменились состав семьи или доходы, напишите специалисту.
case-decided-prolonged =
    На каждого члена семьи: <b>{ $amount }</b> в месяц.
    Продлено на срок: { $months } мес.
refusal-case-prolong-early = Срок этой помощи ещё идёт. Продлить можно с { $opens }.
staff-button-prolong = 🔁 Продлить без заявления
staff-button-prolong-ok = ✅ Продлить и сообщить
staff-prolong-prompt =
    № { $code }. Продление без заявления (приказ № 109, пункты 12–19). Сначала проверьте запросами: 1) регистрацию; 2) недвижимость; 3) транспорт; 4) подсобное хозяйство; 5) алименты; 6) доходы. Недостающее уточните по телефону.
    Если семья соответствует критериям, ответьте на это сообщение суммой в тенге на одного человека в месяц. Например: <code>20300</code>
staff-prolong-confirm =
    <b>№ { $code }: продлить без заявления?</b>
    На человека в месяц: <b>{ $amount }</b>
    Месяцев: <b>{ $months }</b>
    По какой день: <b>{ $covered }</b>
    В историю запишется, что все шесть проверок сделаны.
staff-prolonged = 🔁 № { $code }: продлено без заявления, { $amount } на человека в месяц, месяцев: { $months }. Знак 👌 на этом сообщении — заявителю доставлено.
