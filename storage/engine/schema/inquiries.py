"""Inquiries and their messages."""

from sqlalchemy import (
    Column,
    Index,
    Integer,
    Text,
    text,
)

from storage.engine.schema.columns import blob, id_, int_, ref, table, text_

inquiry = table(
    "inquiry",
    id_(),
    Column("code", Text, nullable=False, unique=True),
    ref("made_by", "citizen.user_id"),
    ref("data_key_id", "data_key.id"),
    text_("kind"),
    text_("ground", null=True),
    ref("branch_id", "branch.id", null=True),
    int_("inside"),
    blob("body"),
    text_("state"),
    int_("staff_chat", null=True),
    int_("card_message_id", null=True),
    int_("owner", null=True),
    text_("owner_name", null=True),
    Column("escalated", Integer, nullable=False, server_default=text("0")),
    Column("version", Integer, nullable=False, server_default=text("1")),
    int_("created_at"),
    int_("answered_at", null=True),
    int_("closed_at", null=True),
    Index("inquiry_user", "made_by"),
    Index("inquiry_unheard", "created_at", sqlite_where=text("state = 'sent' AND inside = 1 AND escalated = 0")),
    Index("inquiry_open", "state", "kind", sqlite_where=text("state <> 'closed'")),
    Index("inquiry_answered", "kind", "answered_at"),
)

inquiry_message = table(
    "inquiry_message",
    Column("chat_id", Integer, primary_key=True),
    Column("message_id", Integer, primary_key=True),
    ref("inquiry_id", "inquiry.id"),
)
