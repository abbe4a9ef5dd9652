"""Long polling that hands on raw updates and moves the offset only after they are recorded."""

import asyncio
import time

from aiogram import Bot
from aiogram.exceptions import TelegramConflictError

from bot.domain.watching import CONTACT
from bot.runtime.calls.raw_updates import GetRawUpdates
from bot.runtime.health.vital import ExitCode
from bot.runtime.health.watch import Watch
from bot.runtime.patience import Patience
from bot.runtime.updates.trouble import Trouble, Unhealable
from bot.runtime.updates.update_processor import UpdateProcessor
from bot.runtime.updates.update_reading import number_of

_AT_ONCE = 0.2
_OTHER_POLLER = "another program takes this bot's updates with the same BOT_TOKEN; stop it, or revoke the token"


async def poll(bot: Bot, processor: UpdateProcessor, watch: Watch, patience: Patience) -> None:
    """Poll until cancelled, whatever comes; raises UnhealableError for what does not end by itself."""
    stays = Unhealable(TelegramConflictError, patience.second_poller, ExitCode.SECOND_POLLER, _OTHER_POLLER)
    trouble = Trouble(bot, watch, patience, CONTACT, stays)
    polling = Polling(bot, processor, watch, patience)
    while True:
        async with trouble:
            await polling.once()


class Polling:
    """What is known between two calls."""

    def __init__(self, bot: Bot, processor: UpdateProcessor, watch: Watch, patience: Patience) -> None:
        self._bot = bot
        self._processor = processor
        self._watch = watch
        self._patience = patience
        self._offset: int | None = None
        self._webhook_is_gone = False

    async def once(self) -> None:
        """Take what is there, and wait for it when there is nothing."""
        if not self._webhook_is_gone:
            if (await self._bot.get_webhook_info()).url:
                await self._bot.delete_webhook()
            self._webhook_is_gone = True
            self._watch.beat(CONTACT)
        asked = time.monotonic()
        try:
            asking = GetRawUpdates(offset=self._offset, timeout=self._patience.long_poll)
            updates = await self._bot(asking, request_timeout=self._patience.long_poll + 15)
        except TelegramConflictError:
            # Another poller, or a webhook that somebody has set meanwhile.
            self._webhook_is_gone = False
            raise
        self._watch.beat(CONTACT)
        numbers = [number for raw in updates if (number := number_of(raw)) is not None]
        if numbers:
            await self._processor.accept(updates)
            self._offset = max(numbers) + 1
        elif time.monotonic() - asked < _AT_ONCE:
            # Nothing, without having waited for it: whoever answers so would be asked without end.
            await asyncio.sleep(self._patience.receiving[0])
