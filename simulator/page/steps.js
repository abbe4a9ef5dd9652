// What a newcomer can try first: each step is done by one click, by the right person in the right chat.

import { act, advanceClock } from "./api.js";
import { attempt } from "./dialogs.js";
import { el } from "./dom.js";
import { KeptMap } from "./keep.js";
import { inLanguage, store } from "./store.js";
import { locale, t } from "./words.js";

const taken = new KeptMap("steps");

function take(page, step) {
  if (step.advance) return attempt(advanceClock(step.advance));
  const group = store.groups().find((chat) => chat.title === step.group);
  if (group) {
    page.actAs(group.id, step.person);
    return page.showGroup(group.id);
  }
  page.showPerson(step.person);
  return attempt(act(step.person, "send_text", { chat_id: step.person, text: step.text }));
}

/** The list of steps, or nothing where there are none. */
export function stepList(page) {
  if (!store.steps.length) return [];
  const row = (step, at) => el("li", {}, el("button", {
    type: "button", class: taken.has(at) ? "step taken" : "step", testid: `step-${at}`,
    onclick: () => {
      taken.set(at, true);
      take(page, step);
      page.refreshRail();
    },
  }, el("span", { class: "step-mark", "aria-hidden": "true" }, taken.has(at) ? "✓" : String(at + 1)), inLanguage(step.title, locale())));
  return [el("h2", { class: "rail-title" }, t("try")), el("ol", { "aria-label": t("try"), testid: "steps" }, store.steps.map(row))];
}
