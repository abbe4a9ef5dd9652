"""The bot's profile, and copies and forwards."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BotCommand, BotCommandScopeChat, MessageOriginUser

from simulator.driver import Driver


async def test_names_and_descriptions(bot: Bot, telegram: Driver) -> None:
    """Texts by language, with the default one behind them, and their lengths."""
    assert (await bot.get_my_name()).name == "Bot"
    await bot.set_my_description("жалпы")
    await bot.set_my_description("по-русски", language_code="ru")
    assert (await bot.get_my_description(language_code="ru")).description == "по-русски"
    assert (await bot.get_my_description(language_code="kk")).description == "жалпы"
    await bot.set_my_description("", language_code="ru")
    assert (await bot.get_my_description(language_code="ru")).description == "жалпы"
    await bot.set_my_short_description("қысқа")
    assert (await bot.get_my_short_description()).short_description == "қысқа"
    with pytest.raises(TelegramBadRequest, match="too long"):
        await bot.set_my_short_description("x" * 121)
    with pytest.raises(TelegramBadRequest, match="language code"):
        await bot.set_my_name("x", language_code="rus")
    assert (await telegram.state())["bot"]["descriptions"] == {"": "жалпы"}


async def test_commands(bot: Bot, telegram: Driver) -> None:
    """Commands are kept by scope and language."""
    await telegram.person(501).sends("hi")
    start = BotCommand(command="start", description="Бастау")
    await bot.set_my_commands([start], language_code="kk")
    await bot.set_my_commands([start, start], scope=BotCommandScopeChat(chat_id=501))
    assert len(await bot.get_my_commands(language_code="kk")) == 1
    assert len(await bot.get_my_commands(scope=BotCommandScopeChat(chat_id=501))) == 2
    assert await bot.get_my_commands() == []
    assert {entry["scope"]["type"] for entry in (await telegram.state())["bot"]["commands"]} == {"default", "chat"}
    await bot.delete_my_commands(language_code="kk")
    assert await bot.get_my_commands(language_code="kk") == []
    with pytest.raises(TelegramBadRequest, match="BOT_COMMAND_INVALID"):
        await bot.set_my_commands([BotCommand(command="Start", description="x")])
    assert await bot.set_chat_menu_button(501)
    assert await bot.log_out()
    assert await bot.close()


async def test_copies_and_forwards(bot: Bot, telegram: Driver) -> None:
    """A copy has no origin, a forward has; protected messages stay where they are."""
    asel, olga = telegram.person(501), telegram.person(502)
    said = await asel.sends("сәлем")
    await olga.sends("hi")
    copied = await bot.copy_message(502, 501, said.message_id)
    assert (await olga.sees("сәлем")).message_id == copied.message_id
    forwarded = await bot.forward_message(502, 501, said.message_id)
    assert isinstance(forwarded.forward_origin, MessageOriginUser)
    assert forwarded.forward_origin.sender_user.id == 501
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("x", chat_id=502, message_id=forwarded.message_id)
    secret = await bot.send_message(501, "құпия", protect_content=True)
    with pytest.raises(TelegramBadRequest, match="message can't be forwarded"):
        await bot.forward_message(502, 501, secret.message_id)
    with pytest.raises(TelegramBadRequest, match="message to copy not found"):
        await bot.copy_message(502, 501, 999)
    numbers = [said.message_id, secret.message_id, 999]
    assert len(await bot.copy_messages(502, 501, numbers)) == 1
    assert len(await bot.forward_messages(502, 501, numbers)) == 1
    with pytest.raises(TelegramBadRequest, match="there are no messages to copy"):
        await bot.copy_messages(502, 501, [secret.message_id])


async def test_chats(bot: Bot, telegram: Driver) -> None:
    """A private chat shows its person; one who is not there is refused."""
    await telegram.person(501).sends("hi")
    chat = await bot.get_chat(501)
    assert (chat.type, chat.first_name) == ("private", "Асел")
    with pytest.raises(TelegramBadRequest, match="no administrators in the private chat"):
        await bot.get_chat_administrators(501)
    with pytest.raises(TelegramBadRequest, match="can't be changed in private chats"):
        await bot.leave_chat(501)
