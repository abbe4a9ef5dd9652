### Профиль: что хранится, согласие, файл с данными.

menu-profile = 👤 Мой профиль
profile-home =
    <b>Что я о вас запомнил</b>

    ИИН: { $iin }
    Телефон: { $phone }
    Имя: { $names }

    Эти данные нужны, чтобы в следующий раз не вводить их снова. Любое можно удалить: выданные талоны и поданные заявления не изменятся.
profile-nothing = не сохранено
profile-forget-iin = 🗑 Забыть ИИН
profile-forget-phone = 🗑 Забыть телефон
profile-forget-names = 🗑 Забыть имя
profile-file = 📥 Все мои данные файлом
profile-consent-button = 🛡 Мои согласия

## Согласие
profile-consent =
    <b>Мои согласия</b>

    У каждого своя цель, и отозвать можно каждое отдельно. Сначала я покажу, что от этого изменится.
    {""}
profile-consent-given = ✅ { $title } — { $given }, текст { $version }
profile-consent-none = ▫️ { $title } — не дано
profile-withdraw-one = Отозвать: { $title }
profile-withdraw-button = Отозвать все согласия
profile-withdraw-payments =
    <b>Отозвать согласие: { consent-title-payments }?</b>

    Сразу будут удалены запомненные ИИН, телефон, имя, неотправленные заявления на выплаты и подписки на их изменения. Сохранятся отправленные заявления и записи о согласии.

    Проверить выплату или подать заявление без согласия нельзя. Его можно дать снова.
profile-withdraw-queue =
    <b>Отозвать согласие: { consent-title-queue }?</b>

    Сразу будут удалены запомненные ИИН, телефон, имя, места в листе ожидания и ИИН в прошедших талонах.

    Предстоящие талоны останутся в силе, ИИН из них будет удалён после приёма. Если не пойдёте — сначала отмените талон. Записаться без согласия нельзя. Его можно дать снова.
profile-withdraw-assistance =
    <b>Отозвать согласие: { consent-title-assistance }?</b>

    Сразу будут удалены расчёт по АСП, неотправленные и отозванные заявления на АСП с документами, люди, за которых вы подавали. Сохранятся рассмотренные заявления — на случай спора — и записи о согласии.

    Подать заявление на АСП без согласия нельзя. Его можно дать снова.
profile-withdraw-services =
    <b>Отозвать согласие: { consent-title-services }?</b>

    Сразу будут удалены неотправленные и отозванные заявления на услуги с документами. Сохранятся рассмотренные заявления — на случай спора — и записи о согласии.

    Подать такое заявление без согласия нельзя. Его можно дать снова.
profile-withdraw-inquiries =
    <b>Отозвать согласие: { consent-title-inquiries }?</b>

    Сразу будут удалены слова и ответы всех ваших обращений, открытые будут закрыты. Сохранятся их номера и записи о согласии.

    Написать сотрудникам без согласия нельзя. Его можно дать снова.
profile-withdraw =
    <b>Отозвать все согласия?</b>

    Сразу будут удалены:
    • запомненные ИИН, телефон, имя;
    • неотправленные и отозванные заявления, документы к ним;
    • тексты обращений, подписка на сообщения о выплате, места в списке ожидания;
    • ИИН в прошедших талонах.

    Сохранятся: рассмотренные заявления — на случай спора, записи о согласии и о том, кто смотрел данные.

    Предстоящие талоны останутся в силе, ИИН из них будет удалён после приёма. Если не пойдёте — сначала отмените талон. Без согласия бот не может проверить выплату, взять очередь или принять заявление.
profile-withdraw-sure = Да, отозвать
consent-withdrawn =
    <b>Все согласия отозваны.</b> Квитанция: { $at }

    <b>Удалено</b>
    • данные профиля, расчёт по АСП, отметки в подсказках
    • неотправленные заявления: { $drafts }, файлы: { $files }
    • отозванные заявления: { $withdrawn }
    • тексты обращений: { $inquiries }
    • подписки на выплаты: { $followed }
    • места в списке ожидания: { $lines }
    • ИИН: { $numbers }
    • люди, за которых вы подавали: { $people }

    <b>Сохранено</b>
    • рассмотренные заявления: { $cases } — переписку по ним центр хранит на случай спора
    • предстоящие талоны: { $bookings } — ИИН из них будет удалён после приёма
    • записи о согласии и о том, кто смотрел данные

    Захотите вернуться — начните снова: перед первым личным ответом я спрошу согласие.
consent-withdrawn-payments =
    <b>Согласие на выплаты отозвано.</b> Квитанция: { $at }

    Удалено: данные профиля; неотправленные заявления на выплаты: { $drafts }; подписки: { $followed }; ИИН: { $numbers }.
    Сохранено: отправленные заявления, записи о согласии и о том, кто смотрел данные.
consent-withdrawn-queue =
    <b>Согласие на очередь отозвано.</b> Квитанция: { $at }

    Удалено: данные профиля; места в листе ожидания: { $lines }; ИИН: { $numbers }.
    Сохранено: предстоящие талоны: { $bookings } — ИИН из них будет удалён после приёма; записи о согласии и о том, кто смотрел данные.
consent-withdrawn-assistance =
    <b>Согласие на заявления на АСП отозвано.</b> Квитанция: { $at }

    Удалено: расчёт; неотправленные заявления: { $drafts }; отозванные: { $withdrawn }; файлы: { $files }; люди, за которых вы подавали: { $people }; ИИН: { $numbers }.
    Сохранено: рассмотренные заявления — на случай спора, записи о согласии и о том, кто смотрел данные.
