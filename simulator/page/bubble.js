// One row of the chat log: a message, an album or a service line.

import { avatar, el, hue, icon } from "./dom.js";
import { richText } from "./entities.js";
import { inlineKeyboard } from "./keyboards.js";
import { media, mediaKind, summary } from "./media.js";
import { serviceWords } from "./service.js";
import { nameOf, store } from "./store.js";
import { clockTime } from "./time.js";
import { t } from "./words.js";

const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\s){1,12}$/u;
const HOLD_MS = 550;
const BARE = ["sticker", "dice", "video_note"];

/** Who speaks: the person, the bot, or the group itself for an anonymous administrator. */
export const senderOf = (message) => message.sender_chat ?? message.from ?? message.chat;

/** Whether `me` wrote the message. */
export const isOwn = (message, me) => !message.sender_chat && message.from?.id === me;

function forwardedFrom(origin) {
  const from = origin.sender_user ?? origin.sender_chat ?? origin.chat;
  return nameOf(from) || origin.sender_user_name || "";
}

function quote(view, message) {
  const target = message.reply_to_message;
  if (!target || target.forum_topic_created) return null;
  const sender = senderOf(target);
  return el("button", { type: "button", class: `quote hue-${hue(sender?.id ?? 0)}`, onclick: () => view.jump(target.message_id) },
    el("b", {}, nameOf(sender)), el("span", {}, message.quote?.text ?? summary(target)));
}

function footer(message, own) {
  return el("span", { class: "meta" },
    message.author_signature ? el("span", {}, message.author_signature) : null,
    message.edit_date ? el("span", { class: "edited-mark" }, t("edited")) : null,
    el("time", { datetime: new Date(message.date * 1000).toISOString() }, clockTime(message.date)),
    own ? el("span", { class: "ticks" }, icon("ticks")) : null);
}

function reactionRow(view, message) {
  const all = message.reactions ?? [];
  if (all.length === 0) return null;
  return el("div", { class: "reactions" }, [...new Set(all)].map((emoji) => {
    const mine = view.myReaction(message.message_id) === emoji;
    const count = all.filter((one) => one === emoji).length;
    return el("button", { type: "button", class: "reaction", "aria-pressed": String(mine), onclick: () => view.react(message, mine ? "" : emoji) },
      emoji, count > 1 ? ` ${count}` : "");
  }));
}

function words(view, message) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const big = message.text && !message.entities?.some((item) => item.type !== "custom_emoji") && ONLY_EMOJI.test(text);
  return el("div", { class: big ? "text big-emoji" : "text" }, richText(text, message.entities ?? message.caption_entities, view.actions));
}

function pictures(messages, chatId) {
  if (messages.length === 1) return media(messages[0]);
  const grid = messages.every((message) => message.photo || message.video);
  return el("div", { class: grid ? `album of-${Math.min(messages.length, 10)}` : "stack" }, messages.map((message, index) =>
    el("div", { class: "tile", testid: index ? `bubble-${chatId}-${message.message_id}` : null }, media(message))));
}

function body(view, messages, own) {
  const [message] = messages;
  const speaker = messages.find((item) => item.caption) ?? message;
  const text = words(view, speaker);
  const files = pictures(messages, view.chatId);
  const above = speaker.show_caption_above_media;
  const nothing = !text && !files ? el("div", { class: "text muted" }, t("unsupported")) : null;
  return [
    message.forward_origin ? el("div", { class: "forwarded" }, t("forwarded", { from: forwardedFrom(message.forward_origin) })) : null,
    quote(view, message), above ? [text, files] : [files, text], nothing, footer(speaker, own),
  ];
}

/** A long touch asks for the menu where the system itself does not (iOS). */
function holdOpensMenu(bubble) {
  let timer;
  const stop = () => clearTimeout(timer);
  bubble.addEventListener("touchstart", ({ touches: [{ clientX, clientY }] }) => {
    stop();
    timer = setTimeout(() => bubble.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true, clientX, clientY })), HOLD_MS);
  }, { passive: true });
  for (const end of ["touchend", "touchmove", "touchcancel", "contextmenu"]) bubble.addEventListener(end, stop, { passive: true });
}

/** The row for `messages` (one, or an album's). `view` answers clicks: chatId, me, actions, jump, react, menu, press. */
export function makeRow(view, messages) {
  const [message] = messages;
  const testid = `bubble-${view.chatId}-${message.message_id}`;
  const service = serviceWords(message);
  if (service) return el("div", { class: "row service", testid, tabindex: "-1", "data-id": message.message_id }, el("span", { class: "chip" }, service));
  const own = isOwn(message, view.me);
  const sender = senderOf(message);
  const kind = mediaKind(message);
  const bare = BARE.includes(kind) && !message.caption;
  const classes = ["bubble", `has-${kind ?? "text"}`, bare ? "bare" : "", messages.length > 1 ? "has-album" : ""].join(" ");
  const bubble = el("div", { class: classes, tabindex: "-1", testid, "aria-label": `${nameOf(sender)}: ${summary(message)}`, role: "article" },
    view.isGroup && !own ? el("div", { class: `sender hue-${hue(sender.id)}` }, nameOf(sender)) : null,
    el("div", { class: "inside" }, body(view, messages, own).flat()), reactionRow(view, message));
  holdOpensMenu(bubble);
  bubble.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, textarea")) return;
    event.preventDefault();
    const box = bubble.getBoundingClientRect();
    view.menu(message, event.clientX ? { x: event.clientX, y: event.clientY } : { x: box.left + 24, y: box.top + 24 });
  });
  const face = view.isGroup && !own ? avatar(nameOf(sender), sender.id, "small") : null;
  return el("div", { class: own ? "row own" : "row", "data-id": message.message_id },
    face, el("div", { class: "column" }, bubble, inlineKeyboard(view, message)));
}
