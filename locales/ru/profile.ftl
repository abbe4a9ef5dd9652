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
profile-consent-button = 🛡 Моё согласие

## Согласие
profile-consent =
    <b>Согласие на обработку данных</b>

    Дано: { $given }
    Версия текста: { $version }

    Согласие можно отозвать в любой момент. Сначала я покажу, что от этого изменится.
profile-withdraw-button = Отозвать согласие
profile-withdraw =
    <b>Отозвать согласие?</b>

    Сразу будут удалены:
    • запомненные ИИН, телефон, имя;
    • неотправленные и отозванные заявления, документы к ним;
    • тексты обращений, подписка на сообщения о выплате, места в списке ожидания;
    • ИИН в прошедших талонах.

    Сохранятся: рассмотренные заявления — на случай спора, записи о согласии и о том, кто смотрел данные.

    Предстоящие талоны останутся в силе, ИИН из них будет удалён после приёма. Если не пойдёте — сначала отмените талон. Без согласия бот не может проверить выплату, взять очередь или принять заявление.
profile-withdraw-sure = Да, отозвать согласие
consent-withdrawn =
    <b>Согласие отозвано.</b> Квитанция: { $at }

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

    Захотите вернуться — нажмите /start и дайте согласие заново.
refusal-case-erased = Это заявление удалено: заявитель отозвал согласие.
refusal-consent-case-live =
    Пока отозвать нельзя: ваше заявление № { $case } на рассмотрении, для него нужны ваши данные.
    Дождитесь решения или сначала отзовите это заявление: «Мои заявления».

## Файл с данными
my-data-caption =
    В этих двух файлах всё, что о вас хранится: PDF — читать, JSON — для программ.
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
data-col-given_at = Дано
data-col-withdrawn_at = Отозвано
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
data-done-exported = получил файл своих данных
data-done-payment = проверил выплату
data-done-export = выгрузил заявления в реестр
