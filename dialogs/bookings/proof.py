"""Showing that the ИИН is one's own: the own Telegram contact, or a code for staff."""

from collections.abc import Iterator
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import RequestContact

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.domain.people.consents import Purpose
from bot.services.iin_proofs.asking import show_own
from bot.services.queue.person import masked_person
from bot.texts import TextRef
from dialogs.bookings.data import BookingsData
from dialogs.samples import MASKED_IIN
from dialogs.states import Bookings, Menu
from dialogs.widgets.free_text import not_understood
from dialogs.widgets.own_contact import own_phone
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.reply_button import ReplyButtons, button_key
from dialogs.widgets.screen import WayHome, screen
from dialogs.widgets.text import ButtonText, I18nText

_BY_STAFF, _HOME = "proof-by-staff", "button-home"


async def _proof(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    return _shown(await masked_person(services_of(dialog_manager), BookingsData(dialog_manager).person))


def _shown(iin: str) -> Shown:
    return {"iin": iin}


def _previews() -> Iterator[Shown]:
    yield _shown(MASKED_IIN)


async def _contact(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    try:
        await _show(manager, own_phone(message.contact, context_of(manager).user_id))
    except Refusal as refusal:
        show_error(manager, refusal)


async def _text(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    button = button_key(manager, message.text or "", (_BY_STAFF, _HOME))
    if button == _HOME:
        await manager.start(Menu.home, mode=StartMode.RESET_STACK)
    elif button == _BY_STAFF:
        try:
            await _show(manager, None)
        except Refusal as refusal:
            show_error(manager, refusal)
    else:
        show_error(manager, not_understood(message, TextRef("proof-stray")))


async def _show(manager: DialogManager, phone: str | None) -> None:
    context, data = context_of(manager), BookingsData(manager)
    shown = await show_own(
        services_of(manager),
        key=context.key("proof"),
        user_id=context.user_id,
        person_id=data.person,
        phone=phone,
        purpose=Purpose.QUEUE,
    )
    if shown.code is not None:
        data.code = shown.code
    await manager.switch_to(Bookings.others if shown.proved else Bookings.code)


proof_window = screen(
    I18nText("bookings-proof"),
    RequestContact(ButtonText("proof-share-contact")),
    ReplyButtons(_BY_STAFF, _HOME),
    MessageInput(_contact, content_types=[ContentType.CONTACT]),
    MessageInput(_text, content_types=[ContentType.TEXT]),
    state=Bookings.proof,
    getter=_proof,
    previews=_previews,
    way_home=WayHome.REPLY_KEYBOARD,
    fallback="proof-stray",
).asking(Purpose.QUEUE)
