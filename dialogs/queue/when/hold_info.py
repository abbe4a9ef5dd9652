"""What is said of the held seat: its time, and until when it is kept."""

from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.services.branches.directory import Place
from bot.services.queue.hold import held_seat
from bot.texts import LocalDateTime
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
    ending = live and until - services.now < _MINUTE
    return held_shown(place, QueueData(manager).wanted, until, live=live, ending=ending)


def held_shown(place: Place, starts_at: int, until: int, *, live: bool, ending: bool = False) -> Shown:
    """Return what ``hold_args`` does, of a seat at a time; of one that is ``ending`` the minute told is over."""
    return {
        "at": LocalDateTime(starts_at, place.zone),
        "until": LocalDateTime(until, place.zone, "time"),
        "live": live,
        "ending": ending,
    }
