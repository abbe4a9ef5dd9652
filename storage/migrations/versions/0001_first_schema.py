"""first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# History that cannot be rewritten, by anyone (product A12).
APPEND_ONLY = ("case_event", "access_log", "payment_event")


def upgrade() -> None:
    op.create_table('access_log',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('actor', sa.Integer(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('at', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('access_log', schema=None) as batch_op:
        batch_op.create_index('access_subject', ['subject', 'at'], unique=False)

    op.create_table('action',
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('result', sa.LargeBinary(), nullable=False),
    sa.Column('at', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('key'),
    sqlite_strict=True,
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('action', schema=None) as batch_op:
        batch_op.create_index('action_at', ['at'], unique=False)

    op.create_table('attempt',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('at', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.create_index('attempt_recent', ['kind', 'subject', 'at'], unique=False)

    op.create_table('bind_code',
    sa.Column('code_lookup', sa.Text(), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=True),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('created_by', sa.Integer(), nullable=False),
    sa.Column('expires_at', sa.Integer(), nullable=False),
    sa.Column('used_at', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('code_lookup'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    op.create_table('branch',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=False),
    sa.Column('city_kk', sa.Text(), nullable=False),
    sa.Column('city_ru', sa.Text(), nullable=False),
    sa.Column('name_kk', sa.Text(), nullable=False),
    sa.Column('name_ru', sa.Text(), nullable=False),
    sa.Column('address_kk', sa.Text(), nullable=False),
    sa.Column('address_ru', sa.Text(), nullable=False),
    sa.Column('phone', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('hours', sa.Text(), nullable=False),
    sa.Column('duty', sa.Integer(), nullable=False),
    sa.Column('accessible', sa.Integer(), nullable=True),
    sa.Column('takes_bookings', sa.Integer(), nullable=False),
    sa.Column('desks', sa.Integer(), nullable=False),
    sa.Column('confidence', sa.Text(), nullable=False),
    sa.Column('demo', sa.Integer(), nullable=False),
    sa.Column('latitude', sa.Text(), nullable=True),
    sa.Column('longitude', sa.Text(), nullable=True),
    sa.Column('tz', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('code'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('branch', schema=None) as batch_op:
        batch_op.create_index('branch_city', ['region', 'city_ru'], unique=False)

    op.create_table('data_key',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=True),
    sa.Column('created_at', sa.Integer(), nullable=False),
    sa.Column('destroyed_at', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('id'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    op.create_table('fsm',
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=True),
    sa.Column('data', sa.LargeBinary(), nullable=True),
    sa.Column('touched_at', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('key'),
    sqlite_strict=True,
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('fsm', schema=None) as batch_op:
        batch_op.create_index('fsm_touched', ['touched_at'], unique=False)

    op.create_table('inbox',
    sa.Column('bot_id', sa.Integer(), nullable=False),
    sa.Column('update_id', sa.Integer(), nullable=False),
    sa.Column('lane', sa.Text(), nullable=False),
    sa.Column('payload', sa.LargeBinary(), nullable=True),
    sa.Column('received_at', sa.Integer(), nullable=False),
    sa.Column('attempts', sa.Integer(), server_default=sa.text('0'), nullable=False),
    sa.Column('done_at', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('bot_id', 'update_id'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('inbox', schema=None) as batch_op:
        batch_op.create_index('inbox_done', ['done_at'], unique=False)
        batch_op.create_index('inbox_waiting', ['update_id'], unique=False, sqlite_where=sa.text('done_at IS NULL'))

    op.create_table('outbox',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('dedupe_key', sa.Text(), nullable=False),
    sa.Column('chat_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('priority', sa.Integer(), nullable=False),
    sa.Column('payload', sa.LargeBinary(), nullable=True),
    sa.Column('subject', sa.Text(), nullable=True),
    sa.Column('not_before', sa.Integer(), nullable=False),
    sa.Column('not_after', sa.Integer(), nullable=True),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('attempts', sa.Integer(), server_default=sa.text('0'), nullable=False),
    sa.Column('message_id', sa.Integer(), nullable=True),
    sa.Column('error', sa.Text(), nullable=True),
    sa.Column('created_at', sa.Integer(), nullable=False),
    sa.Column('sent_at', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('dedupe_key'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.create_index('outbox_chat', ['chat_id', 'id'], unique=False, sqlite_where=sa.text("state IN ('pending', 'leased')"))
        batch_op.create_index('outbox_due', ['priority', 'not_before', 'id'], unique=False, sqlite_where=sa.text("state = 'pending'"))
        batch_op.create_index('outbox_leased', ['id'], unique=False, sqlite_where=sa.text("state = 'leased'"))
        batch_op.create_index('outbox_subject', ['subject'], unique=False)

    op.create_table('reminder',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('subject_version', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('due_at', sa.Integer(), nullable=False),
    sa.Column('not_after', sa.Integer(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('subject', 'subject_version', 'kind'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('reminder', schema=None) as batch_op:
        batch_op.create_index('reminder_due', ['due_at'], unique=False, sqlite_where=sa.text("state = 'waiting'"))

    op.create_table('staff_chat',
    sa.Column('chat_id', sa.Integer(), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=True),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('is_forum', sa.Integer(), nullable=False),
    sa.Column('bound_by', sa.Integer(), nullable=False),
    sa.Column('bound_at', sa.Integer(), nullable=False),
    sa.Column('unbound_at', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('chat_id'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('staff_chat', schema=None) as batch_op:
        batch_op.create_index('staff_chat_role', ['role', 'region'], unique=False, sqlite_where=sa.text('unbound_at IS NULL'))

    op.create_table('citizen',
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('data_key_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.Text(), nullable=True),
    sa.Column('phone_lookup', sa.Text(), nullable=True),
    sa.Column('profile', sa.LargeBinary(), nullable=True),
    sa.Column('blocked_at', sa.Integer(), nullable=True),
    sa.Column('created_at', sa.Integer(), nullable=False),
    sa.Column('seen_at', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['data_key_id'], ['data_key.id'], ),
    sa.PrimaryKeyConstraint('user_id'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    op.create_table('payment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('data_key_id', sa.Integer(), nullable=False),
    sa.Column('programme', sa.Text(), nullable=False),
    sa.Column('iin_lookup', sa.Text(), nullable=False),
    sa.Column('phone_lookup', sa.Text(), nullable=True),
    sa.Column('number_lookup', sa.Text(), nullable=True),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('status_day', sa.Text(), nullable=False),
    sa.Column('amount', sa.Integer(), nullable=False),
    sa.Column('fingerprint', sa.Text(), nullable=False),
    sa.Column('details', sa.LargeBinary(), nullable=False),
    sa.Column('version', sa.Integer(), server_default=sa.text('1'), nullable=False),
    sa.ForeignKeyConstraint(['data_key_id'], ['data_key.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('programme', 'iin_lookup'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('payment', schema=None) as batch_op:
        batch_op.create_index('payment_iin', ['iin_lookup'], unique=False)

    op.create_table('person',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('data_key_id', sa.Integer(), nullable=False),
    sa.Column('iin_lookup', sa.Text(), nullable=False),
    sa.Column('details', sa.LargeBinary(), nullable=False),
    sa.Column('created_at', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['data_key_id'], ['data_key.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('iin_lookup'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    op.create_table('seat',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('branch_id', sa.Integer(), nullable=False),
    sa.Column('service_group', sa.Text(), nullable=False),
    sa.Column('day', sa.Text(), nullable=False),
    sa.Column('starts_at', sa.Integer(), nullable=False),
    sa.Column('no', sa.Integer(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('holder', sa.Integer(), nullable=True),
    sa.Column('hold_until', sa.Integer(), nullable=True),
    sa.Column('booking_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['branch_id'], ['branch.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('branch_id', 'service_group', 'starts_at', 'no'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('seat', schema=None) as batch_op:
        batch_op.create_index('seat_booked', ['booking_id'], unique=True, sqlite_where=sa.text('booking_id IS NOT NULL'))
        batch_op.create_index('seat_day', ['branch_id', 'service_group', 'day', 'state'], unique=False)
        batch_op.create_index('seat_held', ['holder'], unique=False, sqlite_where=sa.text("state = 'held'"))

    op.create_table('application',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.Text(), nullable=True),
    sa.Column('data_key_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('made_by', sa.Integer(), nullable=False),
    sa.Column('service', sa.Text(), nullable=False),
    sa.Column('period', sa.Text(), nullable=True),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('form_version', sa.Integer(), nullable=False),
    sa.Column('answers', sa.LargeBinary(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('region', sa.Text(), nullable=True),
    sa.Column('staff_chat', sa.Integer(), nullable=True),
    sa.Column('owner', sa.Integer(), nullable=True),
    sa.Column('owner_name', sa.Text(), nullable=True),
    sa.Column('version', sa.Integer(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.Integer(), nullable=False),
    sa.Column('submitted_at', sa.Integer(), nullable=True),
    sa.Column('clock_due', sa.Integer(), nullable=True),
    sa.Column('clock_paused_at', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['data_key_id'], ['data_key.id'], ),
    sa.ForeignKeyConstraint(['made_by'], ['citizen.user_id'], ),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('code'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('application', schema=None) as batch_op:
        batch_op.create_index('application_draft', ['made_by', 'service'], unique=True, sqlite_where=sa.text("state = 'draft'"))
        batch_op.create_index('application_due', ['clock_due'], unique=False, sqlite_where=sa.text('clock_due IS NOT NULL'))
        batch_op.create_index('application_live', ['person_id', 'service', 'period'], unique=True, sqlite_where=sa.text("state NOT IN ('draft', 'withdrawn')"))
        batch_op.create_index('application_made_by', ['made_by', 'updated_at'], unique=False)

    op.create_table('booking',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('ticket', sa.Text(), nullable=False),
    sa.Column('branch_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('made_by', sa.Integer(), nullable=False),
    sa.Column('service', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('relation', sa.Text(), nullable=False),
    sa.Column('day', sa.Text(), nullable=False),
    sa.Column('starts_at', sa.Integer(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('cancel_reason', sa.Text(), nullable=True),
    sa.Column('version', sa.Integer(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.Integer(), nullable=False),
    sa.Column('ended_at', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['branch_id'], ['branch.id'], ),
    sa.ForeignKeyConstraint(['made_by'], ['citizen.user_id'], ),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('number'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('booking', schema=None) as batch_op:
        batch_op.create_index('booking_live', ['person_id', 'kind', 'day'], unique=True, sqlite_where=sa.text("state = 'active'"))
        batch_op.create_index('booking_made_by', ['made_by', 'starts_at'], unique=False)
        batch_op.create_index('booking_ticket', ['branch_id', 'day', 'ticket'], unique=True)

    op.create_table('consent',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('text_version', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('given_at', sa.Integer(), nullable=False),
    sa.Column('withdrawn_at', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['user_id'], ['citizen.user_id'], ),
    sa.PrimaryKeyConstraint('id'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.create_index('consent_live', ['user_id', 'purpose'], unique=True, sqlite_where=sa.text('withdrawn_at IS NULL'))

    op.create_table('payment_event',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('payment_id', sa.Integer(), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('day', sa.Text(), nullable=False),
    sa.Column('at', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['payment_id'], ['payment.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('payment_event', schema=None) as batch_op:
        batch_op.create_index('payment_event_of', ['payment_id'], unique=False)

    op.create_table('payment_subscription',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('payment_id', sa.Integer(), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['payment_id'], ['payment.id'], ),
    sa.ForeignKeyConstraint(['user_id'], ['citizen.user_id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('payment_id', 'user_id'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('payment_subscription', schema=None) as batch_op:
        batch_op.create_index('payment_subscription_user', ['user_id'], unique=False)

    op.create_table('case_event',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('application_id', sa.Integer(), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('type', sa.Text(), nullable=False),
    sa.Column('actor_role', sa.Text(), nullable=False),
    sa.Column('actor', sa.Integer(), nullable=False),
    sa.Column('at', sa.Integer(), nullable=False),
    sa.Column('payload', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['application_id'], ['application.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('application_id', 'seq'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    op.create_table('case_topic',
    sa.Column('application_id', sa.Integer(), nullable=False),
    sa.Column('chat_id', sa.Integer(), nullable=False),
    sa.Column('thread_id', sa.Integer(), nullable=True),
    sa.Column('card_message_id', sa.Integer(), nullable=True),
    sa.Column('topic_lookup', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['application_id'], ['application.id'], ),
    sa.PrimaryKeyConstraint('application_id'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('case_topic', schema=None) as batch_op:
        batch_op.create_index('case_topic_thread', ['chat_id', 'thread_id'], unique=False)

    op.create_table('document',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('application_id', sa.Integer(), nullable=False),
    sa.Column('item', sa.Text(), nullable=False),
    sa.Column('page', sa.Integer(), nullable=False),
    sa.Column('content_hash', sa.Text(), nullable=False),
    sa.Column('stored_as', sa.Text(), nullable=False),
    sa.Column('media_type', sa.Text(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('question_id', sa.Integer(), nullable=True),
    sa.Column('created_at', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['application_id'], ['application.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('application_id', 'item', 'content_hash'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('document', schema=None) as batch_op:
        batch_op.create_index('document_of', ['application_id', 'item', 'page'], unique=False)

    op.create_table('question',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('application_id', sa.Integer(), nullable=False),
    sa.Column('item', sa.Text(), nullable=False),
    sa.Column('asked', sa.LargeBinary(), nullable=False),
    sa.Column('asked_by', sa.Integer(), nullable=False),
    sa.Column('asked_at', sa.Integer(), nullable=False),
    sa.Column('answered_at', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['application_id'], ['application.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.create_index('question_open', ['application_id'], unique=True, sqlite_where=sa.text('answered_at IS NULL'))

    op.create_table('staff_message',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('application_id', sa.Integer(), nullable=False),
    sa.Column('chat_id', sa.Integer(), nullable=False),
    sa.Column('message_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['application_id'], ['application.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('chat_id', 'message_id'),
    sqlite_strict=True,
    sqlite_with_rowid=True
    )
    for table in APPEND_ONLY:
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def downgrade() -> None:
    op.drop_table('staff_message')
    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.drop_index('question_open', sqlite_where=sa.text('answered_at IS NULL'))

    op.drop_table('question')
    with op.batch_alter_table('document', schema=None) as batch_op:
        batch_op.drop_index('document_of')

    op.drop_table('document')
    with op.batch_alter_table('case_topic', schema=None) as batch_op:
        batch_op.drop_index('case_topic_thread')

    op.drop_table('case_topic')
    op.drop_table('case_event')
    with op.batch_alter_table('payment_subscription', schema=None) as batch_op:
        batch_op.drop_index('payment_subscription_user')

    op.drop_table('payment_subscription')
    with op.batch_alter_table('payment_event', schema=None) as batch_op:
        batch_op.drop_index('payment_event_of')

    op.drop_table('payment_event')
    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.drop_index('consent_live', sqlite_where=sa.text('withdrawn_at IS NULL'))

    op.drop_table('consent')
    with op.batch_alter_table('booking', schema=None) as batch_op:
        batch_op.drop_index('booking_ticket')
        batch_op.drop_index('booking_made_by')
        batch_op.drop_index('booking_live', sqlite_where=sa.text("state = 'active'"))

    op.drop_table('booking')
    with op.batch_alter_table('application', schema=None) as batch_op:
        batch_op.drop_index('application_made_by')
        batch_op.drop_index('application_live', sqlite_where=sa.text("state NOT IN ('draft', 'withdrawn')"))
        batch_op.drop_index('application_due', sqlite_where=sa.text('clock_due IS NOT NULL'))
        batch_op.drop_index('application_draft', sqlite_where=sa.text("state = 'draft'"))

    op.drop_table('application')
    with op.batch_alter_table('seat', schema=None) as batch_op:
        batch_op.drop_index('seat_held', sqlite_where=sa.text("state = 'held'"))
        batch_op.drop_index('seat_day')
        batch_op.drop_index('seat_booked', sqlite_where=sa.text('booking_id IS NOT NULL'))

    op.drop_table('seat')
    op.drop_table('person')
    with op.batch_alter_table('payment', schema=None) as batch_op:
        batch_op.drop_index('payment_iin')

    op.drop_table('payment')
    op.drop_table('citizen')
    with op.batch_alter_table('staff_chat', schema=None) as batch_op:
        batch_op.drop_index('staff_chat_role', sqlite_where=sa.text('unbound_at IS NULL'))

    op.drop_table('staff_chat')
    with op.batch_alter_table('reminder', schema=None) as batch_op:
        batch_op.drop_index('reminder_due', sqlite_where=sa.text("state = 'waiting'"))

    op.drop_table('reminder')
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.drop_index('outbox_subject')
        batch_op.drop_index('outbox_leased', sqlite_where=sa.text("state = 'leased'"))
        batch_op.drop_index('outbox_due', sqlite_where=sa.text("state = 'pending'"))
        batch_op.drop_index('outbox_chat', sqlite_where=sa.text("state IN ('pending', 'leased')"))

    op.drop_table('outbox')
    with op.batch_alter_table('inbox', schema=None) as batch_op:
        batch_op.drop_index('inbox_waiting', sqlite_where=sa.text('done_at IS NULL'))
        batch_op.drop_index('inbox_done')

    op.drop_table('inbox')
    with op.batch_alter_table('fsm', schema=None) as batch_op:
        batch_op.drop_index('fsm_touched')

    op.drop_table('fsm')
    op.drop_table('data_key')
    with op.batch_alter_table('branch', schema=None) as batch_op:
        batch_op.drop_index('branch_city')

    op.drop_table('branch')
    op.drop_table('bind_code')
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.drop_index('attempt_recent')

    op.drop_table('attempt')
    with op.batch_alter_table('action', schema=None) as batch_op:
        batch_op.drop_index('action_at')

    op.drop_table('action')
    with op.batch_alter_table('access_log', schema=None) as batch_op:
        batch_op.drop_index('access_subject')

    op.drop_table('access_log')
