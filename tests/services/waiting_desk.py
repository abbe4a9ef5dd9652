"""Joining the waiting list in the tests of the queue."""

from datetime import date
from itertools import count

from bot.services.queue.person import SELF, name_person
from bot.services.queue.waiting_list import Wish, join_waiting
from tests.services.queue_desk import READY, QueueDesk, iin_of

_KEYS = count()


async def joins(
    desk: QueueDesk, user_id: int, day: date, last: date | None = None, *, part: str | None = None, places: int = 1
) -> int:
    """Put somebody in line for himself, from ``day`` to ``last``, at the first ``places`` of the city."""
    person = await name_person(desk.services, user_id, iin_of(user_id), own=True)
    beside = await desk.rows(
        "SELECT id FROM branch WHERE takes_bookings = 1 AND kind = 'tson' AND city_ru = ? AND id != ? ORDER BY id",
        desk.place.branch.city.ru,
        desk.place.id,
    )
    branches = (desk.place.id, *(row["id"] for row in beside))[:places]
    return await join_waiting(
        desk.services,
        key=f"join:{next(_KEYS)}",
        user_id=user_id,
        service=READY,
        second=None,
        person_id=person,
        relation=SELF,
        wish=Wish(branches, day, last or day, part),
    )
