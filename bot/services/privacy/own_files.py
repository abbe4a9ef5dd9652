"""The files a person sent with their applications, opened to be handed back to them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.domain.sealing import DataKeyDestroyedError
from bot.services.work import Services
from storage.applications import applications, attachments
from storage.privacy import export


@dataclass(frozen=True, slots=True)
class OwnFile:
    """One of them; its name begins with the number of the application, or with ``draft``."""

    name: str
    content: bytes


async def own_files(services: Services, user_id: int) -> AsyncIterator[OwnFile]:
    """Give them one after another; none of people the user assists, and none of what was erased."""
    async with services.db.read() as reader:
        found = await export.applications(reader, user_id)
    for row in found:
        async with services.db.read() as reader:
            try:
                application = await applications.read(reader, services.encryption, row["id"])
            except DataKeyDestroyedError:
                continue
            pages = await attachments.dated_pages_of(reader, row["id"])
        if application.client_id is not None:
            continue
        for page, _at in pages:
            content = await services.files.get(application.key, page.stored_as)
            yield OwnFile(f"{row['code'] or 'draft'}-{page.id}-{page.name}", content)
