// Windows over the page: alert, forms, toasts, and the context menu. Escape closes each of them.

import { el, iconButton } from "./dom.js";
import { t } from "./words.js";

const TOAST_MS = 4000;
const host = document.getElementById("overlays");
const toasts = el("div", { class: "toasts", role: "status", "aria-live": "polite", popover: "manual" });
host.append(toasts);

/** A short note that goes away by itself; `kind` is "" or "bad". */
export function toast(text, kind = "") {
  const note = el("div", { class: `toast ${kind}`, testid: "toast" }, text);
  toasts.append(note);
  if (toasts.matches(":popover-open")) toasts.hidePopover(); // shown anew it stands above a dialog opened meanwhile
  toasts.showPopover();
  setTimeout(() => {
    note.remove();
    if (!toasts.hasChildNodes()) toasts.hidePopover();
  }, TOAST_MS);
}

/** Run a promise of the server; its refusal becomes a toast and gives undefined. */
export async function attempt(promise) {
  try {
    return await promise;
  } catch (error) {
    toast(error.message, "bad");
    return undefined;
  }
}

/** A modal window with a title; resolves with the window's return value when it closes. */
export function openDialog(title, content, props = {}) {
  const dialog = el("dialog", { class: "dialog", "aria-label": title, ...props });
  const heading = el("header", { class: "dialog-head" }, el("h2", {}, title), iconButton("close", t("close"), () => dialog.close("")));
  dialog.append(heading, typeof content === "function" ? content(dialog) : content);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close("");
  });
  host.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

/** What `show_alert` shows: the words and one button. */
export function showAlert(text, title) {
  const body = (dialog) => el("div", {}, el("p", { class: "alert-text", testid: "alert-text" }, text),
    el("div", { class: "dialog-foot" }, el("button", { class: "button primary", type: "button", autofocus: true, testid: "alert-ok", onclick: () => dialog.close("ok") }, t("ok"))));
  return openDialog(title, body, { class: "dialog small", role: "alertdialog", testid: "alert" });
}

/** A form of `parts` (nodes); resolves with its FormData, or null when it was closed. */
export async function askForm(title, parts, accept, testid) {
  let data = null;
  const body = (dialog) => {
    const submit = (event) => {
      event.preventDefault();
      data = new FormData(event.target);
      dialog.close("ok");
    };
    return el("form", { class: "form", onsubmit: submit }, parts, el("div", { class: "dialog-foot" },
      el("button", { class: "button", type: "button", onclick: () => dialog.close("") }, t("cancel")),
      el("button", { class: "button primary", type: "submit", testid: `${testid}-ok` }, accept)));
  };
  await openDialog(title, body, { testid });
  return data;
}

/** A menu at a point. `items` are `{label, icon?, run, danger?, testid?}`; `top` is a node shown above them. */
export function openMenu(point, items, top) {
  const before = document.activeElement;
  const done = new AbortController();
  const close = () => {
    done.abort();
    menu.remove();
  };
  const entries = items.map((item) => el("button", {
    type: "button", role: "menuitem", class: item.danger ? "menu-item danger" : "menu-item", testid: item.testid,
    onclick: () => {
      close();
      before?.focus?.();
      item.run();
    },
  }, item.label));
  const menu = el("div", { class: "menu", role: "menu", popover: "manual", testid: "menu" }, top?.(close), entries);
  host.append(menu);
  menu.showPopover();
  const box = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(point.x, innerWidth - box.width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(point.y, innerHeight - box.height - 8))}px`;
  const keys = (event) => {
    const all = [...menu.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step) all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
    else if (event.key === "Escape" || event.key === "Tab") {
      close();
      before?.focus?.();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  menu.addEventListener("keydown", keys, { signal: done.signal });
  document.addEventListener("pointerdown", (event) => menu.contains(event.target) || close(), { signal: done.signal, capture: true });
  menu.querySelector("button")?.focus();
}
