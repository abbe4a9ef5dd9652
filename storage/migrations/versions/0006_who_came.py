"""what became of everybody who came, kept for good."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "visit_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("window", sa.Integer(), nullable=True),
        sa.Column("actor", sa.Integer(), nullable=True),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    with op.batch_alter_table("visit_event", schema=None) as batch_op:
        batch_op.create_index("visit_event_of", ["visit_id"], unique=False)
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER visit_event_no_{verb.lower()} BEFORE {verb} ON visit_event"
            " BEGIN SELECT RAISE(ABORT, 'visit_event is append-only'); END"
        )


def downgrade() -> None:
    op.drop_table("visit_event")
