// Text with Telegram's entities becomes nodes. Offsets are UTF-16 units, as JavaScript's strings are.

import { el, safeHref } from "./dom.js";
import { t } from "./words.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", blockquote: "blockquote" };
const LONG_QUOTE = 160;

/** Nodes for `text`. `actions` has `command(text)`, `link(address)` and `mention(name)`. */
export function richText(text, entities = [], actions = {}) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return span(text, 0, text.length, ordered, actions);
}

function span(text, from, to, entities, actions) {
  const nodes = [];
  let at = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const end = Math.min(entity.offset + entity.length, to);
    let next = index + 1;
    while (next < entities.length && entities[next].offset < end) next += 1;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = entities.slice(index + 1, next);
    nodes.push(wrap(entity, text.slice(entity.offset, end), span(text, entity.offset, end, inner, actions), actions));
    at = end;
    index = next;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function wrap(entity, raw, children, actions) {
  if (TAGS[entity.type]) return el(TAGS[entity.type], {}, children);
  const maker = {
    pre: () => el("pre", { "data-language": entity.language }, el("code", {}, children)),
    spoiler: () => spoiler(children),
    expandable_blockquote: () => expandable(raw, children),
    bot_command: () => inlineButton("command", children, () => actions.command?.(raw)),
    mention: () => inlineButton("mention", children, () => actions.mention?.(raw)),
    text_mention: () => el("span", { class: "mention" }, children),
    url: () => link(raw, children, actions),
    text_link: () => link(entity.url, children, actions),
    email: () => link(`mailto:${raw}`, children, actions),
    phone_number: () => link(`tel:${raw.replace(/[^+\d]/g, "")}`, children, actions),
    hashtag: () => el("span", { class: "mention" }, children),
  }[entity.type];
  return maker ? maker() : el("span", {}, children);
}

function inlineButton(kind, children, onclick) {
  return el("button", { type: "button", class: `text-button ${kind}`, onclick }, children);
}

function link(address, children, actions) {
  const href = safeHref(address);
  if (!href) return el("span", {}, children);
  const open = (event) => {
    if (actions.link?.(href)) event.preventDefault();
  };
  return el("a", { href, title: href, target: "_blank", rel: "noopener noreferrer", onclick: open }, children);
}

function spoiler(children) {
  const node = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler") },
    el("span", { class: "spoiler-text", "aria-hidden": "true" }, children));
  const reveal = () => {
    node.classList.add("open");
    node.removeAttribute("role");
    node.removeAttribute("aria-label");
    node.firstChild.removeAttribute("aria-hidden");
  };
  node.addEventListener("click", reveal);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") reveal();
  });
  return node;
}

function expandable(raw, children) {
  const quote = el("blockquote", { class: "expandable" }, el("div", { class: "quote-body" }, children));
  if (raw.length <= LONG_QUOTE && raw.split("\n").length <= 3) return quote;
  quote.classList.add("folded");
  const more = el("button", {
    type: "button", class: "text-button more", "aria-expanded": "false",
    onclick: () => {
      quote.classList.remove("folded");
      more.remove();
    },
  }, t("show_more"));
  quote.append(more);
  return quote;
}
