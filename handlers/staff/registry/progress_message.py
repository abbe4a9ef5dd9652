"""Keeping the message of an import true: one edit at a time, none that would change nothing."""

import asyncio
from collections.abc import Callable

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import InlineKeyboardMarkup

from bot.domain.errors import DomainError
from bot.runtime.redrawing.edits import edited
from bot.services.payments.programmes import offered
from bot.services.registry.queries import ShownImport, import_as_shown
from bot.services.registry.reading import Progress
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.registry.screen import Around, Screen, draw, undo_question

log = structlog.get_logger(__name__)
NOTHING_YET = Progress(0, 1)


class Board:
    """Draws imports; ``wake`` tells whoever leads them on that there is something to do."""

    def __init__(self, bot: Bot, services: Services, texts: Texts, wake: Callable[[], None]) -> None:
        self.wake = wake
        self._bot = bot
        self._services = services
        self._texts = texts
        self._turn = asyncio.Lock()
        self._shown: tuple[int, Screen] | None = None

    async def draw(
        self, import_id: int, progress: Progress = NOTHING_YET, problem: DomainError | None = None
    ) -> Screen:
        """Draw an import as it is now; it counts as shown."""
        _shown, screen = await self._draw(import_id, progress, problem)
        self._shown = (import_id, screen)
        return screen

    async def show(
        self,
        import_id: int,
        progress: Progress = NOTHING_YET,
        *,
        problem: DomainError | None = None,
        asking_undo: bool = False,
    ) -> bool:
        """Edit the import's message; False when there is none yet or Telegram did not answer: to be tried again."""
        async with self._turn:
            shown, screen = await self._draw(import_id, progress, problem)
            found = shown.found
            if asking_undo and screen.keyboard is not None:
                screen = screen.with_keyboard(undo_question(found, self._texts, shown.language))
            if found.message_id is None or found.chat_id is None:
                return False
            if self._shown == (found.id, screen):
                return True
            if not await self._edit(found.chat_id, found.message_id, screen.text, screen.keyboard):
                return False
            self._shown = (found.id, screen)
            return True

    async def _draw(
        self, import_id: int, progress: Progress, problem: DomainError | None
    ) -> tuple[ShownImport, Screen]:
        shown = await import_as_shown(self._services, import_id)
        around = Around(progress, offered(self._services), shown.can_undo, problem)
        return shown, draw(shown.found, around, self._texts, shown.language)

    async def _edit(self, chat_id: int, message_id: int, text: str, keyboard: InlineKeyboardMarkup | None) -> bool:
        try:
            await edited(
                self._bot.edit_message_text(text, chat_id=chat_id, message_id=message_id, reply_markup=keyboard)
            )
        except TelegramBadRequest as error:
            log.warning("the message of an import was refused", error=error.message)
        except TelegramAPIError as error:
            log.warning("the message of an import was not shown", error=type(error).__name__)
            return False
        return True
