"""Demo mode: the bot on the local Telegram, with people and staff to play (product O1)."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from pydantic import SecretStr

from bot.app import App
from bot.cli.demo_data import load_demo_data
from bot.data_files import DATA
from bot.services.staff_chats.binding import Group, bind_chat, make_bind_code
from bot.services.work import Services
from bot.settings import Settings, SetupError
from simulator import Person, Simulator
from storage import staff_chats

_TOKEN = "7000000001:DEMO-local-telegram-needs-no-secret-00"  # noqa: S105 - the local Telegram's, worth nothing elsewhere
_USERNAME = "halyq_demo_bot"
_PEOPLE = DATA / "demo" / "people.json"
_GROUPS = {"aid": "Мансап орталығы · өтініштер", "duty": "Кезекші топ · қалғаны"}
"""The staff's groups by what they serve: АӘК, and everything no other group takes."""


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
    services = app.services
    await load_demo_data(services)
    for role, title in _GROUPS.items():
        async with services.db.read() as reader:
            is_there = await staff_chats.ever_bound(reader, role)
        if not is_there:
            await _open_group(app, address, role, title)


async def _open_group(app: App, address: str, role: str, title: str) -> None:
    clerks = sorted(_with_role("specialist") | _with_role("desk_operator"))
    admin = min(_with_role("administrator"))
    async with aiohttp.ClientSession(address) as page:
        order = {"as": admin, "do": "create_group", "title": title, "is_forum": True, "members": clerks}
        chat = (await _do(page, order))["chat"]
        await _do(page, {"as": admin, "do": "promote", "chat_id": chat["id"], "user_id": app.bot.id})
    await _bind(app.services, admin, role, Group(chat["id"], title, is_forum=True))


async def _bind(services: Services, admin: int, role: str, group: Group) -> None:
    made = await make_bind_code(services, key=f"demo:code:{role}", user_id=admin, role=role, region=None, language="kk")
    await bind_chat(services, key=f"demo:bind:{role}", user_id=admin, typed=made.code, group=group)


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
        note=f"{entry['note'][language]} · {entry['iin']}",
    )
