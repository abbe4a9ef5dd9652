"""What people do with an import: hand it in, say which column is what, confirm, stop, take back (product P4).

Whoever calls has checked that the person may: membership of the bound chat, asked at each press.
"""

from dataclasses import asdict, dataclass

from bot.domain.errors import Refusal
from bot.domain.registry import COLUMNS, WAIT_FOR_PEOPLE, ImportAction, ImportState, RegistryImport
from bot.services.payments.programmes import find_offered
from bot.services.registry.columns import missing, next_asked
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.registry import imports

REGISTRY_STATUS = "registry_status"
REGISTRY_PROBLEMS = "registry_problems"
NO_COLUMN = "none"


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file as Telegram names it, and where it was sent: the message that brought it, and its topic."""

    id: str
    name: str
    message: int
    thread: int | None


@dataclass(frozen=True, slots=True)
class Received:
    """The import that was begun."""

    id: int


async def receive(services: Services, *, key: str, actor: int, chat_id: int, file: ReceivedFile) -> int:
    """Take a file of a chat in and have its message sent there; return the import's id.

    Raises ``Refusal("registry-busy")`` while another import is open.
    """

    async def begin(tx: Transaction) -> Received:
        import_id = await imports.start(
            tx,
            services.encryption,
            made_by=actor,
            chat_id=chat_id,
            file=asdict(file),
            now=services.now,
        )
        if import_id is None:
            raise Refusal("registry-busy")
        payload = {"import": import_id, "thread": file.thread, "reply": file.message}
        await services.enqueue(tx, OutboxMessage(f"registry:{import_id}:status", chat_id, REGISTRY_STATUS, payload))
        return Received(import_id)

    return (await services.run_once(key, begin)).id


async def choose_column(services: Services, *, import_id: int, field: str, chosen: str, actor: int) -> None:
    """Say that ``field`` is the column of this number, a programme for every row, or not in the file.

    A press on an old question changes nothing. With the last answer the choice is remembered for these headings.
    Raises ``Refusal("registry-column-needed")`` for leaving out what every row must have.
    """

    async def choose(tx: Transaction) -> None:
        found = await imports.load(tx, services.encryption, import_id)
        if found.state is not ImportState.COLUMNS or next_asked(found.columns) != field:
            return
        columns = {**found.columns, field: _column(services, found, chosen)}
        if field in missing(columns):
            raise Refusal("registry-column-needed")
        await imports.keep_columns(tx, import_id, columns, services.now)
        if next_asked(columns) is None:
            await imports.remember_columns(tx, found.headings, columns, actor, services.now)
            await imports.move(tx, import_id, ImportAction.CHOOSE_COLUMN, ImportState.READING, services.now)

    await services.db.write(choose)


async def choose_columns_again(services: Services, import_id: int) -> None:
    """Ask about every column from the start, for whoever sees that one was taken for another."""

    async def choose_again(tx: Transaction) -> None:
        if await imports.move(tx, import_id, ImportAction.CHOOSE_AGAIN, ImportState.COLUMNS, services.now):
            await imports.keep_columns(tx, import_id, {}, services.now)

    await services.db.write(choose_again)


async def confirm(services: Services, import_id: int) -> None:
    """Apply what was shown; a second press, or one on an import that is over, changes nothing."""

    async def begin_applying(tx: Transaction) -> None:
        await imports.move(tx, import_id, ImportAction.CONFIRM, ImportState.APPLYING, services.now)

    await services.db.write(begin_applying)


async def stop(services: Services, import_id: int) -> None:
    """Stop the import: before it is applied nothing has happened; half way what was written is taken back."""

    async def stop_or_undo(tx: Transaction) -> None:
        if await imports.move(tx, import_id, ImportAction.STOP, ImportState.STOPPED, services.now):
            await imports.close(tx, import_id, services.now)
        else:
            await imports.move(tx, import_id, ImportAction.STOP, ImportState.UNDOING, services.now)

    await services.db.write(stop_or_undo)


async def give_up(services: Services, tx: Transaction, import_id: int) -> None:
    """End what cannot be led on: an import that has not begun to be applied has failed, one half way is taken back.

    One that is applied, or being taken back, stays as it is: its followers are still to be told.
    """
    if await imports.move(tx, import_id, ImportAction.FAIL, ImportState.FAILED, services.now):
        await imports.close(tx, import_id, services.now)
    else:
        await imports.move(tx, import_id, ImportAction.GIVE_UP, ImportState.UNDOING, services.now)


async def undo(services: Services, import_id: int) -> None:
    """Take the last import back; a second press changes nothing.

    Raises ``Refusal``: ``registry-not-last``, ``registry-busy``.
    """

    async def begin_undo(tx: Transaction) -> None:
        found = await imports.load(tx, services.encryption, import_id)
        if found.state in {ImportState.UNDOING, ImportState.UNDONE}:
            return
        if not await imports.is_last(tx, import_id):
            raise Refusal("registry-not-last")
        if not await imports.reopen(tx, import_id):
            raise Refusal("registry-busy")
        await imports.move(tx, import_id, ImportAction.UNDO, ImportState.UNDOING, services.now)

    await services.db.write(begin_undo)


async def expire(services: Services, older_than: int) -> None:
    """Give up imports nobody has confirmed since: another one could not begin."""
    async with services.db.read() as reader:
        found = await imports.find_open(reader, services.encryption)
    if found is not None and found.state in WAIT_FOR_PEOPLE and found.touched_at < older_than:
        await stop(services, found.id)


def _column(services: Services, found: RegistryImport, chosen: str) -> int | str | None:
    if chosen == NO_COLUMN:
        return None
    if chosen.isdigit() and int(chosen) < len(found.headings):
        return int(chosen)
    if find_offered(services, chosen) is not None:
        return chosen
    raise Refusal("registry-column-needed")


def fields_settled(found: RegistryImport) -> int:
    """Return how many of the fields have their column."""
    return len([field for field in COLUMNS if field in found.columns])
