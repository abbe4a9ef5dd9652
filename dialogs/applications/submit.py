"""The statement a person agrees to, submitting, and what was made of it."""

from collections.abc import Iterator
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.cases.case import AID, Case
from bot.domain.cases.states import CaseState
from bot.domain.errors import Refusal
from bot.domain.people.operator import NOBODY
from bot.services.applications.submission import submit_application
from bot.services.assistants.clients import for_whom
from bot.services.cases.deadlines import dates_of
from bot.services.cases.facts import person_name
from bot.services.cases.viewing.queries import case_of
from bot.services.consents.texts import operator_text
from bot.services.paper_services import official_name_of, short_name_of
from bot.texts import LocalDate, TextRef, Value
from dialogs.applications.data import ApplicationData
from dialogs.applications.samples import sample_services
from dialogs.applications.source import applying_for, draft_here
from dialogs.cases.api import open_case, open_case_by_code
from dialogs.cases.samples import sample_case
from dialogs.samples import CASE_CODE, NAME, WHOLE_NAME
from dialogs.states import Aid
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText


async def _consent(dialog_manager: DialogManager, **_data: Any) -> Shown:
    draft = await draft_here(dialog_manager)
    ApplicationData(dialog_manager).application = draft.application.id
    whom = await for_whom(services_of(dialog_manager), context_of(dialog_manager).user_id)
    person = person_name(draft.answers)
    operator = operator_text(services_of(dialog_manager).settings.operator)
    return _consent_shown(ApplicationData(dialog_manager).service, person, whom.name if whom.client else None, operator)


def _consent_shown(service: str, person: str, assistant: str | None, operator: TextRef) -> Shown:
    told: dict[str, Value] = {"person": person, "operator": operator}
    if service != AID:
        told["service"] = official_name_of(service)
    if assistant is not None:
        told["assistant"] = assistant
        return {"statement": TextRef("aid-consent-assistant" if service == AID else "appeal-consent-assistant", told)}
    return {"statement": TextRef("aid-consent" if service == AID else "appeal-consent", told)}


def _consent_previews() -> Iterator[Shown]:
    for service in sample_services():
        yield from (_consent_shown(service, WHOLE_NAME, assistant, operator_text(NOBODY)) for assistant in (None, NAME))


async def _submit(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        await submit_application(
            services_of(manager),
            key=context.key("submit"),
            user_id=context.user_id,
            application_id=ApplicationData(manager).application,
            language=context.language,
        )
    except Refusal as refusal:
        if "number" in refusal.params:
            ApplicationData(manager).number = str(refusal.params["number"])
            await manager.switch_to(Aid.exists)
        else:
            show_error(manager, refusal)
            await manager.switch_to(Aid.recap)
        return
    await manager.switch_to(Aid.done)


async def _done(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _done_shown(await case_of(services_of(dialog_manager), ApplicationData(dialog_manager).application))


def _done_shown(case: Case) -> Shown:
    dates = dates_of(case)
    told = {"number": case.code, "forward_by": LocalDate.of(dates.forward_by), "check_by": LocalDate.of(dates.check_by)}
    if dates.decide_by:
        return {"words": TextRef("aid-done", {**told, "decide_by": LocalDate.of(dates.decide_by)})}
    return {"words": TextRef("appeal-done", {**told, "service": short_name_of(case.service)})}


def _done_previews() -> Iterator[Shown]:
    yield from (_done_shown(sample_case(CaseState.SUBMITTED, service)) for service in sample_services())


async def _exists(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _exists_shown(ApplicationData(dialog_manager).service, ApplicationData(dialog_manager).number)


def _exists_shown(service: str, number: str) -> Shown:
    if service == AID:
        return {"words": TextRef("refusal-application-exists", {"number": number})}
    return {"words": TextRef("appeal-exists", {"number": number, "service": short_name_of(service)})}


def _exists_previews() -> Iterator[Shown]:
    yield from (_exists_shown(service, CASE_CODE) for service in sample_services())


async def _open_done(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_case(manager, ApplicationData(manager).application)


async def _open_existing(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_case_by_code(manager, ApplicationData(manager).number)


consent_window = (
    screen(
        DynamicText("statement"),
        Button(ButtonText("aid-submit"), id="submit", on_click=_submit, style=Style(ButtonStyle.SUCCESS)),
        state=Aid.consent,
        getter=_consent,
        previews=_consent_previews,
        beside_home=Aid.recap,
    )
    .asking(applying_for)
    .typed(yes=("submit",))
)

done_window = screen(
    DynamicText("words"),
    Button(ButtonText("aid-open-case"), id="open", on_click=_open_done),
    state=Aid.done,
    getter=_done,
    previews=_done_previews,
    fallback="stray-menu",
)

exists_window = screen(
    DynamicText("words"),
    Button(ButtonText("aid-open-case"), id="open", on_click=_open_existing),
    state=Aid.exists,
    getter=_exists,
    previews=_exists_previews,
    fallback="stray-menu",
)
