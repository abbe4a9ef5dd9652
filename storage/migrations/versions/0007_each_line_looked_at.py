"""each line is looked at by itself: freeing a seat at one place says nothing about the others one waits at."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_OPEN = "ended_at IS NULL"


def upgrade() -> None:
    op.execute("ALTER TABLE waiting_branch ADD COLUMN look_at INTEGER DEFAULT '0' NOT NULL")
    op.create_index("waiting_branch_look", "waiting_branch", ["look_at"], sqlite_where=sa.text(_OPEN))
    op.drop_index("waiting_look", "waiting")
    op.execute("ALTER TABLE waiting DROP COLUMN look_at")


def downgrade() -> None:
    op.execute("CREATE TEMP TABLE kept AS SELECT *, 0 AS look_at FROM waiting")
    op.drop_table("waiting")
    op.create_table(
        "waiting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("second_service", sa.Text(), nullable=True),
        sa.Column("service_group", sa.Text(), nullable=False),
        sa.Column("seats", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("day_from", sa.Text(), nullable=False),
        sa.Column("day_to", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=True),
        sa.Column("booking_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("look_at", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["booking_id"],
            ["booking.id"],
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["citizen.user_id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    columns = ", ".join(row[1] for row in op.get_bind().exec_driver_sql("PRAGMA table_info(waiting)"))
    op.execute(f"INSERT INTO waiting ({columns}) SELECT {columns} FROM kept")  # noqa: S608 - names of the schema
    op.execute("DROP TABLE kept")
    with op.batch_alter_table("waiting", schema=None) as batch_op:
        batch_op.create_index(
            "waiting_booking",
            ["booking_id"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting' AND booking_id IS NOT NULL"),
        )
        batch_op.create_index("waiting_look", ["look_at"], unique=False, sqlite_where=sa.text("state = 'waiting'"))
        batch_op.create_index("waiting_user", ["user_id", "created_at"], unique=False)
        batch_op.create_index(
            "waiting_once", ["person_id", "service_group"], unique=True, sqlite_where=sa.text("state = 'waiting'")
        )
    op.drop_index("waiting_branch_look", "waiting_branch")
    op.execute("ALTER TABLE waiting_branch DROP COLUMN look_at")
