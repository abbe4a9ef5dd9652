// The list of people and groups: who is shown, what waits unread.

import { avatar, el, iconButton } from "./dom.js";
import { addPerson, newGroup } from "./forms.js";
import { copyText } from "./keyboards.js";
import { stepList } from "./steps.js";
import { nameOf, store } from "./store.js";
import { t } from "./words.js";

function badge(chatId) {
  const count = store.unreadOf(chatId);
  return count ? el("span", { class: "badge", testid: `unread-${chatId}` }, String(count)) : null;
}

/** A person's number, copied by a click. */
export function numberButton(person, look) {
  return el("button", { type: "button", class: look, title: t("copy_number"), "aria-label": `${t("copy_number")}: ${person.number}`, testid: `${look}-${person.id}`, onclick: () => copyText(person.number) }, person.number);
}

function personRow(page, person) {
  const shown = page.people.includes(person.id);
  const classes = person.blocked ? "rail-row blocked" : "rail-row";
  return el("li", {}, el("button", {
    type: "button", class: classes, "aria-current": shown ? "true" : null, testid: `person-${person.id}`, onclick: () => page.showPerson(person.id),
  }, avatar(nameOf(person), person.id), el("span", { class: "rail-text" },
    el("span", { class: "rail-name" }, nameOf(person), el("small", { class: "tag" }, person.language_code)), el("span", { class: "rail-note" }, person.note || person.phone)), badge(person.id)),
  person.number ? numberButton(person, "rail-number") : null,
  shown ? null : iconButton("beside", `${t("beside")}: ${nameOf(person)}`, () => page.openBeside(person.id), { class: "icon-button tiny rail-beside", testid: `beside-${person.id}` }));
}

function groupRow(page, chat) {
  return el("li", {}, el("button", {
    type: "button", class: "rail-row", "aria-current": page.group === chat.id ? "true" : null, testid: `group-${chat.id}`, onclick: () => page.showGroup(chat.id),
  }, avatar(chat.title, chat.id, "square"), el("span", { class: "rail-text" },
    el("span", { class: "rail-name" }, chat.title), el("span", { class: "rail-note" }, t("members", { n: chat.members.length + 1 }))), badge(chat.id)));
}

/** Fill the rail anew; `page` answers its clicks. */
export function fillRail(rail, page) {
  const people = [...store.people.values()];
  const foot = (testid, word, run) => el("button", { type: "button", class: "rail-add", testid, onclick: run }, t(word));
  const held = rail.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
  rail.replaceChildren(
    ...stepList(page),
    el("h2", { class: "rail-title" }, t("people")),
    el("ul", { testid: "person-switch", "aria-label": t("people") }, people.map((person) => personRow(page, person))),
    foot("add-person", "add_person", async () => {
      const person = await addPerson();
      if (person) page.showPerson(person.id);
    }),
    el("h2", { class: "rail-title" }, t("groups")),
    el("ul", { "aria-label": t("groups") }, store.groups().map((chat) => groupRow(page, chat))),
    foot("new-group", "new_group", async () => {
      const chat = await newGroup();
      if (chat) page.showGroup(chat.id);
    }));
  if (held) rail.querySelector(`[data-testid="${CSS.escape(held)}"]`)?.focus();
}
