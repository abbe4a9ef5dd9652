"""assistants, the people they file for, and paper codes to take a case over."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "client",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("data_key_id", sa.Integer(), nullable=False),
        sa.Column("assistant_id", sa.Integer(), nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=False),
        sa.Column("consent_version", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("consent_at", sa.Integer(), nullable=False),
        sa.Column("consent_file", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["data_key_id"], ["data_key.id"]),
        sa.ForeignKeyConstraint(["assistant_id"], ["citizen.user_id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("client_of", "client", ["assistant_id"])
    op.create_table(
        "assistant",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("given_by", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.Integer(), nullable=True),
        sa.Column("client_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["citizen.user_id"]),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"]),
        sa.PrimaryKeyConstraint("user_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "assistant_code",
        sa.Column("code_lookup", sa.Text(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("code_lookup"),
        sqlite_strict=True,
    )
    op.create_table(
        "takeover_code",
        sa.Column("code_lookup", sa.Text(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Integer(), nullable=False),
        sa.Column("revoked_at", sa.Integer(), nullable=True),
        sa.Column("used_at", sa.Integer(), nullable=True),
        sa.Column("used_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["application_id"], ["application.id"]),
        sa.PrimaryKeyConstraint("code_lookup"),
        sqlite_strict=True,
    )
    op.create_index("takeover_of", "takeover_code", ["application_id"])
    op.add_column("application", sa.Column("client_id", sa.Integer(), nullable=True))
    op.drop_index("application_draft", "application")
    op.create_index(
        "application_draft",
        "application",
        ["made_by", "service"],
        unique=True,
        sqlite_where=sa.text("state = 'draft' AND client_id IS NULL"),
    )
    op.create_index(
        "application_client_draft",
        "application",
        ["client_id", "service"],
        unique=True,
        sqlite_where=sa.text("state = 'draft' AND client_id IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("application_client_draft", "application")
    op.drop_index("application_draft", "application")
    op.drop_column("application", "client_id")
    op.create_index(
        "application_draft", "application", ["made_by", "service"], unique=True, sqlite_where=sa.text("state = 'draft'")
    )
    for table in ("takeover_code", "assistant_code", "assistant", "client"):
        op.drop_table(table)
