"""Consent to keep personal data (domain.md §9): which text, in which language, when."""

from bot.services.core import Services
from storage.engine.database import Transaction
from storage.people import citizens

CONSENT_VERSION = "2026-11"
GENERAL = "general"


async def give_consent(services: Services, user_id: int, language: str) -> None:
    """Record the consent to the general text; saying it again changes nothing."""

    async def job(tx: Transaction) -> None:
        await citizens.give_consent(tx, user_id, GENERAL, CONSENT_VERSION, language, services.now)
        await citizens.set_language(tx, user_id, language)

    await services.db.write(job)
