"""How many counters a place opens for a group of services, by day and time, and the share kept for walk-ins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.domain.branches.branches import ServiceGroup


@dataclass(frozen=True, slots=True)
class CapacityPlan:
    """Counters at one stretch of the day, in local time; `weekday` None stands for every day, 0 for Monday.

    In force from `valid_from` up to and with `valid_to`. `walkin_percent` of the counters takes people without a
    booking.
    """

    group: ServiceGroup
    opens: time
    closes: time
    desks: int
    walkin_percent: int = 0
    weekday: int | None = None
    valid_from: date = date.min
    valid_to: date = date.max

    def covers(self, group: ServiceGroup, at: datetime) -> bool:
        """Tell whether the plan speaks of this group at this local time."""
        return (
            self.group is group
            and self.weekday in (None, at.weekday())
            and self.valid_from <= at.date() <= self.valid_to
            and self.opens <= at.time() < self.closes
        )

    @property
    def public(self) -> int:
        """Return the counters one may book: the walk-in share, rounded up, is set aside."""
        return max(0, self.desks + -self.desks * self.walkin_percent // 100)


def plan_at(plans: Sequence[CapacityPlan], group: ServiceGroup, at: datetime) -> CapacityPlan | None:
    """Return the plan that decides at a local time: the last that covers it; None where none does."""
    return next((plan for plan in reversed(plans) if plan.covers(group, at)), None)


def public_capacity(plans: Sequence[CapacityPlan], group: ServiceGroup, at: datetime, default: int) -> int:
    """Return the counters one may book at a local time, `default` where no plan covers it."""
    plan = plan_at(plans, group, at)
    return plan.public if plan else default
