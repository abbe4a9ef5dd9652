"""Not found: the same words whether there is no application or it is another person's."""

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.context import services_of
from bot.domain.iin import mask_iin
from bot.services.payments.view import is_source_silent
from dialogs.payment.draft import held_iin
from dialogs.states import Payment
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Tr


async def _missing(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    iin = held_iin(dialog_manager)
    return {"iin": mask_iin(iin), "silent": await is_source_silent(services_of(dialog_manager), iin)}


missing_window = Window(
    Problem(),
    Tr("payment-missing"),
    Tr("payment-missing-silent", when="silent"),
    SwitchTo(Label("payment-again"), id="again", state=Payment.proof),
    SwitchTo(Label("payment-other-iin"), id="iin", state=Payment.iin),
    home_button(),
    otherwise(),
    state=Payment.missing,
    getter=_missing,
)
