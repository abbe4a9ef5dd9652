"""Groups: membership, rights, anonymous administrators, migration."""

import pytest
from aiogram import Bot
from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.types import ReactionTypeEmoji

from simulator.driver import Driver
from tests.simulator.conftest import taken
from tests.support.groups import group


async def test_a_group_begins_with_the_bot(bot: Bot, telegram: Driver) -> None:
    """The bot learns that it was added and by whom, and hears everything that is written."""
    chat_id = await group(telegram)
    await telegram.person(502).in_chat(chat_id).sends("сәлем")
    added, greeted, said = await taken(bot)
    assert added.my_chat_member
    assert added.my_chat_member.from_user.id == 900
    assert added.my_chat_member.old_chat_member.status == ChatMemberStatus.LEFT
    assert added.my_chat_member.new_chat_member.status == ChatMemberStatus.MEMBER
    assert greeted.message
    assert greeted.message.new_chat_members
    assert greeted.message.new_chat_members[0].id == bot.id
    assert said.message
    assert (said.message.text, said.message.chat.type) == ("сәлем", "group")
    with pytest.raises(AssertionError, match="is not in chat"):
        await telegram.person(501).in_chat(chat_id).sends("x")


async def test_membership(bot: Bot, telegram: Driver) -> None:
    """Standing, counts and administrators; a removed bot may not write, and is told."""
    chat_id = await group(telegram)
    clerk = telegram.person(900)
    assert await bot.get_chat_member_count(chat_id) == 3
    assert (await bot.get_chat_member(chat_id, 900)).status == ChatMemberStatus.CREATOR
    assert (await bot.get_chat_member(chat_id, 502)).status == ChatMemberStatus.MEMBER
    assert (await bot.get_chat_member(chat_id, 501)).status == ChatMemberStatus.LEFT
    with pytest.raises(TelegramBadRequest, match="PARTICIPANT_ID_INVALID"):
        await bot.get_chat_member(chat_id, 12345)
    await clerk.does("promote", chat_id=chat_id, user_id=bot.id)
    admins = await bot.get_chat_administrators(chat_id)
    assert {admin.user.id for admin in admins} == {900, bot.id}
    await taken(bot)
    await clerk.does("remove_member", chat_id=chat_id, user_id=bot.id)
    assert (await taken(bot))[-1].my_chat_member
    with pytest.raises(TelegramForbiddenError, match="bot was kicked from the group chat"):
        await bot.send_message(chat_id, "x")
    await clerk.in_chat(chat_id).sends("the bot does not hear this")
    assert await taken(bot) == []
    await clerk.does("add_member", chat_id=chat_id, user_id=bot.id)
    assert await bot.leave_chat(chat_id)
    with pytest.raises(TelegramForbiddenError, match="bot is not a member"):
        await bot.send_message(chat_id, "x")


async def test_others_membership_is_told_to_administrators(bot: Bot, telegram: Driver) -> None:
    """`chat_member` comes to an administrator who asked for it."""
    chat_id = await group(telegram)
    clerk = telegram.person(900)
    await bot.get_updates(allowed_updates=["chat_member", "message"])
    await clerk.does("add_member", chat_id=chat_id, user_id=501)
    await clerk.does("promote", chat_id=chat_id, user_id=bot.id)
    await clerk.does("remove_member", chat_id=chat_id, user_id=501)
    kinds = [update.event_type for update in await taken(bot)]
    assert kinds.count("chat_member") == 1


async def test_rights(bot: Bot, telegram: Driver) -> None:
    """A plain member may not pin or delete others' messages; an administrator may, whatever their age."""
    chat_id = await group(telegram)
    clerk = telegram.person(900).in_chat(chat_id)
    said = await clerk.sends("сәлем")
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_message(chat_id, said.message_id)
    with pytest.raises(TelegramBadRequest, match="not enough rights to manage pinned"):
        await bot.pin_chat_message(chat_id, said.message_id)
    await clerk.does("promote", chat_id=chat_id, user_id=bot.id)
    await taken(bot)
    assert await bot.pin_chat_message(chat_id, said.message_id)
    service = (await taken(bot))[0].message
    assert service
    assert service.pinned_message
    assert service.pinned_message.message_id == said.message_id
    assert (await bot.get_chat(chat_id)).pinned_message
    assert await bot.unpin_chat_message(chat_id, message_id=said.message_id)
    with pytest.raises(TelegramBadRequest, match="message to unpin not found"):
        await bot.unpin_chat_message(chat_id)
    await telegram.advance(days=3)
    assert await bot.delete_message(chat_id, said.message_id)
    assert await bot.unpin_all_chat_messages(chat_id)


async def test_an_anonymous_administrator_has_no_face(bot: Bot, telegram: Driver) -> None:
    """The message comes from the group itself."""
    chat_id = await group(telegram)
    await telegram.person(900).does("send_as_anonymous_admin", chat_id=chat_id, text="шешім")
    message = (await taken(bot))[-1].message
    assert message
    assert message.sender_chat
    assert message.sender_chat.id == chat_id
    assert message.from_user
    assert message.from_user.id == 1087968824
    with pytest.raises(AssertionError, match="only a group's administrator"):
        await telegram.person(502).does("send_as_anonymous_admin", chat_id=chat_id, text="x")


async def test_migration(bot: Bot, telegram: Driver) -> None:
    """Both service messages come, and calls to the old id name the new one."""
    old_id = await group(telegram)
    await taken(bot)
    answer = await telegram.person(900).does("migrate", chat_id=old_id)
    new_id = answer["chat"]["id"]
    leaving, arriving = [update.message for update in await taken(bot)]
    assert leaving
    assert arriving
    assert (leaving.chat.id, leaving.migrate_to_chat_id) == (old_id, new_id)
    assert (arriving.chat.id, arriving.migrate_from_chat_id) == (new_id, old_id)
    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(old_id, "x")
    assert moved.value.migrate_to_chat_id == new_id
    assert (await bot.send_message(new_id, "x")).chat.type == "supergroup"
    assert [chat["id"] for chat in (await telegram.state())["chats"]] == [new_id]
    assert [event["new_id"] for event in telegram.feed.events if event["type"] == "chat_migrated"] == [new_id]


async def test_start_in_group_and_reactions(bot: Bot, telegram: Driver) -> None:
    """A `startgroup` link writes `/start@bot`; the bot may react with one emoji."""
    chat_id = await group(telegram)
    await taken(bot)
    await telegram.person(900).in_chat(chat_id).opens("https://t.me/local_bot?startgroup=bind")
    message = (await taken(bot))[0].message
    assert message
    assert message.text == "/start@local_bot bind"
    thumb = ReactionTypeEmoji(emoji="👍")
    assert await bot.set_message_reaction(chat_id, message.message_id, reaction=[thumb])
    with pytest.raises(TelegramBadRequest, match="REACTION_INVALID"):
        await bot.set_message_reaction(chat_id, message.message_id, reaction=[thumb, thumb])
    with pytest.raises(TelegramBadRequest, match="message to react not found"):
        await bot.set_message_reaction(chat_id, 999)
