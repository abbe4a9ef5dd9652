"""The consents, purpose by purpose: since when, to which text, and the way to take each back."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Select

from bot.context import context_of, services_of
from bot.domain.people.consents import TEXT_VERSION, Purpose
from bot.services.consents.agreeing import Given, consents_of
from bot.texts import LocalDateTime, TextRef
from dialogs.profile.data import ProfileData
from dialogs.samples import NOW
from dialogs.states import Profile
from dialogs.widgets.lines import Lines
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText


async def _given(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(await consents_of(services_of(dialog_manager), context_of(dialog_manager).user_id))


def _shown(given: Sequence[Given]) -> Shown:
    known = {each.purpose: each for each in given}
    return {
        "lines": [_line(purpose, known.get(purpose)) for purpose in Purpose],
        "given": [
            (str(each.purpose), TextRef("profile-withdraw-one", {"title": _title(each.purpose)})) for each in given
        ],
        "many": len(given) > 1,
    }


def _line(purpose: Purpose, given: Given | None) -> TextRef:
    if given is None:
        return TextRef("profile-consent-none", {"title": _title(purpose)})
    told = {"title": _title(purpose), "given": LocalDateTime(given.at), "version": given.text_version}
    return TextRef("profile-consent-given", told)


def _title(purpose: Purpose) -> TextRef:
    return TextRef(f"consent-title-{purpose}")


def _previews() -> Iterator[Shown]:
    yield _shown([Given(purpose, NOW, TEXT_VERSION) for purpose in Purpose])
    yield _shown([])


async def _one(_event: CallbackQuery, _select: Any, manager: DialogManager, purpose: str) -> None:
    ProfileData(manager).purpose = Purpose(purpose)
    await manager.switch_to(Profile.withdraw)


async def _all(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    del ProfileData(manager).purpose
    await manager.switch_to(Profile.withdraw)


consent_window = screen(
    I18nText("profile-consent"),
    Lines("lines"),
    Column(Select(ItemText(), id="purpose", item_id_getter=lambda item: item[0], items="given", on_click=_one)),
    Button(ButtonText("profile-withdraw-button"), id="withdraw", on_click=_all, when="many"),
    state=Profile.consent,
    getter=_given,
    previews=_previews,
    beside_home=Profile.home,
)
