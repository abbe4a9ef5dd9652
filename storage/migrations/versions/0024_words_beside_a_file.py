"""what a person wrote beside a file; earlier ones were dropped when they came."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.add_column("document", sa.Column("caption", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.execute("ALTER TABLE document DROP COLUMN caption")
