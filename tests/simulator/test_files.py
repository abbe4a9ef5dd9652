"""Photos, documents and albums, both ways."""

import io
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramEntityTooLarge
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    Message,
)
from PIL import Image

from simulator.driver import Driver
from tests.simulator.conftest import taken
from tests.simulator.pictures import picture


def upload(content: bytes, name: str = "file.bin") -> BufferedInputFile:
    """Return a file to send."""
    return BufferedInputFile(content, name)


def ids(message: Message) -> list[str]:
    """Return identifiers of a photo's sizes."""
    return [size.file_id for size in message.photo or []]


async def test_a_photo_has_true_sizes(bot: Bot, telegram: Driver) -> None:
    """Each size is a JPEG of exactly the stated measures; identifiers depend on the content only."""
    asel = telegram.person(501)
    sent = await asel.sends_photo(picture(2000, 1000), caption="үй")
    assert sent.photo
    assert [(size.width, size.height) for size in sent.photo] == [(90, 45), (320, 160), (800, 400), (1280, 640)]
    content = await bot.download(sent.photo[-1])
    assert content
    data = content.read()
    assert Image.open(io.BytesIO(data)).size == (1280, 640)
    assert data[:2] == b"\xff\xd8"
    again = await telegram.person(502).sends_photo(picture(2000, 1000))
    assert ids(again) == ids(sent)
    small = await bot.send_photo(501, upload(picture(60, 40)))
    assert small.photo
    assert [(size.width, size.height) for size in small.photo] == [(60, 40)]
    echoed = await bot.send_photo(501, sent.photo[0].file_id, caption="қайта")
    assert ids(echoed) == ids(sent)
    assert (await telegram.file(sent.photo[-1].file_id)) == data


async def test_photos_that_are_none(bot: Bot, telegram: Driver) -> None:
    """No image, wild shapes and over 10 MB are refused."""
    await telegram.person(501).sends("hi")
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await bot.send_photo(501, upload(b"not an image"))
    with pytest.raises(TelegramBadRequest, match="PHOTO_INVALID_DIMENSIONS"):
        await bot.send_photo(501, upload(picture(2100, 100)))
    with pytest.raises(TelegramBadRequest, match="too big for a photo"):
        await bot.send_photo(501, upload(bytes(10 * 1024 * 1024 + 1)))
    with pytest.raises(TelegramBadRequest, match="wrong file identifier"):
        await bot.send_photo(501, "AgACnobody")
    with pytest.raises(AssertionError, match="IMAGE_PROCESS_FAILED"):
        await telegram.person(501).sends_photo(b"not an image")


async def test_documents(bot: Bot, telegram: Driver) -> None:
    """A document keeps its bytes and name; its type is told by its content."""
    asel = telegram.person(501)
    sent = await asel.sends_document(b"%PDF-1.7\nx", "анықтама.pdf")
    assert sent.document
    assert (sent.document.file_name, sent.document.mime_type) == ("анықтама.pdf", "application/pdf")
    content = await bot.download(sent.document)
    assert content
    assert content.read() == b"%PDF-1.7\nx"
    echoed = await bot.send_document(501, sent.document.file_id, caption="<b>сол</b>", parse_mode="HTML")
    assert echoed.document
    assert echoed.document.model_dump() == sent.document.model_dump()
    with pytest.raises(TelegramBadRequest, match="can't use file of type Document as Photo"):
        await bot.send_photo(501, sent.document.file_id)
    with pytest.raises(TelegramBadRequest, match="message caption is too long"):
        await bot.send_document(501, sent.document.file_id, caption="x" * 1025)
    with pytest.raises(TelegramBadRequest, match="file must be non-empty"):
        await bot.send_document(501, upload(b""))


async def test_sizes_up_and_down(bot: Bot, telegram: Driver) -> None:
    """More than 50 MB does not go up, more than 20 MB does not come down."""
    asel = telegram.person(501)
    sent = await asel.sends_document(bytes(20 * 1024 * 1024 + 1), "big.bin")
    assert sent.document
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.get_file(sent.document.file_id)
    with pytest.raises(TelegramEntityTooLarge):
        await bot.send_document(501, upload(bytes(50 * 1024 * 1024 + 1)))
    with pytest.raises(TelegramBadRequest, match="wrong file_id"):
        await bot.get_file("nothing")


