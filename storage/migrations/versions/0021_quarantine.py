"""updates nobody could handle, what the watchdog told last, and how many processes died with a letter."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_table(
        "quarantine",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bot_id", sa.Integer(), nullable=False),
        sa.Column("update_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("quarantined_at", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("bot_id", "update_id"),
        sqlite_strict=True,
    )
    op.create_index("quarantine_user", "quarantine", ["user_id"])
    op.create_table(
        "watch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.Integer(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.add_column("outbox", sa.Column("deaths", sa.Integer(), server_default="0", nullable=False))
    op.execute(
        "UPDATE outbox SET deaths = 1 WHERE error = 'process died while sending' AND state IN ('pending', 'leased')"
    )
    op.create_index("outbox_unknown", "outbox", ["id"], sqlite_where=sa.text("state = 'unknown'"))
    # Attempts counted how often the bot was started; from now on they count the processes that died with an update.
    op.execute("UPDATE inbox SET attempts = 0 WHERE done_at IS NULL")


def downgrade() -> None:
    op.drop_index("outbox_unknown", "outbox")
    op.execute("ALTER TABLE outbox DROP COLUMN deaths")
    op.drop_table("watch")
    op.drop_table("quarantine")
