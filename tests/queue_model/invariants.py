"""What must be so after every action: the file against the ledger, and the queue's rows against each other."""

from collections import Counter

from bot.services.queue.integrity import find_damage
from tests.queue_model.ledger import Ledger
from tests.support.queue.services import QueueHarness


async def check_all(harness: QueueHarness, ledger: Ledger) -> None:
    """Check every invariant; raise AssertionError with what differs."""
    await _claims_are_the_ledgers(harness, ledger)
    await _visits_are_the_ledgers(harness, ledger)
    await _the_line_is_the_ledgers(harness, ledger)
    await _reminders_are_of_what_is_to_come(harness)
    damage = await find_damage(harness.services)
    assert not damage, damage


async def _claims_are_the_ledgers(harness: QueueHarness, ledger: Ledger) -> None:
    """Each seat has at most one claim, and each claim all of its seats in a row (invariants 1, 2, 4, 9)."""
    now = harness.services.now
    booked = Counter((visit.branch, at, number) for number, visit in ledger.visits.items() for at in visit.times())
    kept = [(ledger.visits[number].user, claim) for number, claims in ledger.kept.items() for claim in claims]
    open_offers = [offer for offer in ledger.offers.values() if offer.state == "open"]
    offered = [(ledger.waits[offer.wait].user, offer.claim) for offer in open_offers]
    held = Counter(
        (claim.branch, at, user)
        for user, claim in (*ledger.holds.items(), *kept, *offered)
        if claim.until > now
        for at in claim.times()
    )
    rows = await harness.rows(
        "SELECT branch_id, starts_at, state, coalesce(booking_id, holder) AS whose FROM seat"
        " WHERE state = 'booked' OR (state = 'held' AND hold_until > ?)",
        now,
    )
    found = {state: Counter[tuple[int, int, int]]() for state in ("booked", "held")}
    for row in rows:
        found[row["state"]][row["branch_id"], row["starts_at"], row["whose"]] += 1
    assert found == {"booked": booked, "held": held}, {"file": found, "ledger": {"booked": booked, "held": held}}


async def _visits_are_the_ledgers(harness: QueueHarness, ledger: Ledger) -> None:
    """Nothing but its owner's deeds changes a booking: not hours, not capacity, not time (invariants 3, 6, 7)."""
    rows = await harness.rows(
        "SELECT id, made_by, person_id, branch_id, starts_at, seats, minutes, state, version FROM booking"
    )
    found = {row["id"]: tuple(row.values())[1:] for row in rows}
    wanted = {
        number: (
            visit.user, visit.person, visit.branch, visit.starts_at, visit.count, visit.minutes, visit.state,
            visit.version,
        )
        for number, visit in ledger.visits.items()
    }  # fmt: skip
    assert found == wanted, {"file": found, "ledger": wanted}


async def _the_line_is_the_ledgers(harness: QueueHarness, ledger: Ledger) -> None:
    """Who waits and what was offered is as foretold (invariant 5)."""
    waits = await harness.rows("SELECT id, state FROM waiting")
    assert {row["id"]: row["state"] for row in waits} == {number: wait.state for number, wait in ledger.waits.items()}
    offers = await harness.rows("SELECT id, state FROM offer WHERE state <> 'void'")
    wanted = {number: offer.state for number, offer in ledger.offers.items()}
    assert {row["id"]: row["state"] for row in offers} == wanted


async def _reminders_are_of_what_is_to_come(harness: QueueHarness) -> None:
    """No reminder went out for a visit that had begun, moved or ended (invariant 8)."""
    late = await harness.rows(
        "SELECT outbox.id FROM outbox JOIN booking ON outbox.subject = 'booking:' || booking.id"
        " WHERE outbox.dedupe_key LIKE 'reminder:%' AND outbox.state = 'pending' AND outbox.created_at = ?"
        " AND (booking.starts_at <= ? OR booking.state <> 'active'"
        "      OR outbox.dedupe_key NOT LIKE 'reminder:' || outbox.subject || ':' || booking.version || ':%')",
        harness.services.now,
        harness.services.now,
    )
    assert not late, late
