// The bar over the columns: the world's clock, the link field, the page's language and light.

import { advanceClock } from "./api.js";
import { acceptFiles } from "./attach.js";
import { attempt } from "./dialogs.js";
import { el, icon, iconButton } from "./dom.js";
import { openTyped, readQr } from "./links.js";
import { store } from "./store.js";
import { clockTime, longDay, untilNine } from "./time.js";
import { locale, setLocale, t } from "./words.js";

const HOUR_S = 3600;
const DAY_S = 86400;
const THEME = "page-theme";

/** Put on the light or dark the person chose before; the system's choice otherwise. */
export function applyTheme() {
  const saved = localStorage.getItem(THEME);
  if (saved) document.documentElement.dataset.theme = saved;
}

function toggleTheme() {
  const now = document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  localStorage.setItem(THEME, now === "dark" ? "light" : "dark");
  applyTheme();
}

function clock() {
  const time = el("b", { testid: "clock" });
  const day = el("span", {});
  const tick = () => {
    const now = store.now();
    time.textContent = clockTime(now);
    day.textContent = longDay(now);
  };
  const jump = (testid, word, seconds) => el("button", { type: "button", class: "clock-jump", testid, onclick: () => attempt(advanceClock(seconds())) }, t(word));
  const node = el("div", { class: "clock", role: "group", "aria-label": t("clock"), title: t("clock") }, el("span", { class: "clock-face" }, time, day),
    jump("clock-hour", "hour", () => HOUR_S), jump("clock-day", "day", () => DAY_S), jump("clock-nine", "nine", () => untilNine(store.now())));
  return { node, tick };
}

function linkField(page) {
  const field = el("input", { type: "text", placeholder: t("link"), title: t("link_hint"), "aria-label": t("link_hint"), testid: "link-field", autocomplete: "off", spellcheck: "false" });
  const go = (text) => openTyped(text, page.person(), page.goTo);
  const read = async (file) => {
    const text = await readQr(file);
    if (text) go(text);
  };
  const chooser = el("input", { type: "file", accept: "image/*", hidden: true, testid: "link-qr", onchange: () => {
    if (chooser.files[0]) read(chooser.files[0]);
    chooser.value = "";
  } });
  const submit = (event) => {
    event.preventDefault();
    go(field.value);
    field.value = "";
  };
  const form = el("form", { class: "link-form", onsubmit: submit }, icon("link"), field, iconButton("image", t("choose_qr"), () => chooser.click(), { class: "icon-button tiny" }), chooser,
    el("button", { type: "submit", class: "offscreen", tabindex: "-1" }, t("open")));
  acceptFiles(form, ([file]) => read(file));
  return form;
}

function languages(page) {
  return el("div", { class: "switch", role: "group", "aria-label": t("page_language"), testid: "locale" }, ["kk", "ru", "en"].map((code) =>
    el("button", { type: "button", "aria-pressed": String(locale() === code), testid: `locale-${code}`, onclick: () => { setLocale(code); page.rebuild(); } }, code)));
}

/** The bar with `tick()` to keep its clock right and `connection(up)`. */
export function makeTopbar(page) {
  const time = clock();
  const light = el("span", { class: "connection", testid: "connection", role: "status" });
  const node = el("header", { class: "topbar" },
    el("div", { class: "brand" }, el("img", { src: "/page/icon.svg", alt: "", width: 28, height: 28 }), el("h1", {}, t("title")), light),
    time.node, linkField(page), languages(page), iconButton("theme", t("theme"), toggleTheme, { testid: "theme" }));
  const connection = (up) => {
    light.dataset.state = up ? "up" : "down";
    light.textContent = up ? "" : t("connecting");
  };
  return { node, tick: time.tick, connection };
}
