"""one live booking, place in line and case a person for each account: what others typed is nobody's obstacle.

Before, an ИИН typed by anybody barred everybody else from it. The way down is refused by the index itself as long as
two accounts have something under way for one person.
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"

_ONCE = {
    "booking_once": (
        "booking",
        "made_by",
        ["person_id", "kind", "starts_at"],
        "state IN ('active', 'displaced', 'checked_in')",
    ),
    "waiting_once": ("waiting", "user_id", ["person_id", "service_group"], "state = 'waiting'"),
    "application_live": (
        "application",
        "made_by",
        ["person_id", "service", "period"],
        "state NOT IN ('draft', 'withdrawn')",
    ),
}


def upgrade() -> None:
    for name, (table, account, columns, where) in _ONCE.items():
        op.drop_index(name, table)
        op.create_index(name, table, [account, *columns], unique=True, sqlite_where=sa.text(where))


def downgrade() -> None:
    for name, (table, _account, columns, where) in _ONCE.items():
        op.drop_index(name, table)
        op.create_index(name, table, columns, unique=True, sqlite_where=sa.text(where))
