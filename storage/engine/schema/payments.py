"""Payments, their imports and the applications for them."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    text,
)

from storage.engine.schema.columns import blob, id_, int_, ref, table, text_

payment = table(
    "payment",
    id_(),
    ref("data_key_id", "data_key.id"),
    text_("programme"),
    text_("iin_lookup"),
    text_("phone_lookup", null=True),
    text_("number_lookup", null=True),
    text_("status"),
    text_("reason", null=True),
    text_("status_day"),
    int_("amount"),
    text_("fingerprint"),
    blob("details"),
    int_("version", default="1"),
    # The import that brought it: seen only once that is applied (storage.payments.payments).
    int_("import_id", null=True),
    UniqueConstraint("programme", "iin_lookup"),
    Index("payment_iin", "iin_lookup"),
    Index("payment_import", "import_id", sqlite_where=text("import_id IS NOT NULL")),
)

payment_event = table(
    "payment_event",
    id_(),
    ref("payment_id", "payment.id"),
    text_("status"),
    text_("reason", null=True),
    text_("day"),
    int_("at"),
    int_("import_id", null=True),
    Index("payment_event_of", "payment_id"),
    Index("payment_event_import", "import_id", "id", sqlite_where=text("import_id IS NOT NULL")),
)

registry_import = table(
    "registry_import",
    id_(),
    text_("state"),
    # 1 while it is not over: there is one at a time.
    Column("is_open", Integer, nullable=True, unique=True),
    int_("made_by", null=True),
    int_("chat_id", null=True),
    int_("message_id", null=True),
    blob("file", null=True),
    text_("headings", null=True),
    text_("columns", null=True),
    int_("first_key", null=True),
    int_("rows", default="0"),
    int_("added", default="0"),
    int_("changed", default="0"),
    int_("unchanged", default="0"),
    int_("illegal", default="0"),
    int_("bad", default="0"),
    int_("mended", default="0"),
    int_("done_keys", default="0"),
    int_("done_added", default="0"),
    int_("done_changed", default="0"),
    int_("told_upto", default="0"),
    int_("touched_at"),
    int_("created_at"),
    int_("applied_at", null=True),
    int_("ended_at", null=True),
    int_("restored", default="0"),
    Index("registry_import_state", "state"),
)

payment_before = table(
    "payment_before",
    Column("payment_id", Integer, ForeignKey("payment.id"), primary_key=True),
    ref("import_id", "registry_import.id"),
    int_("new_version"),
    text_("phone_lookup", null=True),
    text_("number_lookup", null=True),
    text_("status"),
    text_("reason", null=True),
    text_("status_day"),
    int_("amount"),
    text_("fingerprint"),
    blob("details"),
    Index("payment_before_import", "import_id", "payment_id"),
)

registry_columns = table(
    "registry_columns",
    Column("headings_hash", Text, primary_key=True),
    text_("columns"),
    int_("made_by", null=True),
    int_("made_at"),
    rowid=False,
)

payment_subscription = table(
    "payment_subscription",
    id_(),
    ref("payment_id", "payment.id"),
    ref("user_id", "citizen.user_id"),
    int_("created_at"),
    UniqueConstraint("payment_id", "user_id"),
    Index("payment_subscription_user", "user_id"),
)

payment_source_answer = table(
    "payment_source_answer",
    Column("iin_lookup", Text, primary_key=True),
    int_("asked_at"),
    int_("answered_at", null=True),
    rowid=False,
)

payment_application = table(
    "payment_application",
    id_(),
    Column("code", Text, nullable=True, unique=True),
    ref("data_key_id", "data_key.id"),
    ref("person_id", "person.id", null=True),
    ref("made_by", "citizen.user_id"),
    text_("programme"),
    text_("language"),
    int_("form_version"),
    blob("answers"),
    text_("state"),
    text_("asked", null=True),
    text_("asked_reason", null=True),
    blob("corrected", null=True),
    ref("payment_id", "payment.id", null=True),
    int_("staff_chat", null=True),
    int_("card_message_id", null=True),
    int_("owner", null=True),
    text_("owner_name", null=True),
    ref("export_id", "payment_export.id", null=True),
    int_("version", default="1"),
    int_("created_at"),
    int_("updated_at"),
    int_("submitted_at", null=True),
    Index("payment_application_draft", "made_by", "programme", unique=True, sqlite_where=text("state = 'draft'")),
    Index(
        "payment_application_live",
        "person_id",
        "programme",
        unique=True,
        sqlite_where=text("state NOT IN ('draft', 'refused', 'closed')"),
    ),
    Index("payment_application_made_by", "made_by", "updated_at"),
    Index("payment_application_person", "person_id"),
    Index("payment_application_payment", "payment_id"),
    Index("payment_application_state", "programme", "state"),
    Index("payment_application_export", "export_id"),
    Index(
        "payment_application_open",
        "submitted_at",
        "id",
        sqlite_where=text("state IN ('submitted', 'in_check', 'correction')"),
    ),
)

payment_application_event = table(
    "payment_application_event",
    id_(),
    ref("application_id", "payment_application.id"),
    int_("seq"),
    text_("type"),
    text_("actor_role"),
    int_("actor"),
    int_("at"),
    blob("payload", null=True),
    UniqueConstraint("application_id", "seq"),
)

payment_export = table(
    "payment_export",
    id_(),
    text_("programme"),
    int_("made_by", null=True),
    text_("made_name"),
    int_("rows"),
    int_("at"),
)
