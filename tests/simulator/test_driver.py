"""The driver, against a bot on aiogram's own polling."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from simulator import Simulator
from simulator.driver import Driver
from tests.simulator.conftest import polled
from tests.support.groups import group

MARKUP = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text="➕ Қосу", callback_data="add")],
        [InlineKeyboardButton(text="Үнсіз", callback_data="silent")],
        [InlineKeyboardButton(text="Сілтеме", url="https://t.me/local_bot?start=again")],
    ]
)


async def _said(message: Message) -> None:
    await message.answer(f"Сіз: {message.text}", reply_markup=MARKUP)


async def _asked(message: Message) -> None:
    share = KeyboardButton(text="📱 Нөмір", request_contact=True)
    markup = ReplyKeyboardMarkup(keyboard=[[share, KeyboardButton(text="Жоқ")]], one_time_keyboard=True)
    await message.answer("Нөміріңіз?", reply_markup=markup)


async def _shared(message: Message) -> None:
    assert message.contact
    await message.answer(f"Рақмет, {message.contact.phone_number}", reply_markup=ReplyKeyboardRemove())


async def _added(query: CallbackQuery) -> None:
    assert isinstance(query.message, Message)
    await query.message.edit_text("Қосылды", reply_markup=MARKUP)
    await query.answer("✅ Дайын")


@pytest.fixture
async def polling(sim: Simulator, bot: Bot) -> AsyncIterator[None]:
    """A small bot at work."""
    dispatcher = Dispatcher()
    dispatcher.message.register(_asked, F.text == "нөмір")
    dispatcher.message.register(_said, F.text)
    dispatcher.message.register(_shared, F.contact)
    dispatcher.callback_query.register(_added, F.data == "add")
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False))
        await polled(sim, 1)
        yield
        await dispatcher.stop_polling()


@pytest.mark.usefixtures("polling")
async def test_a_conversation(telegram: Driver) -> None:
    """Texts, buttons and toasts, then a quiet bot with nothing refused."""
    asel = telegram.person(501)
    await asel.opens("promo")
    await asel.sees("Сіз: /start promo")
    assert asel.buttons() == ["➕ Қосу", "Үнсіз", "Сілтеме"]
    shown = await asel.presses("Қосу")
    assert shown
    assert (shown.text, shown.show_alert) == ("✅ Дайын", False)
    await asel.sees("Қосылды")
    assert asel.last().text == "Қосылды"
    assert asel.alerts == ["✅ Дайын"]
    await asel.presses("Сілтеме")
    await asel.sees("Сіз: /start again")
    await telegram.idle()
    assert await telegram.refused() == []
    assert [call.method for call in await telegram.calls("answerCallbackQuery")] == ["answerCallbackQuery"]


@pytest.mark.usefixtures("polling")
async def test_the_reply_keyboard(telegram: Driver) -> None:
    """A contact button shares the own contact; the keyboard goes when it is told to, or after one use."""
    asel = telegram.person(501)
    await asel.sends("нөмір")
    await asel.sees("Нөміріңіз?")
    assert asel.keyboard() == [["📱 Нөмір", "Жоқ"]]
    await asel.presses("Нөмір")
    await asel.sees("Рақмет, +77010000001")
    await telegram.idle()
    assert asel.keyboard() == []
    await asel.sends("нөмір")
    await asel.presses("Жоқ")
    await asel.sees("Сіз: Жоқ")
    assert asel.keyboard() == []


@pytest.mark.usefixtures("polling")
async def test_failures_show_the_chat(telegram: Driver) -> None:
    """What is not seen, not there or not answered fails with a transcript."""
    asel = telegram.person(501)
    await asel.sends("сәлем")
    await asel.sees("Сіз: сәлем")
    with pytest.raises(AssertionError, match="does not see 'жоқ'") as unseen:
        await asel.sees("жоқ", timeout=0.2)
    for words in ("▸ 1 Асел:", "сәлем", "◂ 2 Bot:", "[➕ Қосу]", "[Үнсіз]"):
        assert words in str(unseen.value)
    with pytest.raises(AssertionError, match="finds no button 'Батырма'"):
        await asel.presses("Батырма", timeout=0.2)
    with pytest.raises(AssertionError, match="was not answered"):
        await asel.presses("Үнсіз", timeout=0.3)


@pytest.mark.usefixtures("polling")
async def test_only_what_came_after_the_last_action_is_seen(telegram: Driver) -> None:
    """An answer to an earlier action does not count, a slow one does."""
    asel = telegram.person(501)
    await asel.sends("бір")
    await asel.sees("Сіз: бір")
    await asel.sends("екі")
    with pytest.raises(AssertionError):
        await asel.sees("Сіз: бір", timeout=0.2)
    await asel.sees("Сіз: екі")


async def test_a_clerk_in_a_topic_sees_that_topic_only(bot: Bot, telegram: Driver) -> None:
    """Messages of another topic are not seen, nor are their buttons pressed."""
    chat_id = await group(telegram, is_forum=True)
    clerk = telegram.person(900)
    one, two = [
        (await clerk.does("create_topic", chat_id=chat_id, name=name))["topic"]["id"] for name in ("Бір", "Екі")
    ]
    await bot.send_message(chat_id, "карта", message_thread_id=one, reply_markup=MARKUP)
    assert (await clerk.in_chat(chat_id, one).sees("карта")).message_thread_id == one
    with pytest.raises(AssertionError, match="does not see"):
        await clerk.in_chat(chat_id, two).sees("карта", timeout=0.2)
    with pytest.raises(AssertionError, match="finds no button"):
        await clerk.in_chat(chat_id, two).presses("Қосу", timeout=0.2)
    await clerk.in_chat(chat_id, one).presses("Қосу", wait=False)


async def test_a_message_before_its_edit_was_seen_too(bot: Bot, telegram: Driver) -> None:
    """A short-lived text counts as seen; a deleted message does not."""
    asel = telegram.person(501)
    await asel.sends("hi")
    sent = await bot.send_message(501, "іздеп жатырмын…")
    await bot.edit_message_text("табылды", chat_id=501, message_id=sent.message_id)
    assert (await asel.sees("табылды")).message_id == sent.message_id
    assert (await asel.sees("іздеп")).message_id == sent.message_id
    await bot.delete_message(501, sent.message_id)
    await asel.loses("табылды")
    with pytest.raises(AssertionError):
        await asel.sees("табылды", timeout=0.2)
    await bot.send_message(501, "қалады")
    await asel.sees("қалады")
    with pytest.raises(AssertionError, match="still sees"):
        await asel.loses("қалады", timeout=0.2)


async def test_people_edit_delete_and_react(telegram: Driver) -> None:
    """Own messages only."""
    asel = telegram.person(501)
    said = await asel.sends("бір")
    assert (await asel.edits(said, "екі")).text == "екі"
    await asel.reacts(said, "👍")
    await asel.deletes(said)
    with pytest.raises(AssertionError, match="is not a message of"):
        await asel.edits(said, "үш")
    await asel.sends_location(51.1, 71.4)
    await asel.sends_contact("+77010000007", first_name="Басқа")
    kinds = [event["type"] for event in telegram.feed.events]
    assert {"edited", "reaction", "deleted"} <= set(kinds)
