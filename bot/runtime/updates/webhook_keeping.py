"""Keeping the webhook set: Telegram sends updates to it, until somebody sets another one."""

import asyncio

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.domain.watching import CONTACT
from bot.runtime.calls.raw_updates import ALLOWED_UPDATES
from bot.runtime.health.vital import ExitCode
from bot.runtime.health.watch import Watch
from bot.runtime.patience import Patience
from bot.runtime.updates.trouble import Trouble, Unhealable

_REFUSED = "WEBHOOK_URL is refused by Telegram; it must be https:// and reachable from the internet"


async def keep_webhook(bot: Bot, address: str, secret: str, watch: Watch, patience: Patience) -> None:
    """Set the webhook, and set it again when it is gone; raises UnhealableError for one Telegram never takes."""
    stays = Unhealable(TelegramBadRequest, patience.webhook_refused, ExitCode.WEBHOOK_REFUSED, _REFUSED)
    trouble = Trouble(bot, watch, patience, CONTACT, stays)
    is_set = False
    while True:
        async with trouble:
            # Set at each start even if it is there: the secret may be another one.
            if not is_set or (await bot.get_webhook_info()).url != address:
                is_set = False
                await bot.set_webhook(address, secret_token=secret, allowed_updates=list(ALLOWED_UPDATES))
                is_set = True
            watch.beat(CONTACT)
            await asyncio.sleep(patience.webhook_look)
