"""Applications and what becomes of them as cases."""

from sqlalchemy import (
    Column,
    Index,
    Text,
    UniqueConstraint,
    text,
)

from storage.engine.schema.columns import blob, id_, int_, ref, table, text_

application = table(
    "application",
    id_(),
    Column("code", Text, nullable=True, unique=True),
    ref("data_key_id", "data_key.id"),
    ref("person_id", "person.id", null=True),
    ref("made_by", "citizen.user_id"),
    text_("service"),
    text_("period", null=True),
    text_("language"),
    int_("form_version"),
    blob("answers"),
    text_("state"),
    text_("region", null=True),
    int_("staff_chat", null=True),
    int_("owner", null=True),
    text_("owner_name", null=True),
    int_("version", default="1"),
    int_("created_at"),
    int_("updated_at"),
    int_("submitted_at", null=True),
    int_("clock_due", null=True),
    int_("clock_paused_at", null=True),
    int_("extended_at", null=True),
    # Whom an assistant filed it for; None once the person took it over, as for everybody who files for themselves;
    # 0 once the assistant has let that person go.
    int_("client_id", null=True),
    Index(
        "application_live",
        "made_by",
        "person_id",
        "service",
        "period",
        unique=True,
        sqlite_where=text("state NOT IN ('draft', 'withdrawn')"),
    ),
    Index(
        "application_draft",
        "made_by",
        "service",
        unique=True,
        sqlite_where=text("state = 'draft' AND client_id IS NULL"),
    ),
    Index(
        "application_client_draft",
        "client_id",
        "service",
        unique=True,
        sqlite_where=text("state = 'draft' AND client_id IS NOT NULL"),
    ),
    Index("application_made_by", "made_by", "updated_at"),
    Index("application_person", "person_id"),
    Index("application_due", "clock_due", sqlite_where=text("clock_due IS NOT NULL")),
    Index("application_client", "client_id", sqlite_where=text("client_id IS NOT NULL")),
    Index(
        "application_chat",
        "staff_chat",
        "clock_due",
        sqlite_where=text("state IN ('submitted', 'forwarded', 'in_check', 'question', 'plan_sent', 'agreed')"),
    ),
    Index("application_unserved", "submitted_at", sqlite_where=text("staff_chat IS NULL AND code IS NOT NULL")),
)

document = table(
    "document",
    id_(),
    ref("application_id", "application.id"),
    text_("item"),
    int_("page"),
    text_("content_hash"),
    text_("stored_as"),
    text_("media_type"),
    int_("size"),
    int_("question_id", null=True),
    int_("created_at"),
    int_("replaced_by", null=True),
    blob("caption", null=True),
    UniqueConstraint("application_id", "item", "content_hash"),
    Index("document_of", "application_id", "item", "page"),
    Index("document_file", "stored_as"),
)

case_event = table(
    "case_event",
    id_(),
    ref("application_id", "application.id"),
    int_("seq"),
    text_("type"),
    text_("actor_role"),
    int_("actor"),
    int_("at"),
    blob("payload", null=True),
    UniqueConstraint("application_id", "seq"),
)

obligation = table(
    "obligation",
    id_(),
    ref("application_id", "application.id"),
    int_("no"),
    blob("title"),
    text_("due", null=True),
    text_("state"),
    int_("created_at"),
    int_("changed_at", null=True),
    UniqueConstraint("application_id", "no"),
    Index("obligation_due", "due", sqlite_where=text("state != 'done'")),
)

question = table(
    "question",
    id_(),
    ref("application_id", "application.id"),
    text_("item"),
    blob("asked"),
    int_("asked_by"),
    int_("asked_at"),
    int_("answered_at", null=True),
    Index("question_of", "application_id", "id"),
    Index("question_open", "application_id", unique=True, sqlite_where=text("answered_at IS NULL")),
)
