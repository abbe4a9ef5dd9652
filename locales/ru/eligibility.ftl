### Положена ли АСП: оценка до заявления.

eligibility-intro =
    <b>Положена ли моей семье АСП?</b>

    Задам пять коротких вопросов: регион, кто живёт с вами, доходы за три месяца (<b>{ $first }</b> — <b>{ $last }</b>), подворье и кредиты. Имена и ИИН не нужны.

    Посчитаю доход на человека и сравню с чертой бедности. Это оценка: решает карьерный центр, и подать заявление можно при любом результате.
eligibility-begin = Проверить
eligibility-see = Показать результат
eligibility-anew = Начать заново
eligibility-to-aid = ← АСП

eligibility-region =
    <b>В каком регионе зарегистрирована семья?</b>

    <i>Черта бедности в регионах разная.</i>
eligibility-state-mine =
    <b>Чем вы сейчас заняты?</b>

    <i>От этого зависит, нужен ли будет социальный контракт. Выберите главное.</i>
eligibility-state =
    <b>{ $who }: чем занят этот человек?</b>

    <i>Выберите главное.</i>

## Семья
eligibility-family =
    <b>Кто живёт с вами одной семьёй?</b>

    Сейчас вместе с вами: <b>{ $count }</b>. Чтобы исправить или убрать человека, нажмите на него.

    <i>Доход делят на всех, кто живёт вместе.</i>
eligibility-add-spouse = ➕ Муж или жена
eligibility-add-children = ➕ Дети до 18 лет
eligibility-add-other = ➕ Другой родственник
eligibility-alone = Живу один (одна) →
eligibility-family-ready = Это вся семья →
eligibility-relation = <b>Кем этот человек вам приходится?</b>
eligibility-children =
    <b>Сколько лет детям?</b>

    Напишите возраст каждого через пробел. До года — <code>0</code>.
    Например: <code>3 5 12</code>

    <i>Можно и даты рождения: <code>15.06.2021 3.04.2024</code>. Если ребёнку больше { $oldest } лет, вернитесь назад и добавьте его кнопкой «Другой родственник».</i>
eligibility-child =
    { $age ->
        [one] { $relation } · { $age } год
        [few] { $relation } · { $age } года
       *[many] { $relation } · { $age } лет
    }
eligibility-child-born = { $relation } · { $born } г. р.
eligibility-adult = { $relation } · { $state }
eligibility-numbered = { $no }. { $who }
error-ages-format = Не вижу возраста. Напишите числа через пробел, например: <code>3 5 12</code>.
error-ages-adult = Здесь указывают детей до { $max } лет включительно. Взрослого добавьте кнопкой «Другой родственник».
error-ages-many = За один раз можно указать до { $max } детей.

## Доходы
eligibility-incomes =
    <b>Кто и сколько получал?</b>

    Нажмите на того, у кого был доход. Остальных отмечать не нужно.
eligibility-incomes-none = Доходов ни у кого не было →
eligibility-incomes-rest = Больше доходов ни у кого нет →
eligibility-incomes-ready = Дальше →
eligibility-kinds =
    <b>{ $who } · какой доход?</b>

    Если их несколько, укажите по очереди.
eligibility-kind-free = { $name } (не в счёт)
eligibility-kind-not-counted = ℹ️ По сведениям mgorod.kz (2019), этот доход в расчёт не берут. Если условия изменились, центр уточнит.
eligibility-sums =
    <b>{ $who } · { $kind }</b>

    { $months }
eligibility-sum-month =
    Сколько в месяц? Напишите сумму на руки в тенге: <code>85 000</code>

    <i>Если месяцы разные, напишите три суммы через плюс: <code>85 000 + 90 000 + 0</code></i>
eligibility-sum-quarter = Сколько всего за три месяца? Напишите одну сумму в тенге: <code>255 000</code>
eligibility-by-quarter = Указать сразу за три месяца
eligibility-by-month = Указать за месяц
error-sums-count = Нужна одна сумма или три — по числу месяцев, а у вас { $given }. Например: <code>85 000 + 90 000 + 0</code>.

