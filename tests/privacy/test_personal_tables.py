"""Every table that may hold something of a person is known to erasure and to /mydata, or there is a reason why not.

A new table, or a new column of this kind, fails here until it is erased with a withdrawn consent and handed over by
/mydata, or until somebody writes down why it is not.
"""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

from bot.domain.people.consents import Purpose
from bot.jobs import forget_old
from bot.services.payments.subscriptions import unfollow_payment
from bot.services.privacy.consent import withdraw_consent
from bot.services.privacy.export import collect_my_data
from bot.services.privacy.retention import erase_unneeded_persons
from bot.services.queue.booking import cancel_booking
from bot.services.reception.close_day import close_days
from storage.engine.database import Database
from storage.engine.dialog_state import DialogStorage
from storage.engine.schema import metadata
from tests.privacy.whole_life import CITIZEN, Life, whole_life

PERSONS = {"user_id", "person_id", "made_by", "client_id", "assistant_id", "holder", "actor", "used_by", "subject"}
"""Columns that say whose a row is; a hash by which somebody is found, and what is encrypted, are told by their kind."""
STAFF_OR_NOBODY = {
    "data_key": "the keys themselves: a destroyed one is overwritten",
    "registry_import": "made by staff; its blob names the file they sent",
    "registry_columns": "made by staff: how the columns of their registries are read",
    "payment_export": "made by staff: how many rows were handed to the payer, and when",
    "desk_plan": "made by staff",
    "special_day": "made by staff",
    "closure": "made by staff",
    "branch_change": "made by staff",
    "opening_draft": "made by staff",
    "desk_operator": "which clerk sits where today; forgotten every night",
    "bind_code": "made by an administrator for a group",
    "staff_prompt": "what a clerk was asked to write; forgotten after a day",
}
"""Tables whose columns look like a person's and are none's who could withdraw a consent."""
NOT_ERASED = {
    "access_log": "append-only, for the person's own sake: who looked at whose data (domain §9)",
    "payment": "the payer's registry: without consent nobody is shown the row",
    "payment_event": "the payer's registry",
    "payment_before": "the payer's registry, to take an import back",
    "payment_application_event": "of drafts none; of what was sent, the payer's",
    "booking": "its ticket and time stay as the branch's history; the person in it is erased",
    "booking_event": "append-only: moves of a booking, no values",
    "visit": "the branch's history: a ticket and its times",
    "visit_event": "the branch's history",
    "offer": "which time was offered to a place in line: no values",
    "case_event": "append-only; what was said in it goes with the destroyed key of the case",
    "obligation": "goes with the destroyed key of the case",
    "question": "goes with the destroyed key of the case",
    "staff_message": "which message of the chat shows the case: no values",
    "takeover_code": "a code of chance on paper; its case is withdrawn and can be taken over no more",
    "inquiry_message": "which message of the chat shows the inquiry: no values",
}
NOT_HANDED_OVER = {
    "inbox": "no longer than an update is handled",
    "quarantine": "what could not be read or handled, dropped after a month",
    "action": "results by key, dropped after two days: what came of them is handed over from where it is kept",
    "fsm": "where somebody is in a dialog",
    "outbox": "messages, which the person got",
    "attempt": "counts of the last hours, dropped after a day",
    "payment_event": "steps of a payment, shown with it in the bot",
    "reminder": "when a message is due about what is handed over",
    "payment_source_answer": "when the payer was asked last: a time",
    "seat": "what is held for five minutes, or belongs to a booking that is handed over",
    "booking_event": "moves of a booking that is handed over",
    "visit_event": "moves of a visit that is handed over",
    "waiting_branch": "places of a wait that is handed over",
    "offer": "messages about a wait that is handed over",
    "case_topic": "where staff see the case: no value of the person's",
    "staff_message": "where staff see the case",
    "takeover_code": "a code of chance, which is on the person's paper",
    "assistant_code": "an invitation staff wrote; the name is handed over once somebody took it",
    "inquiry_message": "where staff see the inquiry",
}


