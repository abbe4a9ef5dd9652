### Чат ЦОН: закрытие, правки часов и окон.

## Закрытие и правки часов
desk-bound-hint = Теперь выберите ЦОН этого чата: /branch. Дайте боту права администратора.
desk-branch-choose = Какой это ЦОН?
desk-branch-more = Какой это ЦОН? Нет в списке — напишите часть названия или улицы: <code>/branch Жандосова</code>
desk-branch-none = Такого ЦОН не нашлось. Напишите часть названия или улицы: <code>/branch Жандосова</code>
desk-branch-item = { $city } · { $name }
desk-branch-set =
    ✅ <b>{ $name }</b>

    /desk — панель окон, /today — список дня, /poster — плакат для двери. Номер талона в чате отмечает приход.
    /walkins — доля окон для тех, кто без записи.
    /close — закрыть день или часы, /hours — часы на день, /windows — число окон, /reopen — открыть снова, /history — кто что менял.
desk-foreseen =
    <b>{ $name }</b>

    { $what }

    { $count ->
        [0] Никто из записанных не останется без времени.
       *[other] Без времени останутся записанные, человек: <b>{ $count }</b>. Каждый сразу получит три других времени, которые за ним держатся.
    }
desk-what-closed = 🔒 Закрыто: <b>{ $when }</b>{ $reason }
desk-what-because = . Причина: { $reason }
desk-what-hours = 🕘 Часы на <b>{ $when }</b>: было { $before }, станет <b>{ $after }</b>
desk-what-windows =
    🪟 <b>{ $when }</b>
    Окна: было { $before }, станет <b>{ $after }</b>. Из них по записи: было { $public_before }, станет <b>{ $public_after }</b>
    Доля без записи: было { $share_before } %, станет <b>{ $share_after } %</b>
desk-when-day = { $day }
desk-when-days = { $first } – { $last }
desk-when-from = с { $day } и дальше, пока не измените
desk-when-hours = { $when }, { $hours }
desk-change-yes = ✅ Сделать
desk-change-no = Не менять
desk-change-left = Оставлено как было.
desk-changed = ✅ Сделано. Остались без времени и получают другие: { $count }
desk-closures = Что открыть снова? Кто не успел выбрать другое время, получит своё прежнее.
desk-closures-none = Впереди закрытий нет.
desk-closure = { $start } – { $end }
desk-reopened = ✅ Снова открыто. Вернули прежнее время: { $count }
desk-history = <b>Кто что менял</b>
desk-history-none = Изменений ещё не было.
desk-history-line = { $at } — { $name }: { $what } { $after }
desk-history-kind = { $kind ->
        [closure] закрытие
        [reopening] снова открыто
        [hours] часы на день
        [windows] окна
        [directory] справочник
       *[other] { $kind }
    }
refusal-desk-not-bound = Этот чат не привязан к ЦОН. Администратор бота создаёт код командой /bind в личном чате.
refusal-desk-no-branch = Не выбран ЦОН этого чата. Администратор бота выбирает его командой /branch.
refusal-desk-outdated = Эта кнопка устарела. Повторите команду.
refusal-desk-draft-replaced = Здесь уже показана более новая правка. Нажмите под ней или повторите команду.
refusal-desk-draft-past = Эти дни уже прошли. Ничего не изменено.
refusal-desk-draft-changed = За это время стало иначе. Ничего не изменено: проверьте новые данные и нажмите ещё раз.
refusal-closure-lifted = Это закрытие уже снято.
error-desk-close-how = Напишите, когда закрыто: <code>/close 27.11</code>, <code>/close 27.11 09:00-13:00 авария</code>, <code>/close 27.11-30.11 ремонт</code>
error-desk-hours-how = Напишите день и часы: <code>/hours 27.11 10:00-15:00</code>
error-desk-windows-how = Напишите число окон, а если не на всё время, то и день: <code>/windows 5</code>, <code>/windows 3 27.11</code>
error-stretch-day = Не понял день. Напишите так: <code>27.11</code>, <code>27.11-30.11</code>, «сегодня» или «завтра»
error-stretch-past = Этот день уже прошёл.
error-stretch-order = Конец раньше начала или срок больше 60 дней. Проверьте даты и часы.
