"""Ages in full years."""

from datetime import date, timedelta


def full_years(born: date, today: date) -> int:
    """Return the age in full years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def born_on_birthday(age: int, today: date) -> date:
    """Return a birth date of somebody who is `age` full years old today."""
    # 29 February has no anniversary in most years; the day before has the same full years.
    day = today - timedelta(days=1) if (today.month, today.day) == (2, 29) else today
    return day.replace(year=day.year - age)
