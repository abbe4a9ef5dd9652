"""What a Telegram user is to the bot: the language they chose, whether they can be reached."""

from bot.services.work import Services
from storage.people import citizens


async def choose_language(services: Services, user_id: int, language: str) -> None:
    """Keep the language the person chose."""
    await services.db.write(lambda tx: citizens.set_language(tx, user_id, language))


async def note_blocked(services: Services, user_id: int) -> None:
    """Note that the person blocked the bot."""
    await services.db.write(lambda tx: citizens.set_blocked(tx, user_id, services.now))
