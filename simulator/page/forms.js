// Windows that change who is in the world: a new person, a new group, a group's members.

import { act } from "./api.js";
import { askForm, attempt, openDialog } from "./dialogs.js";
import { avatar, el } from "./dom.js";
import { nameOf, store } from "./store.js";
import { t } from "./words.js";

const LANGUAGES = ["kk", "ru", "en"];

/** Ask for a new person and add them; gives the person, or undefined. */
export async function addPerson() {
  const actor = store.people.keys().next().value ?? 0;
  const data = await askForm(t("add_person"), [
    el("label", {}, t("first_name"), el("input", { name: "first_name", required: true, maxlength: "64", autofocus: true, testid: "new-person-name" })),
    el("label", {}, t("language"), el("select", { name: "language_code" }, LANGUAGES.map((code) => el("option", { value: code }, code)))),
    el("label", {}, t("phone"), el("input", { name: "phone", type: "tel", placeholder: "+7" })),
  ], t("add"), "person-dialog");
  if (!data) return undefined;
  const result = await attempt(act(actor, "add_person", {
    first_name: data.get("first_name"), language_code: data.get("language_code"), phone: data.get("phone") || undefined,
  }));
  return result?.person;
}

/** Ask for a new group and make it; gives the chat, or undefined. */
export async function newGroup() {
  const choices = [...store.people.values()].map((person) => el("label", { class: "check" },
    el("input", { type: "checkbox", name: "members", value: String(person.id), testid: `member-${person.id}` }), nameOf(person), el("small", { class: "muted" }, person.note)));
  const data = await askForm(t("new_group"), [
    el("label", {}, t("group_title"), el("input", { name: "title", required: true, maxlength: "128", autofocus: true, testid: "new-group-title" })),
    el("label", { class: "check" }, el("input", { type: "checkbox", name: "is_forum" }), t("forum")),
    el("fieldset", {}, el("legend", {}, t("people")), choices),
  ], t("create"), "group-dialog");
  if (!data) return undefined;
  const members = data.getAll("members").map(Number);
  const creator = members[0] ?? store.people.keys().next().value;
  const result = await attempt(act(creator, "create_group", { title: data.get("title"), is_forum: data.has("is_forum"), members: members.length ? members : [creator] }));
  return result?.chat;
}

function memberRow(view, user, chat, again) {
  const run = (doing) => async () => {
    await attempt(act(view.me, doing, { chat_id: view.chatId, user_id: user.id }));
    again();
  };
  const isBot = user.id === store.bot.id;
  const inside = isBot ? ["member", "administrator"].includes(chat.bot_status) : chat.members.includes(user.id);
  const admin = isBot ? chat.bot_status === "administrator" : chat.admins.includes(user.id);
  const button = (word, doing) => el("button", { type: "button", class: "mini", testid: `${doing}-${user.id}`, onclick: run(doing) }, t(word));
  return el("li", { class: inside ? "member" : "member out" }, avatar(nameOf(user), user.id, "small"),
    el("span", { class: "member-name" }, nameOf(user), el("small", {}, admin ? t("admin") : isBot ? t("bot") : "")),
    inside ? [admin ? button("demote", "demote") : button("promote", "promote"), button("remove", "remove_member")] : button("add", "add_member"));
}

/** The window with a group's members and its kind. */
export function manageGroup(view) {
  const chat = () => store.chat(view.chatId);
  const list = el("ul", { class: "members" });
  const fill = () => list.replaceChildren(...[store.bot, ...store.people.values()].map((user) => memberRow(view, user, chat(), fill)));
  fill();
  return openDialog(chat().title, (dialog) => {
    const run = (doing, fields = {}) => () => {
      dialog.close("");
      attempt(act(view.me, doing, { chat_id: view.chatId, ...fields }));
    };
    const forum = chat().is_forum;
    return el("div", {}, list, el("div", { class: "dialog-foot" },
      el("button", { type: "button", class: "button", onclick: run("set_forum", { is_forum: !forum }) }, t(forum ? "forum_off" : "forum_on")),
      chat().type === "group" ? el("button", { type: "button", class: "button", onclick: run("migrate") }, t("migrate")) : null));
  }, { testid: "manage-dialog" });
}
