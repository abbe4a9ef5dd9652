"""People, their keys and consents, and who looked at whose data."""

from sqlalchemy import (
    Column,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    text,
)

from storage.engine.schema.columns import blob, id_, int_, ref, table, text_

data_key = table("data_key", id_(), blob("wrapped", null=True), int_("created_at"), int_("destroyed_at", null=True))

citizen = table(
    "citizen",
    Column("user_id", Integer, primary_key=True),
    ref("data_key_id", "data_key.id"),
    text_("language", null=True),
    text_("phone_lookup", null=True),
    blob("profile", null=True),
    int_("blocked_at", null=True),
    int_("created_at"),
    int_("seen_at"),
    text_("reminder_offsets", null=True),
)

consent = table(
    "consent",
    id_(),
    ref("user_id", "citizen.user_id"),
    text_("purpose"),
    text_("text_version"),
    text_("language"),
    int_("given_at"),
    int_("withdrawn_at", null=True),
    Column("answer", Text, nullable=False, server_default="given"),
    int_("replaced_at", null=True),
    Index("consent_of", "user_id", "given_at"),
    Index(
        "consent_live",
        "user_id",
        "purpose",
        unique=True,
        sqlite_where=text("answer = 'given' AND withdrawn_at IS NULL AND replaced_at IS NULL"),
    ),
)

person = table(
    "person",
    id_(),
    ref("data_key_id", "data_key.id"),
    Column("iin_lookup", Text, nullable=False, unique=True),
    blob("details"),
    int_("created_at"),
)

# ``proved_at`` is when an account showed that the number is its own; before that ``code`` is what staff are shown.
iin_proof = table(
    "iin_proof",
    id_(),
    ref("user_id", "citizen.user_id"),
    ref("person_id", "person.id"),
    Column("code", Text, nullable=True, unique=True),
    int_("asked_at"),
    int_("proved_at", null=True),
    text_("how", null=True),
    int_("clerk", null=True),
    blob("reason", null=True),
    UniqueConstraint("user_id", "person_id"),
    Index("iin_proof_person", "person_id"),
    Index("iin_proof_asked", "asked_at", sqlite_where=text("proved_at IS NULL")),
    Index("iin_proof_proved", "proved_at", sqlite_where=text("proved_at IS NOT NULL")),
)

attempt = table(
    "attempt",
    id_(),
    text_("kind"),
    text_("subject"),
    int_("at"),
    Index("attempt_recent", "kind", "subject", "at"),
    Index("attempt_at", "at"),
)

access_log = table(
    "access_log",
    id_(),
    text_("subject"),
    int_("actor"),
    text_("what"),
    int_("at"),
    int_("people", null=True),
    Index("access_subject", "subject", "at"),
    Index("access_actor", "actor", "at"),
)
