"""Consent, purpose by purpose: given or refused by a press, and asked for wherever personal data are written down."""

from dataclasses import dataclass

from bot.domain.errors import Refusal
from bot.domain.people.consents import TEXT_VERSION, Purpose, counts, in_force
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.people import citizens
from storage.privacy import consents


async def give_consent(services: Services, user_id: int, purpose: Purpose, language: str) -> None:
    """Record the consent to the present text; saying it again changes nothing."""
    answer = (user_id, purpose, TEXT_VERSION, language, services.now)
    await services.db.write(lambda tx: consents.give(tx, *answer))


async def refuse_consent(services: Services, *, key: str, user_id: int, purpose: Purpose, language: str) -> None:
    """Record that the person said no to the present text."""

    async def refuse(tx: Transaction) -> None:
        await consents.refuse(tx, user_id, purpose, TEXT_VERSION, language, services.now)

    await services.run_once(key, refuse)


async def require_consent(tx: Transaction, user_id: int, purpose: Purpose) -> None:
    """Raise ``Refusal("consent-needed")`` unless the consent to this purpose is in force: nothing is written down."""
    agreed = [(row["purpose"], row["text_version"]) for row in await consents.live(tx, user_id)]
    if purpose not in in_force(agreed):
        raise Refusal("consent-needed")


@dataclass(frozen=True, slots=True)
class Given:
    """A consent in force: since when, to which text."""

    purpose: Purpose
    at: int
    text_version: str


async def consents_of(services: Services, user_id: int) -> list[Given]:
    """Return the consents in force, in the order of purposes."""
    async with services.db.read() as reader:
        rows = await consents.live(reader, user_id)
    found = {row["purpose"]: row for row in rows if counts(row["text_version"])}
    return [
        Given(purpose, found[purpose]["given_at"], found[purpose]["text_version"])
        for purpose in Purpose
        if purpose in found
    ]


async def profile_of(services: Services, user_id: int) -> dict[str, str]:
    """Return what is remembered of the person for the next time."""
    async with services.db.read() as reader:
        return await citizens.profile(reader, services.encryption, user_id)


async def erase_details(services: Services, user_id: int, *names: str) -> None:
    """Remove details from the profile."""
    await services.db.write(lambda tx: citizens.remember(tx, services.encryption, user_id, **dict.fromkeys(names)))
