"""Reason codes a refusal may carry. No official list was found: only what sources support (domain §4.5)."""

from dataclasses import dataclass
from enum import StrEnum


class AidRefusal(StrEnum):
    """Why help or a service is refused; the decision also needs words of its own and the way to appeal."""

    INCOME_ABOVE_LINE = "income_above_line"
    MEASURES_REFUSED = "measures_refused"
    NOT_REGISTERED_HERE = "not_registered_here"
    FALSE_DATA = "false_data"
    DOCUMENTS_MISSING = "documents_missing"
    SERVICE_RULES = "service_rules"


@dataclass(frozen=True, slots=True)
class RefusalSource:
    """Where a reason comes from: an address, and the mark of docs/domain.md (A firm … C weak)."""

    source: str
    mark: str


AID_REFUSAL_SOURCES: dict[AidRefusal, RefusalSource] = {
    AidRefusal.INCOME_ABOVE_LINE: RefusalSource("gov.kz 3213; gurk.kz: help is the line minus per-capita income", "A"),
    AidRefusal.MEASURES_REFUSED: RefusalSource("gurk.kz 2026: able-bodied members refuse measures", "B"),
    AidRefusal.NOT_REGISTERED_HERE: RefusalSource("gurk.kz 2026: registration in the place is required", "B"),
    AidRefusal.FALSE_DATA: RefusalSource("domain §4.5: general rule, no page of its own", "C"),
    AidRefusal.DOCUMENTS_MISSING: RefusalSource(
        "order 109 items 6 and 8: documents are checked against the standard", "A"
    ),
    AidRefusal.SERVICE_RULES: RefusalSource("order 109 item 9: then the ordinary rules of that service", "A"),
}

_OF_AID = tuple(reason for reason in AidRefusal if reason is not AidRefusal.SERVICE_RULES)
_OF_SERVICES = (
    AidRefusal.SERVICE_RULES,
    AidRefusal.DOCUMENTS_MISSING,
    AidRefusal.NOT_REGISTERED_HERE,
    AidRefusal.FALSE_DATA,
)


def refusals_of(*, is_aid: bool) -> tuple[AidRefusal, ...]:
    """Return the reasons АӘК, or any other service, may be refused for, as staff choose from them."""
    return _OF_AID if is_aid else _OF_SERVICES
