"""The operator in words, for consents, statements and papers."""

from bot.domain.people.operator import Operator
from bot.texts import TextRef


def operator_text(operator: Operator) -> TextRef:
    """Return name and БСН; in the demo, that nobody real stands behind it."""
    if not operator.is_named:
        return TextRef("operator-demo")
    return TextRef("operator-named", {"name": operator.name, "bin": operator.bin})


def operator_reached(operator: Operator) -> TextRef:
    """Return the operator with what they are reached by, as far as it is set."""
    reached = ", ".join(part for part in (operator.address, operator.contacts) if part)
    named = operator_text(operator)
    return TextRef("operator-reached", {"operator": named, "reached": reached}) if reached else named
