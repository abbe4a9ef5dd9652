// The page: a rail of people and groups, columns of chats, and the bar above them.

import { follow } from "./api.js";
import { ChatView } from "./chatview.js";
import { el } from "./dom.js";
import { keep, kept } from "./keep.js";
import { takeAnswer } from "./keyboards.js";
import { fillRail } from "./rail.js";
import { store } from "./store.js";
import { applyTheme, makeTopbar } from "./topbar.js";
import { t } from "./words.js";

const TICK_MS = 1000;
const root = document.getElementById("app");

/** What is shown now, and the way from one part of the page to another. */
class Page {
  people = []; // ids of the persons shown, left to right
  group = null;
  actors = new Map(); // group id → who acts there
  threads = new Map(); // group id → the topic shown
  tab = "people"; // of the narrow layout
  #views = new Map();
  #connected = false;

  start() {
    const before = kept("place", {});
    Object.assign(this, { people: before.people ?? [], group: before.group ?? null, tab: before.tab ?? "people" });
    this.actors = new Map(before.actors);
    this.threads = new Map(before.threads);
    applyTheme();
    this.rebuild();
    store.addEventListener("reset", () => this.#settle());
    for (const type of ["people", "chat", "bot"]) store.addEventListener(type, () => this.#chatsChanged());
    store.addEventListener("unread", () => this.refreshRail());
    store.addEventListener("clock", () => this.topbar.tick());
    store.addEventListener("chat_migrated", ({ detail }) => detail.old_id === this.group && this.showGroup(detail.new_id));
    store.addEventListener("callback_answer", ({ detail }) => takeAnswer(detail, (userId) => this.viewOf(userId)));
    setInterval(() => this.topbar.tick(), TICK_MS);
    follow({
      onState: (state) => store.reset(state),
      onEvent: (event) => store.apply(event),
      onConnection: (up) => {
        this.#connected = up;
        this.topbar.connection(up);
      },
    });
  }

  /** Remember what is shown, for a reload. */
  keep() {
    this.#views.forEach((view, id) => view.isGroup && this.threads.set(id, view.thread));
    keep("place", { people: this.people, group: this.group, tab: this.tab, actors: [...this.actors], threads: [...this.threads] });
  }

  /** Build everything anew, for instance in another language. */
  rebuild() {
    this.topbar = makeTopbar(this);
    this.rail = el("nav", { class: "rail", "aria-label": t("people") });
    this.columns = el("main", { class: "columns" });
    this.tabs = el("nav", { class: "tabs" });
    root.replaceChildren(this.topbar.node, el("div", { class: "stage" }, this.rail, this.columns), this.tabs);
    this.topbar.connection(this.#connected);
    this.#views.forEach((view) => view.close());
    this.#views.clear();
    this.#arrange();
  }

  /** Who acts in things that belong to no chat: the person shown first. */
  person = () => this.people[0] ?? store.people.keys().next().value;

  /** The open column in which this user acts. */
  viewOf(userId) {
    return this.#views.get(userId) ?? [...this.#views.values()].find((view) => view.me === userId);
  }

  showPerson(id) {
    this.people = this.people.includes(id) ? this.people : [id, ...this.people.slice(1)];
    this.tab = "chat";
    this.#arrange();
    this.#views.get(id)?.focus();
  }

  openBeside(id) {
    this.people.push(id);
    this.#arrange();
  }

  canClose = () => this.people.length > 1;

  closePerson(id) {
    this.people = this.people.filter((other) => other !== id);
    this.#arrange();
  }

  showGroup(id) {
    this.group = id;
    this.tab = "group";
    this.#arrange();
  }

  actAs(chatId, userId) {
    this.actors.set(chatId, userId);
    this.#views.get(chatId)?.actAs(userId);
    this.keep();
  }

  /** Show a message wherever its chat is open; true when this page has the chat. */
  goTo = (chatId, messageId, thread) => {
    if (!store.chats.has(chatId)) return false;
    if (store.chats.get(chatId).type === "private") this.showPerson(chatId);
    else this.showGroup(chatId);
    const view = this.#views.get(chatId);
    if (thread !== undefined && view.thread !== thread) view.showThread(thread);
    view.jump(messageId);
    return true;
  };

  #settle() {
    this.people = this.people.filter((id) => store.people.has(id));
    if (this.people.length === 0) this.people = [...store.people.keys()].slice(0, 1);
    if (!store.chats.has(this.group)) this.group = store.groups()[0]?.id ?? null;
    this.topbar.tick();
    this.#arrange();
    this.#views.forEach((view) => view.show());
  }

  #chatsChanged() {
    this.group ??= store.groups()[0]?.id ?? null;
    if (this.people.length === 0) this.people = [...store.people.keys()].slice(0, 1);
    this.#arrange();
  }

  #actor(chatId) {
    const chat = store.chat(chatId);
    const chosen = this.actors.get(chatId);
    if (chat.members.includes(chosen)) return chosen;
    return chat.members.find((id) => chat.admins.includes(id) && store.people.has(id)) ?? chat.members.find((id) => store.people.has(id)) ?? this.person();
  }

  /** The topic that was open in a group, while it is there. */
  #threadOf(chatId) {
    const thread = this.threads.get(chatId) ?? 0;
    return store.chat(chatId).topics.some((topic) => topic.id === thread) ? thread : 0;
  }

  /** Make the open columns those that should be shown, keeping the ones that already are. */
  #arrange() {
    const wanted = [...this.people.filter((id) => store.people.has(id)), ...(store.chats.has(this.group) ? [this.group] : [])];
    for (const [id, view] of this.#views) {
      if (wanted.includes(id)) continue;
      view.close();
      this.#views.delete(id);
    }
    const fresh = wanted.filter((id) => !this.#views.has(id));
    for (const id of fresh) this.#views.set(id, new ChatView(id, store.people.has(id) ? id : this.#actor(id), this, this.#threadOf(id)));
    for (const [at, id] of wanted.entries()) {
      const { node } = this.#views.get(id);
      if (this.columns.children[at] !== node) this.columns.insertBefore(node, this.columns.children[at] ?? null);
    }
    this.columns.querySelector(".no-group")?.remove();
    if (!store.chats.has(this.group) && store.people.size) this.columns.append(this.#emptyGroup());
    root.dataset.tab = this.tab;
    store.shownGroup = this.group;
    this.#refreshTabs();
    fresh.forEach((id) => this.#views.get(id).show());
    this.#views.forEach((view) => view.markRead());
    this.refreshRail();
    this.keep();
  }

  #emptyGroup() {
    return el("section", { class: "phone group no-group" }, el("div", { class: "card" }, el("h3", {}, t("no_groups")), el("p", {}, t("no_groups_hint"))));
  }

  #refreshTabs() {
    const tab = (name) => el("button", {
      type: "button", testid: `tab-${name}`, "aria-current": this.tab === name ? "true" : null,
      onclick: () => { this.tab = name; this.#arrange(); },
    }, t(name), this.#tabCount(name) ? el("span", { class: "badge" }, String(this.#tabCount(name))) : null);
    this.tabs.replaceChildren(...["people", "chat", "group"].map(tab));
  }

  #tabCount(name) {
    if (name === "people") return 0;
    return store.unreadOf(name === "group" ? this.group : this.people[0]);
  }

  /** Who waits unread, and what was tried. */
  refreshRail() {
    fillRail(this.rail, this);
    this.#refreshTabs();
  }
}

new Page().start();
