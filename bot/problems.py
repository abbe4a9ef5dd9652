"""From a rule's «no» to the text that tells a person."""

from datetime import date, datetime

from bot.domain.errors import DomainError, InvalidInput, Param
from bot.texts import Day, Key, Moment, Value


def problem_key(problem: DomainError) -> Key:
    """Return the text of a wrong input (``error-…``) or of a refusal (``refusal-…``) with its values."""
    prefix = "error" if isinstance(problem, InvalidInput) else "refusal"
    return Key(f"{prefix}-{problem.code}", {name: _value(value) for name, value in problem.params.items()})


def _value(param: Param) -> Value:
    if isinstance(param, datetime):
        return Moment(int(param.timestamp()))
    return Day.of(param) if isinstance(param, date) else param
