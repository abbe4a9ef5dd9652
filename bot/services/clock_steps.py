"""A clock that was set back: nothing that began by the later time waits for that time to come again.

Whatever waits for so many seconds is cut to as many from now, so that it waits twice as long at most, and nobody who
was promised minutes gets fewer. A hold tells people its end as a time of day, so that time is what is kept, and what
the window shows next is the new one. What a calendar has promised is left alone: the start of a visit and the
reminders before it, the terms of a case and their alarms. These are days that people were told, by whatever clock.
"""

from datetime import time

import structlog

from bot.callbacks import AlternativeCallback
from bot.domain.cases.alarms import IDLE_DAYS
from bot.domain.reception import LIVE_VISITS
from bot.domain.subject import SubjectKind
from bot.domain.sweeps import PAUSES, Sweep
from bot.services.assistants.roles import INVITATION_SECONDS
from bot.services.calendar import calendar, moment, today
from bot.services.queue.alternatives import DISPLACED_MINUTES
from bot.services.queue.booking import OFFERS
from bot.services.queue.booking_rules import BOOKING_RULES, COOL_SECONDS
from bot.services.queue.offers import LOOK_EVERY
from bot.services.queue.release import next_offers
from bot.services.sweeping import run_each
from bot.services.work import Services
from storage import clock_steps
from storage.clock_steps import Bound
from storage.engine.sql import in_list
from storage.queue.seats import PICK

log = structlog.get_logger(__name__)

_MORNING = time(9)
_LONGEST_BACK_OFF, _LONGEST_FLOOD_WAIT = 600, 3600
"""How long a message that failed rests; a flood wait longer than an hour is asked for once more."""


async def cut_overlong_waits(services: Services) -> None:
    """Shorten what waits longer than it may, however that came about."""
    bounds = [*_of_seats(services), *_of_tries(services.now), *_of_reminders(services), *_of_invitations(services.now)]
    async with services.db.read() as reader:
        if not await clock_steps.is_any_beyond(reader, bounds):
            return
    log.warning("waits are shortened: the clock has been set back")
    await run_each(
        services,
        Sweep.CLEANINGS,
        bounds,
        lambda bound: clock_steps.cut(services.db, bound),
        key=lambda bound: f"{bound.table}.{bound.column}",
    )


def _of_seats(services: Services) -> list[Bound]:
    now, opens = services.now, next_offers(services) or services.now
    picked = now + services.settings.hold_seconds
    offered = now + int(BOOKING_RULES.offer.total_seconds())
    hold = f"{SubjectKind.HOLD}:"
    return [
        Bound("seat", f"state = 'held' AND purpose = '{PICK}'", "hold_until", picked),
        # What tells of the lapse names the hold by its end.
        Bound(
            "reminder",
            f"state = 'waiting' AND subject LIKE '{hold}%'",
            "due_at",
            picked,
            also=", subject_version = ?1, not_after = not_after - due_at + ?1",
        ),
        Bound("seat", f"state = 'held' AND purpose LIKE '{OFFERS}:%'", "hold_until", offered),
        Bound("offer", "state = 'open'", "expires_at", offered),
        Bound(
            "seat",
            f"state = 'held' AND purpose LIKE '{AlternativeCallback.prefix}:%'",
            "hold_until",
            now + DISPLACED_MINUTES * 60,
        ),
        Bound("seat", "state = 'free' AND public_at IS NOT NULL", "public_at", opens + COOL_SECONDS),
        Bound("waiting_branch", "ended_at IS NULL", "look_at", opens + LOOK_EVERY),
        Bound("visit", f"state IN {in_list(LIVE_VISITS)}", "told_at", now),
    ]


def _of_tries(now: int) -> list[Bound]:
    waiting = "state = 'pending' AND attempts > 0"
    return [
        *(
            Bound("sweep_failure", f"attempts = {tries}", "next_at", now + pause)
            for tries, pause in enumerate(PAUSES, start=1)
        ),
        Bound("sweep_failure", "told_at IS NULL", "failed_at", now),
        Bound("outbox", f"{waiting} AND error <> '429'", "not_before", now + _LONGEST_BACK_OFF, now),
        Bound("outbox", f"{waiting} AND error = '429'", "not_before", now + _LONGEST_FLOOD_WAIT, now),
        Bound("outbox", f"{waiting} AND not_before <= {now + _LONGEST_FLOOD_WAIT:d}", "failing_since", now),
    ]


def _of_reminders(services: Services) -> list[Bound]:
    """Mornings that follow one another: each is planned by the one before, however far off that one was."""
    day = today(services.now)
    return [
        Bound(
            "reminder",
            f"state = 'waiting' AND subject LIKE '{kind}:%'",
            "due_at",
            moment(calendar().add_working_days(day, days), _MORNING),
        )
        for kind, days in ((SubjectKind.DIGEST, 1), (SubjectKind.HAND, IDLE_DAYS))
    ]


def _of_invitations(now: int) -> list[Bound]:
    return [Bound("assistant_code", "used_at IS NULL", "expires_at", now + INVITATION_SECONDS)]
