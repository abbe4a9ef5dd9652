"""Lists of a staff chat's cases, each with where it is shown (product S2)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.domain.cases.case import Case
from bot.domain.staff_chats import Place
from bot.domain.subject import Subject, SubjectKind
from bot.services.work import Services
from storage.cases import lists, message_map
from storage.engine.database import Transaction
from storage.privacy import audit_log

_LOOK_UPS = "found by ИИН"


@dataclass(frozen=True, slots=True)
class CaseList:
    """The first cases of a list with their places, and whether there are more."""

    shown: list[tuple[Case, Place | None]]
    has_more: bool


async def cases_led_by(services: Services, chat_id: int, owner: int) -> CaseList:
    """Return the live cases this specialist leads in the chat, the most urgent first."""
    return await _read(services, lambda tx: lists.owned(tx, services.encryption, chat_id, owner))


async def free_cases(services: Services, chat_id: int) -> int:
    """Count the chat's live cases that nobody leads."""
    async with services.db.read() as reader:
        return await lists.count_free(reader, chat_id)


async def overdue_cases(services: Services, chat_id: int) -> CaseList:
    """Return the chat's live cases whose running term is over, the longest overdue first."""
    return await _read(services, lambda tx: lists.overdue(tx, services.encryption, chat_id, services.now))


async def cases_of_code(services: Services, chat_id: int, code: str) -> CaseList:
    """Return the chat's case of this number."""
    return await _read(services, lambda tx: lists.by_code(tx, services.encryption, chat_id, code))


async def cases_of_person(services: Services, chat_id: int, iin: str, *, actor: int) -> CaseList:
    """Return the chat's cases about the person with this ИИН; who looked is put on record."""
    lookup = services.encryption.lookup("iin", iin)

    async def looking(tx: Transaction) -> list[Case]:
        await audit_log.record(tx, Subject(SubjectKind.IIN, lookup), actor, _LOOK_UPS, services.now)
        return await lists.by_person(tx, services.encryption, chat_id, lookup)

    found = await services.db.write(looking)
    async with services.db.read() as reader:
        return await _placed(reader, found)


async def _read(services: Services, found: Callable[[Transaction], Awaitable[list[Case]]]) -> CaseList:
    async with services.db.read() as reader:
        return await _placed(reader, await found(reader))


async def _placed(tx: Transaction, found: list[Case]) -> CaseList:
    shown = found[: lists.LIMIT]
    return CaseList([(case, await message_map.place(tx, case.id)) for case in shown], len(found) > len(shown))
