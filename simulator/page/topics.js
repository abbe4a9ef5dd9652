// The topics of a forum group: a list beside the log on a wide column, a strip above it on a narrow one.

import { act } from "./api.js";
import { askForm, attempt, openMenu } from "./dialogs.js";
import { el, icon, iconButton } from "./dom.js";
import { store } from "./store.js";
import { t } from "./words.js";

const GENERAL = 1;

/** The topic icon: a disc in the topic's colour with its first letter. */
function disc(topic) {
  const color = `#${(topic.icon_color ?? 0x8e9aa0).toString(16).padStart(6, "0")}`;
  const node = el("span", { class: "topic-disc", "aria-hidden": "true" }, topic.id === 0 ? "#" : [...topic.name][0]);
  node.style.background = color;
  return node;
}

/** All topics of a chat; the general one has the id 0 here. */
export function topicsOf(chat) {
  const own = chat.topics.filter((topic) => topic.id !== GENERAL);
  const general = chat.topics.find((topic) => topic.id === GENERAL);
  return [{ id: 0, name: general?.name ?? t("general"), closed: general?.closed ?? false }, ...own];
}

async function createTopic(view) {
  const data = await askForm(t("new_topic"), [el("label", {}, t("new_topic"), el("input", { name: "name", required: true, maxlength: "128", autofocus: true }))], t("create"), "topic-dialog");
  if (data) await attempt(act(view.me, "create_topic", { chat_id: view.chatId, name: data.get("name") }));
}

function manage(view, topic, point) {
  const run = (doing) => () => attempt(act(view.me, doing, { chat_id: view.chatId, thread_id: topic.id }));
  openMenu(point, [
    topic.closed ? { label: t("reopen_topic"), run: run("reopen_topic") } : { label: t("close_topic"), run: run("close_topic") },
    { label: t("delete_topic"), run: run("delete_topic"), danger: true },
  ]);
}

function tab(view, topic) {
  const count = store.unreadOf(view.chatId, topic.id);
  const active = view.thread === topic.id;
  const button = el("button", {
    type: "button", class: "topic", "aria-current": active ? "true" : null, testid: `topic-${view.chatId}-${topic.id}`, onclick: () => view.showThread(topic.id),
  }, disc(topic), el("span", { class: "topic-name" }, topic.name),
  topic.closed ? el("span", { class: "topic-closed", "aria-label": t("closed"), title: t("closed") }, icon("lock")) : null,
  count ? el("span", { class: "badge" }, String(count)) : null);
  if (topic.id !== 0) {
    button.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      const box = button.getBoundingClientRect();
      manage(view, topic, { x: event.clientX || box.left + 20, y: event.clientY || box.bottom });
    });
  }
  return button;
}

/** The list for a forum group's column; nothing for other chats. */
export function topicList(view) {
  const chat = store.chat(view.chatId);
  if (!chat.is_forum) return null;
  return el("nav", { class: "topics", "aria-label": t("topics"), testid: `topics-${view.chatId}` },
    topicsOf(chat).map((topic) => tab(view, topic)), iconButton("plus", t("new_topic"), () => createTopic(view), { class: "icon-button new-topic" }));
}
