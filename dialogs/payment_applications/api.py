"""The doors to applying, and which application the screens are about; dialog data holds ids only."""

from typing import Any

from aiogram_dialog import DialogManager, StartMode

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.domain.payment_applications import PaymentApplicationState
from bot.domain.payments.programmes import Programme
from bot.services.payment_applications.corrections import begin_correction
from bot.services.payment_applications.form import FilledForm, open_form
from bot.services.payments.programmes import programmes
from dialogs.payments.api import open_payment, open_payment_status
from dialogs.states import Intake
from dialogs.widgets.problem import problem_data

PROGRAMME, APPLICATION = "programme", "application"


async def open_payment_application(manager: DialogManager, programme_id: str) -> None:
    """Show a programme and the way to apply."""
    await manager.start(Intake.intro, data={PROGRAMME: programme_id}, mode=StartMode.RESET_STACK)


async def open_sent(manager: DialogManager, application_id: int) -> None:
    """Show what has become of an application: what staff ask for, or its status."""
    try:
        sheet = await open_form(services_of(manager), context_of(manager).user_id, application_id)
    except Refusal as problem:
        await open_payment(manager, problem_data(problem))
        return
    data = {PROGRAMME: sheet.programme.id, APPLICATION: application_id}
    if sheet.application.state is PaymentApplicationState.DRAFT:
        await manager.start(Intake.intro, data=data, mode=StartMode.RESET_STACK)
    elif sheet.is_correction or sheet.application.payment_id is None:
        await manager.start(Intake.asked, data=data, mode=StartMode.RESET_STACK)
    else:
        await open_payment_status(manager, sheet.application.payment_id)


async def open_correction(manager: DialogManager, application_id: int) -> None:
    """Put right what a refusal or a returned payment was about."""
    context = context_of(manager)
    try:
        mended = await begin_correction(
            services_of(manager),
            key=context.key("mend"),
            user_id=context.user_id,
            application_id=application_id,
            language=context.language,
        )
    except Refusal as problem:
        await open_payment(manager, problem_data(problem))
        return
    await open_sent(manager, mended)


async def begin(start_data: Any, manager: DialogManager) -> None:
    """Take over what the door gave."""
    if isinstance(start_data, dict):
        manager.dialog_data.update(start_data)


def programme_here(manager: DialogManager) -> Programme:
    """Return the programme of this screen."""
    return programmes()[manager.dialog_data[PROGRAMME]]


async def sheet_here(manager: DialogManager) -> FilledForm:
    """Return what is being filled, as it is now."""
    return await open_form(services_of(manager), context_of(manager).user_id, manager.dialog_data[APPLICATION])
