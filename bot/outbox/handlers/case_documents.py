"""The documents of a case in its chat, each noted with Telegram's message id and never sent twice (product A6)."""

from collections.abc import Sequence

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InputMediaPhoto, Message

from bot.domain.applications.application import CAPTION, Page
from bot.domain.cases.case import Case
from bot.domain.staff_chats import Place, StaffChat
from bot.domain.text_input import fits_caption
from bot.forms.loading import form_for
from bot.outbox.handlers.deliveries import note_delivery
from bot.printing.application_form import application_form
from bot.services.assistants.filing import CONSENT_PAPER
from bot.services.cases.forwarding import FORM, LATER_ITEMS
from bot.services.privacy.deliveries import PAPERS
from bot.texts import TextRef
from handlers.staff.context import StaffContext, under_card
from storage.applications import applications, attachments
from storage.cases import message_map

_ALBUM = 10
_ALBUM_BYTES = 20 * 1024 * 1024
"""Telegram takes 50 MB in a call, but a call has only a minute; no single file is larger than this."""
PHOTOS = frozenset({"image/jpeg", "image/png"})
_NAMES_LIMIT = 60


async def send_parts(staff: StaffContext, case: Case, chat: StaffChat, place: Place) -> None:
    """Send the printed form and every document that has no message id yet: photos as albums, the rest as files."""
    async with staff.services.db.read() as reader:
        there = await message_map.kinds(reader, case.id)
        pages = await attachments.pages_of(reader, case.id)
    own = [page for page in pages if page.item not in LATER_ITEMS]
    waiting = [page for page in own if f"part:{page.id}" not in there]
    if waiting or FORM not in there:
        await note_delivery(staff, case.subject, place.chat_id, PAPERS)
    if FORM not in there:
        await _send_form(staff, case, place, own)
    await send_pages(staff, case, chat, place, waiting)


async def _send_form(staff: StaffContext, case: Case, place: Place, pages: Sequence[Page]) -> None:
    async with staff.services.db.read() as reader:
        application = await applications.read(reader, staff.services.encryption, case.id)
    username = (await staff.bot.me()).username or ""
    printed = await application_form(
        application, pages, staff.texts, bot_username=username, operator=staff.services.settings.operator
    )
    name = staff.texts.plain(application.language, "receipt-file", number=case.code)
    message = await staff.bot.send_document(
        place.chat_id,
        BufferedInputFile(printed, name),
        message_thread_id=place.thread_id,
        reply_parameters=under_card(place),
    )
    await staff.services.db.run([message_map.kept(case.id, place.chat_id, message.message_id, FORM)])


async def send_pages(staff: StaffContext, case: Case, chat: StaffChat, place: Place, pages: Sequence[Page]) -> None:
    """Send these pages, in order within their kind, and note each."""
    photos = [page for page in pages if page.media_type in PHOTOS]
    for album in albums(photos):
        await _send_photos(staff, case, chat, place, album)
    for page in pages:
        if page.media_type not in PHOTOS:
            await send_page(staff, case, chat, place, page)


def albums(photos: Sequence[Page]) -> list[list[Page]]:
    """Return the photos in order, parted so that each part fits into one call."""
    parted: list[list[Page]] = []
    for page in photos:
        last = parted[-1] if parted else []
        if not last or len(last) == _ALBUM or sum(each.size for each in last) + page.size > _ALBUM_BYTES:
            parted.append([page])
        else:
            last.append(page)
    return parted


async def send_paper(staff: StaffContext, case: Case, place: Place, page: Page, caption: str) -> Message:
    """Send one page under words of its own: as a photo when it is one."""
    await note_delivery(staff, case.subject, place.chat_id, PAPERS)
    file = BufferedInputFile(await content(staff, case, page), page.name[-_NAMES_LIMIT:])
    send = staff.bot.send_photo if page.media_type in PHOTOS else staff.bot.send_document
    message: Message = await send(
        place.chat_id,
        file,
        caption=caption,
        message_thread_id=place.thread_id,
        reply_parameters=under_card(place),
    )
    await _note(staff, case, place, page, message)
    return message


async def send_page(staff: StaffContext, case: Case, chat: StaffChat, place: Place, page: Page) -> Message:
    """Send one page as a file."""
    message = await staff.bot.send_document(
        place.chat_id,
        BufferedInputFile(await content(staff, case, page), page.name[-_NAMES_LIMIT:]),
        caption=await _caption(staff, case, chat, page),
        message_thread_id=place.thread_id,
        reply_parameters=under_card(place),
    )
    await _note(staff, case, place, page, message)
    return message


async def content(staff: StaffContext, case: Case, page: Page) -> bytes:
    """Return a stored file's content."""
    async with staff.services.db.read() as reader:
        key = await staff.services.encryption.key(reader, case.data_key_id)
    return await staff.services.files.get(key, page.stored_as)


async def _send_photos(staff: StaffContext, case: Case, chat: StaffChat, place: Place, pages: Sequence[Page]) -> None:
    try:
        messages = await _photos(staff, case, chat, place, pages)
    except TelegramBadRequest as error:
        if "photo" not in error.message.lower() and "image" not in error.message.lower():
            raise
        # A picture Telegram cannot show as a photo still is a document.
        for page in pages:
            await send_page(staff, case, chat, place, page)
        return
    for page, message in zip(pages, messages, strict=True):
        await _note(staff, case, place, page, message)


async def _photos(
    staff: StaffContext, case: Case, chat: StaffChat, place: Place, pages: Sequence[Page]
) -> list[Message]:
    files = [BufferedInputFile(await content(staff, case, page), page.name) for page in pages]
    captions = [await _caption(staff, case, chat, page) for page in pages]
    if len(pages) == 1:
        photo = await staff.bot.send_photo(
            place.chat_id,
            files[0],
            caption=captions[0],
            message_thread_id=place.thread_id,
            reply_parameters=under_card(place),
        )
        return [photo]
    return await staff.bot.send_media_group(
        place.chat_id,
        [InputMediaPhoto(media=file, caption=caption) for file, caption in zip(files, captions, strict=True)],
        message_thread_id=place.thread_id,
        reply_parameters=under_card(place),
    )


async def _caption(staff: StaffContext, case: Case, chat: StaffChat, page: Page) -> str:
    """Say what the file is, with what its sender wrote beside it unless that went before it as a message."""
    told = staff.texts.get(chat.language, "staff-document", code=case.code, item=_item(case, page))
    if page.caption is None:
        return told
    async with staff.services.db.read() as reader:
        key = await staff.services.encryption.key(reader, case.data_key_id)
    said = str(key.open(CAPTION, page.caption))
    return f"{told}\n{staff.texts.get(chat.language, 'staff-said-beside', text=said)}" if fits_caption(said) else told


def _item(case: Case, page: Page) -> TextRef:
    if page.item in LATER_ITEMS or page.item == CONSENT_PAPER:
        return TextRef(f"staff-paper-{page.item}")
    return TextRef(f"{form_for(case.service).field(page.item).key}-short")


async def _note(staff: StaffContext, case: Case, place: Place, page: Page, message: Message) -> None:
    kind = f"part:{page.id}"
    await staff.services.db.run([message_map.kept(case.id, place.chat_id, message.message_id, kind)])