## Подворье и кредит
eligibility-plot =
    <b>Есть подворье: скот, птица, огород?</b>

    <i>Центр проверяет личное подсобное хозяйство.</i>
eligibility-plot-no = Нет
eligibility-plot-yes = Да, есть
eligibility-loan =
    <b>Есть у семьи кредит?</b>

    <i>Кредит может повлиять на решение, поэтому лучше узнать об этом заранее.</i>
eligibility-loan-no = Нет
eligibility-loan-yes = Да, есть

## Результат
eligibility-verdict-likely = ✅ <b>Скорее всего, АСП положена</b>
eligibility-verdict-unlikely = ❌ <b>Скорее всего, АСП не положена</b>
eligibility-verdict-unclear = ❔ <b>Заранее сказать нельзя</b>
eligibility-unfinished = <b>Начался новый квартал.</b> Теперь считаются доходы других месяцев: укажите их, и я посчитаю заново. Остальные ответы сохранились.
eligibility-reason-income-below-line = • Доход на человека ниже черты бедности.
eligibility-reason-income-above-line = • Доход на человека не ниже черты бедности.
eligibility-reason-income-above-floor = • Черта бедности вашего региона на этот квартал мне неизвестна. Доход на человека не ниже самой низкой возможной черты, поэтому всё зависит от региональной.
eligibility-reason-line-unknown = • Черта бедности на этот квартал мне неизвестна.
eligibility-reason-loan-may-matter = • У семьи есть кредит. Сведения расходятся: по одним, помощь не назначают, если кредит не ипотечный, по другим — сумму кредита прибавляют к доходу. Спросите в карьерном центре.
eligibility-reason-plot-is-checked = • Подворье проверит центр: доход от него могут прибавить.
eligibility-reason-child-is-older = • Уход за ребёнком освобождает от работы, пока ребёнку нет 3 лет (gurk.kz, 2026). Уточните в центре.
eligibility-numbers =
    { "" }
    <b>Расчёт, в месяц</b>
eligibility-per-capita = Доход на человека: <b>{ $sum }</b> (в семье: { $people })
eligibility-line = Черта бедности, { $region }: <b>{ $sum }</b> (с { $since } по { $until }, источник: { $source })
eligibility-line-floor = Черта бедности по стране — не ниже <b>{ $sum }</b> (с { $since } по { $until }, источник: { $source }). Черта для региона ({ $region }) на этот квартал неизвестна, она может быть выше
eligibility-line-unknown = Черта бедности, { $region }: на этот квартал неизвестна
eligibility-person = На человека: <b>{ $sum }</b>
eligibility-person-least = На человека: не меньше <b>{ $sum }</b>
eligibility-family-sum = На семью: <b>{ $sum }</b>
eligibility-family-sum-least = На семью: не меньше <b>{ $sum }</b>
eligibility-supplement = Из них доплата на детей от 1 до 6 лет (1,5 МРП на каждого): <b>{ $sum }</b>
eligibility-conditional =
    { "" }
    🤝 <b>Помощь — обусловленная:</b> в семье есть те, кто может работать. Нужно будет заключить социальный контракт и участвовать в мерах занятости. Если отказаться, помощь не назначат.
eligibility-unconditional =
    { "" }
    🤝 <b>Помощь — безусловная:</b> работать в семье никто не может, поэтому социальный контракт не нужен.
eligibility-estimate-only =
    { "" }
    <i>Это оценка по вашим ответам. Решает карьерный центр — подать заявление можно в любом случае.</i>
eligibility-apply = Подать заявление с этими ответами
eligibility-edit-region = ✏️ Регион
eligibility-edit-family = ✏️ Семья
eligibility-edit-incomes = ✏️ Доходы
eligibility-edit-plot = ✏️ Подворье
eligibility-edit-loan = ✏️ Кредит
eligibility-existing =
    <b>У вас уже есть черновик заявления</b>

    В нём другие ответы о регионе, семье, доходах или подворье. Если взять ответы отсюда, остальное в черновике сохранится, но имена и ИИН членов семьи придётся указать заново.
eligibility-leave-draft = Оставить черновик как есть
eligibility-replace = Взять ответы из расчёта
