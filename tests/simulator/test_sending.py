"""Messages of the bot: what goes through and what Telegram refuses."""

from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.methods import GetStarTransactions
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyParameters,
)

from simulator import Simulator
from simulator.driver import Driver
from tests.simulator.conftest import bot_of, taken


def keyboard(*buttons: InlineKeyboardButton) -> InlineKeyboardMarkup:
    """Return a keyboard of one row."""
    return InlineKeyboardMarkup(inline_keyboard=[list(buttons)])


async def test_text_reaches_the_person(bot: Bot, telegram: Driver) -> None:
    """The answer of sendMessage and what the person sees are the same message."""
    asel = telegram.person(501)
    await asel.sends("/start")
    sent = await bot.send_message(501, "<b>Сәлем</b>, Асел!", parse_mode="HTML", protect_content=True)
    seen = await asel.sees("Сәлем, Асел!")
    assert seen.message_id == sent.message_id
    assert sent.html_text == seen.html_text == "<b>Сәлем</b>, Асел!"
    assert seen.has_protected_content
    assert sent.from_user
    assert sent.from_user.id == bot.id


async def test_explicit_entities_and_trimming(bot: Bot, telegram: Driver) -> None:
    """Spaces around the text go, and entities move along."""
    await telegram.person(501).sends("hi")
    sent = await bot.send_message(501, "  bold  ", entities=[MessageEntity(type="bold", offset=2, length=6)])
    assert sent.text == "bold"
    assert sent.html_text == "<b>bold</b>"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": "   "}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "👋" * 2049}, "message is too long"),
        ({"text": "*x*", "parse_mode": "MarkdownV2"}, "only HTML is understood"),
        ({"text": "x", "message_thread_id": 5}, "message thread not found"),
        ({"text": "x", "reply_parameters": ReplyParameters(message_id=999)}, "message to be replied not found"),
        ({"text": "x", "receiver_user_id": 501}, "ephemeral messages are not supported"),
        (
            {"text": "x", "reply_markup": keyboard(InlineKeyboardButton(text="ә", callback_data="ә" * 33))},
            "BUTTON_DATA_INVALID",
        ),
        ({"text": "x", "reply_markup": keyboard(InlineKeyboardButton(text="a"))}, "Text buttons are unallowed"),
        ({"text": "x", "reply_markup": keyboard(InlineKeyboardButton(text="a", url="x y"))}, "Wrong HTTP URL"),
        (
            {
                "text": "x",
                "reply_markup": keyboard(InlineKeyboardButton(text="a", url="http://a.kz", callback_data="b")),
            },
            "exactly one action",
        ),
        (
            {"text": "x", "reply_markup": keyboard(*[InlineKeyboardButton(text="a", callback_data="b")] * 101)},
            "reply markup is too long",
        ),
    ],
)
async def test_refusals(bot: Bot, telegram: Driver, fields: dict[str, Any], words: str) -> None:
    """What Telegram refuses is refused, and nothing is sent."""
    asel = telegram.person(501)
    await asel.sends("hi")
    with pytest.raises(TelegramBadRequest, match=words):
        await bot.send_message(501, **fields)
    assert [call.method for call in await telegram.refused()] == ["sendMessage"]
    assert len((await telegram.state())["messages"]["501"]) == 1


async def test_limits_are_reached_not_passed(bot: Bot, telegram: Driver) -> None:
    """Exactly 4096 characters and 100 buttons go through; markup does not count."""
    await telegram.person(501).sends("hi")
    rows = [[InlineKeyboardButton(text="a", callback_data="b" * 64)] * 5] * 20
    text = "<b>" + "x" * 4096 + "</b>"
    sent = await bot.send_message(501, text, parse_mode="HTML", reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))
    assert len(sent.text or "") == 4096


async def test_who_can_be_written_to(bot: Bot, telegram: Driver) -> None:
    """Not to strangers, not to people who never started the bot or blocked it."""
    with pytest.raises(TelegramForbiddenError, match="can't initiate conversation"):
        await bot.send_message(501, "hi")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(123456, "hi")
    asel = telegram.person(501)
    await asel.opens()
    await asel.blocks()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(501, "hi")
    await asel.opens("again")
    assert (await bot.send_message(501, "hi")).text == "hi"
    members = [update.my_chat_member for update in await taken(bot) if update.my_chat_member]
    assert [member.new_chat_member.status for member in members] == ["kicked", "member"]


async def test_reply_keyboard_only_privately_asks_for_contacts(bot: Bot, telegram: Driver) -> None:
    """A contact button is refused in groups."""
    asel = telegram.person(501)
    chat = (await asel.does("create_group", title="Кеңсе", members=[502]))["chat"]
    markup = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Нөмір", request_contact=True)]])
    with pytest.raises(TelegramBadRequest, match="private chats only"):
        await bot.send_message(chat["id"], "x", reply_markup=markup)


async def test_token_and_method(sim: Simulator, bot: Bot) -> None:
    """A wrong token is a 401, a method that is not there a 404."""
    other = bot_of(sim.url, "1:other")
    with pytest.raises(TelegramUnauthorizedError):
        await other.get_me()
    await other.session.close()
    with pytest.raises(TelegramNotFound):
        await bot(GetStarTransactions())


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"chat_id": 501, "text": "x", "colour": "red"}, 'unknown field "colour"'),
        (
            {
                "chat_id": 501,
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b", "color": 1}]]},
            },
            'unknown field "color"',
        ),
        ({"chat_id": 501, "text": ["x"]}, 'can\'t parse field "text"'),
        ({"chat_id": 501, "text": "x", "message_thread_id": "ten"}, 'can\'t parse field "message_thread_id"'),
        ({"chat_id": 501, "text": "x", "reply_markup": "{"}, 'can\'t parse "reply_markup" JSON'),
        ({"text": "x"}, 'can\'t parse field "chat_id"'),
    ],
)
async def test_fields_are_checked(sim: Simulator, telegram: Driver, body: dict[str, object], words: str) -> None:
    """Unknown fields at any depth and wrong types are refused."""
    await telegram.person(501).sends("hi")
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{sim.url}/bot{sim.token}/sendMessage", json=body) as response,
    ):
        answer = await response.json()
    assert response.status == answer["error_code"] == 400
    assert words in answer["description"]


async def test_query_strings_and_case_work(sim: Simulator, telegram: Driver) -> None:
    """GET with a query string is a call too, and method names have no case."""
    await telegram.person(501).sends("hi")
    async with aiohttp.ClientSession() as http:
        query = {"chat_id": "501", "text": "[1]", "disable_notification": "true"}
        async with http.get(f"{sim.url}/bot{sim.token}/SENDMESSAGE", params=query) as response:
            answer = await response.json()
    assert answer["result"]["text"] == "[1]"


async def test_places_and_contacts(bot: Bot, telegram: Driver) -> None:
    """A venue has its location; a wrong place is refused."""
    asel = telegram.person(501)
    await asel.sends("hi")
    await bot.send_venue(501, 51.1, 71.4, title="ХҚКО", address="Мәңгілік Ел")
    seen = await asel.sees("ХҚКО")
    assert seen.location
    assert seen.location.latitude == pytest.approx(51.1)
    assert (await bot.send_contact(501, "+77010000009", "Байланыс")).contact
    assert (await bot.send_location(501, 43.2, 76.9)).location
    with pytest.raises(TelegramBadRequest, match="wrong latitude"):
        await bot.send_location(501, 91, 0)
    assert await bot.send_chat_action(501, "typing")
    with pytest.raises(TelegramBadRequest, match="wrong parameter action"):
        await bot.send_chat_action(501, "sleeping")
