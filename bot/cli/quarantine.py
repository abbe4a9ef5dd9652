"""``python -m bot quarantine``: updates nobody could handle, also while the bot runs; numbers and reasons only."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.cli.offline import offline_services
from bot.services.alerts.unhandled_updates import drop_quarantined, list_quarantined, retry_quarantined
from bot.settings import Settings, SetupError

_ACTIONS = {"retry": retry_quarantined, "drop": drop_quarantined}


def show_quarantine(settings: Settings) -> str:
    """Return a line for each update: its number here, Telegram's number, when, why, which error."""

    async def show() -> str:
        async with offline_services(settings) as services:
            found = await list_quarantined(services)
        lines = [
            f"{each.id}  update {each.update_id}  {_time(each.quarantined_at)}  {each.reason}  {each.error}"
            for each in found
        ]
        return "\n".join(lines) or "nothing is in quarantine"

    return asyncio.run(show())


def change_quarantine(settings: Settings, action: str, ids: Sequence[int]) -> str:
    """Try updates again, or drop them; all of them when none is named. Raises SetupError for one that is not kept."""

    async def change() -> list[int]:
        async with offline_services(settings) as services:
            wanted = list(ids) or [each.id for each in await list_quarantined(services)]
            done = await _ACTIONS[action](services, wanted)
        if missing := sorted(set(wanted) - set(done)):
            raise SetupError(f"not in quarantine: {', '.join(map(str, missing))}")
        return done

    done = asyncio.run(change())
    return f"{action}: {', '.join(map(str, done)) or 'nothing'}"


def _time(at: int) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")
