"""The table of a case's buttons: what each says, does, and when it stands on the card."""

from bot.callbacks import CaseCallback
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
from bot.services.cases.deciding.documents_ok import can_finish_check
from bot.services.cases.facts import needs_plan
from bot.services.cases.viewing.queries import case_of
from bot.texts import TextRef
from handlers.callbacks import CallbackFilter
from handlers.staff.cards.buttons import back_to_card
from handlers.staff.cards.card import StaffAction, StaffCard
from handlers.staff.cases.asking import ask_menu, ask_prompt, phone_done
from handlers.staff.cases.canned_answers import canned_list, canned_pressed
from handlers.staff.cases.deciding import (
    amount_confirm,
    amount_done,
    assign_prompt,
    decide_menu,
    grant_done,
    grant_prompt,
    refuse_done,
    refuse_prompt,
)
from handlers.staff.cases.drafts import cancel_draft
from handlers.staff.cases.extending_aid import extend_aid_confirm, extend_aid_done, extend_aid_prompt
from handlers.staff.cases.extending_deadline import extend_deadline_prompt
from handlers.staff.cases.handling import close, papers_in_order, pass_on, reassign_menu, release, take
from handlers.staff.cases.obligations import show_obligations, tick
from handlers.staff.cases.planning import plan_no, plan_prompt, plan_send
from handlers.staff.cases.press import says
from handlers.staff.cases.retake import flaw_menu, page_menu, retake_pressed, retake_prompt
from handlers.staff.cases.viewing import full_data, resend_documents, send_file, show_history


def _is_here(case: Case) -> bool:
    """Nothing is done while the documents are still being sent."""
    return case.state is not CaseState.SUBMITTED


def _is_open(case: Case) -> bool:
    return _is_here(case) and case.state not in FINAL_STATES


def _is_owned(case: Case) -> bool:
    return _is_open(case) and case.owner is not None


def _may(case: Case, *actions: CaseAction) -> bool:
    possible = actions_for(case.state, Role.SPECIALIST, needs_plan=needs_plan(case))
    return _is_owned(case) and any(action in possible for action in actions)


def _is_asked(case: Case) -> bool:
    return _is_owned(case) and case.state is CaseState.QUESTION


def _is_free(case: Case) -> bool:
    return _is_open(case) and case.owner is None


def _has_papers(case: Case) -> bool:
    return _is_here(case) and case.state is not CaseState.WITHDRAWN


def _is_followed(case: Case) -> bool:
    return case.state in FOLLOWED_STATES and needs_plan(case)


def _is_extendable(case: Case) -> bool:
    return _is_owned(case) and case.service == AID and not case.extended_at and case.state in LIVE_CASE_STATES


def _is_assigned_aid(case: Case) -> bool:
    return case.service == AID and case.state is CaseState.ASSIGNED


_ROWS: tuple[tuple[StaffAction[Case], ...], ...] = (
    (
        StaffAction("ask", ask_menu, "staff-button-ask", lambda case: _may(case, CaseAction.ASK), owner_only=True),
        StaffAction("phone", phone_done, "staff-button-phone", _is_asked),
        StaffAction(
            "checked", papers_in_order, "staff-button-checked", lambda case: _is_owned(case) and can_finish_check(case)
        ),
    ),
    (
        StaffAction(
            "plan", plan_prompt, "staff-button-plan", lambda case: _may(case, CaseAction.SEND_PLAN), owner_only=True
        ),
        StaffAction(
            "decide",
            decide_menu,
            "staff-button-decide",
            lambda case: _may(case, CaseAction.ASSIGN, CaseAction.REFUSE),
            owner_only=True,
        ),
    ),
    (StaffAction("answers", canned_list, "staff-button-answers", _is_owned, any_version=True, owner_only=True),),
    (StaffAction("take", take, "staff-button-take", _is_free, any_version=True),),
    (
        StaffAction("docs", resend_documents, "staff-button-docs", _has_papers, any_version=True),
        StaffAction("data", full_data, "staff-button-data", _is_here, any_version=True, owner_only=True),
    ),
    (
        StaffAction("history", show_history, "staff-button-history", _is_here, any_version=True),
        StaffAction("file", send_file, "staff-button-file", _is_here, any_version=True),
    ),
    (StaffAction("duties", show_obligations, "staff-button-duties", _is_followed, any_version=True),),
    (
        StaffAction("extend", extend_deadline_prompt, "staff-button-extend", _is_extendable),
        StaffAction("hand", reassign_menu, "staff-button-hand", _is_owned),
    ),
    (StaffAction("prolong", extend_aid_prompt, "staff-button-prolong", _is_assigned_aid),),
    (StaffAction("close", close, "staff-button-close", lambda case: case.state in DECIDED_STATES),),
)

_MENUS: tuple[StaffAction[Case], ...] = (
    StaffAction("back", back_to_card, on_card=True, any_version=True),
    StaffAction("cancel", cancel_draft, any_version=True),
    StaffAction("release", release, on_card=True),
    StaffAction("duty", pass_on, on_card=True),
    StaffAction("item", ask_prompt, on_card=True, owner_only=True),
    StaffAction("reshoot_which", page_menu, any_version=True),
    StaffAction("reshoot_page", flaw_menu, any_version=True),
    StaffAction("reshoot_own", retake_prompt, any_version=True),
    StaffAction("reshoot", retake_pressed, any_version=True),
    StaffAction("canned", canned_pressed, any_version=True),
    StaffAction("plan_send", plan_send, owner_only=True),
    StaffAction("plan_no", plan_no, any_version=True),
    StaffAction("assign", assign_prompt, on_card=True),
    StaffAction("months", amount_confirm, owner_only=True),
    StaffAction("assign_ok", amount_done),
    StaffAction("grant", grant_prompt, on_card=True),
    StaffAction("grant_ok", grant_done),
    StaffAction("reason", refuse_prompt, on_card=True, owner_only=True),
    StaffAction("refuse_ok", refuse_done),
    StaffAction("pro_months", extend_aid_confirm),
    StaffAction("pro_ok", extend_aid_done),
    StaffAction("tick", tick, any_version=True),
)


CASES = StaffCard(
    family=Case.family,
    pressed=CallbackFilter(CaseCallback),
    says=says,
    load=case_of,
    elsewhere="case-elsewhere",
    outdated=lambda case: TextRef("staff-outdated", {"state": TextRef(f"staff-state-{case.state.value}")}),
    rows=_ROWS,
    menus=_MENUS,
)
