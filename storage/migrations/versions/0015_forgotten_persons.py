"""whatever is kept of a person is found, so that the number goes when nothing needs it."""

from alembic import op

revision = "0015"
down_revision = "0014"

TABLES = ("booking", "waiting", "application", "payment_application")


def upgrade() -> None:
    for table in TABLES:
        op.create_index(f"{table}_person", table, ["person_id"])


def downgrade() -> None:
    for table in TABLES:
        op.drop_index(f"{table}_person", table)
