"""consents by purpose, the one to everything counting for what it named; how many people were shown something."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

_LIVE = "answer = 'given' AND withdrawn_at IS NULL AND replaced_at IS NULL"
_NAMED = ("payments", "queue", "assistance")
"""What the text of 2026-11 was for: checking a payment, the queue, applying for help."""


def upgrade() -> None:
    op.add_column("access_log", sa.Column("people", sa.Integer(), nullable=True))
    op.add_column("consent", sa.Column("answer", sa.Text(), server_default="given", nullable=False))
    op.add_column("consent", sa.Column("replaced_at", sa.Integer(), nullable=True))
    op.drop_index("consent_live", "consent")
    op.create_index("consent_live", "consent", ["user_id", "purpose"], unique=True, sqlite_where=sa.text(_LIVE))
    for purpose in _NAMED:
        op.execute(
            "INSERT INTO consent (user_id, purpose, text_version, language, given_at, withdrawn_at)"
            f" SELECT user_id, '{purpose}', text_version, language, given_at, withdrawn_at FROM consent"
            " WHERE purpose = 'general' ORDER BY id"
        )
    op.execute(
        "UPDATE consent SET replaced_at = CAST(strftime('%s', 'now') AS INTEGER)"
        " WHERE purpose = 'general' AND withdrawn_at IS NULL"
    )


def downgrade() -> None:
    op.execute("ALTER TABLE access_log DROP COLUMN people")
    op.execute("DELETE FROM consent WHERE answer <> 'given' OR (replaced_at IS NOT NULL AND purpose <> 'general')")
    op.execute(f"DELETE FROM consent WHERE purpose IN {(*_NAMED, 'services', 'inquiries')}")
    op.drop_index("consent_live", "consent")
    op.execute("ALTER TABLE consent DROP COLUMN answer")
    op.execute("ALTER TABLE consent DROP COLUMN replaced_at")
    op.create_index(
        "consent_live", "consent", ["user_id", "purpose"], unique=True, sqlite_where=sa.text("withdrawn_at IS NULL")
    )
