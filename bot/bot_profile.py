"""The bot's name, descriptions and command menu in both languages."""

import asyncio
from itertools import count

import structlog
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramRetryAfter
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.runtime.patience import Patience, pause_after
from bot.texts import DEFAULT_LANGUAGE, LANGUAGES, Texts
from handlers.citizen.commands import MENU_COMMANDS

log = structlog.get_logger(__name__)


async def sync_bot_profile(bot: Bot, texts: Texts, patience: Patience) -> None:
    """Tell Telegram who the bot is, as often as it takes: call only what differs, and keep nobody from working."""
    for failures in count(1):
        try:
            for language in LANGUAGES:
                await _sync_in(bot, texts, language, None if language == DEFAULT_LANGUAGE else language)
        except (TelegramAPIError, ClientDecodeError) as error:
            log.warning("the bot's name and commands were not set", error=type(error).__name__)
            asked = error.retry_after if isinstance(error, TelegramRetryAfter) else 0
            await asyncio.sleep(max(asked, pause_after(patience.introducing, failures)))
        else:
            return


async def _sync_in(bot: Bot, texts: Texts, language: str, code: str | None) -> None:
    name, about, short = (texts.plain(language, key) for key in ("bot-name", "bot-description", "bot-short"))
    commands = [
        BotCommand(command=command, description=texts.plain(language, f"command-{command}"))
        for command in MENU_COMMANDS
    ]
    if (await bot.get_my_name(language_code=code)).name != name:
        await bot.set_my_name(name, language_code=code)
    if (await bot.get_my_description(language_code=code)).description != about:
        await bot.set_my_description(about, language_code=code)
    if (await bot.get_my_short_description(language_code=code)).short_description != short:
        await bot.set_my_short_description(short, language_code=code)
    scope = BotCommandScopeAllPrivateChats()
    if await bot.get_my_commands(scope=scope, language_code=code) != commands:
        await bot.set_my_commands(commands, scope=scope, language_code=code)
