"""Consent to keep personal data (domain §9): given, and taken back."""

from dataclasses import dataclass

from bot.domain.errors import Refusal
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
from storage.people import citizens, persons
from storage.privacy import consents, erasure, export
from storage.queue import waiting_list

CONSENT_VERSION = "2026-11"
GENERAL = "general"


async def give_consent(services: Services, user_id: int, language: str) -> None:
    """Record the consent to the general text; saying it again changes nothing."""

    async def give(tx: Transaction) -> None:
        await citizens.give_consent(tx, user_id, GENERAL, CONSENT_VERSION, language, services.now)
        await citizens.set_language(tx, user_id, language)

    await services.db.write(give)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is remembered and agreed to, for the profile's screens."""

    profile: dict[str, str]
    given_at: int | None
    text_version: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The files that are to be removed."""

    files: tuple[str, ...]


async def kept_of(services: Services, user_id: int) -> Kept:
    """Return the profile and the newest general consent in force."""
    async with services.db.read() as reader:
        profile = await citizens.profile(reader, services.encryption, user_id)
        given = [row for row in await consents.of_citizen(reader, user_id) if row["withdrawn_at"] is None]
    newest = given[0] if given else None
    return Kept(profile, newest["given_at"] if newest else None, newest["text_version"] if newest else "")


async def erase_details(services: Services, user_id: int, *names: str) -> None:
    """Remove details from the profile."""
    await services.db.write(lambda tx: citizens.remember(tx, services.encryption, user_id, **dict.fromkeys(names)))


async def withdraw_consent(services: Services, *, key: str, user_id: int) -> None:
    """Withdraw every consent; remove what was kept with it only, and post a receipt of it.

    That is the profile, drafts, withdrawn cases, words of inquiries, followed payments, places in line, and the numbers
    of persons whom nothing under way needs; a coming booking keeps its person until the visit
    (``erase_unneeded_persons``).

    Raises ``Refusal("consent-case-live")`` (param ``case``) while an application is under consideration.
    """

    async def withdraw(tx: Transaction) -> Withdrawn:
        return Withdrawn(tuple(await _withdraw(services, tx, key, user_id)))

    for name in (await services.run_once(key, withdraw)).files:
        await services.files.remove(name)


async def _withdraw(services: Services, tx: Transaction, key: str, user_id: int) -> list[str]:
    code = await export.case_under_consideration(tx, user_id)
    code = code or await payment_applications.under_consideration(tx, user_id)
    if code is not None:
        raise Refusal("consent-case-live", case=code)
    counts = await export.counts(tx, user_id)
    named = await persons.named_by(tx, user_id)
    own = (await citizens.profile(tx, services.encryption, user_id)).get("iin")
    if own is not None:
        named += await persons.with_number(tx, services.encryption, own)
    await erasure.erase_asked(tx, user_id, services.encryption.lookup("iin", own) if own is not None else None)
    await consents.withdraw_all(tx, user_id, services.now)
    await erasure.erase_profile(tx, user_id)
    lines = await waiting_list.of_user(tx, user_id)
    for entry in lines:
        await end_waiting(services, tx, entry)
    await release(tx, user_id)
    await eligibility.erase(tx, user_id)
    await guide_ticks.erase(tx, user_id)
    await quarantine.erase(tx, user_id)
    written = await inquiries.erase(tx, user_id, services.now)
    files = await erasure.erase_drafts(tx, user_id, services.now)
    withdrawn, their_files = await erasure.erase_withdrawn_cases(tx, user_id, services.now)
    files += their_files
    people = await clients.of_assistant(tx, services.encryption, user_id)
    papers = await clients.erase(tx, people, services.now)
    await assistants.forget(tx, user_id)
    await payment_applications.erase_drafts(tx, user_id, services.now)
    followed = await erasure.unfollow_payments(tx, user_id)
    numbers = await persons.erase_unneeded(tx, named, services.now)
    removed = [*papers, *(row["stored_as"] for row in files)]
    receipt = {
        "at": LocalDateTime(services.now),
        "files": len(removed),
        "people": len(people),
        "inquiries": written,
        "followed": followed,
        "lines": len(lines),
        "numbers": numbers,
        "withdrawn": withdrawn,
        "drafts": counts["drafts"],
        "cases": counts["cases"],
        "bookings": counts["bookings"],
    }
    await services.enqueue(tx, notification(key, user_id, "consent-withdrawn", receipt))
    return removed
