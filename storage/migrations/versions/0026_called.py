"""whether Telegram was called for a message that a process had died with before."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.add_column("outbox", sa.Column("called", sa.Integer(), server_default="0", nullable=False))
    # Of what was begun by the release before this one nobody knows it.
    op.execute("UPDATE outbox SET called = 1 WHERE deaths > 0 AND state = 'leased'")


def downgrade() -> None:
    op.execute("ALTER TABLE outbox DROP COLUMN called")