OF_NOBODY = {"id", "key", "seq", "version", "data_key_id"}
"""Columns by which rows are found and kept apart; so are hashes."""
COLUMNS_NOT_HANDED_OVER = {
    "booking.closure_id": "which closing took the time: the branch's",
    "booking.day": "of the time that is handed over",
    "booking.kind": "follows from the service",
    "booking.seats": "follows from the minutes",
    "citizen.seen_at": "written once, with the moment of the first message",
    "estimate.updated_at": "when an answer of the estimate was told last",
    "obligation.changed_at": "in the history of the case",
    "obligation.created_at": "in the history of the case",
    "person.created_at": "of what the number was told for",
    "question.asked_by": "in the list of those who looked",
    "visit.calls": "the reception's count",
    "visit.message_id": "which message shows the place in the line",
    "visit.operator": "who sat at the counter",
    "visit.operator_name": "who sat at the counter",
    "visit.starts_at": "of the booking",
    "visit.told": "whether the place in the line was told",
    "visit.told_at": "when the place in the line was told",
    "visit.window": "which counter called",
    "waiting.booking_id": "of a booking that is handed over",
    "waiting.person_id": "for whom is told by the relation",
    "waiting.seats": "follows from the services",
    "waiting.service_group": "follows from the service",
}


@dataclass(slots=True)
class Touched:
    """Which tables statements read, and which they changed or emptied."""

    read: set[str] = field(default_factory=set)
    columns: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)

    def note(self, action: int, table: str | None, column: str | None, *_: object) -> int:
        """Note one access: what SQLite calls before it runs a statement."""
        if table is not None:
            if action == sqlite3.SQLITE_READ:
                self.read.add(table)
                self.columns.add(f"{table}.{column}")
            elif action in {sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}:
                self.changed.add(table)
        return sqlite3.SQLITE_OK

    @classmethod
    async def noted(cls, db: Database) -> "Touched":
        """Note everything from now on."""
        touched = cls()
        async with db.read() as first, db.read() as second:
            for each in (first._connection, second._connection, db._writer):
                await each.run(lambda connection: connection.set_authorizer(touched.note))
        return touched


@pytest.fixture
async def life(tmp_path: Path) -> AsyncIterator[Life]:
    async with whole_life(tmp_path) as lived:
        yield lived


def personal(schema: MetaData) -> set[str]:
    """Return the tables that may hold something of a person, and those that belong to such ones."""
    found = {table.name for table in schema.tables.values() if any(_is_personal(each) for each in table.columns)}
    found -= STAFF_OR_NOBODY.keys()
    while True:
        belong = {
            table.name
            for table in schema.tables.values()
            if any(key.column.table.name in found for key in table.foreign_keys) and table.name not in STAFF_OR_NOBODY
        }
        if belong <= found:
            return found
        found |= belong


def _is_personal(column: Column[object]) -> bool:
    sealed = isinstance(column.type, LargeBinary)
    return column.name in PERSONS or column.name.endswith("_lookup") or sealed


def test_a_table_nobody_thought_of_is_noticed() -> None:
    schema = MetaData()
    for name, column in (
        ("plain", Column("title", Text)),
        ("whose", Column("user_id", Integer)),
        ("hashed", Column("phone_lookup", Text)),
        ("sealed", Column("said", LargeBinary)),
        ("part", Column("sealed_id", Integer, ForeignKey("sealed.id"))),
        ("part_of_part", Column("part_id", Integer, ForeignKey("part.id"))),
    ):
        Table(name, schema, Column("id", Integer, primary_key=True), column)
    assert personal(schema) == {"whose", "hashed", "sealed", "part", "part_of_part"}


async def test_a_withdrawn_consent_reaches_every_table_of_a_persons(life: Life) -> None:
    await _visit_is_over(life)
    touched = await Touched.noted(life.queue.services.db)
    await withdraw_consent(life.queue.services, key="withdrawn", user_id=CITIZEN)
    await _jobs_run(life)
    assert personal(metadata) - touched.changed == NOT_ERASED.keys()


