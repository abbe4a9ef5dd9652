"""Demo mode: the bot on the local Telegram, with people and staff to play (product O1)."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.settings import Settings, SetupError
from simulator import Person, Simulator

_TOKEN = "7000000001:DEMO-local-telegram-needs-no-secret-00"  # noqa: S105 - the local Telegram's, worth nothing elsewhere
_USERNAME = "halyq_demo_bot"
_PERSON_FIELDS = ("id", "first_name", "last_name", "username", "phone", "language_code", "note")
_PEOPLE = Path(__file__).parent.parent / "data" / "demo" / "people.json"


@asynccontextmanager
async def local_telegram(settings: Settings) -> AsyncIterator[tuple[Settings, str]]:
    """Run the simulator; yield the settings under which the bot talks to it, and the page's address."""
    folder = settings.data_dir / "demo"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(f"DATA_DIR {settings.data_dir} cannot be written: {error.strerror}") from None
    people = json.loads(_PEOPLE.read_text(encoding="utf-8"))
    clock_file = folder / "clock"
    simulator = Simulator(
        token=_TOKEN,
        bot_username=_USERNAME,
        people=[_person(entry) for entry in people],
        state_dir=folder / "telegram",
        clock_file=clock_file,
    )
    try:
        await simulator.start(host="127.0.0.1", port=settings.simulator_port)
    except OSError as error:
        raise SetupError(f"SIMULATOR_PORT {settings.simulator_port} cannot be used: {error.strerror}") from None
    admins = frozenset(entry["id"] for entry in people if entry.get("role") == "admin")
    try:
        yield (
            settings.model_copy(
                update={
                    "bot_token": SecretStr(_TOKEN),
                    "bot_api_url": simulator.url,
                    "data_dir": folder,
                    "database_url": "",
                    "clock_file": clock_file,
                    "admin_ids": settings.admin_ids | admins,
                    "webhook_url": "",
                }
            ),
            simulator.url,
        )
    finally:
        await simulator.stop()


def _person(entry: dict[str, Any]) -> Person:
    return Person(**{name: value for name, value in entry.items() if name in _PERSON_FIELDS})
