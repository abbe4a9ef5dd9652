"""rows of sweeps that failed: how often, when next, since when."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "sweep_failure",
        sa.Column("sweep", sa.Text(), nullable=False),
        sa.Column("row_key", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.Integer(), nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("failed_at", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("sweep", "row_key"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "sweep_failure_untold", "sweep_failure", ["failed_at"], sqlite_where=sa.text("told_at IS NULL")
    )


def downgrade() -> None:
    op.drop_table("sweep_failure")
