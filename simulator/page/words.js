// The page's own words in Kazakh, Russian and English (the bot's words come from the bot).

const LOCALES = ["kk", "ru", "en"];
const KEY = "page-locale";

const WORDS = {
  title: ["Жергілікті Telegram", "Локальный Telegram", "Local Telegram"],
  people: ["Адамдар", "Люди", "People"],
  groups: ["Топтар", "Группы", "Groups"],
  chat: ["Чат", "Чат", "Chat"],
  group: ["Топ", "Группа", "Group"],
  bot: ["бот", "бот", "bot"],
  members: ["{n} қатысушы", "участников: {n}", "{n} members"],
  connecting: ["қосылуда…", "соединение…", "connecting…"],
  typing: ["жазып жатыр…", "печатает…", "typing…"],
  upload_document: ["құжат жіберуде…", "отправляет документ…", "sending a document…"],
  upload_photo: ["сурет жіберуде…", "отправляет фото…", "sending a photo…"],
  clock: ["Әлем уақыты (Алматы)", "Время мира (Алматы)", "World time (Almaty)"],
  hour: ["+1 сағат", "+1 час", "+1 hour"],
  day: ["+1 күн", "+1 день", "+1 day"],
  nine: ["келесі 09:00", "до 09:00", "next 09:00"],
  link: ["Сілтеме немесе QR", "Ссылка или QR", "Link or QR"],
  link_hint: ["t.me/… немесе start кодын енгізіңіз, QR суретін қойыңыз", "t.me/… или код start; можно вставить или бросить картинку с QR", "t.me/… or a start payload; paste or drop a QR picture"],
  open: ["Ашу", "Открыть", "Open"],
  choose_qr: ["QR суретін таңдау", "Выбрать картинку с QR", "Choose a QR picture"],
  no_qr_reader: ["Бұл браузер QR оқи алмайды. Сілтемені осы жерге мәтін түрінде қойыңыз.", "Этот браузер не умеет читать QR. Вставьте сюда саму ссылку текстом.", "This browser cannot read QR codes. Please paste the link itself as text."],
  no_qr_found: ["Суреттен QR табылмады. Анығырақ сурет таңдаңыз.", "На картинке не нашлось QR-кода. Попробуйте снимок почётче.", "No QR code found in the picture. Try a sharper one."],
  foreign_link: ["Бұл сілтеме басқа ботқа немесе сайтқа апарады.", "Эта ссылка ведёт не к этому боту.", "This link does not lead to this bot."],
  theme: ["Жарық немесе қараңғы", "Светлая или тёмная", "Light or dark"],
  page_language: ["Беттің тілі", "Язык страницы", "Page language"],
  try: ["Көріңіз", "Попробуйте", "Try this"],
  copy_number: ["ЖСН көшіру", "Скопировать ИИН", "Copy the number"],
  add_person: ["Адам қосу", "Добавить человека", "Add a person"],
  new_group: ["Жаңа топ", "Новая группа", "New group"],
  first_name: ["Аты", "Имя", "First name"],
  phone: ["Телефон", "Телефон", "Phone"],
  language: ["Тілі", "Язык", "Language"],
  group_title: ["Топтың атауы", "Название группы", "Group title"],
  forum: ["Тақырыптары бар", "С темами", "With topics"],
  add: ["Қосу", "Добавить", "Add"],
  create: ["Құру", "Создать", "Create"],
  cancel: ["Бас тарту", "Отмена", "Cancel"],
  close: ["Жабу", "Закрыть", "Close"],
  ok: ["Жақсы", "Хорошо", "OK"],
  beside: ["Қасынан ашу", "Открыть рядом", "Open beside"],
  user_language: ["Telegram тілі", "Язык Telegram", "Telegram language"],
  block: ["Ботты бұғаттау", "Заблокировать бота", "Block the bot"],
  unblock: ["Бұғаттан шығару", "Разблокировать", "Unblock"],
  act_as: ["Кім болып", "Действовать как", "Act as"],
  anonymous: ["Топ атынан", "От имени группы", "As the group"],
  start: ["БАСТАУ", "НАЧАТЬ", "START"],
  what_can: ["Бұл бот не істей алады?", "Что умеет этот бот?", "What can this bot do?"],
  message: ["Хабарлама", "Сообщение", "Message"],
  send: ["Жіберу", "Отправить", "Send"],
  attach: ["Файл тіркеу", "Прикрепить файл", "Attach files"],
  commands: ["Командалар", "Команды", "Commands"],
  keyboard: ["Бот пернелері", "Кнопки бота", "Bot keyboard"],
  as_file: ["Файл ретінде жіберу", "Отправить как файл", "Send as file"],
  caption: ["Түсініктеме", "Подпись", "Caption"],
  remove: ["Алып тастау", "Убрать", "Remove"],
  drop_here: ["Файлдарды осында тастаңыз", "Бросьте файлы сюда", "Drop files here"],
  reply: ["Жауап беру", "Ответить", "Reply"],
  edit: ["Өзгерту", "Изменить", "Edit"],
  delete: ["Жою", "Удалить", "Delete"],
  copy: ["Мәтінді көшіру", "Копировать текст", "Copy text"],
  copied: ["Көшірілді", "Скопировано", "Copied"],
  react: ["Реакция", "Реакция", "React"],
  editing: ["Хабарламаны өзгерту", "Изменение сообщения", "Editing the message"],
  edited: ["өзг.", "изм.", "edited"],
  forwarded: ["Қайта жіберілді: {from}", "Переслано от {from}", "Forwarded from {from}"],
  pinned: ["Бекітілген хабарлама", "Закреплённое сообщение", "Pinned message"],
  deleted_message: ["Жойылған хабарлама", "Удалённое сообщение", "Deleted message"],
  to_end: ["Соңына", "В конец", "To the end"],
  messages: ["Хабарламалар", "Сообщения", "Messages"],
  topics: ["Тақырыптар", "Темы", "Topics"],
  general: ["Жалпы", "Общая", "General"],
  closed: ["жабық", "закрыта", "closed"],
  new_topic: ["Жаңа тақырып", "Новая тема", "New topic"],
  topic_closed: ["Тақырып жабық", "Тема закрыта", "The topic is closed"],
  manage: ["Топты басқару", "Управление группой", "Manage the group"],
  admin: ["әкімші", "админ", "admin"],
  promote: ["Әкімші ету", "Сделать админом", "Make admin"],
  demote: ["Әкімшілікті алу", "Снять админа", "Take admin away"],
  migrate: ["Супертопқа айналдыру", "Сделать супергруппой", "Turn into a supergroup"],
  forum_on: ["Тақырыптарды қосу", "Включить темы", "Switch topics on"],
  forum_off: ["Тақырыптарды өшіру", "Выключить темы", "Switch topics off"],
  close_topic: ["Тақырыпты жабу", "Закрыть тему", "Close the topic"],
  reopen_topic: ["Тақырыпты ашу", "Открыть тему", "Reopen the topic"],
  delete_topic: ["Тақырыпты жою", "Удалить тему", "Delete the topic"],
  share_number: ["Нөміріңізді ботпен бөлісесіз бе?", "Поделиться номером с ботом?", "Share my number with the bot?"],
  share: ["Бөлісу", "Поделиться", "Share"],
  telegram_asks: ["Telegram сұрайды", "Спрашивает Telegram", "Telegram asks"],
  location: ["Орналасқан жер", "Местоположение", "Location"],
  location_hint: ["Картадан орынды таңдаңыз. Көрсеткі пернелер де жүреді.", "Выберите точку на карте; можно стрелками.", "Choose a point on the map; arrow keys work too."],
  latitude: ["Ендік", "Широта", "Latitude"],
  longitude: ["Бойлық", "Долгота", "Longitude"],
  map: ["Қазақстан картасы (сұлба)", "Карта Казахстана (схема)", "Map of Kazakhstan (schematic)"],
  photo: ["Сурет", "Фото", "Photo"],
  document: ["Құжат", "Документ", "Document"],
  video: ["Бейне", "Видео", "Video"],
  voice: ["Дауыстық хабарлама", "Голосовое сообщение", "Voice message"],
  sticker: ["Стикер", "Стикер", "Sticker"],
  contact: ["Байланыс", "Контакт", "Contact"],
  new_tab: ["Жаңа қойындыда ашу", "Открыть в новой вкладке", "Open in a new tab"],
  download: ["Жүктеп алу", "Скачать", "Download"],
  no_preview: ["Бұл файлды алдын ала көру мүмкін емес.", "Предпросмотра для этого файла нет.", "There is no preview for this file."],
  unsupported: ["Бұл хабарлама түрі бетте көрсетілмейді", "Этот вид сообщения страница не показывает", "This kind of message is not shown on the page"],
  spoiler: ["Жасырын мәтінді ашу", "Показать скрытый текст", "Reveal hidden text"],
  show_more: ["Толығырақ", "Развернуть", "Show more"],
  no_groups: ["Әзірге топ жоқ", "Групп пока нет", "No groups yet"],
  no_groups_hint: ["Қызметкерлер тобын құрып, ботты қосыңыз.", "Создайте группу сотрудников — бот войдёт в неё сам.", "Create a staff group; the bot joins it by itself."],
  today: ["Бүгін", "Сегодня", "Today"],
  s_joined: ["{who} топқа қосылды", "{who} теперь в группе", "{who} joined the group"],
  s_left: ["{who} топтан шықты", "{who} больше не в группе", "{who} left the group"],
  s_created: ["Топ құрылды", "Группа создана", "Group created"],
  s_title: ["Жаңа атау: {what}", "Новое название: {what}", "New title: {what}"],
  s_pinned: ["{who} хабарламаны бекітті", "{who}: сообщение закреплено", "{who} pinned a message"],
  s_topic_created: ["«{what}» тақырыбы құрылды", "Создана тема «{what}»", "Topic “{what}” created"],
  s_topic_edited: ["Тақырып өзгертілді: {what}", "Тема изменена: {what}", "Topic changed: {what}"],
  s_topic_closed: ["Тақырып жабылды", "Тема закрыта", "Topic closed"],
  s_topic_reopened: ["Тақырып қайта ашылды", "Тема снова открыта", "Topic reopened"],
  s_migrated: ["Топ супертопқа айналды", "Группа стала супергруппой", "The group became a supergroup"],
};

function preferred() {
  const saved = localStorage.getItem(KEY);
  if (LOCALES.includes(saved)) return saved;
  return (navigator.language ?? "").startsWith("kk") ? "kk" : "ru";
}

let current = preferred();
document.documentElement.lang = current;

/** The page's language now: kk, ru or en. */
export const locale = () => current;

/** Change the page's language and remember it. */
export function setLocale(value) {
  current = value;
  localStorage.setItem(KEY, value);
  document.documentElement.lang = value;
}

/** The page's word for `key`, with `{name}` places filled. */
export function t(key, values = {}) {
  const word = WORDS[key]?.[LOCALES.indexOf(current)] ?? key;
  return word.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}
