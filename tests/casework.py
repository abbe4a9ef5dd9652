"""A submitted application and a staff group, for the journeys of casework."""

import asyncio
import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from aiogram.types import Message
from PIL import Image

from bot.forms.loading import AID, form_for
from bot.services.core import Services
from bot.services.routing import send_card
from storage import applications, cases, documents
from storage.cases import Case
from storage.database import Transaction
from storage.persons import ensure_person
from tests.world import ADMIN, Reader, World

OWNER, OTHER, STRANGER = 601, 602, 504
PATIENCE = 15.0
_CHILD = {"id": "m1", "relation": "child", "name": "Тест", "iin": "", "born": "2018-05-05", "state": "child"}
ANSWERS: dict[str, Any] = {
    "region": "750000000",
    "history": "again",
    "changed": "no",
    "channel": "centre",
    "iin": "900101400007",
    "surname": "Тестова",
    "name": "Айгүл <i>&",
    "patronymic": None,
    "born": "1990-01-01",
    "phone": "+77000000001",
    "email": None,
    "address": "Алматы, Абай 1, 2",
    "state": "working",
    "living": "family",
    "members": [_CHILD],
    "incomes": [{"member": "me", "kind": "wage", "month": "2026-07-01", "amount": 60000}],
    "plot": "no",
    "iban": "KZ04601A000000000002",
    "account_owner": "own",
    "alimony_paper": "not_needed",
    "job_request": "not_needed",
    "work_consent": "not_needed",
    "documents": "attached",
    "content": None,
    "family_consent": "given",
}


@dataclass(slots=True)
class Office:
    """A staff group with two clerks in it, and the administrator."""

    world: World
    chat_id: int
    language: str

    def clerk(self, user_id: int = OWNER, thread_id: int | None = None) -> Reader:
        """A clerk at work in the group, or in one topic of it."""
        return Reader(self.world.telegram.person(user_id).in_chat(self.chat_id, thread_id), self.language)

    async def place(self, case: Case) -> dict[str, Any]:
        """Where the bot shows the case now."""
        row = await self.world.app.services.db.one("SELECT * FROM case_topic WHERE application_id = ?", case.id)
        return row or {}

    async def at_case(self, case: Case, user_id: int = OWNER) -> Reader:
        """A clerk before the case, once its card has its buttons."""
        async with asyncio.timeout(PATIENCE):
            while not (await self.place(case)).get("card_message_id"):
                await asyncio.sleep(0.05)
        await self.clerk(user_id).actor.sees(_has_buttons(case), timeout=PATIENCE)
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
    """Put a submitted application with its documents into the database, and have its card sent."""
    given = {**ANSWERS, **answers}
    contents = [photo(10 * number) for number in range(files)]

    async def begin(tx: Transaction) -> int:
        version = form_for(AID).version
        made = await applications.start_draft(
            tx,
            services.vault,
            user_id=user_id,
            service=AID,
            language=language,
            form_version=version,
            now=services.now,
        )
        draft = await applications.read(tx, services.vault, made)
        await applications.keep_answers(tx, draft, given, services.now)
        return made

    application_id = await services.db.write(begin)
    async with services.db.read() as reader:
        key = (await applications.read(reader, services.vault, application_id)).key
    digests = [services.vault.content_hash(content) for content in contents]
    names = [await services.files.put(key, *pair) for pair in zip(digests, contents, strict=True)]

    async def submit(tx: Transaction) -> Case:
        for number, (digest, name) in enumerate(zip(digests, names, strict=True), 1):
            await documents.add_page(
                tx,
                application_id,
                "documents",
                page=number,
                content_hash=digest,
                stored_as=name,
                media_type="image/jpeg",
                name=f"{number}.jpg",
                size=1,
                now=services.now,
            )
        person_id, _ = await ensure_person(tx, services.vault, given["iin"], services.now)
        await tx.execute(
            "UPDATE application SET code = ?, person_id = ?, period = '2026-3', state = 'submitted', region = ?,"
            " submitted_at = ? WHERE id = ?",
            f"AB2CD3{chr(64 + application_id)}F",
            person_id,
            given["region"],
            services.now,
            application_id,
        )
        await send_card(services, tx, application_id)
        return await cases.load(tx, services.vault, application_id)

    return await services.db.write(submit)


async def now_of(world: World, case: Case) -> Case:
    """Return the case as it is now."""
    services = world.app.services
    async with services.db.read() as reader:
        return await cases.load(reader, services.vault, case.id)


async def events_of(world: World, case: Case) -> list[str]:
    """Return the types of the case's events in order."""
    services = world.app.services
    async with services.db.read() as reader:
        return [event.type for event in await cases.history(reader, services.vault, case)]
