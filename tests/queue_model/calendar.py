"""Where the clock jumps to: the edges at which counting days goes wrong."""

from datetime import UTC, datetime, timedelta

from bot.texts import zone

STARTS = (
    datetime(2026, 11, 23, 6, 0, 30, tzinfo=UTC),
    datetime(2026, 12, 31, 18, 50, tzinfo=UTC),
    datetime(2027, 2, 26, 4, 30, tzinfo=UTC),
    datetime(2028, 2, 28, 18, 58, tzinfo=UTC),
    datetime(2028, 2, 28, 5, 0, tzinfo=UTC),
)
"""Mornings; minutes before a new year, before a March after a February of 28 days, before 29 February."""

EDGES = ("midnight", "month", "year", "leap day")


def edge(now: datetime, kind: str, tz: str) -> datetime:
    """Return the moment two minutes before the next edge of this kind, or just after it when it is that near."""
    local = now.astimezone(zone(tz))
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    if kind == "midnight":
        target = midnight + timedelta(days=1)
    elif kind == "month":
        target = (midnight.replace(day=1) + timedelta(days=32)).replace(day=1)
    elif kind == "year":
        target = midnight.replace(year=local.year + 1, month=1, day=1)
    else:
        leap = next(year for year in range(local.year, local.year + 9) if _still_comes(year, local))
        target = midnight.replace(year=leap, month=2, day=29)
    before = target - timedelta(minutes=2)
    return (before if before > local else target + timedelta(seconds=5)).astimezone(UTC)


def _still_comes(year: int, local: datetime) -> bool:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return leap and datetime(year, 2, 29, tzinfo=local.tzinfo) > local
