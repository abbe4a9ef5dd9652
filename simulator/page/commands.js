// Which of the bot's commands a person is offered in a chat: Telegram's order of scopes, then of languages.

import { store } from "./store.js";

function scopesFor(chat, me) {
  const isAdmin = chat.admins.includes(me);
  if (chat.type === "private") return [{ type: "chat", chat_id: chat.id }, { type: "all_private_chats" }, { type: "default" }];
  return [
    { type: "chat_member", chat_id: chat.id, user_id: me },
    ...(isAdmin ? [{ type: "chat_administrators", chat_id: chat.id }] : []),
    { type: "chat", chat_id: chat.id },
    ...(isAdmin ? [{ type: "all_chat_administrators" }] : []),
    { type: "all_group_chats" },
    { type: "default" },
  ];
}

/** The commands `[{command, description}]` for the person `me` in `chat`, by the narrowest scope and their language. */
export function commandsFor(chat, me) {
  const language = store.people.get(me)?.language_code ?? "";
  for (const scope of scopesFor(chat, me)) {
    for (const code of [language, ""]) {
      const found = store.bot.commands.find((entry) => (entry.language_code ?? "") === code
        && Object.entries(scope).every(([name, value]) => entry.scope[name] === value));
      if (found) return found.commands;
    }
  }
  return [];
}
