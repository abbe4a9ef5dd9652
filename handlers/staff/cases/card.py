"""The card of a case: what a specialist must see at a glance, masked, and the buttons of what may be done now."""

from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import CaseCallback
from bot.data_files import regions
from bot.domain.applications.household import NOT_COUNTED
from bot.domain.cases.case import AID, Case
from bot.domain.cases.states import (
    DECIDED_STATES,
    FINAL_STATES,
    FOLLOWED_STATES,
    LIVE_CASE_STATES,
    CaseAction,
    CaseState,
    Role,
    actions_for,
)
from bot.domain.people.identifiers import mask_iin
from bot.services.cases.deadlines import dates_of, papers_in_order
from bot.services.cases.documents_ok import can_finish_check
from bot.services.cases.facts import needs_plan, short_name
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
_TOPIC_LIMIT = 128


@dataclass(frozen=True, slots=True)
class Card:
    """A card drawn in a chat's language."""

    topic: str
    text: str
    keyboard: InlineKeyboardMarkup | None


def draw_card(case: Case, pages: int, texts: Texts, language: str) -> Card:
    """Draw the card with the number of documents it stands for."""
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
    topic = texts.plain(
        language, "staff-topic", sign=SIGNS[case.state], code=case.code, person=short_name(case.answers)
    )
    return Card(topic[:_TOPIC_LIMIT], texts.get(language, "staff-card", **values), keyboard(case, texts, language))


def _terms(case: Case) -> TextRef:
    """Until when it is to be checked and decided; a service other than АӘК is decided by its own term."""
    dates = dates_of(case)
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


def keyboard(case: Case, texts: Texts, language: str) -> InlineKeyboardMarkup | None:
    """Return the buttons of what may be done now; none while the documents are still being sent."""
    if case.state is CaseState.SUBMITTED:
        return None
    actions = set(actions_for(case.state, Role.SPECIALIST, needs_plan=needs_plan(case)))
    is_owned = case.owner is not None and case.state not in FINAL_STATES
    rows: list[list[str]] = []
    if is_owned:
        rows += [_asking(case, actions), _deciding(actions), ["answers"]]
    elif case.state not in FINAL_STATES:
        rows.append(["take"])
    rows += [["data"] if case.state is CaseState.WITHDRAWN else ["docs", "data"], ["history", "file"]]
    if case.state in FOLLOWED_STATES and needs_plan(case):
        rows.append(["duties"])
    if is_owned:
        is_extendable = case.service == AID and not case.extended_at and case.state in LIVE_CASE_STATES
        rows.append(["extend", "hand"] if is_extendable else ["hand"])
    if case.service == AID and case.state is CaseState.ASSIGNED:
        rows.append(["prolong"])
    if case.state in DECIDED_STATES:
        rows.append(["close"])
    return markup(case, texts, language, [[(f"staff-button-{what}", what, "") for what in row] for row in rows if row])


def _asking(case: Case, actions: set[CaseAction]) -> list[str]:
    asking = ["ask"] if CaseAction.ASK in actions else []
    checked = ["checked"] if can_finish_check(case) else []
    return [*asking, "phone"] if case.state is CaseState.QUESTION else [*asking, *checked]


def _deciding(actions: set[CaseAction]) -> list[str]:
    plan = ["plan"] if CaseAction.SEND_PLAN in actions else []
    return [*plan, "decide"] if actions & {CaseAction.ASSIGN, CaseAction.REFUSE} else plan


def markup(case: Case, texts: Texts, language: str, rows: list[list[tuple[str, str, str]]]) -> InlineKeyboardMarkup:
    """Return a keyboard of ``(text key, what, argument)``."""
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [press_button(case, texts.plain(language, key), what, arg) for key, what, arg in row] for row in rows
        ]
    )


def press_button(case: Case, label: str, what: str, arg: str) -> InlineKeyboardButton:
    """Return a button with words of its own that says ``what`` of the case as it is now."""
    return InlineKeyboardButton(
        text=label, callback_data=CaseCallback(what=what, id=case.id, v=case.version, arg=arg).pack()
    )
