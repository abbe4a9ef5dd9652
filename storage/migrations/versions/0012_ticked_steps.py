"""the steps of guides people ticked off."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "guide_tick",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("guide", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("ticked_at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["citizen.user_id"]),
        sa.PrimaryKeyConstraint("user_id", "guide", "step"),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("guide_tick")
