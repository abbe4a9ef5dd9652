// t.me addresses that lead back into this world, and QR pictures that carry them.

import { act } from "./api.js";
import { attempt, toast } from "./dialogs.js";
import { store } from "./store.js";
import { t } from "./words.js";

const HOSTS = ["t.me", "telegram.me", "telegram.dog"];
const SUPERGROUP = "-100";

function parse(address) {
  try {
    const url = new URL(/^[a-z]+:/i.test(address) ? address : `https://${address}`);
    const query = url.searchParams;
    if (url.protocol === "tg:") return { path: [query.get("domain") ?? ""], query };
    return HOSTS.includes(url.hostname) ? { path: url.pathname.split("/").filter(Boolean), query } : null;
  } catch {
    return null;
  }
}

/**
 * Open an address as the person `me`. `goTo(chatId, messageId, thread)` shows a message.
 * Gives true when the address leads into this world, so that the browser need not follow it.
 */
export function openAddress(address, me, goTo) {
  const link = parse(address);
  if (!link) return false;
  const [first = "", ...rest] = link.path;
  if (first === "c" && rest.length >= 2) {
    const thread = rest.length > 2 ? Number(rest[1]) : undefined;
    return goTo(Number(SUPERGROUP + rest[0]), Number(rest.at(-1)), thread);
  }
  if (first.toLowerCase() !== store.bot.username.toLowerCase()) return false;
  const full = `https://t.me/${store.bot.username}${link.query.size ? `?${link.query}` : ""}`;
  if (link.query.has("startgroup")) attempt(act(me, "open_link", { link: full, chat_id: store.shownGroup ?? undefined }));
  else attempt(act(me, "open_link", link.query.has("start") ? { link: full } : { start: "" }));
  return true;
}

/** What was typed or read into the link field: an address of this bot, or a bare start payload. */
export function openTyped(typed, me, goTo) {
  const text = typed.trim();
  if (!text) return;
  if (/^[A-Za-z0-9_-]{1,64}$/.test(text)) attempt(act(me, "open_link", { start: text }));
  else if (!openAddress(text, me, goTo)) toast(t("foreign_link"), "bad");
}

/** The text of the QR code in a picture, or null after telling the person kindly why there is none. */
export async function readQr(file) {
  if (!("BarcodeDetector" in window)) {
    toast(t("no_qr_reader"), "bad");
    return null;
  }
  try {
    const picture = await createImageBitmap(file);
    const [code] = await new BarcodeDetector({ formats: ["qr_code"] }).detect(picture);
    if (code) return code.rawValue;
  } catch {
    toast(t("no_qr_reader"), "bad");
    return null;
  }
  toast(t("no_qr_found"), "bad");
  return null;
}
