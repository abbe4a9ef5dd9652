"""A reception at work, for the tests: a ЦОН at ten o'clock of a Tuesday, its operators, people who come."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from bot.domain.errors import Refusal
from bot.domain.reception import Operator, StoredVisit
from bot.domain.staff_chats import StaffChat
from bot.services.branches import directory
from bot.services.reception import calling
from bot.services.reception.check_in import check_in, join_line
from storage import staff_chats
from storage.reception import visits
from tests.support.queue.services import QueueHarness, open_queue_harness

CHAT, CLERK = -100500, 9000
_KEYS = count()


@dataclass(slots=True)
class ReceptionDay:
    """What is done at the reception, each under a key of its own."""

    queue: QueueHarness

    def key(self) -> str:
        """Return a fresh idempotency key."""
        return f"desk:{next(_KEYS)}"

    def operator(self, number: int = 1) -> Operator:
        """Return the operator of a counter."""
        return Operator(CHAT, CLERK + number, number, f"Клерк {number}")

    async def sits(self, number: int = 1) -> Operator:
        """Sit down at a counter."""
        operator = self.operator(number)
        await calling.sit_at(self.queue.services, key=self.key(), branch_id=self.queue.place.id, operator=operator)
        return operator

    async def comes(self, booking_id: int, branch_id: int | None = None) -> int:
        """Check a booking in."""
        return await check_in(
            self.queue.services,
            key=self.key(),
            booking_id=booking_id,
            branch_id=branch_id or self.queue.place.id,
            actor=CLERK,
        )

    async def walks_in(self, user_id: int | None = None) -> int:
        """Join the line without booking."""
        return await join_line(
            self.queue.services, key=self.key(), branch_id=self.queue.place.id, user_id=user_id, actor=user_id or CLERK
        )

    async def next(self, number: int = 1) -> str:
        """Call the next one; return the ticket."""
        called = await calling.call_next(
            self.queue.services, key=self.key(), branch_id=self.queue.place.id, operator=self.operator(number)
        )
        return called.ticket

    async def does(self, act: Any, number: int = 1) -> str:
        """Do something with the operator's person."""
        return str(await act(self.queue.services, key=self.key(), branch_id=self.queue.place.id, actor=CLERK + number))

    async def visit(self, visit_id: int) -> StoredVisit:
        """Read a visit."""
        async with self.queue.services.db.read() as reader:
            found = await visits.get(reader, visit_id)
        assert found is not None
        return found

    async def state(self, booking_id: int) -> str:
        """Read a booking's state."""
        return str((await self.queue.rows("SELECT state FROM booking WHERE id = ?", booking_id))[0]["state"])

    async def enqueued(self, prefix: str) -> list[str]:
        """Return the keys of messages that begin so."""
        rows = await self.queue.rows("SELECT dedupe_key FROM outbox WHERE dedupe_key LIKE ? ORDER BY id", f"{prefix}%")
        return [row["dedupe_key"] for row in rows]

    async def refused(self, doing: Any) -> str:
        """Return the code with which something is refused."""
        try:
            await doing
        except Refusal as problem:
            return problem.code
        raise AssertionError("not refused")

    async def take_walk_ins(self, percent: int) -> None:
        """Set the branch's share for people without booking."""
        plan = (
            "INSERT INTO desk_plan (branch_id, service_group, opens, closes, desks, walkin_percent, valid_from,"
            " made_at) VALUES (?, 'ordinary', '00:00', '23:59', 10, ?, '2026-01-01', 0)"
        )
        await self.queue.services.db.run([(plan, (self.queue.place.id, percent))])
        self.queue.place = await directory.place(self.queue.services, self.queue.place.id)


@asynccontextmanager
async def open_reception_day(
    folder: Path, *, counters: int = 5, people: range = range(700, 760)
) -> AsyncIterator[ReceptionDay]:
    """Open a ЦОН whose reception has a bound chat; its day begins when the clock is moved to Tuesday."""
    async with open_queue_harness(folder, desks=counters, people=people) as queue:
        chat = StaffChat(CHAT, "queue", None, "ru", "Окна", is_forum=False, bound_by=1)

        async def bind(tx: Any) -> None:
            await staff_chats.bind(tx, chat, queue.services.now)
            await staff_chats.set_branch(tx, CHAT, queue.place.id)

        await queue.services.db.write(bind)
        yield ReceptionDay(queue)
