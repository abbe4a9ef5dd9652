### Другие услуги электронного обращения: выбор, заявление, решение.

menu-appeals = 📑 Другие соцуслуги
case-new-other = ➕ Заявление на другую услугу

## Выбор
appeal-sections =
    <b>Какая услуга нужна?</b>

    Заявление заполните здесь, я передам его в орган-получатель. Выберите раздел или напишите название услуги, например: <code>пенсия</code>, <code>кресло-коляска</code>.
appeal-section-family = 👶 Семья и ребёнок
appeal-section-pension = 👵 Пенсии и пособия
appeal-section-disability = ♿ Инвалидность и уход
appeal-section-other = 🗂 Прочие услуги
appeal-section =
    <b>{ $title }</b>

    Выберите услугу.
appeal-found =
    <b>Нашлось по «{ $typed }»</b>

    Выберите услугу. Если нужной нет, напишите иначе.
appeal-found-none = По словам «{ $typed }» услуги не нашлось. Напишите иначе или выберите раздел. Какая услуга вам нужна, подскажут и по номеру 1414.
appeal-others = ← Другая услуга
appeal-recipient-state_corp = Филиал Государственной корпорации «Правительство для граждан»
appeal-recipient-employment_coordination = Территориальное подразделение координации занятости и социальных программ
appeal-recipient-mse_department = Отдел медико-социальной экспертизы
appeal-recipient-unknown = Уполномоченный орган (какой именно, подскажут по номеру 1414)

## Первый экран
appeal-intro =
    <b>{ $service }</b>

    <b>Кто принимает:</b> { $recipient } — по месту вашей регистрации.

    <b>Что нужно:</b> ИИН, ваши контакты, что вы просите и фото бумаг по стандарту услуги. Список бумаг подскажут по номеру 1414, он есть и на gov4c.kz.

    <b>Сколько времени:</b> заполнить — около 10 минут, можно с перерывами. Проверка документов — до { $check } рабочих дней. Дальше — срок по правилам самой услуги.

## Вопросы
appeal-field-region = В каком регионе вы зарегистрированы?
appeal-field-region-why = Заявление уйдёт в орган по месту регистрации.
appeal-field-region-short = Регион

appeal-field-iin = Напишите ваш ИИН — 12 цифр.
appeal-field-iin-why = По нему специалист проверит данные, копия удостоверения не нужна.
appeal-field-iin-example = Например: <code>850615100017</code>
appeal-field-iin-short = ИИН

appeal-field-content = Что вы просите? Напишите своими словами.
appeal-field-content-why = Одним-двумя предложениями: для кого и зачем обращаетесь. Если для другого человека — его имя и кем он вам приходится.
appeal-field-content-example = Например: <code>Достигла пенсионного возраста, прошу назначить пенсию</code>
appeal-field-content-short = Содержание

appeal-field-signed = Заявление в свободной форме с вашей подписью.
appeal-field-signed-why = Напишите на обычном листе, подпишите и пришлите фото. Если сейчас не можете, нажмите кнопку: подпишете при встрече со специалистом.
appeal-field-signed-example = Пришлите фото страниц или PDF.
appeal-field-signed-short = Подписанное заявление

appeal-field-documents = Другие бумаги, которые требует стандарт услуги.
appeal-field-documents-why = Список подскажут по номеру 1414, он есть и на gov4c.kz. <b>Копии удостоверений не присылайте:</b> собирать их запрещено законом.
appeal-field-documents-example = Пришлите фото страниц или PDF.
appeal-field-documents-short = Другие бумаги

appeal-paper-work-book = Трудовая книжка.
appeal-paper-work-book-why = Ею подтверждается стаж. Снимите все страницы по порядку: от первой до последней записи.
appeal-paper-work-book-example = Пришлите фото страниц или PDF.
appeal-paper-work-book-short = Трудовая книжка

appeal-paper-archive = Справки из архива или от работодателя.
appeal-paper-archive-why = Нужны, только если в трудовой книжке есть пропуски или неясные записи.
appeal-paper-archive-example = Пришлите фото страниц или PDF.
appeal-paper-archive-short = Архивные справки

appeal-paper-marriage = Свидетельство о браке.
appeal-paper-marriage-why = Нужно, если в бумагах у вас разные фамилии.
appeal-paper-marriage-example = Пришлите фото страницы или PDF.
appeal-paper-marriage-short = Свидетельство о браке

