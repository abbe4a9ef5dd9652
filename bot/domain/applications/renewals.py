"""When АӘК is applied for anew: it is assigned by quarter, by the income of the one before (domain §4.1)."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.calendar.quarters import quarter_of

DAYS_AHEAD = 14
"""How many days before the last one a person is reminded; ours."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """The last day that is covered, and the first on which an application for what follows can be made."""

    covered_to: date
    opens: date

    @property
    def remind(self) -> date:
        """The day on which a person is told that the term ends soon."""
        return self.opens - timedelta(days=DAYS_AHEAD)


def renewal_of(assigned_from: date, months: int) -> Renewal:
    """Return the renewal of help assigned from the month of a day.

    The incomes of a quarter are known once it is over, so that applying again begins with a quarter after that day's,
    and not before the covered months are over.
    """
    after = _month_after(assigned_from, months)
    return Renewal(covered_to=after - timedelta(days=1), opens=max(after, quarter_of(assigned_from).next.first_day))


def _month_after(day: date, months: int) -> date:
    past = day.year * 12 + day.month - 1 + months
    return date(past // 12, past % 12 + 1, 1)
