"""A mutant is tried in a child of a process that has the libraries loaded, and nothing of the project."""

import importlib
import json
import os
import select
import signal
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType

import pytest

from tests.mutants.loading import Place, graft, plant

_LIBRARIES = (
    "aiogram.types", "aiogram.methods", "aiogram_dialog", "aiosqlite", "alembic.command", "babel.dates", "cryptography",
    "holidays", "hypothesis", "openpyxl", "phonenumbers", "PIL.Image", "pydantic_settings", "schwifty", "sqlalchemy",
    "structlog", "fluent_compiler", "fluent.syntax", "apscheduler.schedulers.asyncio", "matplotlib.figure", "typst",
    "rapidfuzz", "numpy", "icalendar", "segno", "pypdf", "aiohttp.web",
)  # fmt: skip
_PASSED, _NO_TESTS, _BROKEN = 0, 5, 70
_OPTIONS = ("-x", "-q", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:faulthandler")


class End(StrEnum):
    """What became of a mutant. ``LATE``: it ran on for ever, which a test would notice."""

    KILLED = "killed"
    SURVIVED = "survived"
    LATE = "late"
    UNTRIED = "untried"


@dataclass(frozen=True, slots=True)
class Trial:
    """A mutant, and the tests that are to notice it; without a mutant they must pass.

    ``graft``: it is put into its function, with everything loaded; else its module is imported with it.
    """

    place: Place | None
    tests: Sequence[str]
    seconds: float
    graft: str = ""


def load_libraries() -> None:
    """Import what every child would import anew; nothing of the project may be among it."""
    for name in _LIBRARIES:
        with suppress(ImportError):
            importlib.import_module(name)


def try_grafts(root: Path, trials: Sequence[Trial], jobs: int) -> list[End]:
    """Try mutants of functions, like ``try_all``, in a process that has all of the project loaded."""
    if not trials:
        return []
    with TemporaryFile("w+", encoding="utf-8") as told:
        pid = os.fork()
        if pid == 0:
            with _Leaving() as leaving:
                files = sorted({test.partition("::")[0] for trial in trials for test in trial.tests})
                with _silence():
                    pytest.main(["--collect-only", *_OPTIONS, *files])
                from tests.support.database import lay_database  # noqa: PLC0415 - only after the mutants' loader is there

                lay_database(root / ".mutants" / "empty.sqlite")
                json.dump(try_all(root, trials, jobs), told)
                told.flush()
                leaving.code = _PASSED
        if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) != _PASSED:
            raise RuntimeError("the process with the project loaded ended")
        told.seek(0)
        return [End(end) for end in json.load(told)]


class _Leaving:
    """A child ends here, whatever happens: it must not go on as its parent."""

    def __init__(self) -> None:
        self.code = _BROKEN
        self._errors = os.dup(2)

    def __enter__(self) -> "_Leaving":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if error is not None:
            os.write(self._errors, "".join(traceback.format_exception(error)).encode())
        os._exit(self.code)


@contextmanager
def _silence() -> Iterator[None]:
    kept = os.dup(1)
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def try_all(root: Path, trials: Sequence[Trial], jobs: int) -> list[End]:
    """Try every mutant, so many at a time; return their ends in the same order."""
    ends = [End.UNTRIED] * len(trials)
    waiting = [number for number, trial in enumerate(trials) if trial.tests][::-1]
    running: dict[int, tuple[int, int, float]] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            number = waiting.pop()
            pid = _child(root, trials[number])
            running[os.pidfd_open(pid)] = (number, pid, time.monotonic() + trials[number].seconds)
        soonest = min(deadline for _number, _pid, deadline in running.values())
        done, *_ = select.select(list(running), [], [], max(0.0, soonest - time.monotonic()))
        for handle, (number, pid, deadline) in list(running.items()):
            if handle in done:
                ends[number] = _end(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
            elif time.monotonic() >= deadline:
                os.killpg(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                ends[number] = End.LATE
            else:
                continue
            os.close(handle)
            del running[handle]
    return ends


def _end(code: int) -> End:
    if code == _PASSED:
        return End.SURVIVED
    if code == _BROKEN:
        raise RuntimeError("a child could not run pytest")
    return End.UNTRIED if code == _NO_TESTS else End.KILLED


def _child(root: Path, trial: Trial) -> int:
    pid = os.fork()
    if pid:
        with suppress(PermissionError):
            os.setpgid(pid, pid)
        return pid
    os.setpgid(0, 0)
    silence = os.open(os.devnull, os.O_RDWR)
    with _Leaving() as leaving:
        for stream in (0, 1, 2):
            os.dup2(silence, stream)
        os.chdir(root)
        if trial.place is not None and not (trial.graft and graft(root, trial.place, trial.graft)):
            plant(root, trial.place)
        leaving.code = int(pytest.main([*_OPTIONS, *trial.tests]))
    return 0
