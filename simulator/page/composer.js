// Where one writes: text, files, commands, the bot's keyboard; START and «unblock» in its place when that is due.

import { act } from "./api.js";
import { acceptFiles, Attachments } from "./attach.js";
import { commandsFor } from "./commands.js";
import { attempt, openMenu } from "./dialogs.js";
import { el, icon, iconButton } from "./dom.js";
import { replyKeyboard } from "./keyboards.js";
import { KeptMap } from "./keep.js";
import { summary } from "./media.js";
import { nameOf, store } from "./store.js";
import { t } from "./words.js";

const drafts = new KeptMap("drafts");
const hiddenKeyboards = new Map(); // chat and person → message id of a keyboard or an asked reply already used, or put away by hand

/** The composer of one column; `view` is the column. */
export class Composer {
  replyTo = null;
  editing = null;

  constructor(view) {
    this.view = view;
    this.attachments = new Attachments(view.chatId, () => this.#resize());
    this.box = el("textarea", {
      rows: "1", testid: `composer-${view.chatId}`, "aria-label": t("message"), placeholder: t("message"), enterkeyhint: "send",
      oninput: () => this.#typed(), onkeydown: (event) => this.#keys(event),
    });
    this.sendButton = iconButton("send", t("send"), () => this.submit(), { class: "icon-button send", testid: `send-${view.chatId}` });
    this.keysButton = iconButton("keys", t("keyboard"), () => this.#foldKeyboard(), { testid: `keyboard-toggle-${view.chatId}` });
    this.slash = el("button", { type: "button", class: "icon-button slash", "aria-label": t("commands"), title: t("commands"), testid: `commands-${view.chatId}`, onclick: (event) => this.#commands(event) }, "/");
    this.clip = iconButton("clip", t("attach"), () => this.attachments.input.click(), { testid: `attach-${view.chatId}` });
    this.hints = el("div", { class: "hints", role: "listbox", "aria-label": t("commands"), testid: `hints-${view.chatId}` });
    this.context = el("div", { class: "context", testid: `context-${view.chatId}` });
    this.ask = el("div", { class: "ask" });
    this.keyboard = el("div", { class: "keyboard-slot" });
    this.line = el("div", { class: "line" }, this.slash, this.box, this.keysButton, this.clip, this.sendButton);
    this.instead = el("div", { class: "instead", hidden: true });
    this.writing = el("div", {}, this.hints, this.context, this.attachments.node, this.line, this.attachments.input, this.keyboard);
    this.node = el("footer", { class: "composer" }, this.ask, this.instead, this.writing);
    acceptFiles(view.node, (files) => this.attachments.add(files));
    this.box.value = drafts.get(this.#draftKey()) ?? "";
  }

  /** Show what the chat's state asks for: START, «unblock», a closed topic, or the writing line with the keyboard. */
  refresh() {
    const { view } = this;
    const person = view.isGroup ? null : store.people.get(view.chatId);
    const button = (word, testid, run) => el("button", { type: "button", class: "button wide primary", testid, onclick: run }, t(word));
    let instead = null;
    if (person?.blocked) instead = button("unblock", `unblock-${view.chatId}`, () => attempt(act(view.me, "unblock")));
    else if (person && !store.messages.get(view.chatId)?.size) instead = button("start", `start-${view.chatId}`, () => view.say("/start"));
    else if (view.topicClosed()) instead = el("p", { class: "hint" }, icon("lock"), t("topic_closed"));
    this.instead.hidden = !instead;
    this.writing.hidden = Boolean(instead);
    this.instead.replaceChildren(...(instead ? [instead] : []));
    this.#refreshKeyboard();
    this.#refreshAsked();
  }

  focus() {
    this.box.focus();
  }

  fill(text) {
    this.box.value = text;
    this.#typed();
    this.focus();
  }

  reply(message) {
    this.#setContext(message);
    this.focus();
  }

  edit(message) {
    this.#setContext(null, message);
    this.fill(message.text ?? message.caption ?? "");
  }

  /** Leave replying and editing. */
  forget() {
    if (this.editing) this.fill("");
    if (this.replyTo && this.replyTo.message_id === this.#asked()?.message_id) hiddenKeyboards.set(this.#keyboardKey(), this.replyTo.message_id);
    this.#setContext();
  }

  /** Another topic or another member: their own draft. */
  switchDraft() {
    if (this.editing) this.fill("");
    this.#setContext();
    this.fill(drafts.get(this.#draftKey()) ?? "");
  }

  async submit() {
    const text = this.box.value.trim();
    const { view, editing, attachments } = this;
    const place = { chat_id: view.chatId, thread_id: view.threadField(), reply_to: this.replyTo?.message_id };
    let sending = null;
    if (editing && text) sending = act(view.me, "edit", { chat_id: view.chatId, message_id: editing.message_id, text });
    else if (attachments.files.length) sending = attachments.send(view.me, { ...place, caption: text || undefined });
    else if (text) sending = view.anonymous ? act(view.me, "send_as_anonymous_admin", { ...place, text }) : act(view.me, "send_text", { ...place, text });
    if (!sending) return;
    this.box.value = "";
    this.#typed();
    const done = await attempt(sending.then(() => true));
    if (!done) {
      if (!this.box.value) this.fill(text);
      return;
    }
    attachments.clear();
    this.#setContext();
  }

  #draftKey() {
    return `${this.view.chatId}:${this.view.me}:${this.view.thread}`;
  }

  #typed() {
    if (!this.editing) drafts.set(this.#draftKey(), this.box.value);
    this.#refreshHints();
    this.#resize();
  }

  #resize() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, 160)}px`;
    this.sendButton.classList.toggle("ready", Boolean(this.box.value.trim() || this.attachments.files.length));
  }

  #keys(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape") {
      this.forget();
      this.attachments.clear();
    } else if (event.key === "ArrowUp" && !this.box.value) {
      const last = this.view.lastOwn();
      if (!last) return;
      event.preventDefault();
      this.edit(last);
    }
  }

  #setContext(replyTo = null, editing = null) {
    Object.assign(this, { replyTo, editing });
    this.#refreshContext();
  }

  #refreshContext() {
    const target = this.editing ?? this.replyTo;
    const title = this.editing ? t("editing") : nameOf(target?.from);
    this.context.replaceChildren(...(target ? [icon(this.editing ? "edit" : "reply"),
      el("div", { class: "context-text" }, el("b", {}, title), el("span", {}, summary(target))), iconButton("close", t("cancel"), () => this.forget())] : []));
  }

  #command(item) {
    return {
      label: el("span", { class: "command-line" }, el("b", {}, `/${item.command}`), el("span", {}, item.description)),
      testid: `command-${item.command}`,
      run: () => this.view.say(`/${item.command}`),
    };
  }

  #commands(event) {
    const commands = commandsFor(store.chat(this.view.chatId), this.view.me);
    const box = event.currentTarget.getBoundingClientRect();
    const items = commands.map((item) => this.#command(item));
    if (items.length) openMenu({ x: box.left, y: box.top - items.length * 44 - 20 }, items);
    else this.fill("/");
  }

  /** The commands that begin as what is typed does. */
  #refreshHints() {
    const typed = this.box.value;
    const fitting = typed.startsWith("/") ? commandsFor(store.chat(this.view.chatId), this.view.me).filter((item) => `/${item.command}`.startsWith(typed)) : [];
    const hint = ({ label, testid, run }) => el("button", { type: "button", role: "option", class: "menu-item", testid, onclick: () => { this.fill(""); run(); } }, label);
    this.hints.replaceChildren(...fitting.map((item) => hint(this.#command(item))));
  }

  #markup() {
    return store.chat(this.view.chatId).keyboard?.[this.view.me];
  }

  #keyboardKey() {
    return `${this.view.chatId}:${this.view.me}`;
  }

  /** The message the bot wants a reply to, shown here. */
  #asked() {
    const current = this.#markup();
    const message = current?.markup?.force_reply && store.message(this.view.chatId, current.message_id);
    return message && this.view.here(message) ? message : undefined;
  }

