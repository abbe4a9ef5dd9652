"""Find who speaks, and in which language, once for every update, background redraws included."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update, User

from bot.context import UpdateContext
from bot.domain.people.citizens import Citizen
from bot.services.work import Services
from bot.texts import DEFAULT_LANGUAGE, LANGUAGES
from storage.engine.database import Transaction
from storage.people import citizens


class ContextMiddleware(BaseMiddleware):
    """Puts ``context`` into the update's data; the sender's row is made at the first contact."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user: User | None = data.get("event_from_user")
        if user is not None and not user.is_bot and isinstance(event, Update):
            citizen = await self._citizen(user.id)
            data["context"] = UpdateContext(
                citizen, citizen.language or _guess(user), f"{data['bot'].id}:{event.update_id}"
            )
        return await handler(event, data)

    async def _citizen(self, user_id: int) -> Citizen:
        services = self._services
        async with services.db.read() as reader:
            known = await citizens.find(reader, user_id)
        if known is not None and not known.blocked:
            return known

        async def welcome(tx: Transaction) -> Citizen:
            await citizens.ensure(tx, services.encryption, user_id, services.now)
            # Whoever writes has unblocked the bot.
            await citizens.set_blocked(tx, user_id, None)
            found = await citizens.find(tx, user_id)
            assert found is not None  # noqa: S101 - made two lines above
            return found

        return await services.db.write(welcome)


def _guess(user: User) -> str:
    code = (user.language_code or "")[:2]
    return code if code in LANGUAGES else DEFAULT_LANGUAGE
