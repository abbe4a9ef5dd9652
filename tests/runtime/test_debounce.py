"""A redraw after many photos: the last one's, and none when the window was drawn while it waited for its turn."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.runtime.background import BackgroundTasks
from bot.runtime.redrawing import debounce as subject
from bot.runtime.redrawing.debounce import Debounce

USER = 7


class Turn:
    """Where redraws wait for their turn; they are taken up when the test says."""

    def __init__(self) -> None:
        self.asked: asyncio.Queue[None] = asyncio.Queue()

    async def wait(self) -> None:
        self.asked.put_nowait(None)


@pytest.fixture
async def debounce(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Debounce]:
    monkeypatch.setattr(subject, "PAUSE_SECONDS", 0)
    async with BackgroundTasks() as background:
        yield Debounce(background)


async def test_a_redraw_is_taken_once(debounce: Debounce) -> None:
    turn = Turn()
    debounce.soon(USER, turn.wait)
    await turn.asked.get()
    assert not debounce.takes(USER + 1)
    assert debounce.takes(USER)
    assert not debounce.takes(USER)


async def test_what_was_drawn_meanwhile_is_not_drawn_again(debounce: Debounce) -> None:
    turn = Turn()
    debounce.soon(USER, turn.wait)
    await turn.asked.get()
    debounce.forget(USER)
    assert not debounce.takes(USER)


async def test_a_redraw_leaves_the_window_to_that_of_a_later_photo(debounce: Debounce) -> None:
    turn = Turn()
    debounce.soon(USER, turn.wait)
    await turn.asked.get()
    debounce.soon(USER, turn.wait)
    assert not debounce.takes(USER)
    await turn.asked.get()
    assert debounce.takes(USER)
