"""Consent taken back, one purpose or all (domain §9): what was kept with it only is removed, and a receipt is sent."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.errors import Refusal
from bot.domain.people.consents import Purpose
from bot.services.notifications import notification
from bot.services.queue.hold import release
from bot.services.queue.waiting_list import end_waiting
from bot.services.work import Services
from bot.texts import LocalDateTime
from storage import eligibility, guide_ticks, inquiries
from storage.assistants import assistants, clients
from storage.engine import quarantine
from storage.engine.database import Transaction
from storage.payment_applications import payment_applications
from storage.people import citizens, iin_proofs, persons
from storage.privacy import consents, erasure, export
from storage.queue import waiting_list

_REMEMBERING = {Purpose.PAYMENTS, Purpose.QUEUE}
"""What the remembered number, phone and name were told for."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The files that are to be removed."""

    files: tuple[str, ...]


@dataclass(slots=True)
class _Removed:
    """How much was removed, for the receipt; ``files`` are still to be."""

    files: list[str] = field(default_factory=list)
    drafts: int = 0
    withdrawn: int = 0
    people: int = 0
    inquiries: int = 0
    followed: int = 0
    lines: int = 0


async def withdraw_consent(services: Services, *, key: str, user_id: int, purpose: Purpose | None = None) -> None:
    """Withdraw the consent to a purpose, or to all; remove what was kept with it only, and post a receipt of it.

    That is the profile, drafts, withdrawn cases, words of inquiries, followed payments, places in line, and the numbers
    of persons whom nothing under way needs; a coming booking keeps its person until the visit
    (``erase_unneeded_persons``).

    Raises ``Refusal("consent-case-live")`` (param ``case``) while an application for it is under consideration.
    """

    async def withdraw(tx: Transaction) -> Withdrawn:
        return Withdrawn(tuple(await _withdraw(services, tx, key, user_id, purpose)))

    for name in (await services.run_once(key, withdraw)).files:
        await services.files.remove(name)


async def _withdraw(
    services: Services, tx: Transaction, key: str, user_id: int, purpose: Purpose | None
) -> Sequence[str]:
    purposes = (purpose,) if purpose else tuple(Purpose)
    for each in purposes:
        await _refuse_live(tx, user_id, each)
    left = await export.counts(tx, user_id)
    named = await _named(services, tx, user_id)
    if purpose is None:
        await consents.withdraw_all(tx, user_id, services.now)
        await guide_ticks.erase(tx, user_id)
        await quarantine.erase(tx, user_id)
    else:
        await consents.withdraw(tx, user_id, purpose, services.now)
    removed = _Removed()
    for each in purposes:
        await _ERASE[each](services, tx, user_id, removed)
    if _REMEMBERING & set(purposes):
        await erasure.erase_profile(tx, user_id)
        await iin_proofs.erase(tx, user_id)
    receipt = {
        "at": LocalDateTime(services.now),
        "files": len(removed.files),
        "people": removed.people,
        "inquiries": removed.inquiries,
        "followed": removed.followed,
        "lines": removed.lines,
        "numbers": await persons.erase_unneeded(tx, named, services.now),
        "withdrawn": removed.withdrawn,
        "drafts": removed.drafts,
        "cases": left["cases"],
        "bookings": left["bookings"],
    }
    words = f"consent-withdrawn-{purpose}" if purpose else "consent-withdrawn"
    await services.enqueue(tx, notification(key, user_id, words, receipt))
    return removed.files


async def _refuse_live(tx: Transaction, user_id: int, purpose: Purpose) -> None:
    code = None
    if purpose is Purpose.PAYMENTS:
        code = await payment_applications.under_consideration(tx, user_id)
    elif purpose in {Purpose.ASSISTANCE, Purpose.SERVICES}:
        code = await export.case_under_consideration(tx, user_id, purpose)
    if code is not None:
        raise Refusal("consent-case-live", case=code)


async def _named(services: Services, tx: Transaction, user_id: int) -> list[int]:
    """Return the persons whose numbers may be needed no more."""
    own = (await citizens.profile(tx, services.encryption, user_id)).get("iin")
    named = await persons.named_by(tx, user_id)
    return named + await persons.with_number(tx, services.encryption, own) if own is not None else named


async def _erase_payments(services: Services, tx: Transaction, user_id: int, removed: _Removed) -> None:
    own = (await citizens.profile(tx, services.encryption, user_id)).get("iin")
    await erasure.erase_asked(tx, user_id, services.encryption.lookup("iin", own) if own is not None else None)
    removed.drafts += await payment_applications.erase_drafts(tx, user_id, services.now)
    removed.followed += await erasure.unfollow_payments(tx, user_id)


async def _erase_queue(services: Services, tx: Transaction, user_id: int, removed: _Removed) -> None:
    lines = await waiting_list.of_user(tx, user_id)
    for entry in lines:
        await end_waiting(services, tx, entry)
    removed.lines += len(lines)
    await release(tx, user_id)


async def _erase_assistance(services: Services, tx: Transaction, user_id: int, removed: _Removed) -> None:
    await eligibility.erase(tx, user_id)
    await _erase_applications(services, tx, user_id, removed, Purpose.ASSISTANCE)
    people = await clients.of_assistant(tx, services.encryption, user_id)
    removed.files += await clients.erase(tx, people, services.now)
    removed.people += len(people)
    await assistants.forget(tx, user_id)


async def _erase_services(services: Services, tx: Transaction, user_id: int, removed: _Removed) -> None:
    await _erase_applications(services, tx, user_id, removed, Purpose.SERVICES)


async def _erase_inquiries(services: Services, tx: Transaction, user_id: int, removed: _Removed) -> None:
    removed.inquiries += await inquiries.erase(tx, user_id, services.now)


async def _erase_applications(
    services: Services, tx: Transaction, user_id: int, removed: _Removed, purpose: Purpose
) -> None:
    drafts, files = await erasure.erase_drafts(tx, user_id, purpose, services.now)
    withdrawn, their_files = await erasure.erase_withdrawn_cases(tx, user_id, purpose, services.now)
    removed.drafts += drafts
    removed.withdrawn += withdrawn
    removed.files += [row["stored_as"] for row in (*files, *their_files)]


_ERASE = {
    Purpose.PAYMENTS: _erase_payments,
    Purpose.QUEUE: _erase_queue,
    Purpose.ASSISTANCE: _erase_assistance,
    Purpose.SERVICES: _erase_services,
    Purpose.INQUIRIES: _erase_inquiries,
}
