"""What an update and a message pass through, and what is kept of sweeps."""

from sqlalchemy import (
    Column,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    text,
)

from storage.engine.schema.columns import blob, id_, int_, table, text_

# One row: by what the installation knows its key again.
installation = table("installation", id_(), text_("key_fingerprint"))

inbox = table(
    "inbox",
    Column("bot_id", Integer, primary_key=True),
    Column("update_id", Integer, primary_key=True),
    text_("lane"),
    blob("payload", null=True),
    int_("received_at"),
    int_("attempts", default="0"),
    int_("done_at", null=True),
    Index("inbox_waiting", "update_id", sqlite_where=text("done_at IS NULL")),
    Index("inbox_done", "done_at"),
)

# Updates nobody could handle, as they were recorded; beside the payload stands nothing of what a person said.
quarantine = table(
    "quarantine",
    id_(),
    int_("bot_id"),
    int_("update_id"),
    int_("user_id"),
    text_("lane"),
    blob("payload", null=True),
    int_("received_at"),
    text_("reason"),
    text_("error"),
    int_("quarantined_at"),
    int_("told_at", null=True),
    UniqueConstraint("bot_id", "update_id"),
    Index("quarantine_user", "user_id"),
)

# One row: what the watchdog writes to see that it can, and what administrators were told of last.
watch = table(
    "watch",
    id_(),
    int_("written_at"),
    text_("told"),
)

action = table(
    "action", Column("key", Text, primary_key=True), blob("result"), int_("at"), Index("action_at", "at"), rowid=False
)

fsm = table(
    "fsm",
    Column("key", Text, primary_key=True),
    text_("state", null=True),
    blob("data", null=True),
    int_("touched_at"),
    Index("fsm_touched", "touched_at"),
    rowid=False,
)

outbox = table(
    "outbox",
    id_(),
    Column("dedupe_key", Text, nullable=False, unique=True),
    int_("chat_id"),
    text_("kind"),
    int_("priority"),
    blob("payload", null=True),
    text_("subject", null=True),
    int_("not_before"),
    int_("not_after", null=True),
    text_("state"),
    int_("attempts", default="0"),
    int_("message_id", null=True),
    text_("error", null=True),
    int_("created_at"),
    int_("sent_at", null=True),
    int_("failing_since", null=True),
    int_("aside", default="0"),
    int_("deaths", default="0"),
    int_("called", default="0"),
    Index("outbox_stuck", "failing_since", sqlite_where=text("state = 'pending' AND failing_since IS NOT NULL")),
    Index("outbox_due", "priority", "id", sqlite_where=text("state = 'pending'")),
    Index("outbox_unknown", "id", sqlite_where=text("state = 'unknown'")),
    Index("outbox_leased", "id", sqlite_where=text("state = 'leased'")),
    Index("outbox_chat", "chat_id", "id", sqlite_where=text("state IN ('pending', 'leased')")),
    Index("outbox_subject", "subject"),
    Index("outbox_message", "chat_id", "message_id", sqlite_where=text("message_id IS NOT NULL")),
    Index("outbox_created", "created_at"),
)

reminder = table(
    "reminder",
    id_(),
    text_("subject"),
    int_("subject_version"),
    text_("kind"),
    int_("due_at"),
    int_("not_after"),
    text_("state"),
    UniqueConstraint("subject", "subject_version", "kind"),
    Index("reminder_due", "due_at", sqlite_where=text("state = 'waiting'")),
)

# Rows of sweeps that failed: the row's key in its own table, and nothing of a person.
sweep_failure = table(
    "sweep_failure",
    Column("sweep", Text, primary_key=True),
    Column("row_key", Text, primary_key=True),
    int_("attempts"),
    int_("next_at", null=True),
    text_("error"),
    int_("failed_at"),
    int_("told_at", null=True),
    Index("sweep_failure_untold", "failed_at", sqlite_where=text("told_at IS NULL")),
    rowid=False,
)
