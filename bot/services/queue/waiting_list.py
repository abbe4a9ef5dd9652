"""The waiting list (product Q5): joining, leaving, and where one stands in line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.errors import Refusal
from bot.domain.people.consents import Purpose
from bot.domain.queue.bookings import BookingKind, Visit
from bot.domain.queue.waiting_list import OfferState, Waiting, WaitingState
from bot.domain.subject import Subject, SubjectKind
from bot.services.amendments import amend
from bot.services.consents.agreeing import require_consent
from bot.services.queue.booking import offer_purpose
from bot.services.queue.booking_limit import own_coming_for, take_turn
from bot.services.queue.person import require_person
from bot.services.queue.release import release_offered
from bot.services.queue.visit_length import visit_seats
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.queue import waiting_list

PARTS: dict[str, tuple[int, int]] = {"morning": (0, 13), "afternoon": (13, 24)}
"""Parts of a day by the hours they begin and end at."""


@dataclass(frozen=True, slots=True)
class WaitingRequest:
    """What one waits for: any time of these days at these branches, or only in a part of the day."""

    branch_ids: tuple[int, ...]
    day_from: date
    day_to: date
    part: str | None


@dataclass(frozen=True, slots=True)
class Joined:
    """The entry that was put into the line."""

    id: int


async def join_waiting(
    services: Services,
    *,
    key: str,
    user_id: int,
    visit: Visit,
    request: WaitingRequest,
) -> int:
    """Put the person at the end of the line; return the entry's id.

    A coming booking of their own of the same kind is moved by what will be offered: then they wait for its services, so
    that the offer still fits should they cancel it meanwhile. Raises ``Refusal``: ``waiting-exists`` (this account
    waits for them there already), ``waiting-days`` (no place, or no day), ``booking-people``, ``booking-pause``,
    ``person-erased``.
    """

    async def join(tx: Transaction) -> Joined:
        if not request.branch_ids or request.day_to < request.day_from:
            raise Refusal("waiting-days")
        await require_consent(tx, user_id, Purpose.QUEUE)
        await require_person(tx, visit.person_id)
        if await waiting_list.waits(tx, user_id, visit.person_id, visit.service.group.value):
            raise Refusal("waiting-exists")
        await take_turn(tx, user_id, visit.person_id, services.now)
        coming = await own_coming_for(tx, user_id, visit.person_id, services.now)
        kind = BookingKind.of(visit.service.group)
        own = [each for each in coming if each.kind == kind.value]
        first, other = visit.service.code, visit.second.code if visit.second else None
        if own:
            first, other = own[0].service, own[0].second_service
        fresh = Waiting(
            id=0,
            user_id=user_id,
            person_id=visit.person_id,
            relation=visit.relation,
            service=first,
            second_service=other,
            service_group=visit.service.group.value,
            seats=own[0].seats if own else visit_seats(visit.service, visit.second),
            day_from=request.day_from.isoformat(),
            day_to=request.day_to.isoformat(),
            part=request.part,
            booking_id=own[0].id if own else None,
            state=WaitingState.WAITING,
            created_at=services.now,
        )
        return Joined(await waiting_list.add(tx, fresh, request.branch_ids))

    return (await services.run_once(key, join)).id


async def leave_waiting(services: Services, *, key: str, user_id: int, waiting_id: int) -> None:
    """Leave the line; what was offered goes to the next. Raises ``Refusal("waiting-over")``."""

    async def leave(tx: Transaction) -> None:
        await end_waiting(services, tx, await own_waiting(tx, user_id, waiting_id))

    await services.run_once(key, leave)


async def end_waiting(services: Services, tx: Transaction, entry: Waiting) -> None:
    """Take an entry out of the line, in the caller's transaction; what was offered goes to the next."""
    await waiting_list.end(tx, entry.id, WaitingState.LEFT, services.now)
    offer = await waiting_list.open_offer(tx, entry.id)
    if offer is not None:
        await waiting_list.end_offer(tx, offer.id, OfferState.PASSED, services.now)
        await release_offered(services, tx, entry, offer, offer_purpose(offer.id))
    await amend_offers(services, tx, entry)


async def amend_offers(services: Services, tx: Transaction, entry: Waiting) -> None:
    """Have everything that was offered to an entry say that it is over: the entry has ended."""
    for offer_id in await waiting_list.offers_of(tx, entry.id):
        await amend(services, tx, Subject(SubjectKind.OFFER, offer_id), entry.user_id)


async def own_waiting(tx: Transaction, user_id: int, waiting_id: int) -> Waiting:
    """Return the user's live entry; raises ``Refusal("waiting-over")``."""
    entry = await waiting_list.get(tx, waiting_id)
    if entry is None or entry.user_id != user_id or entry.state is not WaitingState.WAITING:
        raise Refusal("waiting-over")
    return entry


async def standing(tx: Transaction, entry: Waiting, branch_ids: Sequence[int]) -> int:
    """Return how many wait before the person, at the one of these branches where that is fewest."""
    return min([await waiting_list.place_in_line(tx, entry, branch_id) for branch_id in branch_ids], default=0)
