"""how many rows of a registry had lost the first zeros of an ИИН."""

from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.execute("ALTER TABLE registry_import ADD COLUMN restored INTEGER DEFAULT '0' NOT NULL")


def downgrade() -> None:
    op.execute("ALTER TABLE registry_import DROP COLUMN restored")
