"""letters that cannot be delivered: since when, and set aside so that others do not wait for them."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

_STUCK = "state = 'pending' AND failing_since IS NOT NULL"


def upgrade() -> None:
    op.add_column("outbox", sa.Column("failing_since", sa.Integer(), nullable=True))
    op.add_column("outbox", sa.Column("aside", sa.Integer(), server_default="0", nullable=False))
    op.create_index("outbox_stuck", "outbox", ["failing_since"], sqlite_where=sa.text(_STUCK))
    # Whom a case was filed for was forgotten with him: the case then looked like the assistant's own.
    op.execute(
        "UPDATE application SET client_id = 0 WHERE client_id IS NULL AND state != 'draft' AND EXISTS"
        " (SELECT 1 FROM case_event WHERE application_id = application.id AND actor_role = 'assistant')"
        " AND NOT EXISTS (SELECT 1 FROM case_event WHERE application_id = application.id AND type = 'take_over')"
    )


def downgrade() -> None:
    op.drop_index("outbox_stuck", "outbox")
    op.execute("ALTER TABLE outbox DROP COLUMN aside")
    op.execute("ALTER TABLE outbox DROP COLUMN failing_since")