async def test_consents_withdrawn_one_by_one_reach_the_same_tables(life: Life) -> None:
    await _visit_is_over(life)
    touched = await Touched.noted(life.queue.services.db)
    for purpose in Purpose:
        await withdraw_consent(life.queue.services, key=purpose, user_id=CITIZEN, purpose=purpose)
    await _jobs_run(life)
    kept = {"guide_tick", "quarantine"}
    assert personal(metadata) - touched.changed - kept == NOT_ERASED.keys()


async def test_my_data_reads_every_table_of_a_persons(life: Life) -> None:
    touched = await Touched.noted(life.queue.services.db)
    await collect_my_data(life.queue.services, CITIZEN)
    assert personal(metadata) - touched.read == NOT_HANDED_OVER.keys()


async def test_my_data_reads_every_column_of_a_persons(life: Life) -> None:
    touched = await Touched.noted(life.queue.services.db)
    await collect_my_data(life.queue.services, CITIZEN)
    every = {
        f"{name}.{column.name}"
        for name in personal(metadata) - NOT_HANDED_OVER.keys()
        for column in metadata.tables[name].columns
        if not (column.name in OF_NOBODY or column.name.endswith("_lookup"))
    }
    assert every - touched.columns == COLUMNS_NOT_HANDED_OVER.keys()


def test_no_reason_is_left_of_a_table_that_is_gone() -> None:
    assert metadata.tables.keys() >= STAFF_OR_NOBODY.keys()
    assert personal(metadata) >= NOT_ERASED.keys() | NOT_HANDED_OVER.keys()


@pytest.mark.parametrize("follows", [True, False])
async def test_no_hash_finds_a_person_whose_consent_is_withdrawn(life: Life, follows: bool) -> None:
    services, lookups = life.queue.services, life.lookups()
    if not follows:
        await unfollow_payment(services, life.followed, CITIZEN)
    columns = set(_with_lookups())
    before = {place for place, value in _texts(services.db.path) if _has(value, lookups)}
    assert before >= {
        "access_log.subject",
        "attempt.subject",
        "case_topic.topic_lookup",
        "citizen.phone_lookup",
        "payment.iin_lookup",
        "payment.number_lookup",
        "payment.phone_lookup",
        "payment_source_answer.iin_lookup",
        "person.iin_lookup",
    }
    await withdraw_consent(services, key="withdrawn", user_id=CITIZEN)
    await _visit_is_over(life)
    await _jobs_run(life)
    after = {place for place, value in _texts(services.db.path) if _has(value, lookups)}
    registry = {"payment.iin_lookup", "payment.number_lookup", "payment.phone_lookup"}
    assert after == {"access_log.subject", *registry}, "what NOT_ERASED gives a reason for"
    assert after & columns == registry


async def _visit_is_over(life: Life) -> None:
    await cancel_booking(life.queue.services, key="over", user_id=CITIZEN, booking_id=1, reason="busy")
    life.queue.clock.move(days=31)
    await close_days(life.queue.services)


async def _jobs_run(life: Life) -> None:
    """Run what the hour and the night forget."""
    services = life.queue.services
    await erase_unneeded_persons(services)
    await forget_old(services, DialogStorage(services.db, services.encryption, life.queue.clock))


def _with_lookups() -> Iterator[str]:
    for table in metadata.tables.values():
        yield from (f"{table.name}.{column.name}" for column in table.columns if column.name.endswith("_lookup"))


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """Return every text of every table, with its column."""
    with closing(sqlite3.connect(path)) as connection:
        for table in metadata.tables.values():
            for column in table.columns:
                if isinstance(column.type, Text):
                    rows = connection.execute(f'SELECT "{column.name}" FROM {table.name}')  # noqa: S608
                    yield from ((f"{table.name}.{column.name}", str(value)) for (value,) in rows)


def _has(value: str, lookups: set[str]) -> bool:
    return any(lookup in value for lookup in lookups)