async def test_albums_of_the_bot(bot: Bot, telegram: Driver) -> None:
    """2 to 10 of kinds that go together; nothing is sent when one is refused."""
    await telegram.person(501).sends("hi")
    photo, document = InputMediaPhoto(media=upload(picture())), InputMediaDocument(media=upload(b"x", "x.txt"))
    album = await bot.send_media_group(501, [photo, InputMediaPhoto(media=upload(picture(300, 300)), caption="екі")])
    assert len({message.media_group_id for message in album}) == 1
    assert [message.caption for message in album] == [None, "екі"]
    with pytest.raises(TelegramBadRequest, match="too few"):
        await bot.send_media_group(501, [photo])
    with pytest.raises(TelegramBadRequest, match="too many"):
        await bot.send_media_group(501, [photo] * 11)
    with pytest.raises(TelegramBadRequest, match="can't be mixed"):
        await bot.send_media_group(501, [photo, document])
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await bot.send_media_group(501, [photo, InputMediaPhoto(media=upload(b"no"))])
    assert len(telegram.person(501).from_bot()) == 2


async def test_albums_of_people(bot: Bot, telegram: Driver) -> None:
    """Each file is an update of its own with the same `media_group_id`."""
    asel = telegram.person(501)
    await asel.sends_album([(b"%PDF-1", "a.pdf"), (b"%PDF-2", "b.pdf")], kind="document", caption="екеуі")
    came = [update.message for update in await taken(bot) if update.message]
    assert [message.document.file_name for message in came if message.document] == ["a.pdf", "b.pdf"]
    assert len({message.media_group_id for message in came}) == 1
    assert [message.caption for message in came] == ["екеуі", None]
    with pytest.raises(AssertionError, match="2 to 10"):
        await asel.sends_album([picture()])


async def test_other_kinds(bot: Bot, telegram: Driver) -> None:
    """Videos, voices and stickers arrive as what they are."""
    asel = telegram.person(501)
    for kind in ("video", "voice", "sticker"):
        await asel.does(f"send_{kind}", (b"x" * 20, f"a.{kind}"), chat_id=501)
    came = [update.message for update in await taken(bot) if update.message]
    assert came[0].video
    assert came[1].voice
    assert came[2].sticker
    assert (await bot.send_video(501, came[0].video.file_id)).video
    assert (await bot.send_voice(501, came[1].voice.file_id)).voice
    assert (await bot.send_sticker(501, came[2].sticker.file_id)).sticker
    assert (await bot.send_video(501, upload(b"v", "v.mp4"), width=10, height=20, duration=3)).video


async def test_media_edits(bot: Bot, telegram: Driver) -> None:
    """A photo can become another photo or a document; a text cannot get a file; captions change alone."""
    await telegram.person(501).sends("hi")
    sent = await bot.send_photo(501, upload(picture()), caption="бір")
    where: dict[str, Any] = {"chat_id": 501, "message_id": sent.message_id}
    button = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="a", callback_data="b")]])
    await bot.edit_message_caption(**where, caption="екі", reply_markup=button)
    with pytest.raises(TelegramBadRequest, match="not modified"):
        await bot.edit_message_caption(**where, caption="екі", reply_markup=button)
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await bot.edit_message_text("x", **where)
    edited = await bot.edit_message_media(InputMediaDocument(media=upload(b"x", "x.txt"), caption="үш"), **where)
    assert not isinstance(edited, bool)
    assert edited.document
    assert (edited.photo, edited.caption, edited.reply_markup) == (None, "үш", None)
    text = await bot.send_message(501, "text")
    with pytest.raises(TelegramBadRequest, match="there is no caption"):
        await bot.edit_message_caption(chat_id=501, message_id=text.message_id, caption="x")
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_media(InputMediaPhoto(media=upload(picture())), chat_id=501, message_id=text.message_id)
