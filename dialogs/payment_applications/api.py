"""How applying for a payment is opened."""

from aiogram_dialog import DialogManager, StartMode

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.domain.payment_applications import PaymentApplicationState
from bot.services.payment_applications.corrections import begin_correction
from bot.services.payment_applications.form import open_form
from dialogs.payment_applications.data import PaymentApplicationData
from dialogs.payments.api import open_payment, open_payment_status
from dialogs.states import Intake
from dialogs.widgets.problem import problem_data


async def open_payment_application(manager: DialogManager, programme_id: str) -> None:
    """Show a programme and the way to apply."""
    await manager.start(
        Intake.intro, data=PaymentApplicationData.programme.stored(programme_id), mode=StartMode.RESET_STACK
    )


async def open_sent(manager: DialogManager, application_id: int) -> None:
    """Show what has become of an application: what staff ask for, or its status."""
    try:
        filled = await open_form(services_of(manager), context_of(manager).user_id, application_id)
    except Refusal as problem:
        await open_payment(manager, problem_data(problem))
        return
    programme = PaymentApplicationData.programme.stored(filled.programme.id)
    data = programme | PaymentApplicationData.application.stored(application_id)
    if filled.application.state is PaymentApplicationState.DRAFT:
        await manager.start(Intake.intro, data=data, mode=StartMode.RESET_STACK)
    elif filled.is_correction or filled.application.payment_id is None:
        await manager.start(Intake.asked, data=data, mode=StartMode.RESET_STACK)
    else:
        await open_payment_status(manager, filled.application.payment_id)


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
