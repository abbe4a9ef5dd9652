"""Whether it happens right now: then it goes first."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from dialogs.inquiries.data import InquiryData
from dialogs.inquiries.flow import back_from, go_on
from dialogs.states import Inquiries
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _answered(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    InquiryData(manager).inside = button.widget_id == "now"
    await go_on(manager, Inquiries.inside)


inside_window = screen(
    I18nText("inquiry-inside"),
    Column(
        Button(ButtonText("inquiry-inside-now"), id="now", on_click=_answered),
        Button(ButtonText("inquiry-inside-before"), id="before", on_click=_answered),
    ),
    state=Inquiries.inside,
    beside_home=back_from(Inquiries.inside),
)
