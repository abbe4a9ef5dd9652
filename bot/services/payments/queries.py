"""What the screens of payments need to know of a person."""

from bot.services.work import Services
from storage.people import citizens


async def remembered_iin(services: Services, user_id: int) -> str | None:
    """Return the ИИН that is remembered of a person."""
    async with services.db.read() as reader:
        iin: str | None = (await citizens.profile(reader, services.encryption, user_id)).get("iin")
    return iin
