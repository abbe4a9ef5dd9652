"""the queue and the registry."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


_APPEND_ONLY = ("branch_change", "booking_event", "payment_application_event", "payment_export")


def upgrade() -> None:
    op.create_table(
        "booking_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=True),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    with op.batch_alter_table("booking_event", schema=None) as batch_op:
        batch_op.create_index("booking_event_of", ["booking_id"], unique=False)

    op.create_table(
        "desk_operator",
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("window", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("chat_id", "user_id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "payment_export",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_name", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "payment_source_answer",
        sa.Column("iin_lookup", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("iin_lookup"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "registry_columns",
        sa.Column("headings_hash", sa.Text(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("headings_hash"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "registry_import",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("is_open", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("chat_id", sa.Integer(), nullable=True),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("file", sa.LargeBinary(), nullable=True),
        sa.Column("headings", sa.Text(), nullable=True),
        sa.Column("columns", sa.Text(), nullable=True),
        sa.Column("first_key", sa.Integer(), nullable=True),
        sa.Column("rows", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("added", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("changed", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("unchanged", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("illegal", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("bad", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("mended", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("done_keys", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("done_added", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("done_changed", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("told_upto", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("touched_at", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("applied_at", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("is_open"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    with op.batch_alter_table("registry_import", schema=None) as batch_op:
        batch_op.create_index("registry_import_state", ["state"], unique=False)

    op.create_table(
        "branch_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_name", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["branch_id"],
            ["branch.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    with op.batch_alter_table("branch_change", schema=None) as batch_op:
        batch_op.create_index("branch_change_of", ["branch_id", "at"], unique=False)

    op.create_table(
        "closure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_name", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Integer(), nullable=False),
        sa.Column("lifted_by", sa.Integer(), nullable=True),
        sa.Column("lifted_at", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["branch_id"],
            ["branch.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    with op.batch_alter_table("closure", schema=None) as batch_op:
        batch_op.create_index(
            "closure_live", ["branch_id", "starts_at"], unique=False, sqlite_where=sa.text("lifted_at IS NULL")
        )

    op.create_table(
        "desk_plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("service_group", sa.Text(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.Column("opens", sa.Text(), nullable=False),
        sa.Column("closes", sa.Text(), nullable=False),
        sa.Column("desks", sa.Integer(), nullable=False),
        sa.Column("walkin_percent", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("valid_to", sa.Text(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["branch_id"],
            ["branch.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    with op.batch_alter_table("desk_plan", schema=None) as batch_op:
        batch_op.create_index("desk_plan_of", ["branch_id", "service_group", "valid_from"], unique=False)

    op.create_table(
        "special_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("opens", sa.Text(), nullable=True),
        sa.Column("closes", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["branch_id"],
            ["branch.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("branch_id", "day"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "payment_application",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("data_key_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=True),
        sa.Column("asked_reason", sa.Text(), nullable=True),
        sa.Column("corrected", sa.LargeBinary(), nullable=True),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("staff_chat", sa.Integer(), nullable=True),
        sa.Column("card_message_id", sa.Integer(), nullable=True),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.Column("owner_name", sa.Text(), nullable=True),
        sa.Column("export_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.Integer(), nullable=False),
        sa.Column("submitted_at", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["data_key_id"],
            ["data_key.id"],
        ),
        sa.ForeignKeyConstraint(
            ["export_id"],
            ["payment_export.id"],
        ),
        sa.ForeignKeyConstraint(
            ["made_by"],
            ["citizen.user_id"],
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"],
            ["payment.id"],
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    with op.batch_alter_table("payment_application", schema=None) as batch_op:
        batch_op.create_index(
            "payment_application_draft", ["made_by", "programme"], unique=True, sqlite_where=sa.text("state = 'draft'")
        )
        batch_op.create_index("payment_application_export", ["export_id"], unique=False)
        batch_op.create_index(
            "payment_application_live",
            ["person_id", "programme"],
            unique=True,
            sqlite_where=sa.text("state NOT IN ('draft', 'refused', 'closed')"),
        )
        batch_op.create_index("payment_application_made_by", ["made_by", "updated_at"], unique=False)
        batch_op.create_index("payment_application_payment", ["payment_id"], unique=False)
        batch_op.create_index("payment_application_state", ["programme", "state"], unique=False)

    op.create_table(
        "payment_before",
        sa.Column("payment_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("new_version", sa.Integer(), nullable=False),
        sa.Column("phone_lookup", sa.Text(), nullable=True),
        sa.Column("number_lookup", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("status_day", sa.Text(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["registry_import.id"],
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"],
            ["payment.id"],
        ),
        sa.PrimaryKeyConstraint("payment_id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    with op.batch_alter_table("payment_before", schema=None) as batch_op:
        batch_op.create_index("payment_before_import", ["import_id", "payment_id"], unique=False)

    op.create_table(
        "payment_correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("payment_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("data_key_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("staff_chat", sa.Integer(), nullable=True),
        sa.Column("card_message_id", sa.Integer(), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["data_key_id"],
            ["data_key.id"],
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"],
            ["payment.id"],
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["citizen.user_id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    with op.batch_alter_table("payment_correction", schema=None) as batch_op:
        batch_op.create_index(
            "payment_correction_waiting", ["payment_id"], unique=True, sqlite_where=sa.text("state = 'waiting'")
        )

    op.create_table(
        "payment_application_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("actor_role", sa.Text(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["payment_application.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("application_id", "seq"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=True),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("service_group", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.Integer(), nullable=True),
        sa.Column("arrived_at", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("window", sa.Integer(), nullable=True),
        sa.Column("operator", sa.Integer(), nullable=True),
        sa.Column("operator_name", sa.Text(), nullable=True),
        sa.Column("called_at", sa.Integer(), nullable=True),
        sa.Column("calls", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("ended_at", sa.Integer(), nullable=True),
        sa.Column("told", sa.Text(), nullable=True),
        sa.Column("told_at", sa.Integer(), nullable=True),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"],
            ["booking.id"],
        ),
        sa.ForeignKeyConstraint(
            ["branch_id"],
            ["branch.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("booking_id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index(
            "visit_at_window", ["branch_id", "operator"], unique=True, sqlite_where=sa.text("state = 'called'")
        )
        batch_op.create_index("visit_line", ["branch_id", "service_group", "day", "state"], unique=False)
        batch_op.create_index(
            "visit_live",
            ["branch_id", "day"],
            unique=False,
            sqlite_where=sa.text("state IN ('waiting', 'called', 'parked')"),
        )
        batch_op.create_index("visit_ticket", ["branch_id", "day", "ticket"], unique=True)
        batch_op.create_index(
            "visit_walk_in",
            ["branch_id", "day", "user_id"],
            unique=True,
            sqlite_where=sa.text("booking_id IS NULL AND state IN ('waiting', 'called', 'parked')"),
        )

    op.create_table(
        "waiting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("second_service", sa.Text(), nullable=True),
        sa.Column("service_group", sa.Text(), nullable=False),
        sa.Column("seats", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("day_from", sa.Text(), nullable=False),
        sa.Column("day_to", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=True),
        sa.Column("booking_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("look_at", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["booking_id"],
            ["booking.id"],
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["citizen.user_id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    with op.batch_alter_table("waiting", schema=None) as batch_op:
        batch_op.create_index(
            "waiting_booking",
            ["booking_id"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting' AND booking_id IS NOT NULL"),
        )
        batch_op.create_index("waiting_look", ["look_at"], unique=False, sqlite_where=sa.text("state = 'waiting'"))
        batch_op.create_index(
            "waiting_once", ["person_id", "service_group"], unique=True, sqlite_where=sa.text("state = 'waiting'")
        )
        batch_op.create_index("waiting_user", ["user_id", "created_at"], unique=False)

    op.create_table(
        "offer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("waiting_id", sa.Integer(), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.Integer(), nullable=False),
        sa.Column("offered_at", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["branch_id"],
            ["branch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["waiting_id"],
            ["waiting.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    with op.batch_alter_table("offer", schema=None) as batch_op:
        batch_op.create_index("offer_due", ["expires_at"], unique=False, sqlite_where=sa.text("state = 'open'"))
        batch_op.create_index("offer_of", ["waiting_id"], unique=False)
        batch_op.create_index("offer_open", ["waiting_id"], unique=True, sqlite_where=sa.text("state = 'open'"))

    op.create_table(
        "waiting_branch",
        sa.Column("waiting_id", sa.Integer(), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("service_group", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["branch_id"],
            ["branch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["waiting_id"],
            ["waiting.id"],
        ),
        sa.PrimaryKeyConstraint("waiting_id", "branch_id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("waiting_branch", schema=None) as batch_op:
        batch_op.create_index(
            "waiting_branch_line",
            ["branch_id", "service_group", "created_at", "waiting_id"],
            unique=False,
            sqlite_where=sa.text("ended_at IS NULL"),
        )

    op.add_column("booking", sa.Column("second_service", sa.Text(), nullable=True))
    op.add_column("booking", sa.Column("seats", sa.Integer(), server_default=sa.text("1"), nullable=False))
    op.add_column("booking", sa.Column("coming_at", sa.Integer(), nullable=True))
    op.add_column("booking", sa.Column("closure_id", sa.Integer(), nullable=True))
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("booking_live"), sqlite_where=sa.text("state = 'active'"))
        batch_op.create_index("booking_displaced", ["id"], unique=False, sqlite_where=sa.text("state = 'displaced'"))
        batch_op.create_index(
            "booking_once",
            ["person_id", "kind", "day"],
            unique=True,
            sqlite_where=sa.text("state IN ('active', 'displaced', 'checked_in')"),
        )
        batch_op.create_index(
            "booking_open", ["starts_at"], unique=False, sqlite_where=sa.text("state IN ('active', 'checked_in')")
        )
        batch_op.create_index("booking_place", ["branch_id", "starts_at"], unique=False)

    op.add_column("citizen", sa.Column("reminder_offsets", sa.Text(), nullable=True))

    op.add_column("payment", sa.Column("import_id", sa.Integer(), nullable=True))
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.create_index(
            "payment_import", ["import_id"], unique=False, sqlite_where=sa.text("import_id IS NOT NULL")
        )

    op.add_column("payment_event", sa.Column("import_id", sa.Integer(), nullable=True))
    with op.batch_alter_table("payment_event", schema=None) as batch_op:
        batch_op.create_index(
            "payment_event_import", ["import_id", "id"], unique=False, sqlite_where=sa.text("import_id IS NOT NULL")
        )

    op.add_column("seat", sa.Column("purpose", sa.Text(), nullable=True))
    op.add_column("seat", sa.Column("public_at", sa.Integer(), nullable=True))
    with op.batch_alter_table("seat", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("seat_booked"), sqlite_where=sa.text("booking_id IS NOT NULL"))
        batch_op.create_index(
            "seat_booked", ["booking_id"], unique=False, sqlite_where=sa.text("booking_id IS NOT NULL")
        )
        batch_op.create_index(
            "seat_cooling",
            ["public_at"],
            unique=False,
            sqlite_where=sa.text("state = 'free' AND public_at IS NOT NULL"),
        )
        batch_op.create_index("seat_kept", ["purpose"], unique=False, sqlite_where=sa.text("state = 'held'"))

    op.add_column("staff_chat", sa.Column("branch_id", sa.Integer(), nullable=True))
    op.add_column("staff_chat", sa.Column("desk_message_id", sa.Integer(), nullable=True))
    op.add_column("staff_chat", sa.Column("desk_thread_id", sa.Integer(), nullable=True))

    for table in _APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    # Bookings made before the history was kept begin it as they are.
    op.execute(
        "INSERT INTO booking_event (booking_id, type, state, branch_id, starts_at, version, actor, at)"
        " SELECT id, 'booked', state, branch_id, starts_at, version, made_by, created_at FROM booking"
    )


def downgrade() -> None:
    op.execute("ALTER TABLE staff_chat DROP COLUMN desk_thread_id")
    op.execute("ALTER TABLE staff_chat DROP COLUMN desk_message_id")
    op.execute("ALTER TABLE staff_chat DROP COLUMN branch_id")

    with op.batch_alter_table("seat", schema=None) as batch_op:
        batch_op.drop_index("seat_kept", sqlite_where=sa.text("state = 'held'"))
        batch_op.drop_index("seat_cooling", sqlite_where=sa.text("state = 'free' AND public_at IS NOT NULL"))
        batch_op.drop_index("seat_booked", sqlite_where=sa.text("booking_id IS NOT NULL"))
        batch_op.create_index(
            batch_op.f("seat_booked"), ["booking_id"], unique=1, sqlite_where=sa.text("booking_id IS NOT NULL")
        )
    op.execute("ALTER TABLE seat DROP COLUMN public_at")
    op.execute("ALTER TABLE seat DROP COLUMN purpose")

    with op.batch_alter_table("payment_event", schema=None) as batch_op:
        batch_op.drop_index("payment_event_import", sqlite_where=sa.text("import_id IS NOT NULL"))
    op.execute("ALTER TABLE payment_event DROP COLUMN import_id")

    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.drop_index("payment_import", sqlite_where=sa.text("import_id IS NOT NULL"))
    op.execute("ALTER TABLE payment DROP COLUMN import_id")

    op.execute("ALTER TABLE citizen DROP COLUMN reminder_offsets")

    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.drop_index("booking_place")
        batch_op.drop_index("booking_open", sqlite_where=sa.text("state IN ('active', 'checked_in')"))
        batch_op.drop_index("booking_once", sqlite_where=sa.text("state IN ('active', 'displaced', 'checked_in')"))
        batch_op.drop_index("booking_displaced", sqlite_where=sa.text("state = 'displaced'"))
        batch_op.create_index(
            batch_op.f("booking_live"), ["person_id", "kind", "day"], unique=1, sqlite_where=sa.text("state = 'active'")
        )
    op.execute("ALTER TABLE booking DROP COLUMN closure_id")
    op.execute("ALTER TABLE booking DROP COLUMN coming_at")
    op.execute("ALTER TABLE booking DROP COLUMN seats")
    op.execute("ALTER TABLE booking DROP COLUMN second_service")

    with op.batch_alter_table("waiting_branch", schema=None) as batch_op:
        batch_op.drop_index("waiting_branch_line", sqlite_where=sa.text("ended_at IS NULL"))

    op.drop_table("waiting_branch")
    with op.batch_alter_table("offer", schema=None) as batch_op:
        batch_op.drop_index("offer_open", sqlite_where=sa.text("state = 'open'"))
        batch_op.drop_index("offer_of")
        batch_op.drop_index("offer_due", sqlite_where=sa.text("state = 'open'"))

    op.drop_table("offer")
    with op.batch_alter_table("waiting", schema=None) as batch_op:
        batch_op.drop_index("waiting_user")
        batch_op.drop_index("waiting_once", sqlite_where=sa.text("state = 'waiting'"))
        batch_op.drop_index("waiting_look", sqlite_where=sa.text("state = 'waiting'"))
        batch_op.drop_index("waiting_booking", sqlite_where=sa.text("state = 'waiting' AND booking_id IS NOT NULL"))

    op.drop_table("waiting")
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.drop_index(
            "visit_walk_in", sqlite_where=sa.text("booking_id IS NULL AND state IN ('waiting', 'called', 'parked')")
        )
        batch_op.drop_index("visit_ticket")
        batch_op.drop_index("visit_live", sqlite_where=sa.text("state IN ('waiting', 'called', 'parked')"))
        batch_op.drop_index("visit_line")
        batch_op.drop_index("visit_at_window", sqlite_where=sa.text("state = 'called'"))

    op.drop_table("visit")
    op.drop_table("payment_application_event")
    with op.batch_alter_table("payment_correction", schema=None) as batch_op:
        batch_op.drop_index("payment_correction_waiting", sqlite_where=sa.text("state = 'waiting'"))

    op.drop_table("payment_correction")
    with op.batch_alter_table("payment_before", schema=None) as batch_op:
        batch_op.drop_index("payment_before_import")

    op.drop_table("payment_before")
    with op.batch_alter_table("payment_application", schema=None) as batch_op:
        batch_op.drop_index("payment_application_state")
        batch_op.drop_index("payment_application_payment")
        batch_op.drop_index("payment_application_made_by")
        batch_op.drop_index(
            "payment_application_live", sqlite_where=sa.text("state NOT IN ('draft', 'refused', 'closed')")
        )
        batch_op.drop_index("payment_application_export")
        batch_op.drop_index("payment_application_draft", sqlite_where=sa.text("state = 'draft'"))

    op.drop_table("payment_application")
    op.drop_table("special_day")
    with op.batch_alter_table("desk_plan", schema=None) as batch_op:
        batch_op.drop_index("desk_plan_of")

    op.drop_table("desk_plan")
    with op.batch_alter_table("closure", schema=None) as batch_op:
        batch_op.drop_index("closure_live", sqlite_where=sa.text("lifted_at IS NULL"))

    op.drop_table("closure")
    with op.batch_alter_table("branch_change", schema=None) as batch_op:
        batch_op.drop_index("branch_change_of")

    op.drop_table("branch_change")
    with op.batch_alter_table("registry_import", schema=None) as batch_op:
        batch_op.drop_index("registry_import_state")

    op.drop_table("registry_import")
    op.drop_table("registry_columns")
    op.drop_table("payment_source_answer")
    op.drop_table("payment_export")
    op.drop_table("desk_operator")
    with op.batch_alter_table("booking_event", schema=None) as batch_op:
        batch_op.drop_index("booking_event_of")

    op.drop_table("booking_event")
