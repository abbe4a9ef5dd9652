"""Staff chats and what of a case stands where in them."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    text,
)

from storage.engine.schema.columns import id_, int_, ref, table, text_

staff_chat = table(
    "staff_chat",
    Column("chat_id", Integer, primary_key=True),
    text_("role"),
    text_("region", null=True),
    text_("language"),
    text_("title"),
    int_("is_forum"),
    int_("bound_by"),
    int_("bound_at"),
    int_("unbound_at", null=True),
    int_("branch_id", null=True),
    int_("desk_message_id", null=True),
    int_("desk_thread_id", null=True),
    Index("staff_chat_role", "role", "region", sqlite_where=text("unbound_at IS NULL")),
)

bind_code = table(
    "bind_code",
    Column("code_lookup", Text, primary_key=True),
    text_("role"),
    text_("region", null=True),
    text_("language"),
    int_("created_by"),
    int_("expires_at"),
    int_("used_at", null=True),
)

case_topic = table(
    "case_topic",
    Column("application_id", Integer, ForeignKey("application.id"), primary_key=True),
    int_("chat_id"),
    int_("thread_id", null=True),
    int_("card_message_id", null=True),
    text_("topic_lookup", null=True),
    Index("case_topic_thread", "chat_id", "thread_id"),
)

staff_message = table(
    "staff_message",
    id_(),
    ref("application_id", "application.id"),
    int_("chat_id"),
    int_("message_id"),
    text_("kind"),
    UniqueConstraint("chat_id", "message_id"),
    Index("staff_message_of", "application_id", "kind"),
)

staff_prompt = table(
    "staff_prompt",
    Column("chat_id", Integer, primary_key=True),
    Column("thread_id", Integer, primary_key=True),
    Column("user_id", Integer, primary_key=True),
    int_("message_id"),
    int_("is_sure"),
    int_("asked_at"),
    int_("answered_by", null=True),
)
