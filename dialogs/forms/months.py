"""The months whose incomes count."""

from bot.domain.calendar.quarters import Quarter
from bot.forms.months import month_name
from bot.texts import TextRef


def months_text(quarter: Quarter, language: str) -> TextRef:
    """Return the first and the last of them."""
    first, *_, last = quarter.months
    return TextRef("aid-income-months", {"first": month_name(first, language), "last": month_name(last, language)})
