"""Forum topics."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from simulator.driver import Driver
from tests.simulator.conftest import taken
from tests.support.groups import group


async def test_rights_and_forums(bot: Bot, telegram: Driver) -> None:
    """Only an administrator of a forum makes topics."""
    plain, forum = await group(telegram), await group(telegram, is_forum=True)
    with pytest.raises(TelegramBadRequest, match="the chat is not a forum"):
        await bot.create_forum_topic(plain, "x")
    with pytest.raises(TelegramBadRequest, match="not enough rights to create a topic"):
        await bot.create_forum_topic(forum, "x")
    assert await bot.get_forum_topic_icon_stickers() == []
    answer = await telegram.person(900).does("set_forum", chat_id=plain, is_forum=True)
    assert answer["chat"]["is_forum"]
    assert answer["chat"]["id"] != plain


async def test_a_topic_from_its_making_to_its_end(bot: Bot, telegram: Driver) -> None:
    """Messages carry the topic, closing refuses plain members, deleting takes everything away."""
    chat_id = await group(telegram, is_forum=True)
    clerk = telegram.person(900)
    await clerk.does("promote", chat_id=chat_id, user_id=bot.id)
    topic = await bot.create_forum_topic(chat_id, "Өтініштер", icon_color=7322096)
    thread_id = topic.message_thread_id
    await taken(bot)
    said = await clerk.in_chat(chat_id, thread_id).sends("тақырыпта")
    assert (said.message_thread_id, said.is_topic_message) == (thread_id, True)
    assert said.reply_to_message
    assert said.reply_to_message.forum_topic_created
    card = await bot.send_message(chat_id, "карта", message_thread_id=thread_id)
    assert card.message_thread_id == thread_id
    reply = await clerk.in_chat(chat_id).replies_to(card, "жауап")
    assert reply.message_thread_id == thread_id
    assert reply.reply_to_message
    assert reply.reply_to_message.message_id == card.message_id
    with pytest.raises(TelegramBadRequest, match="TOPIC_NOT_MODIFIED"):
        await bot.edit_forum_topic(chat_id, thread_id, name="Өтініштер")
    assert await bot.edit_forum_topic(chat_id, thread_id, name="Істер")
    assert await bot.close_forum_topic(chat_id, thread_id)
    with pytest.raises(TelegramBadRequest, match="TOPIC_NOT_MODIFIED"):
        await bot.close_forum_topic(chat_id, thread_id)
    assert (await bot.send_message(chat_id, "админ", message_thread_id=thread_id)).message_id
    await clerk.does("demote", chat_id=chat_id, user_id=bot.id)
    with pytest.raises(TelegramBadRequest, match="TOPIC_CLOSED"):
        await bot.send_message(chat_id, "x", message_thread_id=thread_id)
    with pytest.raises(AssertionError, match="the topic is closed"):
        await telegram.person(502).in_chat(chat_id, thread_id).sends("x")
    await clerk.does("reopen_topic", chat_id=chat_id, thread_id=thread_id)
    assert (await bot.send_message(chat_id, "ашық", message_thread_id=thread_id)).message_id
    await clerk.does("promote", chat_id=chat_id, user_id=bot.id)
    assert await bot.delete_forum_topic(chat_id, thread_id)
    left = (await telegram.state())["messages"][str(chat_id)]
    assert not [message for message in left if message.get("message_thread_id")]
    with pytest.raises(TelegramBadRequest, match="message thread not found"):
        await bot.send_message(chat_id, "x", message_thread_id=thread_id)


async def test_topics_of_people(bot: Bot, telegram: Driver) -> None:
    """The bot hears of topics people make and close; deleted ones just stop existing."""
    chat_id = await group(telegram, is_forum=True)
    clerk = telegram.person(900)
    thread_id = (await clerk.does("create_topic", chat_id=chat_id, name="Кезек"))["topic"]["id"]
    await clerk.does("close_topic", chat_id=chat_id, thread_id=thread_id)
    created, closed = [update.message for update in await taken(bot)][-2:]
    assert created
    assert created.forum_topic_created
    assert created.message_id == created.message_thread_id == thread_id
    assert closed
    assert closed.forum_topic_closed
    await clerk.does("delete_topic", chat_id=chat_id, thread_id=thread_id)
    with pytest.raises(TelegramBadRequest, match="message thread not found"):
        await bot.send_message(chat_id, "x", message_thread_id=thread_id)
    with pytest.raises(TelegramBadRequest, match="message thread not found"):
        await bot.send_message(chat_id, "x", message_thread_id=1)
