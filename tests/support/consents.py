"""Consents of people whose way to them is not what a test is about."""

from bot.domain.people.consents import TEXT_VERSION, Purpose
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.people import citizens
from storage.privacy import consents


async def consent_to_all(services: Services, *user_ids: int, language: str = "kk") -> None:
    """Have people agree to every purpose, as by pressing the button under each."""

    async def give(tx: Transaction) -> None:
        for user_id in user_ids:
            await citizens.ensure(tx, services.encryption, user_id, services.now)
            for purpose in Purpose:
                await consents.give(tx, user_id, purpose, TEXT_VERSION, language, services.now)

    await services.db.write(give)
