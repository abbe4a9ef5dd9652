"""Demo mode: the bot on the local Telegram, with people and staff to play (product O1)."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from pydantic import SecretStr, TypeAdapter

from bot.app import App
from bot.cli.demo_data import load_demo_data
from bot.data_files import DATA
from bot.services.staff_chats.binding import make_bind_code
from bot.services.work import Services
from bot.settings import Settings, SetupError
from simulator import Person, Simulator, Step
from storage import staff_chats

_TOKEN = "7000000001:DEMO-local-telegram-needs-no-secret-00"  # noqa: S105 - the local Telegram's, worth nothing elsewhere
_USERNAME = "halyq_demo_bot"
_PEOPLE = DATA / "demo" / "people.json"
_STEPS = DATA / "demo" / "steps.json"
_GROUPS = {"aid": "Мансап орталығы · өтініштер", "duty": "Кезекші топ · қалғаны"}
"""The staff's groups by what they serve: АӘК, and everything no other group takes."""
_LOOKS, _LOOK_SECONDS = 200, 0.1
"""How often the start looks for a group's binding, and how far apart; then the page opens without."""


@asynccontextmanager
async def local_telegram(settings: Settings) -> AsyncIterator[tuple[Settings, str]]:
    """Run the simulator; yield the settings under which the bot talks to it, and the page's address."""
    folder = settings.data_dir / "demo"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(f"DATA_DIR {settings.data_dir} cannot be written: {error.strerror}") from None
    clock_file = folder / "clock"
    simulator = Simulator(
        token=_TOKEN,
        bot_username=_USERNAME,
        people=[_person(entry) for entry in _people()],
        steps=TypeAdapter(list[Step]).validate_json(_STEPS.read_bytes()),
        state_dir=folder / "telegram",
        clock_file=clock_file,
    )
    try:
        await simulator.start(host="127.0.0.1", port=settings.simulator_port)
    except OSError as error:
        raise SetupError(f"SIMULATOR_PORT {settings.simulator_port} cannot be used: {error.strerror}") from None
    changes = {
        "bot_token": SecretStr(_TOKEN),
        "bot_api_url": simulator.url,
        "data_dir": folder,
        "database_url": "",
        "clock_file": clock_file,
        "admin_ids": settings.admin_ids | _with_role("administrator"),
        "webhook_url": "",
    }
    try:
        yield settings.model_copy(update=changes), simulator.url
    finally:
        await simulator.stop()


async def furnish(app: App, address: str) -> None:
    """Fill a fresh demo: synthetic payments, an employment centre's group and a duty group, both bound."""
    await load_demo_data(app.services)
    async with aiohttp.ClientSession(address) as page:
        for role, title in _GROUPS.items():
            if not await _is_bound(app.services, role):
                await _open_group(app, page, role, title)


async def _open_group(app: App, page: aiohttp.ClientSession, role: str, title: str) -> None:
    """Have the administrator make the group and type the code there: what stands in it is what a real one holds."""
    clerks = sorted(_with_role("specialist") | _with_role("desk_operator"))
    admin = min(_with_role("administrator"))
    language = next(entry["language_code"] for entry in _people() if entry["id"] == admin)
    made = await make_bind_code(
        app.services, key=f"demo:code:{role}", user_id=admin, role=role, region=None, language=language
    )
    order = {"as": admin, "do": "create_group", "title": title, "is_forum": True, "members": clerks}
    chat_id = (await _do(page, order))["chat"]["id"]
    await _do(page, {"as": admin, "do": "promote", "chat_id": chat_id, "user_id": app.bot.id})
    await _do(page, {"as": admin, "do": "send_text", "chat_id": chat_id, "text": f"/bind {made.code}"})
    for _ in range(_LOOKS):
        if await _is_bound(app.services, role):
            return
        await asyncio.sleep(_LOOK_SECONDS)


async def _is_bound(services: Services, role: str) -> bool:
    async with services.db.read() as reader:
        return await staff_chats.ever_bound(reader, role)


async def _do(page: aiohttp.ClientSession, order: dict[str, Any]) -> dict[str, Any]:
    async with page.post("/api/do", json=order) as response:
        response.raise_for_status()
        answer: dict[str, Any] = await response.json()
        return answer


def _people() -> list[dict[str, Any]]:
    people: list[dict[str, Any]] = json.loads(_PEOPLE.read_text(encoding="utf-8"))["people"]
    return people


def _with_role(role: str) -> frozenset[int]:
    return frozenset(entry["id"] for entry in _people() if role in entry["roles"])


def _person(entry: dict[str, Any]) -> Person:
    language = entry["language_code"]
    return Person(
        id=entry["id"],
        first_name=entry["first_name"],
        last_name=entry["last_name"],
        username=entry["username"],
        phone=entry["phone"],
        language_code=language,
        note=entry["note"][language],
        number=entry["iin"],
    )