consent-withdrawn-services =
    <b>Согласие на заявления на услуги отозвано.</b> Квитанция: { $at }

    Удалено: неотправленные заявления: { $drafts }; отозванные: { $withdrawn }; файлы: { $files }; ИИН: { $numbers }.
    Сохранено: рассмотренные заявления — на случай спора, записи о согласии и о том, кто смотрел данные.
consent-withdrawn-inquiries =
    <b>Согласие на обращения отозвано.</b> Квитанция: { $at }

    Удалены слова обращений: { $inquiries }.
    Сохранено: их номера, записи о согласии и о том, кто смотрел данные.
refusal-case-erased = Это заявление удалено: заявитель отозвал согласие.
refusal-consent-case-live =
    Пока отозвать нельзя: ваше заявление № { $case } на рассмотрении, для него нужны ваши данные.
    Дождитесь решения или сначала отзовите это заявление: «Мои заявления».

## Файл с данными
my-data-caption =
    В этих файлах всё, что о вас хранится: PDF — читать, JSON — для программ. Файлы из заявлений, если они есть, — в ZIP выше.
    Талонов: { $bookings }. Заявлений: { $applications }. Записей о доступе к данным: { $access_log }.
    Не пересылайте файлы посторонним.

## Напоминания
profile-reminders-button = ⏰ Напоминания о визитах
profile-reminders =
    <b>Когда напоминать о визите в ЦОН?</b>

    Нажмите, чтобы включить или выключить. Ночью, с 21:00 до 8:00, не напоминаю.
profile-reminders-none =
    {""}
    Сейчас напоминаний нет.
profile-reminder-before = { $hours ->
        [one] за { $hours } час
        [few] за { $hours } часа
       *[many] за { $hours } часов
    }
profile-reminders-off = 🔕 Не напоминать

## Файл для чтения
data-title = Данные, которые о вас хранятся
data-about = Всё, что хранит этот бот, на { $at }. Те же данные — в файле JSON рядом.
data-nothing = Нет.
data-draft = не отправлено
data-purpose-general = пользование ботом
data-part-consents = Согласия
data-part-applications = Заявления
data-part-bookings = Талоны в ЦОН
data-part-visits = Приходы в ЦОН
data-part-waiting_list = Лист ожидания
data-part-payments_followed = Выплаты, за которыми вы следите
data-part-payment_applications = Заявления на выплаты
data-part-inquiries = Обращения
data-part-guide_steps = Отметки в подсказках
data-part-own_numbers = ИИН, которые вы подтвердили своими
data-part-access_log = Кто и когда смотрел данные
data-col-telegram_id = Номер в Telegram
data-col-iin = ИИН
data-col-phone = Телефон
data-col-surname = Фамилия
data-col-name = Имя
data-col-reminders = Напоминания
data-col-assistant = Имя как ассистента
data-col-client = Подаёт за человека
data-col-member = Член семьи
data-col-purpose = Для чего
data-col-text_version = Версия текста
data-col-given_at = Когда
data-col-withdrawn_at = Отозвано
data-col-answer = Ответ
data-col-replaced_at = Заменено новым
data-col-people = Человек в группе
data-answer-given = дано
data-answer-refused = отказ
data-col-ticket = Талон
data-col-service = Услуга
data-col-branch = Место
data-col-starts_at = Время
data-col-relation = Для кого
data-col-state = Состояние
data-col-status = Состояние
data-col-day = День
data-col-day_from = С какого дня
data-col-day_to = По какой день
data-col-arrived_at = Пришли
data-col-created_at = Создано
data-col-submitted_at = Отправлено
data-col-programme = Программа
data-col-code = Номер
data-col-kind = Вид
data-col-words = Текст
data-col-guide = Подсказка
data-col-step = Шаг
data-col-ticked_at = Отмечено
data-col-at = Когда
data-col-by = Кто
data-col-about = О чём
data-col-what = Что сделано
data-col-how = Как
data-col-proved_at = Подтверждено
data-col-reason = Основание
data-proof-contact = по вашему номеру
data-proof-staff = сотрудником
data-about-case = заявление
data-about-iin = ИИН
data-about-citizen = все данные
data-about-payment = выплата
data-about-inquiry = обращение
data-about-intake = заявление на выплату
data-about-import = реестр
data-about-chat = группа сотрудников
data-state-active = действует
data-state-displaced = время переносится
data-state-cancelled = отменён
data-state-checked_in = пришли
data-state-served = обслужены
data-state-missed = не пришли
data-state-over = день прошёл
data-state-waiting = ожидание
data-state-called = вызваны
data-state-parked = отложены
data-state-left = ушли сами
data-done-full = открыл полные данные
data-done-history = смотрел историю
data-done-documents = получил документы ещё раз
data-done-file = получил файл дела
data-done-found = искал по ИИН
data-done-refused = нажал без права, ничего не увидел
data-done-proof = попросил подтвердить ИИН
data-done-proved = подтвердил ИИН по удостоверению
data-done-released = отменил запись, сделанную с этим ИИН
data-done-exported = получил файл своих данных
data-done-payment = проверил выплату
data-done-export = выгрузил заявления в реестр
data-done-card = прислана карточка
data-done-papers = присланы заявление и файлы
data-done-words = присланы ваши слова
data-done-take = взято в работу
data-done-release = возвращено в общий список
data-done-ask = запрошено исправление
data-done-answer = дан ответ
data-done-pass = передано дежурным
data-done-decide = принято решение
data-done-close = закрыто
data-question = Вопрос специалиста
data-plan = План
data-obligation = Обязательство
data-obligation-open = не выполнено
data-obligation-shown = показано специалисту
data-obligation-done = выполнено
data-decision = Решение
data-decision-sum = { $amount } на человека в месяц, месяцев: { $months }
data-file = Файл
