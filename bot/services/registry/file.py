"""Taking over a payment registry in one go: all of a file or nothing, and the same file twice is once (product P4)."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.domain.errors import InvalidInput, Refusal
from bot.domain.registry import COLUMNS, UNTOUCHED_STATES, ImportAction, ImportState, RegistryImport
from bot.services.registry import commands
from bot.services.registry.columns import missing
from bot.services.registry.problems import RowProblem, read_problems
from bot.services.registry.reading import Progress, Show
from bot.services.registry.runner import Importer
from bot.services.registry.subprocess import Source
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.registry import imports


@dataclass(slots=True)
class ImportReport:
    """What a file did, in counts of rows; ``bad`` of them were wrong, and ``problems`` tells the first of those.

    ``mended`` rows were changed elsewhere while the file was read and are left as they are. Not ``applied``: nothing
    was changed.
    """

    applied: bool
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    mended: int = 0
    bad: int = 0
    restored: int = 0
    problems: list[RowProblem] = field(default_factory=list)


async def import_payments(
    services: Services,
    source: bytes | Path,
    *,
    leave_bad_out: bool = False,
    preview: bool = False,
    sharing: bool = False,
    show: Show | None = None,
) -> ImportReport:
    """Check the file against itself and the registry and apply it, all of it at once.

    A file with wrong rows is applied only when they may be left out. ``preview`` stops before anything is changed.
    ``sharing``: the bot may be running in another process. What an earlier, killed call began is brought to its end
    first. Raises ``InvalidInput`` for what is no registry, ``Refusal("registry-busy")`` while an import is open in a
    chat, ``BusyError`` while another process imports.
    """
    given = Source(path=source) if isinstance(source, Path) else Source(content=source)

    async def fetch(_found: RegistryImport) -> Source:
        return given

    importer = Importer(services, fetch, show or _unseen, sharing=sharing)
    await _clear_the_way(services, importer)
    import_id = await services.db.write(lambda tx: _start(services, tx))
    try:
        found = await importer.advance(import_id)
        if found.state is ImportState.COLUMNS:
            found = await _without_asking(services, importer, found)
        report = _report(found, read_problems(importer.staged(import_id)))
        if found.state is ImportState.READY:
            if preview or (report.bad and not leave_bad_out):
                return report
            await commands.confirm(services, import_id)
            report.mended = (await importer.advance(import_id)).mended
        report.applied = not report.bad or leave_bad_out
        return report
    finally:
        await commands.stop(services, import_id)
        await importer.sweep()


async def _clear_the_way(services: Services, importer: Importer) -> None:
    """End what a killed call of ours left open; what people have open in a chat is theirs."""
    found = await importer.find()
    if found is None:
        return
    if found.chat_id is not None:
        raise Refusal("registry-busy")
    if found.state in UNTOUCHED_STATES:
        await commands.stop(services, found.id)
    else:
        await importer.advance(found.id)


async def _start(services: Services, tx: Transaction) -> int:
    import_id = await imports.start(tx, services.encryption, made_by=None, chat_id=None, file={}, now=services.now)
    if import_id is None:
        raise Refusal("registry-busy")
    return import_id


async def _without_asking(services: Services, importer: Importer, found: RegistryImport) -> RegistryImport:
    """Settle the columns without asking: those that may be missing are left out, for others it raises InvalidInput."""
    if lacking := missing(found.columns):
        raise InvalidInput("payments-file-columns", missing=", ".join(lacking))
    columns = {name: found.columns.get(name) for name in COLUMNS}

    async def settle(tx: Transaction) -> None:
        await imports.keep_columns(tx, found.id, columns, services.now)
        await imports.move(tx, found.id, ImportAction.CHOOSE_COLUMN, ImportState.READING, services.now)

    await services.db.write(settle)
    return await importer.advance(found.id)


def _report(found: RegistryImport, problems: list[RowProblem]) -> ImportReport:
    return ImportReport(
        applied=False,
        added=found.added,
        changed=found.changed,
        unchanged=found.unchanged,
        bad=found.bad + found.illegal,
        restored=found.restored,
        problems=problems,
    )


async def _unseen(_found: RegistryImport, _progress: Progress) -> None:
    return
