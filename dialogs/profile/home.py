"""The profile: what is remembered, masked, each with a button that forgets it."""

from collections.abc import Iterator, Mapping
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.context import context_of, services_of
from bot.domain.people.contacts import mask_phone
from bot.domain.people.identifiers import mask_iin
from bot.services.consents.agreeing import erase_details, profile_of
from bot.texts import TextRef
from dialogs.language import language_button
from dialogs.profile.data_file import send_my_data
from dialogs.samples import IIN, NAME, PHONE, SURNAME
from dialogs.states import Profile
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText
from dialogs.widgets.unfinished import ContinueButtons

_NAMES = ("surname", "name", "patronymic")


async def _remembered(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(await profile_of(services_of(dialog_manager), context_of(dialog_manager).user_id))


def _shown(kept: Mapping[str, str]) -> Shown:
    names = " ".join(kept[part] for part in _NAMES if part in kept)
    nothing = TextRef("profile-nothing")
    return {
        "iin": mask_iin(kept["iin"]) if "iin" in kept else nothing,
        "phone": mask_phone(kept["phone"]) if "phone" in kept else nothing,
        "names": names or nothing,
        "has_iin": "iin" in kept,
        "has_phone": "phone" in kept,
        "has_names": bool(names),
    }


def _previews() -> Iterator[Shown]:
    yield _shown({"iin": IIN, "phone": PHONE, "surname": SURNAME, "name": NAME})
    yield _shown({})


async def _forget(_event: CallbackQuery, button: Any, manager: DialogManager) -> None:
    details = {"forget_iin": ("iin",), "forget_phone": ("phone",), "forget_names": _NAMES}[button.widget_id]
    await erase_details(services_of(manager), context_of(manager).user_id, *details)


async def _send_file(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await send_my_data(manager)
    manager.show_mode = ShowMode.SEND


profile_window = screen(
    I18nText("profile-home"),
    ContinueButtons(),
    Button(ButtonText("profile-forget-iin"), id="forget_iin", on_click=_forget, when="has_iin"),
    Button(ButtonText("profile-forget-phone"), id="forget_phone", on_click=_forget, when="has_phone"),
    Button(ButtonText("profile-forget-names"), id="forget_names", on_click=_forget, when="has_names"),
    Button(ButtonText("profile-file"), id="file", on_click=_send_file),
    SwitchTo(ButtonText("profile-reminders-button"), id="reminders", state=Profile.reminders),
    SwitchTo(ButtonText("profile-consent-button"), id="consent", state=Profile.consent),
    language_button(),
    state=Profile.home,
    getter=_remembered,
    previews=_previews,
).typed(acting=("forget_iin", "forget_phone", "forget_names"))
