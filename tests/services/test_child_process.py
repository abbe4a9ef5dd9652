"""A process that works on a file of somebody's: bounded in memory and time, and gone with whoever started it."""

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from bot.services.child_process import ProcessEndedError, run_child
from tests.support import hostile_child


def _children() -> list[str]:
    found = [pid for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()]
    return [pid for pid in found if hostile_child.__name__.encode() in Path("/proc", pid, "cmdline").read_bytes()]


class Heard:
    """What the process said."""

    def __init__(self) -> None:
        self.lines: list[dict[str, Any]] = []
        self.begun = asyncio.Event()

    async def __call__(self, told: dict[str, Any]) -> None:
        self.lines.append(told)
        self.begun.set()


async def _run(what: str, heard: Heard, *, silent: float = 30) -> None:
    await run_child(hostile_child.__name__, {"what": what}, b"", heard, silent=silent)


async def test_one_that_says_nothing_is_ended() -> None:
    with pytest.raises(ProcessEndedError, match="too long"):
        await _run("spin", Heard(), silent=1)
    assert not _children()


async def test_one_nobody_waits_for_any_more_ends_by_itself() -> None:
    """It has two seconds of the processor."""
    with pytest.raises(ProcessEndedError):
        await _run("spin", Heard(), silent=200)


async def test_it_is_handed_no_secret_of_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "ab" * 32)
    heard = Heard()
    await _run("names", heard)
    assert "PATH" in heard.lines[-1]["names"]
    assert "SECRET_KEY" not in heard.lines[-1]["names"]


async def test_one_that_swells_meets_its_limit() -> None:
    heard = Heard()
    await _run("swell", heard)
    assert 20 < heard.lines[-1]["megabytes"] < 200


async def test_one_that_ends_in_the_middle_is_told() -> None:
    with pytest.raises(ProcessEndedError):
        await _run("crash", Heard())


async def test_it_ends_with_whoever_waits_for_it() -> None:
    heard = Heard()
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(_run("spin", heard))
        await heard.begun.wait()
        assert _children()
        waiting.cancel()
        with suppress(asyncio.CancelledError):
            await waiting
    assert not _children()
