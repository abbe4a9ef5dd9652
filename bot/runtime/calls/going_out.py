"""Who is told right before the messages of a task go out: a process that dies earlier has sent nothing."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Told = Callable[[], Awaitable[None]]
_told: ContextVar[Told | None] = ContextVar("told_before_sending", default=None)


@contextmanager
def told_before_sending(told: Told) -> Iterator[None]:
    """Within the block ``told`` is awaited before each message goes out."""
    token = _told.set(told)
    try:
        yield
    finally:
        _told.reset(token)


async def message_goes_out() -> None:
    """Tell whoever wants to know."""
    if told := _told.get():
        await told()
