"""What is said of the held seat: its time, and until when it is kept."""

from datetime import date, datetime

from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.services.branches.directory import Place
from bot.services.queue.hold import held_seat
from bot.texts import LocalDateTime, TextRef, zone
from dialogs.queue.data import QueueData, chosen_place
from dialogs.widgets.preview import Shown

_MINUTE = 60


async def hold_args(manager: DialogManager) -> Shown:
    """Return ``at``, ``until`` (clock times of the branch) and whether the seat is still kept: ``live``, ``ending``."""
    services = services_of(manager)
    place = await chosen_place(manager)
    held = await held_seat(services, context_of(manager).user_id)
    live = held is not None and held.hold_until > services.now
    until = held.hold_until if held else services.now
    today = services.clock.now().astimezone(zone(place.zone)).date()
    ending = live and until - services.now < _MINUTE
    return held_shown(place, QueueData(manager).wanted, until, live=live, ending=ending, today=today)


def held_shown(
    place: Place, starts_at: int, until: int, *, live: bool, ending: bool = False, today: date | None = None
) -> Shown:
    """Return what ``hold_args`` does, of a seat at a time; of one that is ``ending`` the minute told is over. Today and
    tomorrow are named."""
    return {
        "at": _named(LocalDateTime(starts_at, place.zone, "visit"), today),
        "until": LocalDateTime(until, place.zone, "time"),
        "live": live,
        "ending": ending,
    }


def _named(at: LocalDateTime, today: date | None) -> LocalDateTime | TextRef:
    ahead = (datetime.fromtimestamp(at.at, zone(at.zone)).date() - today).days if today else None
    named = {0: TextRef("queue-at-today", {"at": at}), 1: TextRef("queue-at-tomorrow", {"at": at})}
    return named.get(ahead, at) if ahead is not None else at
