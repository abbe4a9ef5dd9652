// Files inside messages: photos, documents, video, voice, stickers, places, contacts; and the windows that open them.

import { fileUrl } from "./api.js";
import { openDialog } from "./dialogs.js";
import { avatar, el, icon, svg } from "./dom.js";
import { drawMap } from "./map.js";
import { nameOf } from "./store.js";
import { t } from "./words.js";

const KIB = 1024;

/** «1.4 MB» */
export function sizeText(bytes) {
  if (!bytes) return "";
  if (bytes < KIB) return `${bytes} B`;
  if (bytes < KIB * KIB) return `${Math.round(bytes / KIB)} KB`;
  return `${(bytes / KIB / KIB).toFixed(1)} MB`;
}

function showPicture(source, caption) {
  openDialog(t("photo"), el("figure", { class: "lightbox" }, el("img", { src: source, alt: caption ?? t("photo"), testid: "lightbox-image" }),
    caption ? el("figcaption", {}, caption) : null), { class: "dialog wide dark", testid: "lightbox" });
}

/** A photo as a button that opens it large. */
export function photo(message) {
  const sizes = message.photo;
  const best = sizes[sizes.length - 1];
  const source = fileUrl(best.file_id);
  const image = el("img", { src: source, alt: message.caption ?? t("photo"), width: best.width, height: best.height, loading: "lazy", decoding: "async" });
  const classes = message.has_media_spoiler ? "photo veiled" : "photo";
  return el("button", { type: "button", class: classes, "aria-label": `${t("photo")} ${message.caption ?? ""}`, onclick: () => showPicture(source, message.caption) }, image);
}

function showDocument(file, name) {
  const source = fileUrl(file.file_id);
  const type = file.mime_type ?? "";
  const embeddable = type === "application/pdf" || type.startsWith("text/") || type === "application/json";
  const view = embeddable ? el("iframe", { src: type === "application/pdf" ? `${source}#navpanes=0&view=FitH` : source, title: name, class: "paper", testid: "document-frame" }) : el("p", { class: "hint" }, t("no_preview"));
  const links = el("div", { class: "dialog-foot" },
    el("a", { class: "button", href: fileUrl(file.file_id, name), download: name, testid: "document-download" }, t("download")),
    el("a", { class: "button primary", href: source, target: "_blank", rel: "noopener", testid: "document-tab" }, t("new_tab")));
  openDialog(name, el("div", { class: embeddable ? "viewer" : "" }, view, links), { class: embeddable ? "dialog wide" : "dialog", testid: "document-view" });
}

function documentRow(file, fallback) {
  const name = file.file_name ?? fallback;
  const type = file.mime_type ?? "";
  const extension = (name.includes(".") ? name.split(".").pop() : "").slice(0, 4).toUpperCase();
  const inner = [
    el("span", { class: `paper-icon kind-${extension.toLowerCase()}`, "aria-hidden": "true" }, icon("file"), el("b", {}, extension)),
    el("span", { class: "paper-text" }, el("span", { class: "paper-name" }, name), el("span", { class: "paper-size" }, sizeText(file.file_size))),
  ];
  if (type === "text/calendar" || extension === "ICS") return el("a", { class: "paper-row", href: fileUrl(file.file_id, name), download: name }, inner);
  const open = type.startsWith("image/") ? () => showPicture(fileUrl(file.file_id), name) : () => showDocument(file, name);
  return el("button", { type: "button", class: "paper-row", onclick: open }, inner);
}

function place({ latitude, longitude }, title, address) {
  const words = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return el("figure", { class: "place" }, drawMap(latitude, longitude).picture,
    el("figcaption", {}, title ? el("b", {}, title) : null, address ? el("span", {}, address) : null, el("span", { class: "muted" }, words)));
}

function contact(card) {
  const name = nameOf(card) || card.phone_number;
  return el("div", { class: "contact" }, avatar(name, card.user_id ?? 3),
    el("div", {}, el("b", {}, name), el("a", { href: `tel:${card.phone_number}` }, card.phone_number)));
}

function sticker(item) {
  const still = !item.is_animated && !item.is_video;
  return still ? el("img", { class: "sticker", src: fileUrl(item.file_id), alt: item.emoji ?? t("sticker") }) : el("span", { class: "big-emoji" }, item.emoji ?? "🙂");
}

function player(tag, file, className) {
  return el(tag, { class: className, src: fileUrl(file.file_id), controls: true, preload: "metadata" });
}

function poll(item) {
  return el("div", { class: "poll" }, el("b", {}, item.question), item.options.map((option) => el("div", {}, `○ ${option.text}`)));
}

const MAKERS = {
  photo, // an array of sizes, so it takes the message itself
  document: (message) => documentRow(message.document, t("document")),
  audio: (message) => el("div", {}, documentRow(message.audio, "audio"), player("audio", message.audio, "audio")),
  animation: (message) => player("video", message.animation, "video"),
  video: (message) => player("video", message.video, "video"),
  video_note: (message) => player("video", message.video_note, "video round"),
  voice: (message) => el("div", { class: "voice" }, wave(), player("audio", message.voice, "audio")),
  sticker: (message) => sticker(message.sticker),
  venue: (message) => place(message.venue.location, message.venue.title, message.venue.address),
  location: (message) => place(message.location),
  contact: (message) => contact(message.contact),
  dice: (message) => el("span", { class: "big-emoji" }, `${message.dice.emoji} ${message.dice.value}`),
  poll: (message) => poll(message.poll),
};

function wave() {
  const heights = [4, 8, 13, 9, 15, 11, 6, 12, 8, 4];
  return svg("svg", { viewBox: "0 0 40 18", class: "wave", "aria-hidden": "true" },
    heights.map((height, index) => svg("rect", { x: index * 4, y: 9 - height / 2, width: 2, height, rx: 1 })));
}

/** The field of a message its media stands in («photo», «document», …), or undefined. A venue also has a location, an animation a document. */
export function mediaKind(message) {
  const order = ["venue", "animation", ...Object.keys(MAKERS)];
  return order.find((kind) => message[kind] && (kind !== "photo" || message.photo.length > 0));
}

/** The node for a message's media, or null. */
export function media(message) {
  const kind = mediaKind(message);
  return kind ? MAKERS[kind](message) : null;
}

/** One line on what a message is, for quotes, pins and labels. */
export function summary(message) {
  if (!message) return t("deleted_message");
  const words = message.text ?? message.caption;
  if (words) return words.replace(/\s+/g, " ");
  const kind = mediaKind(message);
  if (kind === "document") return message.document.file_name ?? t("document");
  if (kind === "venue") return message.venue.title;
  if (kind === "sticker") return `${message.sticker.emoji ?? ""} ${t("sticker")}`.trim();
  const known = { photo: "photo", video: "video", voice: "voice", location: "location", venue: "location", contact: "contact" }[kind];
  return known ? t(known) : t("message");
}
