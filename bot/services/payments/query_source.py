"""Asking the outside source what became of a person's payments; what it says is recorded like a registry's row.

A source that is slow, broken or down never stands between a person and what is already known (product P4).
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import date

import structlog

from bot.domain.errors import InvalidInput
from bot.domain.payments.payment import NewState, Standing, StoredPayment
from bot.domain.payments.statuses import STATUSES_WITH_REASON
from bot.domain.people.accounts import parse_iban
from bot.domain.people.contacts import parse_phone
from bot.domain.people.identifiers import Iin
from bot.domain.sealing import DataKeyDestroyedError
from bot.domain.sweeps import Sweep
from bot.services.calendar import today
from bot.services.payment_source.client import SourceError
from bot.services.payment_source.contract import SourcePayment
from bot.services.payments.programmes import programmes
from bot.services.payments.stored_state import make_state
from bot.services.payments.subscriptions import tell_followers
from bot.services.payments.texts import OVER
from bot.services.sweeping import StopSweep, run_each
from bot.services.work import Services
from storage.engine.database import Transaction, is_unavailable
from storage.engine.encryption import Encryption
from storage.payments import look_ups, payments

log = structlog.get_logger(__name__)
FRESH_SECONDS = 300
"""An answer this young is used again: the source is not asked twice about one person in five minutes."""
SLOW_SECONDS = 1.5
"""After this long the person is told that the source is being asked."""
_FOLLOWED_SECONDS = 6 * 3600
_FOLLOWED_BATCH = 20
Tell = Callable[[], Awaitable[None]]


async def ask_source(services: Services, iin: Iin, slow: Tell | None = None) -> bool:
    """Bring a person's payments up to date; False when the source gave no answer. ``slow`` is called if it takes long.

    Followers of what changed are told in the same transaction. Without a source, or with a fresh answer, nothing
    happens: the work is the same for every ИИН, known or not. A payment that cannot be recorded stays as it is known.
    """
    return await _ask(services, iin, slow) is not None


async def _ask(services: Services, iin: Iin, slow: Tell | None = None) -> list[Exception] | None:
    """Ask like ``ask_source``; return what the recording of payments met, or None when there was no answer."""
    if services.source is None:
        return []
    lookup = services.encryption.lookup("iin", iin)
    async with services.db.read() as reader:
        before = await look_ups.source_answer(reader, lookup)
    # By a clock that has been set back since, the answer's moment is yet to come: nobody knows how old it is.
    if before and before.answered_at is not None and 0 <= services.now - before.answered_at < FRESH_SECONDS:
        return []
    states = await _answered(services, iin, slow)

    async def record(tx: Transaction) -> list[Exception]:
        await look_ups.note_asked(tx, lookup, services.now, answered=states is not None)
        met = [await _record_apart(services, tx, state) for state in states or ()]
        return [error for error in met if error is not None]

    met = await services.db.write(record)
    return met if states is not None else None


async def _record_apart(services: Services, tx: Transaction, state: NewState) -> Exception | None:
    try:
        async with tx.savepoint():
            await record_state(services, tx, state)
    except Exception as error:
        if is_unavailable(error):
            raise
        log.exception("what the payments' source told was not recorded", programme=state.programme)
        return error
    return None


async def ask_about_followed(services: Services) -> None:
    """Ask about followed payments the source has said nothing of for six hours; stops when it is down."""
    if services.source is None:
        return
    async with services.db.read() as reader:
        before = services.now - _FOLLOWED_SECONDS
        rows = await look_ups.followed_to_ask(reader, OVER, before, services.now, _FOLLOWED_BATCH)
    await run_each(services, Sweep.FOLLOWED, rows, lambda row: _ask_about(services, row), key=lambda row: str(row.id))


async def _ask_about(services: Services, row: StoredPayment) -> None:
    async with services.db.read() as reader:
        iin = await _number_of(reader, services.encryption, row)
    met = await _ask(services, iin) if iin is not None else []
    if met is None:
        raise StopSweep
    for error in met:
        raise error


async def record_state(services: Services, tx: Transaction, state: NewState) -> None:
    """Store what is new about one payment and tell its followers; what is older or cannot be so is left out."""
    rows = await payments.known(tx, [state.iin_lookup])
    known = next((each for each in rows if each.programme == state.programme), None)
    if known is None:
        await payments.add(tx, services.encryption, state, services.now)
    elif known.fingerprint != state.fingerprint and _may_become(known, state):
        await payments.change(tx, services.encryption, known, state, services.now)
        if not known.is_as(state):
            await tell_followers(services, tx, known.id, known.version + 1, state)


def _may_become(known: StoredPayment, state: NewState) -> bool:
    old, new = known.status, state.status
    later = state.day >= known.day
    possible = later and (old is new or programmes()[state.programme].can_reach(old, new))
    if later and not possible:
        log.warning("the payments' source told an impossible change", old=old.value, new=new.value)
    return possible


async def _answered(services: Services, iin: Iin, slow: Tell | None) -> list[NewState] | None:
    try:
        found = await _with_word(services, iin, slow)
    except SourceError:
        return None
    states = [_possible(services, iin, payment) for payment in found if payment.programme in programmes()]
    return [state for state in states if state is not None]


def _possible(services: Services, iin: Iin, payment: SourcePayment) -> NewState | None:
    """Return one payment of an answer, or None where it cannot be so: the others are right without it."""
    try:
        return _state(services, iin, payment)
    except InvalidInput as problem:
        log.warning("the payments' source answered what cannot be so", code=problem.code)
        return None


async def _with_word(services: Services, iin: Iin, slow: Tell | None) -> Sequence[SourcePayment]:
    """Ask, and say so once if it takes long; nothing is left running behind."""
    assert services.source is not None  # noqa: S101 - asked by the callers
    if slow is None:
        return await services.source.look_up(iin)

    async def tell() -> None:
        await asyncio.sleep(SLOW_SECONDS)
        await slow()

    found: Sequence[SourcePayment] | SourceError
    async with asyncio.TaskGroup() as group:
        word = group.create_task(tell())
        try:
            found = await services.source.look_up(iin)
        except SourceError as error:
            # Raised behind the group, which would wrap it.
            found = error
        word.cancel()
    if isinstance(found, SourceError):
        raise found
    return found


async def _number_of(reader: Transaction, encryption: Encryption, payment: StoredPayment) -> Iin | None:
    try:
        return Iin((await payments.open_details(reader, encryption, payment))["iin"])
    except DataKeyDestroyedError:
        return None


def _check(payment: SourcePayment, day: date) -> None:
    programme = programmes()[payment.programme]
    if payment.status_on > day:
        raise InvalidInput("payments-row-future", day=payment.status_on)
    if payment.status not in programme.statuses or (payment.reason and payment.reason not in programme.reasons):
        raise InvalidInput("payments-row-programme")
    if (payment.reason is not None) is not (payment.status in STATUSES_WITH_REASON):
        raise InvalidInput("payments-row-reason", status=payment.status.value)


def _state(services: Services, iin: Iin, payment: SourcePayment) -> NewState:
    """Check an answer like a registry's row; raises InvalidInput."""
    _check(payment, today(services.now))
    standing = Standing(
        programme=payment.programme,
        status=payment.status,
        reason=payment.reason,
        day=payment.status_on.isoformat(),
        amount=payment.amount,
    )
    told = {
        "iin": iin,
        "last_name": payment.last_name,
        "first_name": payment.first_name,
        "phone": parse_phone(payment.phone) if payment.phone else None,
        "number": payment.application_no,
        "iban": parse_iban(payment.iban).iban if payment.iban else None,
    }
    return make_state(services.encryption, standing, told)
