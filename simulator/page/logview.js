// The scrolling log of one chat (or of one topic): rows are added, replaced and removed one by one.

import { el, iconButton } from "./dom.js";
import { isOwn, makeRow, senderOf } from "./bubble.js";
import { serviceWords } from "./service.js";
import { store } from "./store.js";
import { dayName, dayNumber } from "./time.js";
import { t } from "./words.js";

const NEAR_END_PX = 120;
const SAME_SPEECH_S = 600;
const FLASH_MS = 1600;

/** The log's element is `node`; `view` is the column it belongs to. */
export class LogView {
  #rows = new Map(); // message id → row; album parts share one

  constructor(view) {
    this.view = view;
    this.list = el("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": t("messages"), tabindex: "0", testid: `log-${view.chatId}`, onkeydown: (event) => this.#keys(event) });
    this.toEnd = iconButton("down", t("to_end"), () => this.scrollToEnd(true), { class: "icon-button to-end", hidden: true });
    this.list.addEventListener("scroll", () => { this.toEnd.hidden = this.#nearEnd(); }, { passive: true });
    this.list.addEventListener("load", () => this.stick && this.scrollToEnd(), true);
    new ResizeObserver(() => this.stick && this.scrollToEnd()).observe(this.list); // a keyboard or a bar took its room
    this.node = el("div", { class: "log-frame" }, this.list, this.toEnd);
  }

  /** Show `messages` from scratch. */
  fill(messages) {
    this.#rows.clear();
    this.list.replaceChildren();
    messages.forEach((message) => this.#append(message));
    this.scrollToEnd();
  }

  /** Add a new message, staying at the end where the reader already was (or wrote it). */
  add(message) {
    if (this.#rows.has(message.message_id)) {
      this.replace(message);
      return;
    }
    const follow = this.#nearEnd() || isOwn(message, this.view.me);
    this.#append(message);
    if (follow) this.scrollToEnd();
  }

  /** Show a changed message in its place. */
  replace(message) {
    const row = this.#rows.get(message.message_id);
    if (!row) return;
    const follow = this.#nearEnd();
    const held = row.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
    const messages = row.messages.map((item) => (item.message_id === message.message_id ? message : item));
    const fresh = this.#make(messages);
    row.replaceWith(fresh);
    this.#decorate(fresh);
    if (held) fresh.querySelector(`[data-testid="${CSS.escape(held)}"]`)?.focus();
    if (follow) this.scrollToEnd();
  }

  remove(messageId) {
    const row = this.#rows.get(messageId);
    if (!row) return;
    this.#rows.delete(messageId);
    const left = row.messages.filter((item) => item.message_id !== messageId);
    const next = row.nextElementSibling;
    if (left.length) row.replaceWith(this.#make(left));
    else row.remove();
    if (next) this.#decorate(next);
  }

  /** Bring a message into sight and let it flash; false when it is not here. */
  jump(messageId) {
    const row = this.#rows.get(messageId);
    if (!row) return false;
    this.stick = false;
    row.scrollIntoView({ block: "center" });
    row.classList.add("flash");
    setTimeout(() => row.classList.remove("flash"), FLASH_MS);
    row.querySelector(".bubble")?.focus({ preventScroll: true });
    return true;
  }

  /** Name the days anew: the clock was moved. */
  redate() {
    [...this.list.children].forEach((row) => this.#decorate(row));
  }

  scrollToEnd(smooth = false) {
    this.stick = true; // pictures that load later must not push the end out of sight
    this.list.scrollTo({ top: this.list.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  #nearEnd() {
    const near = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_END_PX;
    this.stick &&= near;
    return near;
  }

  #make(messages) {
    const row = makeRow(this.view, messages);
    row.messages = messages;
    messages.forEach((message) => this.#rows.set(message.message_id, row));
    return row;
  }

  #append(message) {
    const last = this.list.lastElementChild;
    const album = message.media_group_id && last?.messages[0].media_group_id === message.media_group_id;
    const row = this.#make(album ? [...last.messages, message] : [message]);
    if (album) last.replaceWith(row);
    else this.list.append(row);
    this.#decorate(row);
  }

  #decorate(row) {
    const before = row.previousElementSibling?.messages[0];
    const [message] = row.messages;
    row.querySelector(":scope > .day")?.remove();
    const newDay = !before || dayNumber(before.date) !== dayNumber(message.date);
    if (newDay) row.prepend(el("span", { class: "chip day" }, dayName(message.date, store.now())));
    row.classList.toggle("has-day", newDay);
    const goesOn = !newDay && !serviceWords(before) && senderOf(before).id === senderOf(message).id && message.date - before.date < SAME_SPEECH_S;
    row.classList.toggle("goes-on", goesOn);
  }

  #keys(event) {
    if (event.target.closest("button, a, .spoiler, audio, video")) return;
    const bubbles = [...this.list.querySelectorAll(".bubble, .row.service")];
    const at = bubbles.indexOf(document.activeElement);
    const to = { ArrowUp: at < 0 ? bubbles.length - 1 : at - 1, ArrowDown: at + 1, Home: 0, End: bubbles.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      bubbles[Math.max(0, Math.min(to, bubbles.length - 1))]?.focus();
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      bubbles[at].dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
    } else if (event.key === "Escape") this.view.focus();
  }
}
