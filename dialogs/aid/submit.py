"""The statement a person agrees to, submitting, and what was made of it."""

from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.style import Style

from bot.context import services_of, turn_of
from bot.domain.errors import Refusal
from bot.services.appeals import official_name_of, short_name_of
from bot.services.assistance.clients import for_whom
from bot.services.case_facts import AID, dates_of, person_name
from bot.services.submission import submit_application
from bot.texts import Day, Key, Value
from dialogs.aid.asking import draft_here, service_here
from dialogs.case.door import open_case, open_case_by_code
from dialogs.states import Aid
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.problem import Problem, tell_problem
from dialogs.widgets.tr import Label, Told
from storage import cases


async def _consent(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    draft = await draft_here(dialog_manager)
    dialog_manager.dialog_data["application"] = draft.application.id
    service = service_here(dialog_manager)
    whom = await for_whom(services_of(dialog_manager), turn_of(dialog_manager).user_id)
    told: dict[str, Value] = {"person": person_name(draft.answers)}
    if service != AID:
        told["service"] = official_name_of(service)
    if whom.client:
        told["assistant"] = whom.name
        return {"statement": Key("aid-consent-assistant" if service == AID else "appeal-consent-assistant", told)}
    return {"statement": Key("aid-consent" if service == AID else "appeal-consent", told)}


async def _submit(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    turn = turn_of(manager)
    try:
        await submit_application(
            services_of(manager),
            key=turn.key("submit"),
            user_id=turn.user_id,
            application_id=manager.dialog_data["application"],
            language=turn.language,
        )
    except Refusal as refusal:
        if "number" in refusal.params:
            manager.dialog_data["number"] = refusal.params["number"]
            await manager.switch_to(Aid.exists)
        else:
            tell_problem(manager, refusal)
            await manager.switch_to(Aid.recap)
        return
    await manager.switch_to(Aid.done)


async def _done(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    services = services_of(dialog_manager)
    async with services.db.read() as reader:
        case = await cases.load(reader, services.vault, dialog_manager.dialog_data["application"])
    dates = dates_of(case)
    told = {"number": case.code, "forward_by": Day.of(dates.forward_by), "check_by": Day.of(dates.check_by)}
    if dates.decide_by:
        return {"words": Key("aid-done", {**told, "decide_by": Day.of(dates.decide_by)})}
    return {"words": Key("appeal-done", {**told, "service": short_name_of(case.service)})}


async def _exists(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    number = dialog_manager.dialog_data["number"]
    service = service_here(dialog_manager)
    if service == AID:
        return {"words": Key("refusal-application-exists", {"number": number})}
    return {"words": Key("appeal-exists", {"number": number, "service": short_name_of(service)})}


async def _open_done(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_case(manager, manager.dialog_data["application"])


async def _open_existing(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_case_by_code(manager, manager.dialog_data["number"])


consent_window = Window(
    Problem(),
    Told("statement"),
    Button(Label("aid-submit"), id="submit", on_click=_submit, style=Style(ButtonStyle.SUCCESS)),
    Row(SwitchTo(Label("button-back"), id="back", state=Aid.recap), home_button()),
    otherwise("stray-buttons"),
    getter=_consent,
    state=Aid.consent,
)

done_window = Window(
    Problem(),
    Told("words"),
    Button(Label("aid-open-case"), id="open", on_click=_open_done),
    home_button(),
    otherwise("stray-menu"),
    getter=_done,
    state=Aid.done,
)

exists_window = Window(
    Problem(),
    Told("words"),
    Button(Label("aid-open-case"), id="open", on_click=_open_existing),
    home_button(),
    otherwise("stray-menu"),
    getter=_exists,
    state=Aid.exists,
)
