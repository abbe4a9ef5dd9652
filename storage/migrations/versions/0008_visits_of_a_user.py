"""the visits of a user are found by an index; a column nobody filled goes."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_index("visit_user", "visit", ["user_id"], sqlite_where=sa.text("user_id IS NOT NULL"))
    op.execute("ALTER TABLE desk_operator DROP COLUMN message_id")


def downgrade() -> None:
    op.drop_index("visit_user", "visit")
    op.execute("CREATE TEMP TABLE kept AS SELECT chat_id, user_id, \"window\", name FROM desk_operator")
    op.drop_table("desk_operator")
    op.create_table(
        "desk_operator",
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("window", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("chat_id", "user_id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO desk_operator (chat_id, user_id, \"window\", name) SELECT chat_id, user_id, \"window\", name FROM kept"
    )
    op.execute("DROP TABLE kept")
