"""What was sent so far, one of it, and writing more to it."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo

from bot.context import context_of, services_of
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.inquiries import LONGEST, Inquiry, InquiryKind, InquiryState, SentInquiry, read_text
from bot.domain.people.consents import Purpose
from bot.services.calendar import today
from bot.services.inquiries.queries import inquiries_sent_by
from bot.services.inquiries.sending import add_to_inquiry, close_own
from bot.texts import LocalDate, LocalDateTime, TextRef
from dialogs.inquiries.data import InquiryData
from dialogs.inquiries.samples import sample_inquiry
from dialogs.inquiries.sent import inquiry_here
from dialogs.samples import NOW
from dialogs.states import Inquiries
from dialogs.widgets.inputs import refuse_upload, text_answer
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText, ItemText
from dialogs.widgets.uploads import caption_of, redraw_album_once

_SHOWN = 20


async def _all(dialog_manager: DialogManager, **_data: Any) -> Shown:
    services, user_id = services_of(dialog_manager), context_of(dialog_manager).user_id
    return _all_shown(await inquiries_sent_by(services, user_id, _SHOWN))


def _all_shown(sent: Sequence[SentInquiry]) -> Shown:
    items = [
        (
            each.id,
            TextRef(
                "inquiry-item",
                {
                    "kind": TextRef(f"inquiry-kind-{each.kind}"),
                    "state": TextRef(f"inquiry-state-{each.state}"),
                    "day": LocalDate.of(today(each.created_at), "digits"),
                },
            ),
        )
        for each in sent
    ]
    return {"items": items, "words": TextRef("inquiry-all" if items else "inquiry-none")}


def _all_previews() -> Iterator[Shown]:
    yield _all_shown([SentInquiry(47, kind, state, NOW) for kind in InquiryKind for state in InquiryState])
    yield _all_shown([])


async def _opened(_event: CallbackQuery, _select: Any, manager: DialogManager, inquiry: str) -> None:
    InquiryData(manager).inquiry = int(inquiry)
    await manager.switch_to(Inquiries.one)


all_window = screen(
    DynamicText("words"),
    Column(Select(ItemText(), id="inquiry", item_id_getter=lambda item: item[0], items="items", on_click=_opened)),
    SwitchTo(ButtonText("inquiry-new"), id="new", state=Inquiries.kind),
    state=Inquiries.all,
    getter=_all,
    previews=_all_previews,
)


async def _one(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _one_shown(await inquiry_here(dialog_manager), said=InquiryData(dialog_manager).said)


def _one_shown(inquiry: Inquiry, *, said: bool) -> Shown:
    return {
        "number": inquiry.code,
        "kind": TextRef(f"inquiry-kind-{inquiry.kind.value}"),
        "state": TextRef(f"inquiry-told-{inquiry.state.value}"),
        "at": LocalDateTime(inquiry.created_at),
        "words": inquiry.body["words"],
        "open": inquiry.closed_at is None,
        "said": said,
    }


def _one_previews() -> Iterator[Shown]:
    for kind in InquiryKind:
        for state in InquiryState:
            yield _one_shown(sample_inquiry(kind, state), said=state is InquiryState.TAKEN)


async def _close(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    inquiry = await inquiry_here(manager)
    await close_own(services_of(manager), key=context.key("close"), user_id=context.user_id, inquiry_id=inquiry.id)


one_window = screen(
    I18nText("inquiry-one"),
    SwitchTo(ButtonText("inquiry-write-more"), id="more", state=Inquiries.more, when="open"),
    Button(ButtonText("inquiry-close"), id="close", on_click=_close, when="open"),
    state=Inquiries.one,
    getter=_one,
    previews=_one_previews,
    beside_home=Inquiries.all,
).typed(acting=("close",))


async def _say(part: dict[str, str], manager: DialogManager) -> None:
    context = context_of(manager)
    inquiry = await inquiry_here(manager)
    await add_to_inquiry(
        services_of(manager), key=context.key("more"), user_id=context.user_id, inquiry_id=inquiry.id, part=part
    )
    InquiryData(manager).said = True


async def _said(words: str, manager: DialogManager) -> None:
    await _say({"words": words}, manager)


def read_part(message: Message) -> dict[str, str]:
    """Return what a message adds to an inquiry: words, or a photo with what was written beside it.

    Raises ``InvalidInput`` for words that cannot be taken.
    """
    if not message.photo:
        return {"words": read_text(message.text or "")}
    words = caption_of(message, longest=LONGEST)
    return {"photo": message.photo[-1].file_id, **({"words": words} if words else {})}


async def _shown(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    try:
        await _say(read_part(message), manager)
    except (InvalidInput, Refusal) as problem:
        await refuse_upload(manager, message, problem)
        return
    redraw_album_once(manager, message)


more_window = screen(
    I18nText("inquiry-more"),
    I18nText("inquiry-more-said", when="said"),
    text_answer(read_text, _said),
    MessageInput(_shown, content_types=[ContentType.PHOTO]),
    state=Inquiries.more,
    getter=_one,
    previews=_one_previews,
    beside_home=Inquiries.one,
    fallback="inquiry-stray-words",
).asking(Purpose.INQUIRIES)
