"""What a case says of itself: whether it needs a plan, and whose it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.domain.applications.household import Member, MemberState, Relation
from bot.domain.cases.case import AID, Case
from bot.domain.eligibility.estimate import needs_plan as family_needs_plan


def needs_plan(case: Case) -> bool:
    """Tell whether help is conditional, so that a plan must be agreed before it is assigned (domain §4.2)."""
    if case.service != AID:
        return False
    born = date(2000, 1, 1)  # the rule looks at states only
    told = [case.answers, *(case.answers.get("members") or ())]
    return family_needs_plan(
        [Member(Relation.OTHER, born, MemberState(item["state"])) for item in told if item.get("state")]
    )


def short_name(answers: Mapping[str, Any]) -> str:
    """Return the given name and the surname's first letter: enough to speak of, not to identify."""
    name, surname = str(answers.get("name") or ""), str(answers.get("surname") or "")
    return f"{name} {surname[:1]}." if surname else name


def person_name(answers: Mapping[str, Any]) -> str:
    """Return surname, name and patronymic as typed."""
    parts = (answers.get(part) for part in ("surname", "name", "patronymic"))
    return " ".join(str(part) for part in parts if part)
