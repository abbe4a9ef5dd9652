"""What the message of an import and presses under it need to know."""

from dataclasses import dataclass

from bot.domain.registry import RegistryImport
from bot.services.work import Services
from bot.texts import DEFAULT_LANGUAGE
from storage import staff_chats
from storage.registry import imports


@dataclass(frozen=True, slots=True)
class ShownImport:
    """An import as its message shows it, in the ``language`` of its chat."""

    found: RegistryImport
    can_undo: bool
    language: str


async def import_as_shown(services: Services, import_id: int) -> ShownImport:
    """Return an import with what its message tells beside it."""
    async with services.db.read() as reader:
        found = await imports.load(reader, services.encryption, import_id)
        can_undo = not found.is_open and await imports.is_last(reader, import_id)
        chat = await staff_chats.find(reader, found.chat_id or 0)
    return ShownImport(found, can_undo, chat.language if chat else DEFAULT_LANGUAGE)


async def find_import(services: Services, import_id: int) -> RegistryImport | None:
    """Return an import when there is one with this number."""
    async with services.db.read() as reader:
        return await imports.find(reader, services.encryption, import_id)


async def open_import(services: Services) -> tuple[int, str] | None:
    """Return the number and the state of the import that is under way, if one is."""
    async with services.db.read() as reader:
        return await imports.open_state(reader)
