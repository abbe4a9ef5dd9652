"""A staff group with its clerks, and what they do with a case, for the journeys."""

import asyncio
import re
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from aiogram.types import Message
from PIL import Image

from bot.domain.calendar.quarters import income_quarter
from bot.domain.cases.case import Case
from bot.forms.loading import AID
from bot.services.applications.attachments import Sent, keep_page
from bot.services.applications.submission import submit_application
from bot.services.calendar import today
from bot.services.work import Services
from bot.texts import TextRef
from storage.cases import cases
from tests.support.forms.aid import filled
from tests.support.world import ADMIN, Reader, World


async def asks(clerk: Reader, code: str, words: str) -> None:
    await clerk.presses("staff-button-ask")
    await clerk.presses("staff-item-income")
    await clerk.sees("staff-ask-prompt", code=code, item=TextRef("staff-item-income"))
    await clerk.says(words)


async def plans(clerk: Reader, code: str) -> None:
    await clerk.presses("staff-button-plan")
    prompt = await clerk.sees("staff-plan-prompt", code=code)
    await clerk.actor.replies_to(prompt, "Тіркелу — 1 желтоқсан\n- Курс, 2 ай")
    await clerk.sees("staff-plan-confirm", code=code)
    await clerk.presses("staff-button-send-plan")


OWNER, OTHER, STRANGER = 601, 602, 504
PATIENCE = 45.0


@dataclass(slots=True)
class Office:
    """A staff group with two clerks in it, and the administrator."""

    world: World
    chat_id: int
    language: str

    def clerk(self, user_id: int = OWNER, thread_id: int | None = None) -> Reader:
        """Return a clerk at work in the group, or in one topic of it."""
        return Reader(self.world.telegram.person(user_id).in_chat(self.chat_id, thread_id), self.language)

    async def place(self, case: Case) -> dict[str, Any]:
        """Return where the bot shows the case now."""
        row = await self.world.app.services.db.one("SELECT * FROM case_topic WHERE application_id = ?", case.id)
        return row or {}

    async def at_case(self, case: Case, user_id: int = OWNER, patience: float = PATIENCE) -> Reader:
        """Return a clerk before the case, once its card has its buttons."""
        async with asyncio.timeout(patience):
            while not (await self.place(case)).get("card_message_id"):
                await asyncio.sleep(0.05)
        await self.clerk(user_id).actor.sees(_has_buttons(case), timeout=patience)
        return self.clerk(user_id, (await self.place(case))["thread_id"])


def _has_buttons(case: Case) -> Any:
    return lambda message: case.code in (message.text or "") and message.reply_markup is not None


def photo(shade: int = 120) -> bytes:
    """Return a small picture."""
    out = BytesIO()
    Image.new("RGB", (640, 480), (shade, 90, 60)).save(out, "JPEG")
    return out.getvalue()


async def open_group(world: World, language: str, *, is_forum: bool) -> Office:
    """Make a group with two clerks; the bot administers it."""
    boss = world.telegram.person(ADMIN)
    made = await boss.does("create_group", title="АСП", is_forum=is_forum, members=[OWNER, OTHER])
    chat_id = made["chat"]["id"]
    await boss.does("promote", chat_id=chat_id, user_id=world.telegram.feed.bot_id)
    return Office(world, chat_id, language)


async def open_office(world: World, language: str, *, is_forum: bool = True, role: str = "aid") -> Office:
    """Make a group and bind it for the whole country, as people do."""
    office = await open_group(world, language, is_forum=is_forum)
    await binds(office, await make_code(world, language, role))
    return office


async def binds(office: Office, code: str) -> Message:
    """Type the code in the group; return the bot's answer."""
    boss = office.world.telegram.person(ADMIN).in_chat(office.chat_id)
    await boss.sends(f"/bind {code}")
    return await boss.sees(lambda message: message.reply_to_message is not None)


async def make_code(world: World, language: str, role: str = "aid") -> str:
    """Go through the administrator's dialog; return the code it shows."""
    private = Reader(world.telegram.person(ADMIN), "ru")
    if not private.actor.messages():
        await world.citizen(ADMIN, "ru")
    await private.says("/bind")
    await private.sees("admin-role")
    await private.presses(f"staff-role-{role}")
    await private.presses("staff-country")
    await private.presses(f"language-{language}")
    shown = await private.actor.sees(re.compile("/bind [A-Z]"))
    return str(shown.text).split("/bind ")[-1].split()[0]


async def submitted(services: Services, user_id: int, language: str, files: int = 2, **answers: Any) -> Case:
    """Fill and submit an application with so many photos; its card is on its way."""
    wages = [
        {"member": "me", "kind": "wage", "month": month.isoformat(), "amount": 60_000} for month in _months(services)
    ]
    none = {"member": "m1", "kind": "none", "month": wages[0]["month"], "amount": 0}
    given = {"name": "Айгүл <i>&", "incomes": [*wages, none], **answers}
    draft = await filled(services, user_id, language, **given)
    for number in range(1, files + 1):
        sent = Sent("documents", number, photo(10 * number), f"Анықтама <{number}>")
        await keep_page(services, key=f"{user_id}:page:{number}", user_id=user_id, service=AID, sent=sent)
    done = await submit_application(
        services,
        key=f"{user_id}:submit",
        user_id=user_id,
        application_id=draft.application.id,
        language=language,
    )
    async with services.db.read() as reader:
        return await cases.load(reader, services.encryption, done.application_id)


def _months(services: Services) -> tuple[date, date, date]:
    return income_quarter(today(services.now)).months


async def card_says(clerk: Reader, state: str) -> None:
    """Wait until the case's card shows this state."""
    clerk.actor.mark = 0
    await clerk.actor.sees(clerk.words(f"staff-state-{state}"), timeout=PATIENCE)


async def now_of(world: World, case: Case) -> Case:
    """Return the case as it is now."""
    services = world.app.services
    async with services.db.read() as reader:
        return await cases.load(reader, services.encryption, case.id)


async def events_of(world: World, case: Case) -> list[str]:
    """Return the types of the case's events in order."""
    services = world.app.services
    async with services.db.read() as reader:
        return [event.type for event in await cases.history(reader, services.encryption, case)]


async def taken(world: World, *, is_forum: bool = True) -> tuple[Office, Case, Reader, Reader]:
    """A citizen's case in its chat, with a clerk who has taken it: office, case, citizen, clerk."""
    citizen = await world.citizen(501, "kk")
    office = await open_office(world, "ru", is_forum=is_forum)
    case = await submitted(world.app.services, 501, "kk")
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    clerk.actor.mark = 0
    await clerk.sees("staff-state-in_check", timeout=PATIENCE)
    await world.settles()
    return office, case, citizen, clerk