appeal-paper-account = Документ о банковском счёте.
appeal-paper-account-why = На этот счёт придёт выплата. Счёт должен быть на ваше имя: подойдёт страница «Реквизиты» из приложения банка.
appeal-paper-account-example = Пришлите фото страницы или PDF.
appeal-paper-account-short = Документ о счёте

appeal-paper-sick-leave = Лист временной нетрудоспособности.
appeal-paper-sick-leave-why = Лист, который врач выдал на декретный отпуск.
appeal-paper-sick-leave-example = Пришлите фото страницы или PDF.
appeal-paper-sick-leave-short = Лист нетрудоспособности

appeal-paper-disability = Справка об инвалидности.
appeal-paper-disability-why = По ней назначают пособие. Если справка есть в электронном виде, орган увидит её сам: нажмите «Мне это не нужно».
appeal-paper-disability-example = Пришлите фото страницы или PDF.
appeal-paper-disability-short = Справка об инвалидности

appeal-paper-guardianship = Документ об опеке, попечительстве или усыновлении.
appeal-paper-guardianship-why = Нужен, только если вы опекун, попечитель или усыновитель.
appeal-paper-guardianship-example = Пришлите фото страниц или PDF.
appeal-paper-guardianship-short = Документ об опеке

appeal-paper-work-conditions = Справка организации о характере работы или условиях труда.
appeal-paper-work-conditions-why = Её выдаёт работодатель. Если организации больше нет, подойдёт архивная справка с должностью и периодами работы.
appeal-paper-work-conditions-example = Пришлите фото страниц или PDF.
appeal-paper-work-conditions-short = Справка об условиях труда

appeal-paper-autobiography = Автобиография.
appeal-paper-autobiography-why = Напишите от руки в свободной форме: где родились, учились, работали, когда приехали. Для продления статуса она не нужна: нажмите «Сдал(а) с прошлым заявлением».
appeal-paper-autobiography-example = Пришлите фото страниц или PDF.
appeal-paper-autobiography-short = Автобиография

appeal-paper-kandas-grounds = Документы о том, что вы подходите под условия статуса кандаса.
appeal-paper-kandas-grounds-why = Какие именно, зависит от вашего случая: уточните по 1414. <b>Копии паспорта и других удостоверений сюда не присылайте:</b> подлинники покажете в центре.
appeal-paper-kandas-grounds-example = Пришлите фото страниц или PDF.
appeal-paper-kandas-grounds-short = Документы об условиях

appeal-paper-kandas-consent = Решение о согласии на присвоение статуса кандаса.
appeal-paper-kandas-consent-why = Оно есть у тех, кто обращался из-за границы через посольство или консульство.
appeal-paper-kandas-consent-example = Пришлите фото страницы или PDF.
appeal-paper-kandas-consent-short = Решение о согласии

appeal-paper-medical-card = Медицинская карта по форме, которую заполняет поликлиника.
appeal-paper-medical-card-why = Её выдаёт ваша поликлиника для направления в медико-социальное учреждение.
appeal-paper-medical-card-example = Пришлите фото страниц или PDF.
appeal-paper-medical-card-short = Медицинская карта

appeal-paper-outpatient = Выписка из амбулаторной карты.
appeal-paper-outpatient-why = Её делает участковый врач.
appeal-paper-outpatient-example = Пришлите фото страниц или PDF.
appeal-paper-outpatient-short = Выписка из карты

appeal-paper-adoption-leave = Лист нетрудоспособности в связи с усыновлением.
appeal-paper-adoption-leave-why = Нужен, если вы усыновили новорождённого. Если выплата по уходу за ребёнком, нажмите «Мне это не нужно».
appeal-paper-adoption-leave-example = Пришлите фото страницы или PDF.
appeal-paper-adoption-leave-short = Лист нетрудоспособности
appeal-paper-power-of-attorney = Доверенность.
appeal-paper-power-of-attorney-why = Нужна, если вы обращаетесь за человека с инвалидностью. Если за себя, нажмите «Мне это не нужно».
appeal-paper-power-of-attorney-example = Пришлите фото страницы или PDF.
appeal-paper-power-of-attorney-short = Доверенность

