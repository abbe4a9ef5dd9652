"""a visit that is over stands in nobody's way, not even on the same day."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_LIVE = "state IN ('active', 'displaced', 'checked_in')"


def _once(*columns: str) -> None:
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.drop_index("booking_once", sqlite_where=sa.text(_LIVE))
        batch_op.create_index("booking_once", list(columns), unique=True, sqlite_where=sa.text(_LIVE))


def upgrade() -> None:
    _once("person_id", "kind", "starts_at")


def downgrade() -> None:
    _once("person_id", "kind", "day")
