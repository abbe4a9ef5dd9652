// The two kinds of Telegram keyboards: under a message, and in place of the letters.

import { act } from "./api.js";
import { askForm, attempt, showAlert, toast } from "./dialogs.js";
import { el } from "./dom.js";
import { locationPicker } from "./map.js";
import { inLanguage, nameOf, store } from "./store.js";
import { t } from "./words.js";

const ANSWER_MS = 30000;
const pressed = new Map(); // query id → the button that waits
const early = new Map(); // query id → an answer that came before the press told us its query id; others' stay unused
const MOST_EARLY = 50;
const STYLES = ["primary", "success", "danger"];

function endWait(button) {
  button.removeAttribute("aria-busy");
  clearTimeout(button.waitTimer);
}

/** Copy to the clipboard and say so. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = el("textarea", { class: "offscreen", value: text, readonly: true });
    document.body.append(area);
    area.select();
    document.execCommand("copy"); // the way left where the page is not on a secure origin
    area.remove();
  }
  toast(`${t("copied")}: ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`);
}

async function press(view, message, position, button) {
  if (button.getAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  button.waitTimer = setTimeout(() => endWait(button), ANSWER_MS);
  const result = await attempt(act(view.me, "press", { chat_id: view.chatId, message_id: message.message_id, button: position }));
  if (!result) {
    endWait(button);
    return;
  }
  pressed.set(result.query_id, button);
  const answer = early.get(result.query_id);
  if (answer) takeAnswer(answer, () => view);
}

/** Take a `callback_answer` event of a button pressed here: stop the spinner, show the toast or the alert, open the address. */
export function takeAnswer(event, viewOf) {
  const button = pressed.get(event.query_id);
  if (!button) {
    early.set(event.query_id, event);
    if (early.size > MOST_EARLY) early.delete(early.keys().next().value);
    return;
  }
  endWait(button);
  pressed.delete(event.query_id);
  early.delete(event.query_id);
  const person = store.people.get(event.user_id);
  if (event.text && event.show_alert) showAlert(event.text, inLanguage(store.bot.names, person?.language_code) || nameOf(store.bot));
  else if (event.text) toast(event.text);
  if (event.url) viewOf(event.user_id)?.open(event.url);
}

function inlineButton(view, message, item, position) {
  const [row, column] = position;
  const props = { testid: `inline-${view.chatId}-${message.message_id}-${row}-${column}` };
  const style = STYLES.includes(item.style) ? ` style-${item.style}` : "";
  const address = item.url ?? item.login_url?.url ?? item.web_app?.url;
  if (address) {
    const open = (event) => view.open(address) && event.preventDefault();
    const href = /^(https?|tg):/i.test(address) ? address : null;
    return el("a", { ...props, class: `key link${style}`, href, title: address, target: "_blank", rel: "noopener noreferrer", onclick: open }, el("span", {}, item.text));
  }
  const make = (kind, onclick, more = {}) => el("button", { ...props, ...more, type: "button", class: `key ${kind}${style}`, onclick }, el("span", {}, item.text));
  if (item.copy_text) return make("copies", () => copyText(item.copy_text.text));
  const query = item.switch_inline_query_current_chat ?? item.switch_inline_query;
  if (query !== undefined && query !== null) return make("", () => view.fill(`@${store.bot.username} ${query}`));
  if (item.disabled) return make("", null, { disabled: true });
  return make("", (event) => press(view, message, position, event.currentTarget));
}

/** The keyboard under a message, or null. */
export function inlineKeyboard(view, message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el("div", { class: "inline-keyboard", role: "group" }, rows.map((row, rowIndex) =>
    el("div", { class: "key-row" }, row.map((item, index) => inlineButton(view, message, item, [rowIndex, index])))));
}

async function shareLocation(view) {
  const picker = locationPicker();
  const data = await askForm(t("location"), [picker.node], t("send"), "location-dialog");
  if (data) await attempt(act(view.me, "send_location", { chat_id: view.chatId, ...picker.value() }));
}

function confirmContact(view, bar) {
  const person = store.people.get(view.me);
  const done = () => bar.replaceChildren();
  const share = async () => {
    done();
    await attempt(act(view.me, "send_contact", { chat_id: view.chatId }));
    view.focus();
  };
  const accept = el("button", { type: "button", class: "button primary", testid: `share-contact-${view.chatId}`, onclick: share }, t("share"));
  bar.replaceChildren(el("div", { class: "ask-bar", role: "alertdialog", "aria-label": t("share_number"), onkeydown: (event) => event.key === "Escape" && done() },
    el("div", {}, el("small", {}, t("telegram_asks")), el("b", {}, t("share_number")), el("span", {}, person?.phone ?? "")),
    el("button", { type: "button", class: "button", onclick: done }, t("cancel")), accept));
  accept.focus();
}

/** The reply keyboard of `markup`; `used()` runs after each press, `bar` is where questions to the person appear. */
export function replyKeyboard(view, markup, bar, used) {
  const key = (item, row, column) => {
    const style = STYLES.includes(item.style) ? ` style-${item.style}` : "";
    const run = () => {
      if (item.request_contact) confirmContact(view, bar);
      else if (item.request_location) shareLocation(view);
      else if (item.web_app) view.open(item.web_app.url);
      else view.say(item.text);
      used();
    };
    return el("button", { type: "button", class: `reply-key${style}`, testid: `reply-key-${view.chatId}-${row}-${column}`, onclick: run }, item.text);
  };
  return el("div", { class: markup.resize_keyboard ? "reply-keyboard" : "reply-keyboard tall", role: "group", "aria-label": t("keyboard"), testid: `keyboard-${view.chatId}` },
    markup.keyboard.map((row, rowIndex) => el("div", { class: "key-row" }, row.map((item, index) => key(typeof item === "string" ? { text: item } : item, rowIndex, index)))));
}
