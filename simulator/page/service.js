// Service messages («joined», «topic closed», …) in the page's words.

import { nameOf } from "./store.js";
import { t } from "./words.js";

const WORDERS = {
  new_chat_members: (message) => t("s_joined", { who: message.new_chat_members.map(nameOf).join(", ") }),
  left_chat_member: (message) => t("s_left", { who: nameOf(message.left_chat_member) }),
  group_chat_created: () => t("s_created"),
  supergroup_chat_created: () => t("s_created"),
  new_chat_title: (message) => t("s_title", { what: message.new_chat_title }),
  pinned_message: (message) => t("s_pinned", { who: nameOf(message.from) }),
  forum_topic_created: (message) => t("s_topic_created", { what: message.forum_topic_created.name }),
  forum_topic_edited: (message) => t("s_topic_edited", { what: message.forum_topic_edited.name ?? "" }),
  forum_topic_closed: () => t("s_topic_closed"),
  forum_topic_reopened: () => t("s_topic_reopened"),
  general_forum_topic_hidden: () => t("s_topic_closed"),
  general_forum_topic_unhidden: () => t("s_topic_reopened"),
  migrate_to_chat_id: () => t("s_migrated"),
  migrate_from_chat_id: () => t("s_migrated"),
};

/** The words of a service message, or null when the message is an ordinary one. */
export function serviceWords(message) {
  const kind = Object.keys(WORDERS).find((name) => message[name] !== undefined && message[name] !== null && message[name] !== false);
  return kind ? WORDERS[kind](message) : null;
}
