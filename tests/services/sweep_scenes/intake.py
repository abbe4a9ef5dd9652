"""Applications for a payment whose programme is open, and people who follow their payments."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot.domain.staff_chats import StaffChat
from bot.services.payment_applications.form import answer_question, begin_application
from bot.services.payment_applications.submission import submit_to_programme
from storage import staff_chats
from tests.services.sweep_scenes.scene import administered
from tests.support.payments.services import Harness, open_harness
from tests.support.queue.services import iin_of

CHAT, FIRST = -1, 501
PROGRAMME = "demo-open"
_ANSWERS: dict[str, str | None] = {
    "surname": "Үлгібаева",
    "name": "Әлия",
    "patronymic": None,
    "phone": "+77000000001",
    "category": "entrepreneur",
    "iban": "KZ41722C000000000001",
    "account_owner": "own",
}


@asynccontextmanager
async def open_intake(folder: Path) -> AsyncIterator[Harness]:
    """Monday, 23 November 2026; a chat of payments is bound."""
    async with open_harness(folder) as harness:
        await harness.welcome(*range(FIRST, FIRST + 5))
        services = administered(harness.services)
        services = replace(services, settings=replace(services.settings, demo=True))
        chat = StaffChat(CHAT, "payments", None, "ru", "Выплаты", is_forum=False, bound_by=900)
        await services.db.write(lambda tx: staff_chats.bind(tx, chat, services.now))
        yield Harness(services, harness.clock)


async def applied(harness: Harness, count: int) -> None:
    """Have so many people apply, each for themselves: their applications and payments have the ids from 1 on."""
    for user_id in range(FIRST, FIRST + count):
        number = await begin_application(harness.services, user_id=user_id, programme_id=PROGRAMME, language="kk")
        for field_id, value in {**_ANSWERS, "iin": iin_of(user_id)}.items():
            await answer_question(
                harness.services, user_id=user_id, application_id=number, field_id=field_id, value=value
            )
        await submit_to_programme(
            harness.services, key=f"submit {user_id}", user_id=user_id, application_id=number, language="kk"
        )
