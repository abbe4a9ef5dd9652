// Safe DOM building: data only ever becomes text nodes and attributes, never markup.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  send: "M3.4 20.4 21 12 3.4 3.6 3 10.2l11 1.8-11 1.8z",
  clip: "M16.5 6v10.5a4.5 4.5 0 0 1-9 0V5.8a3 3 0 0 1 6 0v9.7a1.5 1.5 0 0 1-3 0V7H9v8.5a3 3 0 0 0 6 0V5.8a4.5 4.5 0 0 0-9 0v10.7a6 6 0 0 0 12 0V6z",
  keys: "M4 6h16a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2m1.5 3v2h2V9zm4 0v2h2V9zm4 0v2h2V9zm4 0v2h2V9zM7 13.5v2h10v-2z",
  close: "m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z",
  reply: "M10 9V5l-7 7 7 7v-4.1c5 0 8.5 1.6 11 5.1-1-5-4-10-11-11z",
  edit: "M3 17.2V21h3.8L17.9 9.9l-3.8-3.8zM20.7 7a1 1 0 0 0 0-1.4l-2.3-2.3a1 1 0 0 0-1.4 0l-1.8 1.8 3.8 3.8z",
  file: "M6 2h8l6 6v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2m7 1.5V9h5.5z",
  pin: "M16 3v2l-1 1v5l3 3v2h-5v5l-1 1-1-1v-5H6v-2l3-3V6L8 5V3z",
  lock: "M12 2a5 5 0 0 1 5 5v3h1a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h1V7a5 5 0 0 1 5-5m0 2a3 3 0 0 0-3 3v3h6V7a3 3 0 0 0-3-3",
  plus: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  beside: "M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1m1 2v10h6V7zm8 0v10h6V7z",
  gear: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8m-1.6-6h3.2l.5 2.7 2 .8 2.3-1.5 2.2 2.2-1.5 2.3.8 2 2.7.5v3.2l-2.7.5-.8 2 1.5 2.3-2.2 2.2-2.3-1.5-2 .8-.5 2.7h-3.2l-.5-2.7-2-.8-2.3 1.5-2.2-2.2 1.5-2.3-.8-2-2.7-.5v-3.2l2.7-.5.8-2-1.5-2.3 2.2-2.2 2.3 1.5 2-.8z",
  down: "m6 9 6 6 6-6 1.4 1.4L12 17.8l-7.4-7.4z",
  ticks: "m1.5 12.8 1.3-1.3 3.7 3.6 8-8 1.3 1.3-9.3 9.3zm9.3 3.1 1.3-1.3.7.7 8-8 1.3 1.3-9.3 9.3z",
  theme: "M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9",
  image: "M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2m1 13h12l-4-5.5-3 4-2-2.5zM8 7.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3",
  link: "M10.6 13.4a1 1 0 0 1 0 1.4 1 1 0 0 1-1.4 0 5 5 0 0 1 0-7.1l3.5-3.5a5 5 0 0 1 7.1 7.1l-1.5 1.5c0-.8-.1-1.6-.4-2.4l.5-.5a3 3 0 0 0-4.3-4.2l-3.5 3.5a3 3 0 0 0 0 4.2m2.8-4.2a1 1 0 0 1 1.4 0 5 5 0 0 1 0 7.1l-3.5 3.5a5 5 0 0 1-7.1-7.1l1.5-1.5c0 .8.1 1.6.4 2.4l-.5.5a3 3 0 0 0 4.3 4.2l3.5-3.5a3 3 0 0 0 0-4.2 1 1 0 0 1 0-1.4",
};

/** An element with attributes, listeners (`onclick`), a `testid`, and children (text or nodes; empty ones are left out). */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "testid") node.dataset.testid = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(2).filter((child) => child !== undefined && child !== null && child !== false));
  return node;
}

/** An SVG element; `props` are attributes. */
export function svg(tag, props = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
  node.append(...children.flat());
  return node;
}

/** One of the page's own drawn icons. */
export function icon(name) {
  return svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" }, svg("path", { d: ICONS[name] }));
}

/** A round or square button showing only an icon, named for screen readers and as a tooltip. */
export function iconButton(name, label, onclick, props = {}) {
  return el("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...props }, icon(name));
}

/** A circle with the initials of `name`; the colour follows `seed`. */
export function avatar(name, seed, extra = "") {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const initials = words.slice(0, 2).map((word) => word.match(/[\p{L}\p{N}]/u)[0]).join("");
  return el("span", { class: `avatar hue-${hue(seed)} ${extra}`, "aria-hidden": "true" }, initials.toUpperCase());
}

/** One of seven stable colours for an id. */
export function hue(seed) {
  return Math.abs(Number(seed)) % 7;
}

/** Only addresses a click may open: web, mail and phone; anything else gives null. */
export function safeHref(address) {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  try {
    return ["http:", "https:", "mailto:", "tel:", "tg:"].includes(new URL(full).protocol) ? full : null;
  } catch {
    return null;
  }
}
