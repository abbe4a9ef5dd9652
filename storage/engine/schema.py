"""The schema, as SQLAlchemy tables: what the migrations lead to (a test compares the two).

Times are UTC seconds since 1970; days are local ISO dates. ``BLOB`` columns hold encrypted JSON
(``storage.engine.encryption``). Unique and partial indexes are the invariants of the product: the services turn their
violation into a polite refusal.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()


def _table(name: str, *parts: Column | Index | UniqueConstraint, rowid: bool = True) -> Table:  # type: ignore[type-arg]
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _int(name: str, *, null: bool = False, default: str | None = None) -> Column[int]:
    return Column(name, Integer, nullable=null, server_default=text(default) if default else None)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _blob(name: str, *, null: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=null)


def _ref(name: str, target: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(target), nullable=null)


# --- the way of an update, and of a message ---

inbox = _table(
    "inbox",
    Column("bot_id", Integer, primary_key=True),
    Column("update_id", Integer, primary_key=True),
    _text("lane"),
    _blob("payload", null=True),
    _int("received_at"),
    _int("attempts", default="0"),
    _int("done_at", null=True),
    Index("inbox_waiting", "update_id", sqlite_where=text("done_at IS NULL")),
    Index("inbox_done", "done_at"),
)

action = _table(
    "action", Column("key", Text, primary_key=True), _blob("result"), _int("at"), Index("action_at", "at"), rowid=False
)

fsm = _table(
    "fsm",
    Column("key", Text, primary_key=True),
    _text("state", null=True),
    _blob("data", null=True),
    _int("touched_at"),
    Index("fsm_touched", "touched_at"),
    rowid=False,
)

outbox = _table(
    "outbox",
    _id(),
    Column("dedupe_key", Text, nullable=False, unique=True),
    _int("chat_id"),
    _text("kind"),
    _int("priority"),
    _blob("payload", null=True),
    _text("subject", null=True),
    _int("not_before"),
    _int("not_after", null=True),
    _text("state"),
    _int("attempts", default="0"),
    _int("message_id", null=True),
    _text("error", null=True),
    _int("created_at"),
    _int("sent_at", null=True),
    _int("failing_since", null=True),
    _int("aside", default="0"),
    Index("outbox_stuck", "failing_since", sqlite_where=text("state = 'pending' AND failing_since IS NOT NULL")),
    Index("outbox_due", "priority", "id", sqlite_where=text("state = 'pending'")),
    Index("outbox_leased", "id", sqlite_where=text("state = 'leased'")),
    Index("outbox_chat", "chat_id", "id", sqlite_where=text("state IN ('pending', 'leased')")),
    Index("outbox_subject", "subject"),
)

reminder = _table(
    "reminder",
    _id(),
    _text("subject"),
    _int("subject_version"),
    _text("kind"),
    _int("due_at"),
    _int("not_after"),
    _text("state"),
    UniqueConstraint("subject", "subject_version", "kind"),
    Index("reminder_due", "due_at", sqlite_where=text("state = 'waiting'")),
)

# Rows of sweeps that failed: the row's key in its own table, and nothing of a person.
sweep_failure = _table(
    "sweep_failure",
    Column("sweep", Text, primary_key=True),
    Column("row_key", Text, primary_key=True),
    _int("attempts"),
    _int("next_at", null=True),
    _text("error"),
    _int("failed_at"),
    _int("told_at", null=True),
    Index("sweep_failure_untold", "failed_at", sqlite_where=text("told_at IS NULL")),
    rowid=False,
)

# --- people ---

data_key = _table("data_key", _id(), _blob("wrapped", null=True), _int("created_at"), _int("destroyed_at", null=True))

citizen = _table(
    "citizen",
    Column("user_id", Integer, primary_key=True),
    _ref("data_key_id", "data_key.id"),
    _text("language", null=True),
    _text("phone_lookup", null=True),
    _blob("profile", null=True),
    _int("blocked_at", null=True),
    _int("created_at"),
    _int("seen_at"),
    _text("reminder_offsets", null=True),
)

consent = _table(
    "consent",
    _id(),
    _ref("user_id", "citizen.user_id"),
    _text("purpose"),
    _text("text_version"),
    _text("language"),
    _int("given_at"),
    _int("withdrawn_at", null=True),
    Index("consent_live", "user_id", "purpose", unique=True, sqlite_where=text("withdrawn_at IS NULL")),
)

person = _table(
    "person",
    _id(),
    _ref("data_key_id", "data_key.id"),
    Column("iin_lookup", Text, nullable=False, unique=True),
    _blob("details"),
    _int("created_at"),
)

attempt = _table(
    "attempt", _id(), _text("kind"), _text("subject"), _int("at"), Index("attempt_recent", "kind", "subject", "at")
)

access_log = _table(
    "access_log",
    _id(),
    _text("subject"),
    _int("actor"),
    _text("what"),
    _int("at"),
    Index("access_subject", "subject", "at"),
)

# --- payments ---

payment = _table(
    "payment",
    _id(),
    _ref("data_key_id", "data_key.id"),
    _text("programme"),
    _text("iin_lookup"),
    _text("phone_lookup", null=True),
    _text("number_lookup", null=True),
    _text("status"),
    _text("reason", null=True),
    _text("status_day"),
    _int("amount"),
    _text("fingerprint"),
    _blob("details"),
    _int("version", default="1"),
    # The import that brought it: seen only once that is applied (storage.payments.payments).
    _int("import_id", null=True),
    UniqueConstraint("programme", "iin_lookup"),
    Index("payment_iin", "iin_lookup"),
    Index("payment_import", "import_id", sqlite_where=text("import_id IS NOT NULL")),
)

payment_event = _table(
    "payment_event",
    _id(),
    _ref("payment_id", "payment.id"),
    _text("status"),
    _text("reason", null=True),
    _text("day"),
    _int("at"),
    _int("import_id", null=True),
    Index("payment_event_of", "payment_id"),
    Index("payment_event_import", "import_id", "id", sqlite_where=text("import_id IS NOT NULL")),
)

registry_import = _table(
    "registry_import",
    _id(),
    _text("state"),
    # 1 while it is not over: there is one at a time.
    Column("is_open", Integer, nullable=True, unique=True),
    _int("made_by", null=True),
    _int("chat_id", null=True),
    _int("message_id", null=True),
    _blob("file", null=True),
    _text("headings", null=True),
    _text("columns", null=True),
    _int("first_key", null=True),
    _int("rows", default="0"),
    _int("added", default="0"),
    _int("changed", default="0"),
    _int("unchanged", default="0"),
    _int("illegal", default="0"),
    _int("bad", default="0"),
    _int("mended", default="0"),
    _int("done_keys", default="0"),
    _int("done_added", default="0"),
    _int("done_changed", default="0"),
    _int("told_upto", default="0"),
    _int("touched_at"),
    _int("created_at"),
    _int("applied_at", null=True),
    _int("ended_at", null=True),
    Index("registry_import_state", "state"),
)

payment_before = _table(
    "payment_before",
    Column("payment_id", Integer, ForeignKey("payment.id"), primary_key=True),
    _ref("import_id", "registry_import.id"),
    _int("new_version"),
    _text("phone_lookup", null=True),
    _text("number_lookup", null=True),
    _text("status"),
    _text("reason", null=True),
    _text("status_day"),
    _int("amount"),
    _text("fingerprint"),
    _blob("details"),
    Index("payment_before_import", "import_id", "payment_id"),
)

registry_columns = _table(
    "registry_columns",
    Column("headings_hash", Text, primary_key=True),
    _text("columns"),
    _int("made_by", null=True),
    _int("made_at"),
    rowid=False,
)

payment_subscription = _table(
    "payment_subscription",
    _id(),
    _ref("payment_id", "payment.id"),
    _ref("user_id", "citizen.user_id"),
    _int("created_at"),
    UniqueConstraint("payment_id", "user_id"),
    Index("payment_subscription_user", "user_id"),
)

payment_source_answer = _table(
    "payment_source_answer",
    Column("iin_lookup", Text, primary_key=True),
    _int("asked_at"),
    _int("answered_at", null=True),
    rowid=False,
)

payment_application = _table(
    "payment_application",
    _id(),
    Column("code", Text, nullable=True, unique=True),
    _ref("data_key_id", "data_key.id"),
    _ref("person_id", "person.id", null=True),
    _ref("made_by", "citizen.user_id"),
    _text("programme"),
    _text("language"),
    _int("form_version"),
    _blob("answers"),
    _text("state"),
    _text("asked", null=True),
    _text("asked_reason", null=True),
    _blob("corrected", null=True),
    _ref("payment_id", "payment.id", null=True),
    _int("staff_chat", null=True),
    _int("card_message_id", null=True),
    _int("owner", null=True),
    _text("owner_name", null=True),
    _ref("export_id", "payment_export.id", null=True),
    _int("version", default="1"),
    _int("created_at"),
    _int("updated_at"),
    _int("submitted_at", null=True),
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
)

payment_application_event = _table(
    "payment_application_event",
    _id(),
    _ref("application_id", "payment_application.id"),
    _int("seq"),
    _text("type"),
    _text("actor_role"),
    _int("actor"),
    _int("at"),
    _blob("payload", null=True),
    UniqueConstraint("application_id", "seq"),
)

payment_export = _table(
    "payment_export",
    _id(),
    _text("programme"),
    _int("made_by", null=True),
    _text("made_name"),
    _int("rows"),
    _int("at"),
)

# --- the ЦОН queue ---

branch = _table(
    "branch",
    _id(),
    Column("code", Text, nullable=False, unique=True),
    _text("region"),
    _text("city_kk"),
    _text("city_ru"),
    _text("name_kk"),
    _text("name_ru"),
    _text("address_kk"),
    _text("address_ru"),
    _text("phone"),
    _text("kind"),
    _text("hours"),
    _int("duty"),
    _int("accessible", null=True),
    _int("takes_bookings"),
    _int("desks"),
    _text("confidence"),
    _int("demo"),
    _text("latitude", null=True),
    _text("longitude", null=True),
    _text("tz"),
    Index("branch_city", "region", "city_ru"),
)

desk_plan = _table(
    "desk_plan",
    _id(),
    _ref("branch_id", "branch.id"),
    _text("service_group"),
    _int("weekday", null=True),
    _text("opens"),
    _text("closes"),
    _int("desks"),
    _int("walkin_percent", default="0"),
    _text("valid_from"),
    _text("valid_to", null=True),
    _int("made_by", null=True),
    _int("made_at"),
    Index("desk_plan_of", "branch_id", "service_group", "valid_from"),
)

special_day = _table(
    "special_day",
    _id(),
    _ref("branch_id", "branch.id"),
    _text("day"),
    _text("opens", null=True),
    _text("closes", null=True),
    _text("reason"),
    _int("made_by", null=True),
    _int("made_at"),
    UniqueConstraint("branch_id", "day"),
)

closure = _table(
    "closure",
    _id(),
    _ref("branch_id", "branch.id"),
    _int("starts_at"),
    _int("ends_at", null=True),
    _text("reason"),
    _int("made_by"),
    _text("made_name"),
    _int("made_at"),
    _int("lifted_by", null=True),
    _int("lifted_at", null=True),
    Index("closure_live", "branch_id", "starts_at", sqlite_where=text("lifted_at IS NULL")),
)

branch_change = _table(
    "branch_change",
    _id(),
    _ref("branch_id", "branch.id"),
    _text("kind"),
    _text("before"),
    _text("after"),
    _int("made_by", null=True),
    _text("made_name"),
    _int("at"),
    Index("branch_change_of", "branch_id", "at"),
)

seat = _table(
    "seat",
    _id(),
    _ref("branch_id", "branch.id"),
    _text("service_group"),
    _text("day"),
    _int("starts_at"),
    _int("no"),
    _text("state"),
    _int("holder", null=True),
    _text("purpose", null=True),
    _int("hold_until", null=True),
    _int("public_at", null=True),
    _int("booking_id", null=True),
    UniqueConstraint("branch_id", "service_group", "starts_at", "no"),
    Index("seat_day", "branch_id", "service_group", "day", "state"),
    Index("seat_held", "holder", sqlite_where=text("state = 'held'")),
    Index("seat_kept", "purpose", sqlite_where=text("state = 'held'")),
    Index("seat_booked", "booking_id", sqlite_where=text("booking_id IS NOT NULL")),
    Index("seat_cooling", "public_at", sqlite_where=text("state = 'free' AND public_at IS NOT NULL")),
)

booking = _table(
    "booking",
    _id(),
    Column("number", Text, nullable=False, unique=True),
    _text("ticket"),
    _ref("branch_id", "branch.id"),
    _ref("person_id", "person.id"),
    _ref("made_by", "citizen.user_id"),
    _text("service"),
    _text("second_service", null=True),
    _text("kind"),
    _text("relation"),
    _text("day"),
    _int("starts_at"),
    _int("minutes"),
    _int("seats", default="1"),
    _text("state"),
    _text("cancel_reason", null=True),
    _int("coming_at", null=True),
    _int("closure_id", null=True),
    _int("version", default="1"),
    _int("created_at"),
    _int("ended_at", null=True),
    Index(
        "booking_once",
        "person_id",
        "kind",
        "starts_at",
        unique=True,
        sqlite_where=text("state IN ('active', 'displaced', 'checked_in')"),
    ),
    Index("booking_ticket", "branch_id", "day", "ticket", unique=True),
    Index("booking_made_by", "made_by", "starts_at"),
    Index("booking_person", "person_id"),
    Index("booking_place", "branch_id", "starts_at"),
    Index("booking_displaced", "id", sqlite_where=text("state = 'displaced'")),
    Index("booking_open", "starts_at", sqlite_where=text("state IN ('active', 'checked_in')")),
)

booking_event = _table(
    "booking_event",
    _id(),
    _int("booking_id"),
    _text("type"),
    _text("state"),
    _int("branch_id"),
    _int("starts_at"),
    _int("version"),
    _int("actor", null=True),
    _int("at"),
    Index("booking_event_of", "booking_id"),
)

visit = _table(
    "visit",
    _id(),
    _ref("branch_id", "branch.id"),
    _text("day"),
    Column("booking_id", Integer, ForeignKey("booking.id"), nullable=True, unique=True),
    _int("user_id", null=True),
    _text("ticket"),
    _text("service_group"),
    _int("starts_at", null=True),
    _int("arrived_at"),
    _text("state"),
    _int("window", null=True),
    _int("operator", null=True),
    _text("operator_name", null=True),
    _int("called_at", null=True),
    _int("calls", default="0"),
    _int("ended_at", null=True),
    _text("told", null=True),
    _int("told_at", null=True),
    _int("message_id", null=True),
    _int("version", default="1"),
    Index("visit_ticket", "branch_id", "day", "ticket", unique=True),
    Index("visit_user", "user_id", sqlite_where=text("user_id IS NOT NULL")),
    Index("visit_line", "branch_id", "service_group", "day", "state"),
    Index("visit_live", "branch_id", "day", sqlite_where=text("state IN ('waiting', 'called', 'parked')")),
    Index("visit_at_window", "branch_id", "operator", unique=True, sqlite_where=text("state = 'called'")),
    Index(
        "visit_walk_in",
        "branch_id",
        "day",
        "user_id",
        unique=True,
        sqlite_where=text("booking_id IS NULL AND state IN ('waiting', 'called', 'parked')"),
    ),
)

visit_event = _table(
    "visit_event",
    _id(),
    _int("visit_id"),
    _text("type"),
    _text("state"),
    _int("window", null=True),
    _int("actor", null=True),
    _int("at"),
    Index("visit_event_of", "visit_id"),
)

desk_operator = _table(
    "desk_operator",
    Column("chat_id", Integer, primary_key=True),
    Column("user_id", Integer, primary_key=True),
    _int("window"),
    _text("name"),
    rowid=False,
)

waiting = _table(
    "waiting",
    _id(),
    _ref("user_id", "citizen.user_id"),
    _ref("person_id", "person.id"),
    _text("relation"),
    _text("service"),
    _text("second_service", null=True),
    _text("service_group"),
    _int("seats", default="1"),
    _text("day_from"),
    _text("day_to"),
    _text("part", null=True),
    _ref("booking_id", "booking.id", null=True),
    _text("state"),
    _int("created_at"),
    _int("ended_at", null=True),
    Index("waiting_once", "person_id", "service_group", unique=True, sqlite_where=text("state = 'waiting'")),
    Index("waiting_user", "user_id", "created_at"),
    Index("waiting_person", "person_id"),
    Index("waiting_booking", "booking_id", sqlite_where=text("state = 'waiting' AND booking_id IS NOT NULL")),
)

# The line at each branch: the order of those who wait is read from this index alone.
waiting_branch = _table(
    "waiting_branch",
    Column("waiting_id", Integer, ForeignKey("waiting.id"), primary_key=True),
    Column("branch_id", Integer, ForeignKey("branch.id"), primary_key=True),
    _text("service_group"),
    _int("created_at"),
    _int("ended_at", null=True),
    _int("look_at", default="0"),
    Index("waiting_branch_look", "look_at", sqlite_where=text("ended_at IS NULL")),
    Index(
        "waiting_branch_line",
        "branch_id",
        "service_group",
        "created_at",
        "waiting_id",
        sqlite_where=text("ended_at IS NULL"),
    ),
    rowid=False,
)

offer = _table(
    "offer",
    _id(),
    _ref("waiting_id", "waiting.id"),
    _ref("branch_id", "branch.id"),
    _int("starts_at"),
    _int("offered_at"),
    _int("expires_at"),
    _text("state"),
    _int("booking_id", null=True),
    _int("ended_at", null=True),
    Index("offer_of", "waiting_id"),
    Index("offer_open", "waiting_id", unique=True, sqlite_where=text("state = 'open'")),
    Index("offer_due", "expires_at", sqlite_where=text("state = 'open'")),
)

# --- applications ---

application = _table(
    "application",
    _id(),
    Column("code", Text, nullable=True, unique=True),
    _ref("data_key_id", "data_key.id"),
    _ref("person_id", "person.id", null=True),
    _ref("made_by", "citizen.user_id"),
    _text("service"),
    _text("period", null=True),
    _text("language"),
    _int("form_version"),
    _blob("answers"),
    _text("state"),
    _text("region", null=True),
    _int("staff_chat", null=True),
    _int("owner", null=True),
    _text("owner_name", null=True),
    _int("version", default="1"),
    _int("created_at"),
    _int("updated_at"),
    _int("submitted_at", null=True),
    _int("clock_due", null=True),
    _int("clock_paused_at", null=True),
    _int("extended_at", null=True),
    # Whom an assistant filed it for; None once the person took it over, as for everybody who files for himself;
    # 0 once the assistant has let that person go.
    _int("client_id", null=True),
    Index(
        "application_live",
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
)

document = _table(
    "document",
    _id(),
    _ref("application_id", "application.id"),
    _text("item"),
    _int("page"),
    _text("content_hash"),
    _text("stored_as"),
    _text("media_type"),
    _int("size"),
    _int("question_id", null=True),
    _int("created_at"),
    _int("replaced_by", null=True),
    UniqueConstraint("application_id", "item", "content_hash"),
    Index("document_of", "application_id", "item", "page"),
)

case_event = _table(
    "case_event",
    _id(),
    _ref("application_id", "application.id"),
    _int("seq"),
    _text("type"),
    _text("actor_role"),
    _int("actor"),
    _int("at"),
    _blob("payload", null=True),
    UniqueConstraint("application_id", "seq"),
)

obligation = _table(
    "obligation",
    _id(),
    _ref("application_id", "application.id"),
    _int("no"),
    _blob("title"),
    _text("due", null=True),
    _text("state"),
    _int("created_at"),
    _int("changed_at", null=True),
    UniqueConstraint("application_id", "no"),
    Index("obligation_due", "due", sqlite_where=text("state != 'done'")),
)

question = _table(
    "question",
    _id(),
    _ref("application_id", "application.id"),
    _text("item"),
    _blob("asked"),
    _int("asked_by"),
    _int("asked_at"),
    _int("answered_at", null=True),
    Index("question_open", "application_id", unique=True, sqlite_where=text("answered_at IS NULL")),
)

# --- assistants ---

client = _table(
    "client",
    _id(),
    _ref("data_key_id", "data_key.id"),
    _ref("assistant_id", "citizen.user_id"),
    _blob("details"),
    _text("consent_version"),
    _text("language"),
    _int("consent_at"),
    _text("consent_file", null=True),
    Index("client_of", "assistant_id"),
)

assistant = _table(
    "assistant",
    Column("user_id", Integer, ForeignKey("citizen.user_id"), primary_key=True),
    _blob("name"),
    _int("chat_id"),
    _int("given_by"),
    _int("given_at"),
    _int("removed_at", null=True),
    _ref("client_id", "client.id", null=True),
)

assistant_code = _table(
    "assistant_code",
    Column("code_lookup", Text, primary_key=True),
    _blob("name"),
    _int("chat_id"),
    _int("made_by"),
    _int("expires_at"),
    _int("used_at", null=True),
)

takeover_code = _table(
    "takeover_code",
    Column("code_lookup", Text, primary_key=True),
    _ref("application_id", "application.id"),
    _int("made_at"),
    _int("revoked_at", null=True),
    _int("used_at", null=True),
    _int("used_by", null=True),
    Index("takeover_of", "application_id"),
)

estimate = _table(
    "estimate",
    Column("user_id", Integer, ForeignKey("citizen.user_id"), primary_key=True),
    _blob("answers"),
    _int("updated_at"),
)

guide_tick = _table(
    "guide_tick",
    Column("user_id", Integer, ForeignKey("citizen.user_id"), primary_key=True),
    Column("guide", Text, primary_key=True),
    Column("step", Integer, primary_key=True),
    _int("ticked_at"),
)

# --- inquiries ---

inquiry = _table(
    "inquiry",
    _id(),
    Column("code", Text, nullable=False, unique=True),
    _ref("made_by", "citizen.user_id"),
    _ref("data_key_id", "data_key.id"),
    _text("kind"),
    _text("ground", null=True),
    _ref("branch_id", "branch.id", null=True),
    _int("inside"),
    _blob("body"),
    _text("state"),
    _int("staff_chat", null=True),
    _int("card_message_id", null=True),
    _int("owner", null=True),
    _text("owner_name", null=True),
    Column("escalated", Integer, nullable=False, server_default=text("0")),
    Column("version", Integer, nullable=False, server_default=text("1")),
    _int("created_at"),
    _int("answered_at", null=True),
    _int("closed_at", null=True),
    Index("inquiry_user", "made_by"),
    Index("inquiry_open", "state", "kind", sqlite_where=text("state <> 'closed'")),
    Index("inquiry_answered", "kind", "answered_at"),
)

inquiry_message = _table(
    "inquiry_message",
    Column("chat_id", Integer, primary_key=True),
    Column("message_id", Integer, primary_key=True),
    _ref("inquiry_id", "inquiry.id"),
)

# --- staff chats ---

staff_chat = _table(
    "staff_chat",
    Column("chat_id", Integer, primary_key=True),
    _text("role"),
    _text("region", null=True),
    _text("language"),
    _text("title"),
    _int("is_forum"),
    _int("bound_by"),
    _int("bound_at"),
    _int("unbound_at", null=True),
    _int("branch_id", null=True),
    _int("desk_message_id", null=True),
    _int("desk_thread_id", null=True),
    Index("staff_chat_role", "role", "region", sqlite_where=text("unbound_at IS NULL")),
)

bind_code = _table(
    "bind_code",
    Column("code_lookup", Text, primary_key=True),
    _text("role"),
    _text("region", null=True),
    _text("language"),
    _int("created_by"),
    _int("expires_at"),
    _int("used_at", null=True),
)

case_topic = _table(
    "case_topic",
    Column("application_id", Integer, ForeignKey("application.id"), primary_key=True),
    _int("chat_id"),
    _int("thread_id", null=True),
    _int("card_message_id", null=True),
    _text("topic_lookup", null=True),
    Index("case_topic_thread", "chat_id", "thread_id"),
)

staff_message = _table(
    "staff_message",
    _id(),
    _ref("application_id", "application.id"),
    _int("chat_id"),
    _int("message_id"),
    _text("kind"),
    UniqueConstraint("chat_id", "message_id"),
)
