"""A press of a button in a staff chat, whatever the button stands on."""

from dataclasses import dataclass

from aiogram.types import CallbackQuery

from bot.context import UpdateContext
from handlers.staff.access import acknowledge
from handlers.staff.context import ChatContext


@dataclass(frozen=True, slots=True)
class StaffPress(ChatContext):
    """Who pressed, once the rights are seen to. ``is_chief``: they administer the chat."""

    query: CallbackQuery
    context: UpdateContext
    is_chief: bool

    @property
    def actor(self) -> int:
        """The presser."""
        return self.context.user_id

    @property
    def name(self) -> str:
        """The presser's name."""
        return self.query.from_user.full_name

    async def answer(self, text: str | None = None) -> None:
        """End the wait of the presser; words vanish by themselves."""
        await acknowledge(self.query, text)
