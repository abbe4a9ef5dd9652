"""what a person told for an estimate of АӘК."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "estimate",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["citizen.user_id"]),
        sa.PrimaryKeyConstraint("user_id"),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("estimate")
