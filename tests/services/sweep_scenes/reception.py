"""The reception of a ЦОН: who is late, the line that is told its places, what a day leaves open."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.domain.queue.slots import SlotRef
from bot.domain.reception import Operator
from bot.domain.staff_chats import StaffChat
from bot.services.queue.hold import hold_seat
from bot.services.reception.check_in import join_line
from bot.services.reception.close_day import close_days, miss_the_late
from bot.services.reception.notifications import tell_lines
from bot.services.retries import retry_failed
from bot.services.work import Services
from storage import staff_chats
from storage.engine.database import Transaction
from storage.reception import operators
from tests.services.sweep_scenes.scene import Poison, Run, Scene, administered, refusing
from tests.support.queue.services import READY
from tests.support.reception.services import ReceptionDay, open_reception_day

ANNA, BOLAT = 700, 701
_BESIDE_CHAT = -100_501


@asynccontextmanager
async def _open(folder: Path) -> AsyncIterator[ReceptionDay]:
    async with open_reception_day(folder) as day:
        day.queue.services = administered(day.queue.services)
        yield day


def _run(day: ReceptionDay, sweep: Callable[[Services], Awaitable[object]]) -> Run:
    async def run() -> object:
        return await sweep(day.queue.services)

    return run


async def _beside(day: ReceptionDay) -> int:
    """Return another place, at whose counter somebody sits."""
    (row,) = await day.queue.rows(
        "SELECT id FROM branch WHERE takes_bookings = 1 AND kind = 'tson' AND city_ru = ? AND id != ? LIMIT 1",
        day.queue.place.branch.city.ru,
        day.queue.place.id,
    )
    branch_id = int(row["id"])
    chat = StaffChat(_BESIDE_CHAT, "queue", None, "ru", "Окна 2", is_forum=False, bound_by=1)

    async def bind(tx: Transaction) -> None:
        await staff_chats.bind(tx, chat, day.queue.services.now)
        await staff_chats.set_branch(tx, _BESIDE_CHAT, branch_id)
        await operators.sit(tx, Operator(_BESIDE_CHAT, 9_500, 1, "Клерк"))

    await day.queue.services.db.write(bind)
    return branch_id


def _broken_hours(day: ReceptionDay) -> Poison:
    place = day.queue.place.id
    return Poison(
        f"UPDATE branch SET hours = '[' || hours WHERE id = {place}",  # noqa: S608
        f"UPDATE branch SET hours = substr(hours, 2) WHERE id = {place}",  # noqa: S608
    )


@asynccontextmanager
async def late_at_a_place_that_cannot_be_read(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as day:
        beside = await _beside(day)
        await day.queue.books(ANNA, day.queue.at(10))
        await hold_seat(
            day.queue.services,
            key="beside",
            user_id=BOLAT,
            slot=SlotRef(beside, READY.group.value, day.queue.at(10)),
        )
        await day.queue.confirm(BOLAT)
        day.queue.clock.move(hours=23, minutes=16)
        await day.sits()
        yield Scene(
            day.queue.services,
            str(day.queue.place.id),
            _broken_hours(day),
            _run(day, miss_the_late),
            "SELECT id FROM booking WHERE id = 2 AND state = 'missed'",
            "SELECT id FROM booking WHERE id = 1 AND state = 'missed'",
        )


@asynccontextmanager
async def late_booking(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as day:
        for user_id in (ANNA, BOLAT):
            await day.queue.books(user_id, day.queue.at(10))
        day.queue.clock.move(hours=23, minutes=16)
        await day.sits()
        yield Scene(
            day.queue.services,
            "1",
            refusing("UPDATE", "booking", "old.id = 1"),
            _run(day, miss_the_late),
            "SELECT id FROM booking WHERE id = 2 AND state = 'missed'",
            "SELECT id FROM booking WHERE id = 1 AND state = 'missed'",
        )


async def _two_come(day: ReceptionDay, places: tuple[int, int]) -> None:
    """Have two come without booking; what they were told last is no longer so."""
    day.queue.clock.move(hours=23)
    services = day.queue.services
    plan = (
        "INSERT INTO desk_plan (branch_id, service_group, opens, closes, desks, walkin_percent, valid_from, made_at)"
        " VALUES (?, 'ordinary', '00:00', '23:59', 10, 50, '2026-01-01', 0)"
    )
    await services.db.run([(plan, (branch_id,)) for branch_id in set(places)])
    for user_id, branch_id in zip((ANNA, BOLAT), places, strict=True):
        await join_line(services, key=day.key(), branch_id=branch_id, user_id=user_id, actor=user_id)
    await services.db.run([("UPDATE visit SET told = 'waiting:9', told_at = 0", ())])


@asynccontextmanager
async def line_of_a_place_that_cannot_be_read(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as day:
        beside = await _beside(day)
        await _two_come(day, (day.queue.place.id, beside))
        yield Scene(
            day.queue.services,
            str(day.queue.place.id),
            _broken_hours(day),
            _run(day, tell_lines),
            "SELECT id FROM visit WHERE id = 2 AND told <> 'waiting:9'",
            "SELECT id FROM visit WHERE id = 1 AND told <> 'waiting:9'",
        )


@asynccontextmanager
async def visitor_who_is_told_their_place(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as day:
        await _two_come(day, (day.queue.place.id, day.queue.place.id))
        yield Scene(
            day.queue.services,
            "1",
            refusing("UPDATE", "visit", "old.id = 1"),
            _run(day, tell_lines),
            "SELECT id FROM visit WHERE id = 2 AND told <> 'waiting:9'",
            "SELECT id FROM visit WHERE id = 1 AND told <> 'waiting:9'",
        )


@asynccontextmanager
async def visit_left_open(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as day:
        await _two_come(day, (day.queue.place.id, day.queue.place.id))
        day.queue.clock.move(days=1)
        yield Scene(
            day.queue.services,
            "1",
            refusing("UPDATE", "visit", "old.id = 1"),
            _run(day, close_days),
            "SELECT id FROM visit WHERE id = 2 AND state = 'over'",
            "SELECT id FROM visit WHERE id = 1 AND state = 'over'",
            _run(day, retry_failed),
        )


@asynccontextmanager
async def booking_left_open(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as day:
        for user_id in (ANNA, BOLAT):
            await day.queue.books(user_id, day.queue.at(10))
        day.queue.clock.move(days=2)
        yield Scene(
            day.queue.services,
            "1",
            refusing("UPDATE", "booking", "old.id = 1"),
            _run(day, close_days),
            "SELECT id FROM booking WHERE id = 2 AND state = 'over'",
            "SELECT id FROM booking WHERE id = 1 AND state = 'over'",
            _run(day, retry_failed),
        )
