"""The card of a case: what a specialist must see at a glance, masked."""

from bot.data_files import regions
from bot.domain.applications.household import NOT_COUNTED
from bot.domain.cases.case import AID, Case
from bot.domain.cases.states import DECIDED_STATES, CaseState
from bot.domain.people.identifiers import mask_iin
from bot.services.cases.deadlines import dates_of, papers_in_order
from bot.services.cases.facts import short_name
from bot.services.paper_services import recipient_of, short_name_of
from bot.texts import LocalDate, LocalDateTime, Money, TextRef, Texts, Value

SIGNS = {
    CaseState.SUBMITTED: "📨",
    CaseState.FORWARDED: "🆕",
    CaseState.IN_CHECK: "🔎",
    CaseState.QUESTION: "❓",
    CaseState.PLAN_SENT: "📄",
    CaseState.AGREED: "🤝",
    CaseState.ASSIGNED: "✅",
    CaseState.REFUSED: "⛔",
    CaseState.CLOSED: "🗄",
    CaseState.WITHDRAWN: "↩️",
}
_CHECKED = frozenset({CaseState.PLAN_SENT, CaseState.AGREED}) | DECIDED_STATES
"""States in which the check is over, and its term tells nothing."""
_TOPIC_LIMIT = 128


def card_text(case: Case, pages: int, texts: Texts, language: str) -> str:
    """Return the card's text, with the number of documents it stands for."""
    values: dict[str, Value] = {
        "sign": SIGNS[case.state],
        "code": case.code,
        "service": short_name_of(case.service),
        "region": region_name(case, language),
        "submitted": LocalDateTime(case.submitted_at or case.created_at),
        "terms": _terms(case),
        "iin": mask_iin(str(case.answers.get("iin", ""))),
        "person": short_name(case.answers),
        "filed": filed_by(case),
        "family": _family(case)
        if case.service == AID
        else TextRef("staff-recipient", {"recipient": TextRef(f"appeal-recipient-{recipient_of(case.service)}")}),
        "pages": pages,
        "state": TextRef(f"staff-state-{case.state.value}"),
        "owner": TextRef("staff-owner", {"name": case.owner_name}) if case.owner_name else TextRef("staff-nobody"),
    }
    return texts.get(language, "staff-card", **values)


def topic_name(case: Case, texts: Texts, language: str) -> str:
    """Return the name of the case's topic."""
    name = texts.plain(language, "staff-topic", sign=SIGNS[case.state], code=case.code, person=short_name(case.answers))
    return name[:_TOPIC_LIMIT]


def _terms(case: Case) -> TextRef:
    """Until when it is to be checked and decided; a service other than АӘК is decided by its own term."""
    dates = dates_of(case)
    if case.state in _CHECKED and dates.decide_by is not None:
        return TextRef("staff-terms-decide", {"decide": LocalDate.of(dates.decide_by)})
    if papers_in_order(case):
        return TextRef("staff-terms-checked")
    if dates.decide_by is None:
        return TextRef("staff-terms-check", {"check": LocalDate.of(dates.check_by)})
    return TextRef("staff-terms", {"check": LocalDate.of(dates.check_by), "decide": LocalDate.of(dates.decide_by)})


def region_name(case: Case, language: str) -> Value:
    """Return the region's name in a language."""
    names = regions().get(case.region or "")
    return getattr(names, language) if names else TextRef("staff-region-none")


def filed_by(case: Case) -> TextRef:
    """Return who filed the application: the person, or an assistant by name."""
    assistant = case.answers.get("assistant")
    return TextRef("staff-filed-assistant", {"name": assistant}) if assistant else TextRef("staff-filed-self")


def _family(case: Case) -> TextRef:
    members = 1 + len(case.answers.get("members") or ())
    counted = [item for item in case.answers.get("incomes") or () if item.get("kind") not in NOT_COUNTED]
    total = sum(int(item["amount"]) for item in counted)
    return TextRef("staff-family", {"members": members, "income": Money(round(total / members / 3))})
