### Профиль: не сақталады, келісім, деректер файлы.

menu-profile = 👤 Профиль
profile-home =
    <b>Сіз туралы есте сақталғаны</b>

    ЖСН: { $iin }
    Телефон: { $phone }
    Аты-жөні: { $names }

    Бұл деректер келесі жолы қайта жазбауыңыз үшін керек. Кез келгенін өшіре аласыз: берілген талондар мен өтініштер өзгермейді.
profile-nothing = сақталмаған
profile-forget-iin = 🗑 ЖСН-ді ұмыту
profile-forget-phone = 🗑 Телефонды ұмыту
profile-forget-names = 🗑 Аты-жөнін ұмыту
profile-file = 📥 Барлық деректерім файлмен
profile-consent-button = 🛡 Келісімім

## Келісім
profile-consent =
    <b>Деректерді өңдеуге келісім</b>

    Берілген уақыты: { $given }
    Мәтін нұсқасы: { $version }

    Келісімді кез келген уақытта қайтарып алуға болады. Алдымен одан не өзгеретінін көрсетемін.
profile-withdraw-button = Келісімді қайтарып алу
profile-withdraw =
    <b>Келісімді қайтарып аласыз ба?</b>

    Бірден өшіріледі:
    • есте сақталған ЖСН, телефон, аты-жөні;
    • жіберілмеген және қайтарып алынған өтініштер, оларға қосқан құжаттар;
    • жолданым мәтіндері, төлем хабарламаларына жазылу, күту тізіміндегі орындар;
    • өткен талондардағы ЖСН.

    Сақталады: шешімі шыққан өтініштер (дау туса, керек болады), келісім туралы және деректерді кім көргені туралы жазбалар.

    Алдағы талондарыңыз күшінде қалады, олардағы ЖСН қабылдаудан кейін өшіріледі. Бармайтын болсаңыз, алдымен талонды жойыңыз. Келісімсіз бот төлемді тексере, кезек ала немесе өтініш қабылдай алмайды.
profile-withdraw-sure = Иә, келісімді қайтарып алу
consent-withdrawn =
    <b>Келісіміңіз қайтарып алынды.</b> Түбіртек: { $at }

    <b>Өшірілді</b>
    • профиль деректері, АӘК есебі, нұсқаулықтағы белгілер
    • жіберілмеген өтініштер: { $drafts }, файлдар: { $files }
    • қайтарып алынған өтініштер: { $withdrawn }
    • жолданым мәтіндері: { $inquiries }
    • төлем хабарламаларына жазылу: { $followed }
    • күту тізіміндегі орындар: { $lines }
    • ЖСН: { $numbers }
    • сіз өтініш берген адамдар: { $people }

    <b>Сақталды</b>
    • шешімі шыққан өтініштер: { $cases } — дау туса керек болғандықтан, хат алмасуды орталық сақтайды
    • алдағы талондар: { $bookings } — олардағы ЖСН қабылдаудан кейін өшіріледі
    • келісім және деректерді кім көргені туралы жазбалар

    Қайта оралғыңыз келсе, /start басып, жаңадан келісім беріңіз.
refusal-case-erased = Бұл өтініш өшірілген: иесі келісімін қайтарып алды.
refusal-consent-case-live =
    Әзірге қайтарып алу мүмкін емес: № { $case } өтінішіңіз қаралып жатыр, оған деректеріңіз керек.
    Шешімді күтіңіз немесе алдымен сол өтінішті қайтарып алыңыз: «Менің өтініштерім».

## Деректер файлы
my-data-caption =
    Сіз туралы сақталған барлық дерек осы екі файлда: оқуға — PDF, бағдарламаға — JSON.
    Талондар: { $bookings }. Өтініштер: { $applications }. Деректерге қол жеткізу жазбалары: { $access_log }.
    Файлдарды бөгде адамға жібермеңіз.

## Еске салу
profile-reminders-button = ⏰ ХҚКО-ға баруды еске салу
profile-reminders =
    <b>ХҚКО-ға баруды қашан еске салайын?</b>

    Қосу не өшіру үшін басыңыз. Түнде, 21:00-ден 8:00-ге дейін, еске салмаймын.
profile-reminders-none =
    {""}
    Қазір еске салу жоқ.
profile-reminder-before = { $hours } сағат бұрын
profile-reminders-off = 🔕 Еске салмау

## Оқуға арналған файл
data-title = Сіз туралы сақталған деректер
data-about = Осы бот сақтайтынның бәрі, жиналған уақыты: { $at }. Дәл осы деректер жанындағы JSON файлында да бар.
data-nothing = Жоқ.
data-draft = жіберілмеген
data-purpose-general = ботты пайдалану
data-part-consents = Келісімдер
data-part-applications = Өтініштер
data-part-bookings = ХҚКО талондары
data-part-visits = ХҚКО-ға келулер
data-part-waiting_list = Күту тізімі
data-part-payments_followed = Бақылаудағы төлемдер
data-part-payment_applications = Төлемге өтініштер
data-part-inquiries = Жолданымдар
data-part-guide_steps = Нұсқаулықтағы белгілер
data-part-access_log = Деректі кім, қашан көрді
data-col-telegram_id = Telegram нөмірі
data-col-iin = ЖСН
data-col-phone = Телефон
data-col-surname = Тегі
data-col-name = Аты
data-col-reminders = Еске салулар
data-col-assistant = Ассистент ретіндегі аты
data-col-client = Ол үшін өтініш береді
data-col-member = Отбасы мүшесі
data-col-purpose = Не үшін
data-col-text_version = Мәтін нұсқасы
data-col-given_at = Берілді
data-col-withdrawn_at = Қайтарып алынды
data-col-ticket = Талон
data-col-service = Қызмет
data-col-branch = Орын
data-col-starts_at = Уақыты
data-col-relation = Кім үшін
data-col-state = Жағдайы
data-col-status = Жағдайы
data-col-day = Күні
data-col-day_from = Қай күннен
data-col-day_to = Қай күнге дейін
data-col-arrived_at = Келді
data-col-created_at = Жасалды
data-col-submitted_at = Жіберілді
data-col-programme = Бағдарлама
data-col-code = Нөмірі
data-col-kind = Түрі
data-col-words = Мәтіні
data-col-guide = Нұсқаулық
data-col-step = Қадам
data-col-ticked_at = Белгіленді
data-col-at = Қашан
data-col-by = Кім
data-col-about = Не туралы
data-col-what = Не істеді
data-about-case = өтініш
data-about-iin = ЖСН
data-about-citizen = барлық дерек
data-about-payment = төлем
data-about-inquiry = жолданым
data-about-intake = төлемге өтініш
data-about-import = тізілім
data-about-chat = қызметкерлер чаты
data-state-active = күшінде
data-state-displaced = уақыты ауысады
data-state-cancelled = жойылды
data-state-checked_in = келді
data-state-served = қызмет көрсетілді
data-state-missed = келмеді
data-state-over = күні өтті
data-state-waiting = күтуде
data-state-called = шақырылды
data-state-parked = кейінге қалдырылды
data-state-left = өзі кетті
data-done-full = толық дерегін ашты
data-done-history = тарихын қарады
data-done-documents = құжаттарын қайта алды
data-done-file = іс файлын алды
data-done-found = ЖСН арқылы іздеді
data-done-refused = рұқсатсыз басты, ештеңе көрген жоқ
data-done-exported = өз дерегін файлмен алды
data-done-payment = төлемді тексерді
data-done-export = өтініштерді тізілімге шығарды
