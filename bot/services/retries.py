"""Trying again what failed within a change of somebody's, or in a sweep that comes but once a night."""

from collections.abc import Awaitable, Callable

from bot.domain.sweeps import Sweep
from bot.services.branch_changes.opening_change import give_back_again
from bot.services.cases.routing import send_card_again
from bot.services.inquiries.routing import send_inquiry_again
from bot.services.payment_applications.routing import send_intake_again
from bot.services.payments.no_change_notice import plan_no_change_notice_again
from bot.services.payments.subscriptions import tell_again
from bot.services.privacy.retention import forget
from bot.services.queue.reassign_displaced import displace_again, let_go_again
from bot.services.reception.close_day import close_booking, close_visit
from bot.services.staff_chats.digest import plan_missing_digest
from bot.services.sweeping import write_each
from bot.services.work import Services
from storage import failures
from storage.engine.database import Transaction

Again = Callable[[Services, Transaction, str], Awaitable[object]]

RETRIED: dict[Sweep, Again] = {
    Sweep.OPEN_VISITS: lambda services, tx, key: close_visit(services, tx, int(key)),
    Sweep.OPEN_BOOKINGS: lambda services, tx, key: close_booking(services, tx, int(key)),
    Sweep.DISPLACED: displace_again,
    Sweep.KEPT_SEATS: let_go_again,
    Sweep.GIVEN_BACK: give_back_again,
    Sweep.PERSONS: lambda services, tx, key: forget(services, tx, int(key)),
    Sweep.CASE_CARDS: send_card_again,
    Sweep.INTAKE_CARDS: send_intake_again,
    Sweep.INQUIRY_CARDS: send_inquiry_again,
    Sweep.DIGESTS: lambda services, tx, key: plan_missing_digest(services, tx, int(key)),
    Sweep.NEWS: tell_again,
    Sweep.NO_CHANGE_NOTICES: plan_no_change_notice_again,
}
"""What to do with a row by its key; nothing where what it was about has moved on."""


async def retry_failed(services: Services) -> None:
    """Work off once more what failed and has rested."""
    async with services.db.read() as reader:
        due = await failures.due(reader, services.now)
    for sweep, again in RETRIED.items():
        keys = [each.row_key for each in due if each.sweep == sweep]
        if keys:
            await _retry(services, sweep, keys, again)


async def _retry(services: Services, sweep: Sweep, keys: list[str], again: Again) -> None:
    await write_each(services, sweep, keys, lambda tx, key: again(services, tx, key))
