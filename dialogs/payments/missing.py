"""Not found: the same words whether there is no application or it is another person's."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.context import services_of
from bot.domain.people.identifiers import mask_iin
from bot.services.payments.view import is_source_silent
from dialogs.payments.data import PaymentData
from dialogs.samples import IIN
from dialogs.states import Payment
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _missing(dialog_manager: DialogManager, **_data: Any) -> Shown:
    iin = PaymentData(dialog_manager).iin
    return _shown(iin, silent=await is_source_silent(services_of(dialog_manager), iin))


def _shown(iin: str, *, silent: bool) -> Shown:
    return {"iin": mask_iin(iin), "silent": silent}


def _previews() -> Iterator[Shown]:
    yield _shown(IIN, silent=False)
    yield _shown(IIN, silent=True)


missing_window = screen(
    I18nText("payment-missing"),
    I18nText("payment-missing-silent", when="silent"),
    SwitchTo(ButtonText("payment-again"), id="again", state=Payment.proof),
    SwitchTo(ButtonText("payment-other-iin"), id="iin", state=Payment.iin),
    state=Payment.missing,
    getter=_missing,
    previews=_previews,
)
