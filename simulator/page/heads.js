// The top of a column: whose phone it is, and whom they talk with.

import { act } from "./api.js";
import { attempt } from "./dialogs.js";
import { avatar, el, iconButton } from "./dom.js";
import { manageGroup } from "./forms.js";
import { numberButton } from "./rail.js";
import { inLanguage, nameOf, store } from "./store.js";
import { t } from "./words.js";

const LANGUAGES = ["kk", "ru", "en", "uz", "zh"];

/** The bot's name as this person's Telegram shows it. */
function botName(person) {
  return inLanguage(store.bot.names, person?.language_code) || nameOf(store.bot);
}

function languageSelect(person) {
  const codes = [...new Set([...LANGUAGES, person.language_code])];
  return el("select", {
    class: "mini", "aria-label": t("user_language"), title: t("user_language"), testid: `lang-${person.id}`,
    onchange: (event) => attempt(act(person.id, "set_language", { language_code: event.target.value })),
  }, codes.map((code) => el("option", { value: code, selected: code === person.language_code }, code)));
}

function personStrip(view, person) {
  const toggle = person.blocked ? "unblock" : "block";
  return el("div", { class: "strip" }, avatar(nameOf(person), person.id, "tiny"),
    el("span", { class: "strip-name", title: person.note }, nameOf(person)), person.number ? numberButton(person, "mini number") : null, languageSelect(person),
    el("button", { type: "button", class: "mini", testid: `block-${person.id}`, onclick: () => attempt(act(person.id, toggle)) }, t(toggle)),
    view.page.canClose(view.chatId) ? iconButton("close", t("close"), () => view.page.closePerson(view.chatId), { class: "icon-button tiny" }) : null);
}

function groupStrip(view, chat) {
  const people = chat.members.map((id) => store.people.get(id)).filter(Boolean);
  const select = el("select", {
    class: "mini grow", testid: `act-as-${chat.id}`, "aria-label": t("act_as"), onchange: (event) => view.page.actAs(chat.id, Number(event.target.value)),
  }, people.map((person) => el("option", { value: String(person.id), selected: person.id === view.me }, nameOf(person) + (chat.admins.includes(person.id) ? ` · ${t("admin")}` : ""))));
  const anonymous = el("input", { type: "checkbox", testid: `anonymous-${chat.id}`, onchange: (event) => { view.anonymous = event.target.checked; } });
  anonymous.checked = view.anonymous;
  return el("div", { class: "strip" }, el("label", { class: "strip-label" }, el("span", {}, t("act_as")), select),
    chat.admins.includes(view.me) ? el("label", { class: "check" }, anonymous, t("anonymous")) : null);
}

function status(view, chat) {
  const action = store.actionOf(view.chatId, view.thread);
  if (action) return el("span", { class: "status typing", testid: `typing-${view.chatId}` }, t({ upload_document: action, upload_photo: action }[action] ?? "typing"));
  const count = chat.members.length + (["member", "administrator"].includes(chat.bot_status) ? 1 : 0);
  return el("span", { class: "status" }, view.isGroup ? t("members", { n: count }) : `@${store.bot.username} · ${t("bot")}`);
}

/** The strip and the header of a column, anew. */
export function chatHeader(view) {
  const chat = store.chat(view.chatId);
  const person = store.people.get(view.chatId);
  const name = view.isGroup ? chat.title : botName(person);
  const header = el("header", { class: "chat-head" }, avatar(name, view.isGroup ? view.chatId : store.bot.id),
    el("div", { class: "chat-title" }, el("h2", {}, name), status(view, chat)),
    view.isGroup ? iconButton("gear", t("manage"), () => manageGroup(view), { testid: `manage-${chat.id}` }) : null);
  view.node.setAttribute("aria-label", view.isGroup ? name : `${nameOf(person)} — ${name}`);
  return [view.isGroup ? groupStrip(view, chat) : personStrip(view, person), header];
}

/** What stands in a chat before its first message: who the bot is and what it can do. */
export function descriptionCard(view) {
  const person = store.people.get(view.chatId);
  const words = inLanguage(store.bot.descriptions, person?.language_code);
  return el("div", { class: "card", testid: `description-${view.chatId}` }, avatar(botName(person), store.bot.id, "huge"),
    el("h3", {}, t("what_can")), words ? el("p", {}, words) : null);
}
