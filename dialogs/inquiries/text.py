"""What there is to say, with a photo if one helps; where to come and whom to call, for a visit at home."""

from collections.abc import Iterator
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput

from bot.domain.errors import InvalidInput, Refusal
from bot.domain.inquiries import LONGEST, MOST_PHOTOS, SHORTEST, InquiryKind, read_text
from bot.domain.people.consents import Purpose
from bot.domain.people.contacts import parse_phone
from bot.domain.text_input import parse_text
from bot.texts import TextRef
from dialogs.inquiries.data import InquiryData
from dialogs.inquiries.flow import back_from, go_on
from dialogs.states import Inquiries
from dialogs.widgets.inputs import refuse_upload, text_answer
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import DynamicText, I18nText
from dialogs.widgets.uploads import caption_of, redraw_album_once


def _read_address(text: str) -> str:
    return parse_text(text, min_length=SHORTEST, max_length=120)


async def _asked(dialog_manager: DialogManager, **_data: Any) -> Shown:
    data = InquiryData(dialog_manager)
    return _shown(data.kind, shown=bool(data.photo))


def _shown(kind: InquiryKind, *, shown: bool) -> Shown:
    return {
        "question": TextRef(f"inquiry-words-{kind.value}"),
        "photo": shown,
        "photo_may": kind is not InquiryKind.HOME_VISIT and not shown,
    }


def _previews() -> Iterator[Shown]:
    yield from (_shown(kind, shown=False) for kind in InquiryKind)
    yield _shown(InquiryKind.COMPLAINT, shown=True)


async def _said(words: str, manager: DialogManager) -> None:
    InquiryData(manager).words = words
    await go_on(manager, Inquiries.words)


async def _photo_sent(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    """Keep the photo; a caption is what there is to say."""
    try:
        caption = add_photo(message, manager)
        if caption:
            await _said(read_text(caption), manager)
    except (InvalidInput, Refusal) as problem:
        await refuse_upload(manager, message, problem)
        return
    redraw_album_once(manager, message)


def add_photo(message: Message, manager: DialogManager) -> str:
    """Keep a photo with what is written, and return its caption.

    Raises ``InvalidInput("text-long")``, and ``Refusal``: ``inquiry-no-photo`` (a visit at home has none),
    ``inquiry-photos-full`` (param ``max``).
    """
    data = InquiryData(manager)
    if data.kind is InquiryKind.HOME_VISIT:
        raise Refusal("inquiry-no-photo")
    caption = caption_of(message, longest=LONGEST)
    new = message.photo[-1].file_id if message.photo else ""
    photos = list(dict.fromkeys([*data.photo.split(), new]))
    if len(photos) > MOST_PHOTOS:
        raise Refusal("inquiry-photos-full", max=MOST_PHOTOS)
    data.photo = " ".join(photos)
    return caption


words_window = screen(
    DynamicText("question"),
    I18nText("inquiry-photo-may", when="photo_may"),
    I18nText("inquiry-photo-kept", when="photo"),
    text_answer(read_text, _said),
    MessageInput(_photo_sent, content_types=[ContentType.PHOTO]),
    state=Inquiries.words,
    getter=_asked,
    previews=_previews,
    beside_home=back_from(Inquiries.words),
    fallback="inquiry-stray-words",
).asking(Purpose.INQUIRIES)


async def _lives(address: str, manager: DialogManager) -> None:
    InquiryData(manager).address = address
    await go_on(manager, Inquiries.address)


address_window = screen(
    I18nText("inquiry-address"),
    text_answer(_read_address, _lives),
    state=Inquiries.address,
    beside_home=back_from(Inquiries.address),
    fallback="inquiry-stray-words",
).asking(Purpose.INQUIRIES)


async def _called(phone: str, manager: DialogManager) -> None:
    InquiryData(manager).phone = phone
    await go_on(manager, Inquiries.phone)


phone_window = screen(
    I18nText("inquiry-phone"),
    text_answer(parse_phone, _called),
    state=Inquiries.phone,
    beside_home=back_from(Inquiries.phone),
    fallback="inquiry-stray-words",
).asking(Purpose.INQUIRIES)
