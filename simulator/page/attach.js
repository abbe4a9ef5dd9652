// Files on their way: chosen, dropped or pasted, shown as chips until they are sent.

import { act } from "./api.js";
import { el, icon, iconButton } from "./dom.js";
import { sizeText } from "./media.js";
import { t } from "./words.js";

const ALBUM_MOST = 10;
const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp"];

/** The files waiting in one composer. `node` shows them; `changed()` is called when their number changes. */
export class Attachments {
  files = [];

  constructor(chatId, changed) {
    this.changed = changed;
    this.asFile = el("input", { type: "checkbox", testid: `as-file-${chatId}` });
    this.chips = el("div", { class: "chips" });
    this.choice = el("label", { class: "check" }, this.asFile, t("as_file"));
    this.node = el("div", { class: "attachments", hidden: true, testid: `attachments-${chatId}` }, this.chips, this.choice);
    this.input = el("input", { type: "file", multiple: true, hidden: true, testid: `file-${chatId}`, onchange: () => {
      this.add([...this.input.files]);
      this.input.value = "";
    } });
  }

  add(files) {
    this.files.push(...files);
    this.#show();
  }

  clear() {
    this.chips.querySelectorAll("img").forEach((image) => URL.revokeObjectURL(image.src));
    this.files = [];
    this.asFile.checked = false;
    this.#show();
  }

  /** Send everything as `me`; photos and documents go as albums where there are several. */
  async send(me, fields) {
    const asFile = this.asFile.checked;
    const groups = { photo: [], document: [], video: [], voice: [] };
    for (const file of this.files) groups[asFile ? "document" : kindOf(file)].push(file);
    let caption = fields.caption;
    for (const [kind, files] of Object.entries(groups)) {
      for (const part of parts(files, kind === "photo" || kind === "document" ? ALBUM_MOST : 1)) {
        const own = { ...fields, caption };
        const album = part.length > 1;
        await act(me, album ? "send_album" : `send_${kind}`, album ? { ...own, kind } : own, part);
        caption = undefined;
      }
    }
  }

  #show() {
    this.node.hidden = this.files.length === 0;
    this.choice.hidden = !this.files.some((file) => kindOf(file) !== "document");
    this.chips.replaceChildren(...this.files.map((file) => this.#chip(file)));
    this.changed();
  }

  #chip(file) {
    const isPhoto = kindOf(file) === "photo";
    const picture = isPhoto ? el("img", { src: URL.createObjectURL(file), alt: "" }) : el("span", { class: "chip-file" }, icon("file"));
    return el("div", { class: "file-chip" }, picture, el("span", { class: "chip-name" }, file.name || t("photo"), el("small", {}, sizeText(file.size))),
      iconButton("close", `${t("remove")}: ${file.name}`, () => {
        this.files = this.files.filter((item) => item !== file);
        this.#show();
      }));
  }
}

function kindOf(file) {
  if (PHOTO_TYPES.includes(file.type)) return "photo";
  if (file.type.startsWith("video/")) return "video";
  return file.type === "audio/ogg" ? "voice" : "document";
}

function parts(files, most) {
  const result = [];
  for (let at = 0; at < files.length; at += most) result.push(files.slice(at, at + most));
  return result;
}

/** Let files be dropped on `area` and pasted into it; `take(files)` gets them. */
export function acceptFiles(area, take) {
  const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  area.addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    area.classList.add("dropping");
  });
  area.addEventListener("dragleave", (event) => area.contains(event.relatedTarget) || area.classList.remove("dropping"));
  area.addEventListener("drop", (event) => {
    area.classList.remove("dropping");
    if (!carries(event)) return;
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
  area.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    take(files);
  });
}
