"""Open one's applications; read the case a screen is about."""

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, StartMode

from bot.context import context_of, services_of
from bot.domain.cases.case import Case
from bot.domain.codes import parse_case_code
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.people.consents import Purpose, purpose_of
from bot.domain.subject import Subject
from bot.services.cases.viewing.queries import case_of_code, own_case_of
from bot.services.privacy.audit import record_refused
from dialogs.cases.data import CaseData
from dialogs.states import Cases
from dialogs.widgets.problem import problem_data


async def open_cases(manager: DialogManager, _value: str = "") -> None:
    """Show every application."""
    await manager.start(Cases.all, mode=StartMode.RESET_STACK)


async def open_case(manager: DialogManager, application_id: int, state: State = Cases.one) -> None:
    """Show one application; a stranger is told only that they have no such one."""
    try:
        await own_case(manager, application_id)
    except Refusal as problem:
        await record_refused(services_of(manager), Subject(Case.family, application_id), context_of(manager).user_id)
        await manager.start(Cases.all, data=problem_data(problem), mode=StartMode.RESET_STACK)
        return
    await manager.start(state, data=CaseData.case.stored(application_id), mode=StartMode.RESET_STACK)


async def open_case_by_code(manager: DialogManager, typed: str) -> None:
    """Show the application whose link was followed."""
    try:
        code: str = parse_case_code(typed)
    except InvalidInput:
        code = ""
    await open_case(manager, await case_of_code(services_of(manager), code) or 0)


async def case_here(manager: DialogManager) -> Case:
    """Return the case of this screen, as it is now."""
    return await own_case(manager, CaseData(manager).case)


async def case_for(manager: DialogManager) -> Purpose | None:
    """Return what is told in the case of this screen for; None where it is not the person's."""
    try:
        return purpose_of((await case_here(manager)).service)
    except Refusal:
        return None


async def own_case(manager: DialogManager, application_id: int) -> Case:
    """Return a case of whoever acts; raises ``Refusal`` like ``own_case_of``."""
    return await own_case_of(services_of(manager), application_id, context_of(manager).user_id)
