### Обращения к сотрудникам: жалоба, благодарность, выезд на дом, вопрос.

button-write = ✍️ Написать сотрудникам
requests-inquiries = ✉️ Мои обращения
inquiry-which =
    <b>Что хотите написать?</b>

    Обращение получат сотрудники в своём рабочем чате, ответ придёт сюда.
inquiry-kind-complaint = 😟 Жалоба на ЦОН
inquiry-kind-thanks = 🙏 Благодарность
inquiry-kind-home_visit = 🏠 Вызвать на дом
inquiry-kind-question = 💬 Вопрос человеку
inquiry-about = <b>На что жалуетесь?</b>
inquiry-ground-wrong_advice = Неверная консультация
inquiry-ground-long_queue = Слишком долгая очередь
inquiry-ground-rudeness = Грубость
inquiry-ground-groundless_refusal = Необоснованный отказ
inquiry-ground-long_service = Услугу затянули
inquiry-ground-other = Другое
inquiry-whom =
    <b>К кому приехать?</b>

    На дом приезжают к тем, кто не может прийти сам.
inquiry-group-veteran = Ветеран
inquiry-group-pensioner = Пенсионер
inquiry-group-disability = Человек с инвалидностью
inquiry-group-other = Другое: объясню
inquiry-where =
    <b>О каком ЦОНе речь?</b>

    Напишите часть названия или улицы, например «Момышулы», или отправьте геолокацию.
inquiry-no-place = Не о конкретном ЦОНе
inquiry-inside =
    <b>Вы сейчас в этом ЦОНе?</b>

    Если да, обращение пойдёт первым.
inquiry-inside-now = 🔴 Да, я сейчас внутри
inquiry-inside-before = Нет, это было раньше
inquiry-inside-line = 🔴 Происходит прямо сейчас
inquiry-words-complaint =
    <b>Что произошло?</b>

    Напишите день и время, номер окна, кто и что сказал. До 1000 знаков. ИИН и номера карт не нужны.
inquiry-words-thanks =
    <b>Кого и за что поблагодарить?</b>

    Напишите своими словами: где, когда, как зовут сотрудника, если знаете.
inquiry-words-home_visit =
    <b>Что нужно оформить?</b>

    Например: заменить удостоверение личности, не встаёт с постели.
inquiry-words-question =
    <b>Напишите вопрос</b>

    Его прочитает дежурный сотрудник. До 1000 знаков. ИИН, коды из SMS и номера карт не пишите.
inquiry-photo-may =
    { "" }
    Можно приложить фото, до 5: до текста, с подписью или после него. Документы не фотографируйте.
inquiry-photo-kept =
    { "" }
    📎 Фото сохранено. Теперь напишите текст.
inquiry-photo-line = 📎 Фото: { $count }
inquiry-stray-words = Здесь нужен текст. Напишите его одним сообщением.
inquiry-address =
    <b>Куда приехать?</b>

    Напишите город или село, улицу, дом, квартиру. Например: Кызылорда, улица Абая, 10, кв. 5
inquiry-address-line = 📍 { $address }
inquiry-phone =
    <b>По какому номеру позвонить?</b>

    Например: <code>+7 701 123 45 67</code>
inquiry-check =
    <b>Проверьте</b>
    Можно дописать или прислать фото: добавлю сюда же.

    { $kind }
inquiry-send = ✅ Отправить
inquiry-sent =
    <b>✅ Отправлено. № { $number }</b>
    { $kind }
inquiry-sent-nobody =
    { "" }
    Дежурный чат пока не подключён: передам сразу, как подключат. Если срочно, звоните <b>1414</b>.
inquiry-sent-begins =
    { "" }
    Сейчас нерабочее время. Сотрудники начнут отвечать: { $at }. Если срочно, звоните <b>1414</b>.
inquiry-sent-ahead =
    { "" }
    { $ahead ->
        [0] Перед вами никого.
        [one] Перед вами { $ahead } обращение.
        [few] Перед вами { $ahead } обращения.
       *[other] Перед вами { $ahead } обращений.
    }
inquiry-sent-usual = Обычно отвечают за { $low }–{ $high } мин.
inquiry-sent-inside =
    { "" }
    Вы внутри: позвоните ещё и <b>1414</b>. С 08:00 до 20:00 ситуационный центр видит залы по камерам и вмешается сразу.
inquiry-sent-routes =
    { "" }
    Другие пути: <b>1414</b>, facebook.com/gos.corporation, instagram.com/gos_corp. Официальное обращение — eotinish.kz: ответ за 15 рабочих дней.
inquiry-sent-1414 =
    { "" }
    Если позвоните 1414, скажите: «Я написал через бот, номер { $number }».
inquiry-write-more = ✍️ Дописать
inquiry-close = ✅ Больше не нужно
inquiry-new = ➕ Новое обращение
inquiry-all =
    <b>Мои обращения</b>

    Откройте, чтобы дописать или закрыть.
inquiry-none =
    <b>Мои обращения</b>

    Пока вы ничего не отправляли.
inquiry-item = { $kind } · { $day } · { $state }
inquiry-state-sent = ждёт
inquiry-state-taken = в работе
inquiry-state-closed = закрыто
inquiry-told-sent = 🟡 Ждёт сотрудника.
inquiry-told-taken = 🔵 Сотрудник взял в работу, ответ придёт сюда.
inquiry-told-closed = ⚪️ Закрыто. Если вопрос остался, напишите новое.
inquiry-one =
    <b>№ { $number }</b> · { $kind }
    Отправлено: { $at }
    { $state }

    { $words }
inquiry-more =
    <b>№ { $number }</b>

    Напишите, что добавить: сообщение или фото попадёт к сотруднику сразу.
inquiry-more-said = ✅ Передано сотруднику.
inquiry-answer =
    <b>💬 Ответ на обращение № { $number }</b>

    { $text }
inquiry-answer-corrected =
    <b>💬 Исправленный ответ на обращение № { $number }</b>

    { $text }
inquiry-late =
    Простите: на ваше обращение № { $number } пока не ответили. Специалистам мы напомнили. Если ждать нельзя, позвоните 1414.
inquiry-unanswered =
    ⏳ <b>Обращение без ответа: № { $number }</b>
    { $kind } · получено: { $since }
    Ведёт: { $owner }
inquiry-closed-told =
    <b>Обращение № { $number } закрыто.</b>

    Если вопрос остался, напишите новое.
refusal-inquiry-many = Открытых обращений уже { $count }. Дождитесь ответа или закройте одно в «Моих обращениях».
refusal-inquiry-unknown = Такого обращения нет: возможно, данные удалены.
refusal-inquiry-no-photo = К вызову на дом фото не нужно: опишите всё словами.
refusal-inquiry-photos-full = Фото уже { $max }, больше не поместится. Нажмите «Отправить» или напишите словами.
refusal-inquiry-closed = Это обращение уже закрыто.
refusal-inquiry-outdated = Карточка изменилась. Посмотрите на неё ещё раз.
refusal-inquiry-taken = Его уже взял(а) { $owner }.
refusal-inquiry-yours = Оно уже у вас.
refusal-inquiry-take-first = Сначала возьмите обращение в работу.
refusal-inquiry-not-yours = Отвечает { $owner }.
refusal-inquiry-no-duty = Дежурного чата нет, или обращение уже в нём.
refusal-inquiry-elsewhere = Это обращение передано в другой чат.

## Карточка в чате сотрудников
guide-complain = 😟 Пожаловаться
guide-home-visit = 🏠 Вызвать на дом
