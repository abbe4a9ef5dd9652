"""Every question finds its rows by an index, however many there are."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"

_CASE_IS_LIVE = "state IN ('submitted', 'forwarded', 'in_check', 'question', 'plan_sent', 'agreed')"
_INDEXES: tuple[tuple[str, str, list[str], str | None], ...] = (
    ("application_client", "application", ["client_id"], "client_id IS NOT NULL"),
    ("application_chat", "application", ["staff_chat", "clock_due"], _CASE_IS_LIVE),
    ("application_unserved", "application", ["submitted_at"], "staff_chat IS NULL AND code IS NOT NULL"),
    ("document_file", "document", ["stored_as"], None),
    ("question_of", "question", ["application_id", "id"], None),
    ("outbox_message", "outbox", ["chat_id", "message_id"], "message_id IS NOT NULL"),
    ("outbox_created", "outbox", ["created_at"], None),
    ("attempt_at", "attempt", ["at"], None),
    ("access_actor", "access_log", ["actor", "at"], None),
    ("consent_of", "consent", ["user_id", "given_at"], None),
    ("staff_message_of", "staff_message", ["application_id", "kind"], None),
    ("inquiry_unheard", "inquiry", ["created_at"], "state = 'sent' AND inside = 1 AND escalated = 0"),
    (
        "payment_application_open",
        "payment_application",
        ["submitted_at", "id"],
        "state IN ('submitted', 'in_check', 'correction')",
    ),
)


def upgrade() -> None:
    for name, table, columns, where in _INDEXES:
        op.create_index(name, table, columns, sqlite_where=sa.text(where) if where else None)


def downgrade() -> None:
    for name, table, _, _ in _INDEXES:
        op.drop_index(name, table)
