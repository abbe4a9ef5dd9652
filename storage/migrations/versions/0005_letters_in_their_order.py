"""the next letter is found at once, however many thousands wait."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_PENDING = "state = 'pending'"


def _due(*columns: str) -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("outbox_due", sqlite_where=sa.text(_PENDING))
        batch_op.create_index("outbox_due", list(columns), unique=False, sqlite_where=sa.text(_PENDING))


def upgrade() -> None:
    _due("priority", "id")


def downgrade() -> None:
    _due("priority", "not_before", "id")
