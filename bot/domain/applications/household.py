"""The family of an АӘК application: who lives together, in what state, with what income (domain §1.6, §4.1–§4.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.calendar.ages import full_years
from bot.domain.calendar.quarters import Quarter

MONTHS_COUNTED = 3


class Relation(StrEnum):
    """Who a member is to the applicant."""

    APPLICANT = "applicant"
    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    OTHER = "other"


class MemberState(StrEnum):
    """What a member is busy with or hindered by; decides between conditional and unconditional help."""

    WORKING = "working"
    SELF_EMPLOYED = "self_employed"
    UNEMPLOYED = "unemployed"
    CHILD = "child"
    STUDENT = "student"
    PENSIONER = "pensioner"
    DISABILITY_1 = "disability_1"
    DISABILITY_2 = "disability_2"
    DISABILITY_3 = "disability_3"
    CARING_CHILD = "caring_child"
    CARING_DISABLED = "caring_disabled"
    CARING_OLD = "caring_old"
    LONG_SICK_LEAVE = "long_sick_leave"


class IncomeKind(StrEnum):
    """Kinds of income. The full official list was not found (order 227 of 21.06.2023)."""

    WAGE = "wage"
    BUSINESS = "business"
    PENSION = "pension"
    BENEFIT = "benefit"
    ALIMONY = "alimony"
    HOUSEHOLD_PLOT = "household_plot"
    PROPERTY = "property"
    OTHER = "other"
    LARGE_FAMILY_BENEFIT = "large_family_benefit"
    DISABLED_CHILD_BENEFIT = "disabled_child_benefit"
    SCHOLARSHIP = "scholarship"


NOT_COUNTED = frozenset({IncomeKind.LARGE_FAMILY_BENEFIT, IncomeKind.DISABLED_CHILD_BENEFIT, IncomeKind.SCHOLARSHIP})
"""Left out of the family's income (mgorod.kz 2019, one source)."""


@dataclass(frozen=True, slots=True)
class Income:
    """Whole tenge received in one month, given by its first day."""

    kind: IncomeKind
    month: date
    amount: int


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the family. The applicant is a member too."""

    relation: Relation
    born: date
    state: MemberState
    incomes: tuple[Income, ...] = ()

    def age_on(self, day: date) -> int:
        """Return full years on the day."""
        return full_years(self.born, day)


def total_income(members: Sequence[Member], quarter: Quarter) -> int:
    """Return the counted income of all members in the quarter's three months, in tenge."""
    months = quarter.months
    return sum(
        income.amount
        for member in members
        for income in member.incomes
        if income.kind not in NOT_COUNTED and income.month.replace(day=1) in months
    )


def per_capita(members: Sequence[Member], quarter: Quarter) -> int:
    """Return the monthly income per member in whole tenge, a half rounded up; 0 for no members."""
    if not members:
        return 0
    share = MONTHS_COUNTED * len(members)
    return (2 * total_income(members, quarter) + share) // (2 * share)
