"""Edits, deletions, and answers to pressed buttons."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, Message, ReplyKeyboardMarkup

from simulator import Simulator
from simulator.driver import Driver
from tests.simulator.conftest import taken

MARKUP = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text="Иә", callback_data="yes"), InlineKeyboardButton(text="Жоқ", callback_data="no")]
    ]
)


def at(message: Message) -> dict[str, Any]:
    """Return the message's place."""
    return {"chat_id": message.chat.id, "message_id": message.message_id}


async def test_edits(bot: Bot, telegram: Driver) -> None:
    """Text, entities and keyboard change; an edit without keyboard takes it away; no change is refused."""
    asel = telegram.person(501)
    mine = await asel.sends("hi")
    sent = await bot.send_message(501, "бір", reply_markup=MARKUP)
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_text("бір", **at(sent), reply_markup=MARKUP)
    await bot.edit_message_text("<b>бір</b>", **at(sent), parse_mode="HTML", reply_markup=MARKUP)
    await asel.sees(lambda message: message.html_text == "<b>бір</b>")
    await bot.edit_message_reply_markup(**at(sent))
    assert (await asel.sees(lambda message: message.reply_markup is None)).message_id == sent.message_id
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_reply_markup(**at(sent))
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("x", **at(mine))
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("x", chat_id=501, message_id=999)


async def test_messages_with_reply_keyboards_stay_as_they_are(bot: Bot, telegram: Driver) -> None:
    """Only messages without or with inline keyboards can be edited."""
    asel = telegram.person(501)
    await asel.sends("hi")
    markup = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Мәзір")]])
    sent = await bot.send_message(501, "таңдаңыз", reply_markup=markup)
    await asel.sees("таңдаңыз")
    assert sent.reply_markup is None
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("x", **at(sent))


async def test_deletions(bot: Bot, telegram: Driver) -> None:
    """Within 48 hours, once; many at a time skip what cannot be deleted."""
    asel = telegram.person(501)
    mine = await asel.sends("hi")
    old = await bot.send_message(501, "ескі")
    await telegram.advance(hours=47)
    assert await bot.delete_message(**at(mine))
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(**at(mine))
    await telegram.advance(hours=2)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted for everyone"):
        await bot.delete_message(**at(old))
    new = await bot.send_message(501, "жаңа")
    assert new.date.timestamp() - old.date.timestamp() == pytest.approx(49 * 3600, abs=5)
    assert await bot.delete_messages(501, [old.message_id, new.message_id, 999])
    state = await telegram.state()
    assert [message["message_id"] for message in state["messages"]["501"]] == [old.message_id]


async def test_a_button_is_answered_once(bot: Bot, telegram: Driver) -> None:
    """The query carries the message as it is now; a second and an unknown answer are refused."""
    asel = telegram.person(501)
    await asel.sends("hi")
    sent = await bot.send_message(501, "?", reply_markup=MARKUP)
    await taken(bot)
    await asel.presses("Жоқ", wait=False)
    query = (await taken(bot))[0].callback_query
    assert query
    assert query.data == "no"
    assert query.from_user.id == 501
    assert isinstance(query.message, Message)
    assert query.message.message_id == sent.message_id
    assert query.message.reply_markup
    assert query.message.reply_markup.model_dump() == MARKUP.model_dump()
    await query.answer("жарайды", show_alert=True).as_(bot)
    for query_id in (query.id, "12345"):
        with pytest.raises(TelegramBadRequest, match="query is too old"):
            await bot.answer_callback_query(query_id)
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await bot.answer_callback_query(query.id, text="x" * 201)
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_inline_query("1", [])


async def test_an_old_query_cannot_be_answered(sim: Simulator, bot: Bot, telegram: Driver) -> None:
    """After 60 s of real time an answer is late; the world's clock does not matter."""
    asel = telegram.person(501)
    await asel.sends("hi")
    await bot.send_message(501, "?", reply_markup=MARKUP)
    answer = await asel.does("press", chat_id=501, message_id=asel_last(await telegram.state()), button=[0, 1])
    await telegram.advance(hours=1)
    sim.world.queries.age(answer["query_id"], 59)
    second = await asel.does("press", chat_id=501, message_id=asel_last(await telegram.state()), button=[0, 0])
    assert await bot.answer_callback_query(answer["query_id"])
    sim.world.queries.age(second["query_id"], 61)
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(second["query_id"])


def asel_last(state: dict[str, Any]) -> int:
    """Return the id of the newest message of person 501's chat."""
    return int(state["messages"]["501"][-1]["message_id"])


async def test_the_newest_300_messages_stay(bot: Bot, telegram: Driver) -> None:
    """Older messages are forgotten by the server, not by the driver's history."""
    await telegram.person(501).sends("hi")
    for number in range(301):
        await bot.send_message(501, f"message {number}")
    messages = (await telegram.state())["messages"]["501"]
    assert len(messages) == 300
    assert messages[0]["text"] == "message 1"
    await telegram.person(501).sees("message 300")
    assert len([event for event in telegram.feed.events if event["type"] == "message"]) == 302
