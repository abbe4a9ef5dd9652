### Нысандар: сұрақ, оның жауабы, келесіге өту.

form-question =
    <b>{ $place } · { $short }</b>

    { $ask }

    <i>{ $why }</i>
form-echo = { $short }: <b>{ $answer }</b>
form-account = Шот: <b>{ $iban }</b>, банк: <b>{ $bank }</b>
form-account-unknown =
    Шот: <b>{ $iban }</b>
    ⚠️ Коды { $code } банкті танымадым. Нөмірді банк қосымшасымен салыстырыңыз: дұрыс болса, жалғастыра беріңіз.
form-name-parts =
    Дұрыс бөлінді ме?

    Тегі: <b>{ $surname }</b>
    Аты: <b>{ $name }</b>
    Әкесінің аты: <b>{ $patronymic }</b>
form-name-right = ✅ Иә, дұрыс
form-name-surname = Бұл тек тегі
form-skip = Өткізіп жіберу →
form-skipped = жоқ
form-continue = Жалғастыру →
form-change = ✏️ Жауапты өзгерту
