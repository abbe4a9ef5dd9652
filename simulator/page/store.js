// What the page knows of the world. Views listen to its events; nobody else changes it.

import { kept, KeptMap } from "./keep.js";

const MOST_MESSAGES = 400;
const ACTION_MS = 5500;
const GENERAL = 1;

/** The world's state with its events: reset, message, edited, deleted, chat, people, bot, reaction, pinned, clock, action, callback, unread, migrated. */
class Store extends EventTarget {
  bot = { id: 0, first_name: "", username: "", names: {}, descriptions: {}, short_descriptions: {}, commands: [] };
  people = new Map();
  steps = []; // what the page offers to try
  chats = new Map();
  messages = new Map();
  watchers = new Set();
  shownGroup = null; // where links that add the bot to a group lead
  #actions = new Map();
  #isFirst = kept("read", null) === null; // what was there before this tab is no news
  #read = new KeptMap("read"); // chat and topic → the newest message that was seen
  #clockBase = { world: Date.now() / 1000, local: performance.now() };

  reset(state) {
    this.bot = state.bot;
    this.people = new Map(state.people.map((person) => [person.id, person]));
    this.steps = state.steps;
    this.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
    this.messages = new Map();
    for (const [chatId, list] of Object.entries(state.messages)) {
      this.messages.set(Number(chatId), new Map(list.map((message) => [message.message_id, message])));
    }
    this.#setClock(state.now);
    if (this.#isFirst) for (const chatId of this.messages.keys()) this.list(chatId).forEach((message) => this.#see(chatId, message));
    this.#isFirst = false;
    this.#tell("reset", {});
  }

  /** Seconds of the world's time now; it runs on between the server's clock events. */
  now() {
    return this.#clockBase.world + (performance.now() - this.#clockBase.local) / 1000;
  }

  /** The messages of a chat, oldest first. */
  list(chatId) {
    return [...(this.messages.get(chatId)?.values() ?? [])];
  }

  message(chatId, messageId) {
    return this.messages.get(chatId)?.get(messageId);
  }

  /** A chat's entry; a person who never wrote has an empty private chat. */
  chat(chatId) {
    const person = this.people.get(chatId);
    const empty = { id: chatId, type: "private", title: nameOf(person), members: [chatId], admins: [], topics: [], pinned: [], keyboard: {} };
    return this.chats.get(chatId) ?? empty;
  }

  groups() {
    return [...this.chats.values()].filter((chat) => chat.type !== "private");
  }

  /** The topic a message belongs to; 0 is the general one and every message of a chat without topics. */
  thread(message) {
    const id = message.message_thread_id ?? 0;
    return this.chats.get(message.chat.id)?.is_forum && id !== GENERAL ? id : 0;
  }

  unreadOf(chatId, thread) {
    return this.list(chatId).filter((message) => {
      const own = chatId === message.from?.id;
      return !own && (thread === undefined || this.thread(message) === thread) && message.message_id > this.#seen(chatId, message);
    }).length;
  }

  read(chatId, thread) {
    if (!this.unreadOf(chatId, thread)) return;
    this.list(chatId).filter((message) => this.thread(message) === thread).forEach((message) => this.#see(chatId, message));
    this.#tell("unread", { chat_id: chatId });
  }

  /** What the bot is doing in a chat («typing», …), or undefined. */
  actionOf(chatId, thread) {
    return this.#actions.get(chatId)?.thread === thread ? this.#actions.get(chatId).action : undefined;
  }

  /** Take one event of the server. Messages are kept by id, so hearing one twice does no harm. */
  apply(event) {
    const taker = {
      message: () => this.#takeMessage(event, "message"),
      edited: () => this.#takeMessage(event, "edited"),
      deleted: () => event.message_ids.forEach((id) => this.messages.get(event.chat_id)?.delete(id)),
      chat: () => this.chats.set(event.chat.id, event.chat),
      chat_migrated: () => this.chats.delete(event.old_id),
      people: () => { this.people = new Map(event.people.map((person) => [person.id, person])); },
      bot: () => { this.bot = event.bot; },
      reaction: () => this.#takeReaction(event),
      pinned: () => this.#takePinned(event),
      clock: () => this.#setClock(event.now),
      chat_action: () => this.#takeAction(event),
      callback_answer: () => {},
    }[event.type];
    if (!taker) return;
    taker();
    this.#tell(event.type, event);
  }

  #takeMessage(event, kind) {
    const list = this.messages.get(event.chat_id) ?? new Map();
    this.messages.set(event.chat_id, list);
    const known = list.get(event.message.message_id);
    list.set(event.message.message_id, { ...event.message, reactions: event.message.reactions ?? known?.reactions });
    if (list.size > MOST_MESSAGES) list.delete(list.keys().next().value);
    if (kind === "edited" || known) return;
    const thread = this.thread(event.message);
    if (event.message.from?.id === this.bot.id) this.#endAction(event.chat_id);
    if ([...this.watchers].some((watches) => watches(event.chat_id, thread))) this.#see(event.chat_id, event.message);
    else this.#tell("unread", { chat_id: event.chat_id });
  }

  #key = (chatId, message) => `${chatId}:${this.thread(message)}`;

  #seen = (chatId, message) => this.#read.get(this.#key(chatId, message)) ?? 0;

  #see(chatId, message) {
    if (message.message_id > this.#seen(chatId, message)) this.#read.set(this.#key(chatId, message), message.message_id);
  }

  #takeReaction(event) {
    const message = this.message(event.chat_id, event.message_id);
    if (message) message.reactions = event.reactions;
  }

  #takePinned(event) {
    const chat = this.chats.get(event.chat_id);
    if (chat) chat.pinned = event.pinned;
  }

  #takeAction(event) {
    this.#endAction(event.chat_id);
    const timer = setTimeout(() => {
      this.#endAction(event.chat_id);
      this.#tell("chat_action", { chat_id: event.chat_id });
    }, ACTION_MS);
    this.#actions.set(event.chat_id, { action: event.action, thread: event.message_thread_id ?? 0, timer });
  }

  #endAction(chatId) {
    clearTimeout(this.#actions.get(chatId)?.timer);
    this.#actions.delete(chatId);
  }

  #setClock(world) {
    this.#clockBase = { world, local: performance.now() };
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

export const store = new Store();

/** A person's or bot's full name; for a chat its title. */
export function nameOf(who) {
  return who?.title ?? [who?.first_name, who?.last_name].filter(Boolean).join(" ");
}

/** The text of a `{language: text}` table for a language, the default one where there is none. */
export function inLanguage(table, language) {
  return table?.[language] ?? table?.[""] ?? "";
}
