"""what the bot asked whom of the staff to write."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    op.create_table(
        "staff_prompt",
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("is_sure", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.Integer(), nullable=False),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("chat_id", "thread_id", "user_id"),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("staff_prompt")
