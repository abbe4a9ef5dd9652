"""which account showed that an ИИН is its own, and codes by which staff confirm it."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.create_table(
        "iin_proof",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), sa.ForeignKey("citizen.user_id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("asked_at", sa.Integer(), nullable=False),
        sa.Column("proved_at", sa.Integer(), nullable=True),
        sa.Column("how", sa.Text(), nullable=True),
        sa.Column("clerk", sa.Integer(), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
        sa.UniqueConstraint("user_id", "person_id"),
        sqlite_strict=True,
    )
    op.create_index("iin_proof_person", "iin_proof", ["person_id"])
    waits, done = sa.text("proved_at IS NULL"), sa.text("proved_at IS NOT NULL")
    op.create_index("iin_proof_asked", "iin_proof", ["asked_at"], sqlite_where=waits)
    op.create_index("iin_proof_proved", "iin_proof", ["proved_at"], sqlite_where=done)


def downgrade() -> None:
    op.drop_table("iin_proof")