  /** Open the reply to what was asked, as Telegram does, until it is given or closed by hand. */
  #refreshAsked() {
    const asked = this.#asked();
    if (!asked || this.replyTo || this.editing || hiddenKeyboards.get(this.#keyboardKey()) === asked.message_id) return;
    this.#setContext(asked);
    if (this.view.node.contains(document.activeElement)) this.focus();
  }

  #foldKeyboard() {
    const key = this.#keyboardKey();
    const shown = this.#markup()?.message_id;
    if (hiddenKeyboards.get(key) === shown) hiddenKeyboards.delete(key);
    else hiddenKeyboards.set(key, shown);
    this.#refreshKeyboard();
  }

  #refreshKeyboard() {
    const current = this.#markup();
    const rows = current?.markup?.keyboard;
    const folded = hiddenKeyboards.get(this.#keyboardKey()) === current?.message_id;
    const show = rows && !folded;
    this.box.placeholder = current?.markup?.input_field_placeholder ?? t("message");
    this.keysButton.hidden = !rows || (current.markup.is_persistent && show);
    this.keysButton.setAttribute("aria-expanded", String(Boolean(show)));
    const used = () => current.markup.one_time_keyboard && this.#foldKeyboard();
    this.keyboard.replaceChildren(...(show ? [replyKeyboard(this.view, current.markup, this.ask, used)] : []));
  }
}
