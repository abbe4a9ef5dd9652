"""Large files are staged in processes of their own: the same result, and none left behind however it ends."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.errors import InvalidInput
from bot.domain.registry import RegistryImport
from bot.services import child_process
from bot.services.registry import __main__ as child
from bot.services.registry import commands, subprocess
from bot.services.registry.file import import_payments
from bot.services.registry.reading import Progress
from bot.services.registry.runner import Importer
from bot.services.registry.subprocess import Source
from tests.support.payments.services import REGISTRY, Harness, open_harness

FILE = REGISTRY.read_text(encoding="utf-8")


@pytest.fixture
async def harness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Harness]:
    monkeypatch.setattr(subprocess, "_SMALL", 0)
    monkeypatch.setattr(subprocess, "_FOR_TWO", 0)
    async with open_harness(tmp_path) as opened:
        yield opened


def _children() -> list[str]:
    """Return the processes of an import that are still there; others, such as a browser of another test, may live."""
    found = [pid for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()]
    return [pid for pid in found if child.__name__.encode() in Path("/proc", pid, "cmdline").read_bytes()]


async def test_two_processes_stage_what_one_would(
    harness: Harness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    file = tmp_path / "registry.csv"
    file.write_text(FILE.replace("880721100207", "880721100208"), encoding="utf-8")
    report = await import_payments(harness.services, file, leave_bad_out=True)
    assert (report.added, report.bad, [problem.line for problem in report.problems]) == (15, 1, [3])
    assert (await import_payments(harness.services, file, leave_bad_out=True)).unchanged == 15
    assert not _children()


async def test_a_file_that_comes_from_a_chat_goes_through_a_pipe(harness: Harness) -> None:
    assert (await import_payments(harness.services, FILE.encode("utf-16"))).added == 16
    assert not _children()


async def test_what_a_process_cannot_read_is_named(harness: Harness) -> None:
    with pytest.raises(InvalidInput, match="payments-file-empty"):
        await import_payments(harness.services, FILE.splitlines()[0].encode())


async def test_one_stopped_while_it_is_read_leaves_no_process(
    harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fetch(_found: RegistryImport) -> Source:
        return Source(content=FILE.encode())

    async def show(_found: RegistryImport, _progress: Progress) -> None:
        return

    # The process is started, and somebody presses «stop» before it has said anything.
    talk = child_process._talk

    async def pressed(*arguments: object) -> None:
        await commands.stop(harness.services, import_id)
        await arguments[3]({"line": 1})  # type: ignore[operator]
        await talk(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(child_process, "_talk", pressed)
    importer = Importer(harness.services, fetch, show)
    file = commands.ReceivedFile("1", "a.csv", message=1, thread=None)
    import_id = await commands.receive(harness.services, key="k", actor=601, chat_id=-1, file=file)
    assert (await importer.advance(import_id)).state == "stopped"
    assert not _children()
    assert await harness.count("payment") == 0
