"""Proof that the application is one's own: the own Telegram contact, or the application number (product P1)."""

from collections.abc import Iterator
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Contact, Message
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import RequestContact

from bot.context import context_of, services_of
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.people.consents import Purpose
from bot.domain.people.identifiers import mask_iin
from bot.services.payments.application_number import parse_application_number
from bot.services.payments.check import Proof, check_payment
from dialogs.payments.asking import saying_slow
from dialogs.payments.data import PaymentData
from dialogs.samples import IIN
from dialogs.states import Menu, Payment
from dialogs.widgets.own_contact import own_phone
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.reply_button import ReplyButtons, button_key
from dialogs.widgets.screen import WayHome, screen
from dialogs.widgets.text import ButtonText, I18nText

_OTHER_IIN, _HOME = "payment-other-iin", "button-home"


async def _proof(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(PaymentData(dialog_manager).iin)


def _shown(iin: str) -> Shown:
    return {"iin": mask_iin(iin)}


def _previews() -> Iterator[Shown]:
    yield _shown(IIN)


async def _contact(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    try:
        await _check(manager, _proof_by(message.contact, context_of(manager).user_id))
    except (InvalidInput, Refusal) as problem:
        show_error(manager, problem)


async def _text(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    text = message.text or ""
    button = button_key(manager, text, (_OTHER_IIN, _HOME))
    if button == _OTHER_IIN:
        await manager.switch_to(Payment.iin)
        return
    if button == _HOME:
        await manager.start(Menu.home, mode=StartMode.RESET_STACK)
        return
    try:
        await _check(manager, Proof("number", parse_application_number(text)))
    except (InvalidInput, Refusal) as problem:
        show_error(manager, problem)


def _proof_by(contact: Contact | None, user_id: int) -> Proof:
    """Take the sender's own contact only; raises ``Refusal``."""
    try:
        phone = own_phone(contact, user_id)
    except Refusal:
        raise Refusal("payment-foreign-contact") from None
    if phone is None:
        raise Refusal("payment-foreign-phone")
    return Proof("phone", phone)


async def _check(manager: DialogManager, proof: Proof) -> None:
    context = context_of(manager)
    payment_id = await check_payment(
        services_of(manager),
        key=context.key("payment"),
        user_id=context.user_id,
        iin=PaymentData(manager).iin,
        proof=proof,
        slow=saying_slow(manager),
    )
    if payment_id is None:
        await manager.switch_to(Payment.missing)
        return
    PaymentData(manager).payment_id = payment_id
    await manager.switch_to(Payment.result)


proof_window = screen(
    I18nText("payment-proof"),
    RequestContact(ButtonText("payment-share-contact")),
    ReplyButtons(_OTHER_IIN, _HOME),
    MessageInput(_contact, content_types=[ContentType.CONTACT]),
    MessageInput(_text, content_types=[ContentType.TEXT]),
    state=Payment.proof,
    getter=_proof,
    previews=_previews,
    way_home=WayHome.REPLY_KEYBOARD,
    fallback="payment-stray-proof",
).asking(Purpose.PAYMENTS)
