"""Everything once more, and sending it."""

from collections.abc import Iterator
from typing import Any

from aiogram.enums import ButtonStyle, ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.inquiries import GROUNDS, VISITED, InquiryKind, NewInquiry, read_text
from bot.domain.people.consents import Purpose
from bot.domain.people.contacts import mask_phone
from bot.domain.text_input import parse_text
from bot.services.branches import directory
from bot.services.branches.directory import Place
from bot.services.inquiries.sending import send_inquiry
from bot.services.queue.texts import both
from bot.texts import TextRef
from dialogs.inquiries.data import InquiryData
from dialogs.inquiries.flow import back_from, written
from dialogs.inquiries.samples import WORDS
from dialogs.inquiries.text import add_photo
from dialogs.queue.samples import sample_place
from dialogs.samples import PHONE
from dialogs.states import Inquiries
from dialogs.widgets.inputs import refuse_upload, text_answer
from dialogs.widgets.lines import Lines
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText
from dialogs.widgets.uploads import redraw_album_once


async def _recap(dialog_manager: DialogManager, **_data: Any) -> Shown:
    new, services = written(dialog_manager), services_of(dialog_manager)
    return _shown(new, await directory.place(services, new.branch_id) if new.branch_id is not None else None)


def _shown(new: NewInquiry, place: Place | None) -> Shown:
    about = "inquiry-group" if new.kind == "home_visit" else "inquiry-ground"
    lines = []
    if new.ground:
        lines.append(TextRef("inquiry-card-ground", {"ground": TextRef(f"{about}-{new.ground}")}))
    if place is not None:
        lines.append(TextRef("inquiry-card-place", {"place": both(place.branch.names)}))
    if new.inside:
        lines.append(TextRef("inquiry-inside-line"))
    lines.append(TextRef("inquiry-card-words", {"words": new.body.get("words", "")}))
    if photos := new.body.get("photo", "").split():
        lines.append(TextRef("inquiry-photo-line", {"count": str(len(photos))}))
    if "address" in new.body:
        lines.append(TextRef("inquiry-address-line", {"address": new.body["address"]}))
        lines.append(TextRef("inquiry-card-phone", {"phone": mask_phone(new.body["phone"])}))
    return {"kind": TextRef(f"inquiry-kind-{new.kind.value}"), "lines": lines}


def _previews() -> Iterator[Shown]:
    said, home = {"words": WORDS, "photo": "file"}, {"words": WORDS, "address": "Абай көшесі, 5", "phone": PHONE}
    for ground in GROUNDS:
        yield _shown(NewInquiry(InquiryKind.COMPLAINT, said, ground, 1, inside=True), sample_place())
    for ground in VISITED:
        yield _shown(NewInquiry(InquiryKind.HOME_VISIT, home, ground), None)
    for kind in (InquiryKind.THANKS, InquiryKind.QUESTION):
        yield _shown(NewInquiry(kind, {"words": WORDS}), None)


async def _send(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        inquiry_id = await send_inquiry(
            services_of(manager), key=context.key("inquiry"), user_id=context.user_id, new=written(manager)
        )
    except Refusal as problem:
        show_error(manager, problem)
        return
    data = InquiryData(manager)
    data.clear()
    data.inquiry = inquiry_id
    await manager.switch_to(Inquiries.sent)


async def _more(words: str, manager: DialogManager) -> None:
    """Put more words after what is written; raises ``InvalidInput("text-long")``."""
    data = InquiryData(manager)
    data.words = read_text(f"{data.words}\n{words}")


async def _photo_sent(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    try:
        if caption := add_photo(message, manager):
            await _more(caption, manager)
    except (InvalidInput, Refusal) as problem:
        await refuse_upload(manager, message, problem)
        return
    redraw_album_once(manager, message)


check_window = screen(
    I18nText("inquiry-check"),
    Lines("lines"),
    Button(ButtonText("inquiry-send"), id="send", on_click=_send, style=Style(ButtonStyle.SUCCESS)),
    text_answer(parse_text, _more),
    MessageInput(_photo_sent, content_types=[ContentType.PHOTO]),
    state=Inquiries.check,
    getter=_recap,
    previews=_previews,
    beside_home=back_from(Inquiries.check),
).asking(Purpose.INQUIRIES)
