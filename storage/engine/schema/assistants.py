"""Assistants, those they file for, and what people keep of estimates and guides."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
)

from storage.engine.schema.columns import blob, id_, int_, ref, table, text_

client = table(
    "client",
    id_(),
    ref("data_key_id", "data_key.id"),
    ref("assistant_id", "citizen.user_id"),
    blob("details"),
    text_("consent_version"),
    text_("language"),
    int_("consent_at"),
    text_("consent_file", null=True),
    Index("client_of", "assistant_id"),
)

assistant = table(
    "assistant",
    Column("user_id", Integer, ForeignKey("citizen.user_id"), primary_key=True),
    blob("name"),
    int_("chat_id"),
    int_("given_by"),
    int_("given_at"),
    int_("removed_at", null=True),
    ref("client_id", "client.id", null=True),
)

assistant_code = table(
    "assistant_code",
    Column("code_lookup", Text, primary_key=True),
    blob("name"),
    int_("chat_id"),
    int_("made_by"),
    int_("expires_at"),
    int_("used_at", null=True),
)

takeover_code = table(
    "takeover_code",
    Column("code_lookup", Text, primary_key=True),
    ref("application_id", "application.id"),
    int_("made_at"),
    int_("revoked_at", null=True),
    int_("used_at", null=True),
    int_("used_by", null=True),
    Index("takeover_of", "application_id"),
)

estimate = table(
    "estimate",
    Column("user_id", Integer, ForeignKey("citizen.user_id"), primary_key=True),
    blob("answers"),
    int_("updated_at"),
)

guide_tick = table(
    "guide_tick",
    Column("user_id", Integer, ForeignKey("citizen.user_id"), primary_key=True),
    Column("guide", Text, primary_key=True),
    Column("step", Integer, primary_key=True),
    int_("ticked_at"),
)
