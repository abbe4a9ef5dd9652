"""The language of cards and messages in the group; choosing it makes the code."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.services.staff_chats.binding import make_bind_code
from dialogs.staff_chats.data import BindingData
from dialogs.states import Admin
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _chosen(_event: CallbackQuery, button: Any, manager: DialogManager) -> None:
    context, data = context_of(manager), BindingData(manager)
    try:
        made = await make_bind_code(
            services_of(manager),
            key=context.key("bind-code"),
            user_id=context.user_id,
            role=data.role,
            region=data.region,
            language=button.widget_id,
        )
    except Refusal as problem:
        show_error(manager, problem)
        return
    data.code = made.code
    data.expires_at = made.expires_at
    await manager.switch_to(Admin.code)


language_window = screen(
    I18nText("admin-language"),
    Column(
        Button(ButtonText("language-kk"), id="kk", on_click=_chosen),
        Button(ButtonText("language-ru"), id="ru", on_click=_chosen),
    ),
    state=Admin.language,
    beside_home=Admin.region,
)