## Отправка
appeal-consent =
    <b>Последний шаг</b>

    Я, <b>{ $person }</b>, нажимая «Даю согласие, отправить»:

    • подаю заявление в электронном виде на услугу: <b>{ $service }</b>;
    • подтверждаю, что сведения верны, и знаю, что за неверные могут отказать;
    • даю согласие на сбор и проверку моих данных в государственных базах.
    <blockquote expandable><b>О согласии</b>
    Оператор: { $operator }.
    Цель: оказание этой услуги по этому заявлению.
    Перечень данных: { consent-data-services }.
    Передача третьим лицам: { consent-whom-services }; больше никому.
    Трансграничная передача: да, переписка идёт через Telegram. В общедоступных источниках данные не распространяются.
    Срок: { consent-term-services }.
    Отзыв: до решения отзовите заявление в «Моих заявлениях»; затем — «Мой профиль» → «Мои согласия».</blockquote>
    Это не электронная подпись (ЭЦП). Специалист может попросить подписать заявление при встрече.
appeal-consent-assistant =
    <b>Последний шаг</b>

    Я, ассистент <b>{ $assistant }</b>, нажимая «Даю согласие, отправить», подаю заявление за человека: <b>{ $person }</b> — с записанного согласия:

    • человек просит услугу: <b>{ $service }</b> и знает, что заявление подаётся в электронном виде;
    • ответы записаны с его слов; за неверные сведения могут отказать;
    • человек дал согласие на сбор и проверку его данных в государственных базах.
    <blockquote expandable><b>О согласии</b>
    Оператор: { $operator }.
    Перечень данных: { consent-data-services }.
    Передача третьим лицам: { consent-whom-services }; больше никому.
    Трансграничная передача: да, переписка идёт через Telegram. В общедоступных источниках данные не распространяются.
    Срок: { consent-term-services }.
    Отзыв: человек говорит об этом вам или центру; с талоном он ведёт дело и отзывает согласие сам.</blockquote>
    После отправки распечатайте талон: по нему человек сможет вести дело сам.
appeal-done =
    ✅ <b>Заявление подано</b>

    { $service }
    Номер: <b>№ { $number }</b>

    <b>Что дальше:</b>
    • до <b>{ $forward_by }</b> его передадут специалисту;
    • до <b>{ $check_by }</b> проверят документы;
    • затем будет решение — в срок, установленный для этой услуги.

    Ничего делать не нужно: о каждом шаге я напишу. Заявление в PDF придёт следующим сообщением.
appeal-exists =
    <b>Ваше заявление на эту услугу уже рассматривают</b>

    { $service }
    Номер: <b>№ { $number }</b>. Второе подавать не нужно: если хотите что-то добавить, напишите специалисту в том заявлении. Этот черновик сохранён.
appeal-print-statement = Заявитель подтвердил: сведения верны; согласен на сбор и проверку своих данных в государственных базах для оказания услуги; осведомлён о передаче переписки через Telegram. Оператор данных: { $operator }.

## Решение
case-checked =
    ✅ <b>Документы в порядке.</b> Заявление № { $code }. Проверка окончена.

    <b>Что дальше:</b> { $next }
case-granted =
    ✅ <b>Решение положительное.</b> Заявление № { $code }.
    { $service }

    <blockquote>{ $text }</blockquote>

    Если к решению есть документ, он тоже придёт сюда. С вопросами напишите специалисту в этом заявлении.
case-refused-service =
    ⛔ <b>В услуге отказано.</b> Заявление № { $code }.
    { $service }

    <b>Причина:</b> { $reason }

    <b>Что исправить:</b> { $fix }

    После этого можно сразу подать новое заявление. Если не согласны — пожалуйтесь в орган, который принял решение, затем в суд. Срок жалобы указан в решении, о нём расскажут и по номеру 1414.
case-decided-granted = <blockquote>{ $text }</blockquote>
case-state-decided_assigned_service = ✅ <b>Решение положительное.</b>
case-state-decided_refused_service = ⛔ <b>В услуге отказано.</b>
case-next-service_term = документы проверены, решение будет в срок, установленный для этой услуги. Я сразу напишу; срок подскажут по номеру 1414.
case-next-granted = если к решению есть документ, он придёт сюда или его выдаст орган. Справки: 1414.
case-refusal-service_rules = не выполнены условия этой услуги.
