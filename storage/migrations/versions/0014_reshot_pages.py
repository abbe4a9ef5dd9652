"""a page that was shot again names the one in its place."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("document", sa.Column("replaced_by", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.execute("ALTER TABLE document DROP COLUMN replaced_by")
