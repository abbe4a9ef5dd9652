### Формы: вопрос, его ответ, переход к следующему.

form-question =
    <b>{ $place } · { $short }</b>

    { $ask }

    <i>{ $why }</i>
form-echo = { $short }: <b>{ $answer }</b>
form-account = Счёт: <b>{ $iban }</b>, банк: <b>{ $bank }</b>
form-account-unknown =
    Счёт: <b>{ $iban }</b>
    ⚠️ Банк с кодом { $code } мне не знаком. Сверьте номер с приложением банка: если всё верно, продолжайте.
form-name-parts =
    Верно разделено?

    Фамилия: <b>{ $surname }</b>
    Имя: <b>{ $name }</b>
    Отчество: <b>{ $patronymic }</b>
form-name-right = ✅ Да, верно
form-name-surname = Это одна фамилия
form-skip = Пропустить →
form-skipped = нет
form-continue = Продолжить →
form-change = ✏️ Изменить ответ
