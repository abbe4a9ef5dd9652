"""What others booked with an ИИН, for whoever has shown that it is theirs: seen, and released (product Q2)."""

from collections.abc import Sequence

from bot.callbacks import BookingCallback
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BookingState, StoredBooking
from bot.domain.subject import Subject, SubjectKind
from bot.services.branches.directory import Place, read_place
from bot.services.notifications import NotificationButton, notification
from bot.services.queue.booking import end_booking, is_open
from bot.services.queue.texts import booking_args
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.people import iin_proofs, persons
from storage.privacy import audit_log
from storage.queue import bookings

_REASON = "not_owner"


async def booked_by_others(services: Services, user_id: int, person_id: int) -> Sequence[tuple[StoredBooking, Place]]:
    """Return what other accounts booked for the person and may still be released.

    Raises ``Refusal("proof-needed")`` for whoever has not shown that the person is they.
    """
    async with services.db.read() as reader:
        await _require_proof(reader, user_id, person_id)
        coming = await bookings.coming_for(reader, person_id, services.now)
        return [
            (booking, await read_place(reader, booking.branch_id, services.now))
            for booking in coming
            if booking.made_by != user_id and is_open(booking, services.now)
        ]


async def release_of_others(services: Services, *, key: str, user_id: int, booking_id: int) -> None:
    """Cancel what another account booked with the user's proved ИИН; the account is told, neither by whom nor why.

    Raises ``Refusal``: ``booking-over``, ``proof-needed``.
    """

    async def release(tx: Transaction) -> None:
        booking = await bookings.get(tx, booking_id)
        if booking is None or booking.made_by == user_id or not is_open(booking, services.now):
            raise Refusal("booking-over")
        await _require_proof(tx, user_id, booking.person_id)
        await end_booking(services, tx, booking, BookingState.CANCELLED, actor=user_id, reason=_REASON)
        lookup = await persons.lookup_of(tx, booking.person_id)
        if lookup is not None:
            await audit_log.record(tx, Subject(SubjectKind.IIN, lookup), user_id, "booking released", services.now)
        await _tell_maker(services, tx, booking)

    await services.run_once(key, release)


async def _require_proof(tx: Transaction, user_id: int, person_id: int) -> None:
    if not await iin_proofs.is_proved(tx, user_id, person_id):
        raise Refusal("proof-needed")


async def _tell_maker(services: Services, tx: Transaction, booking: StoredBooking) -> None:
    where = await read_place(tx, booking.branch_id, services.now)
    told = {name: value for name, value in booking_args(booking, where).items() if name in {"ticket", "at", "branch"}}
    rows = [[NotificationButton("button-book", BookingCallback("anew", 0))]]
    outgoing = notification(f"released:{booking.id}", booking.made_by, "booking-released", told, buttons=rows)
    await services.enqueue(tx, outgoing)
