// One column: a person's phone with the bot's chat, or the staff group seen by one of its members.

import { act } from "./api.js";
import { isOwn } from "./bubble.js";
import { Composer } from "./composer.js";
import { attempt, openMenu } from "./dialogs.js";
import { el, icon } from "./dom.js";
import { copyText } from "./keyboards.js";
import { openAddress } from "./links.js";
import { LogView } from "./logview.js";
import { summary } from "./media.js";
import { chatHeader, descriptionCard } from "./heads.js";
import { store } from "./store.js";
import { topicList, topicsOf } from "./topics.js";
import { t } from "./words.js";

const myReactions = new Map(); // chat, message and person → the emoji put from this page
const EMOJI = ["👍", "❤️", "🔥", "🎉", "🙏", "👎"];

/** A column for `chatId` acted by `me`. `page` opens other chats: goTo(chatId, messageId, thread). */
export class ChatView {
  #off = new AbortController();

  constructor(chatId, me, page, thread = 0) {
    Object.assign(this, { chatId, me, page, thread, anonymous: false });
    this.isGroup = store.chat(chatId).type !== "private";
    this.actions = { command: (text) => this.say(text), link: (address) => this.open(address), mention: (name) => this.fill(`${name} `) };
    this.node = el("section", { class: this.isGroup ? "phone group" : "phone", testid: `chat-${chatId}`, "data-drop": t("drop_here") });
    this.head = el("div", { class: "heads" });
    this.side = el("div", { class: "side" });
    this.pinned = el("div", { class: "pinned-slot" });
    this.intro = el("div", { class: "intro" });
    this.log = new LogView(this);
    this.composer = new Composer(this);
    this.node.append(this.head, el("div", { class: "middle" }, this.side, el("div", { class: "talk" }, this.pinned, this.intro, this.log.node, this.composer.node)));
    this.#listen();
  }

  /** Fill everything; call once the column is in the page, so that it can scroll. */
  show() {
    this.refresh();
    this.log.fill(store.list(this.chatId).filter((message) => this.here(message)));
    this.markRead();
  }

  /** The parts that are not the log: heads, topics, pin, composer. */
  refresh() {
    this.head.replaceChildren(...chatHeader(this));
    this.#refreshSide();
    this.#refreshPinned();
    const empty = !this.isGroup && !store.messages.get(this.chatId)?.size;
    this.intro.replaceChildren(...(empty ? [descriptionCard(this)] : []));
    this.composer.refresh();
  }

  close() {
    this.#off.abort();
    store.watchers.delete(this.watches);
    this.node.remove();
  }

  say(text) {
    return attempt(act(this.me, "send_text", { chat_id: this.chatId, text, thread_id: this.threadField() }));
  }

  fill(text) {
    this.composer.fill(text);
  }

  focus() {
    this.composer.focus();
  }

  open(address) {
    return openAddress(address, this.me, this.page.goTo);
  }

  jump(messageId) {
    const message = store.message(this.chatId, messageId);
    if (message && !this.here(message)) this.showThread(store.thread(message));
    return this.log.jump(messageId);
  }

  /** The emoji this person put under a message from here. */
  myReaction(messageId) {
    return myReactions.get(`${this.chatId}:${messageId}:${this.me}`);
  }

  react(message, emoji) {
    myReactions.set(`${this.chatId}:${message.message_id}:${this.me}`, emoji);
    return attempt(act(this.me, "react", { chat_id: this.chatId, message_id: message.message_id, emoji }));
  }

  showThread(thread) {
    this.thread = thread;
    this.composer.switchDraft();
    this.show();
    this.page.keep();
  }

  actAs(me) {
    this.me = me;
    this.composer.switchDraft();
    this.show();
  }

  /** The `thread_id` of what is sent from here. */
  threadField() {
    return this.thread || undefined;
  }

  topicClosed() {
    const chat = store.chat(this.chatId);
    const closed = chat.is_forum && topicsOf(chat).find((topic) => topic.id === this.thread)?.closed;
    return Boolean(closed) && !chat.admins.includes(this.me);
  }

  lastOwn() {
    return store.list(this.chatId).findLast((message) => this.here(message) && isOwn(message, this.me) && message.text);
  }

  /** The menu of a message: reactions, reply, copy, and for one's own edit and delete. */
  menu(message, point) {
    const own = isOwn(message, this.me);
    const text = message.text ?? message.caption;
    const remove = () => attempt(act(this.me, "delete", { chat_id: this.chatId, message_ids: [message.message_id] }));
    const items = [
      { label: t("reply"), run: () => this.composer.reply(message), testid: "menu-reply" },
      text && { label: t("copy"), run: () => copyText(text), testid: "menu-copy" },
      own && text && { label: t("edit"), run: () => this.composer.edit(message), testid: "menu-edit" },
      own && { label: t("delete"), run: remove, danger: true, testid: "menu-delete" },
    ].filter(Boolean);
    openMenu(point, items, (close) => el("div", { class: "emoji-row", role: "group", "aria-label": t("react") }, EMOJI.map((emoji) =>
      el("button", { type: "button", testid: `react-${emoji}`, onclick: () => { close(); this.react(message, emoji); } }, emoji))));
  }

  /** Whether a message of the chat is shown: of the topic that is open. */
  here(message) {
    return !store.chat(this.chatId).is_forum || store.thread(message) === this.thread;
  }

  #visible() {
    return this.node.isConnected && this.node.offsetParent !== null;
  }

  /** Nothing here is unread once it is seen. */
  markRead() {
    if (this.#visible()) store.read(this.chatId, store.chat(this.chatId).is_forum ? this.thread : 0);
  }

  #refreshSide() {
    this.side.replaceChildren(...[topicList(this)].filter(Boolean));
  }

  #refreshPinned() {
    const ids = store.chat(this.chatId).pinned.filter((id) => !store.message(this.chatId, id) || this.here(store.message(this.chatId, id)));
    const id = ids.at(-1);
    const bar = id && el("button", { type: "button", class: "pinned-bar", testid: `pinned-${this.chatId}`, onclick: () => this.jump(id) },
      icon("pin"), el("span", {}, el("b", {}, t("pinned")), el("span", {}, summary(store.message(this.chatId, id)))));
    this.pinned.replaceChildren(...(bar ? [bar] : []));
  }

  #listen() {
    const on = (type, run) => store.addEventListener(type, ({ detail }) => {
      if (detail.chat_id === undefined || detail.chat_id === this.chatId) run(detail);
    }, { signal: this.#off.signal });
    on("message", ({ message }) => {
      if (store.list(this.chatId).length === 1) this.refresh();
      else this.head.replaceChildren(...chatHeader(this));
      if (this.here(message)) this.log.add(message);
    });
    on("edited", ({ message }) => this.log.replace(store.message(this.chatId, message.message_id)));
    on("deleted", ({ message_ids: ids }) => { ids.forEach((id) => this.log.remove(id)); this.#refreshPinned(); });
    on("reaction", ({ message_id: id }) => store.message(this.chatId, id) && this.log.replace(store.message(this.chatId, id)));
    on("pinned", () => this.#refreshPinned());
    on("unread", () => this.#refreshSide());
    on("clock", () => this.log.redate());
    on("chat", ({ chat }) => chat.id === this.chatId && this.refresh());
    on("chat_action", () => this.head.replaceChildren(...chatHeader(this)));
    for (const type of ["people", "bot"]) on(type, () => this.refresh());
    this.watches = (chatId, thread) => chatId === this.chatId && this.#visible() && (!store.chat(chatId).is_forum || thread === this.thread);
    store.watchers.add(this.watches);
  }
}
