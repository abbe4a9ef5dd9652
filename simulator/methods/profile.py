"""The bot's own profile: names, descriptions, commands, menu button."""

import re

from aiogram.methods import (
    DeleteMyCommands,
    GetMe,
    GetMyCommands,
    GetMyDescription,
    GetMyName,
    GetMyShortDescription,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeDefault,
    BotCommandScopeUnion,
    BotDescription,
    BotName,
    BotShortDescription,
    User,
)

from simulator.errors import bad_request
from simulator.methods.routes import CallContext, answers
from simulator.model.people import CommandList

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


@answers(GetMe)
async def get_me(context: CallContext, _call: GetMe) -> User:
    """Return the bot, with what it may do: it reads everything in groups (privacy mode is off)."""
    return context.world.bot.as_user().model_copy(
        update={
            "can_join_groups": True,
            "can_read_all_group_messages": True,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
    )


def _keep(context: CallContext, shelf: dict[str, str], language_code: str | None, text: str | None, limit: int) -> bool:
    if text and len(text) > limit:
        raise bad_request("the text is too long")
    if text:
        shelf[_language(language_code)] = text
    else:
        shelf.pop(_language(language_code), None)
    context.world.events.publish("bot", bot=context.world.bot.view())
    return True


def _language(code: str | None) -> str:
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code or ""


def _read(shelf: dict[str, str], language_code: str | None, otherwise: str = "") -> str:
    return shelf.get(_language(language_code)) or shelf.get("") or otherwise


@answers(SetMyName)
async def set_my_name(context: CallContext, call: SetMyName) -> bool:
    """Set the name: at most 64 characters a language."""
    return _keep(context, context.world.bot.names, call.language_code, call.name, 64)


@answers(GetMyName)
async def get_my_name(context: CallContext, call: GetMyName) -> BotName:
    """Return the name in this language, else the default one."""
    return BotName(name=_read(context.world.bot.names, call.language_code, context.world.bot.first_name))


@answers(SetMyDescription)
async def set_my_description(context: CallContext, call: SetMyDescription) -> bool:
    """Set the description: at most 512 characters a language."""
    return _keep(context, context.world.bot.descriptions, call.language_code, call.description, 512)


@answers(GetMyDescription)
async def get_my_description(context: CallContext, call: GetMyDescription) -> BotDescription:
    """Return what an empty chat shows."""
    return BotDescription(description=_read(context.world.bot.descriptions, call.language_code))


@answers(SetMyShortDescription)
async def set_my_short_description(context: CallContext, call: SetMyShortDescription) -> bool:
    """Set the short description: at most 120 characters a language."""
    return _keep(context, context.world.bot.short_descriptions, call.language_code, call.short_description, 120)


@answers(GetMyShortDescription)
async def get_my_short_description(context: CallContext, call: GetMyShortDescription) -> BotShortDescription:
    """Return what the bot's profile shows."""
    return BotShortDescription(short_description=_read(context.world.bot.short_descriptions, call.language_code))


def _without(
    context: CallContext, scope: BotCommandScopeUnion | None, code: str | None
) -> tuple[BotCommandScopeUnion, str]:
    place, language = scope or BotCommandScopeDefault(), _language(code)
    chat_id = getattr(place, "chat_id", None)
    if chat_id is not None:
        context.world.known_room(chat_id)
    context.world.bot.commands = [
        shelf for shelf in context.world.bot.commands if (shelf.scope, shelf.language_code) != (place, language)
    ]
    return place, language


@answers(SetMyCommands)
async def set_my_commands(context: CallContext, call: SetMyCommands) -> bool:
    """Set at most 100 commands a scope and language; names of small letters, digits and underscores."""
    if len(call.commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in call.commands:
        if not _COMMAND.fullmatch(command.command):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command.description) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    scope, language = _without(context, call.scope, call.language_code)
    context.world.bot.commands.append(CommandList(scope=scope, language_code=language, commands=call.commands))
    context.world.events.publish("bot", bot=context.world.bot.view())
    return True


@answers(DeleteMyCommands)
async def delete_my_commands(context: CallContext, call: DeleteMyCommands) -> bool:
    """Forget the commands of one scope and language."""
    _without(context, call.scope, call.language_code)
    context.world.events.publish("bot", bot=context.world.bot.view())
    return True


@answers(GetMyCommands)
async def get_my_commands(context: CallContext, call: GetMyCommands) -> list[BotCommand]:
    """Return the commands of exactly this scope and language."""
    wanted = (call.scope or BotCommandScopeDefault(), _language(call.language_code))
    for shelf in context.world.bot.commands:
        if (shelf.scope, shelf.language_code) == wanted:
            return shelf.commands
    return []


@answers(SetChatMenuButton)
async def set_chat_menu_button(context: CallContext, call: SetChatMenuButton) -> bool:
    """Accept the button for chats that are there; pages always show the commands button."""
    if call.chat_id is not None:
        context.world.known_room(call.chat_id)
    return True
