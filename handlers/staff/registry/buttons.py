"""The table of buttons under the message of an import: what each does to it, and how the message follows."""

from collections.abc import Awaitable, Callable

from bot.callbacks import RegistryCallback
from bot.domain.errors import Refusal
from bot.domain.subject import Subject, SubjectKind
from bot.services.registry import commands
from bot.services.registry.queries import find_import
from handlers.staff.chat_buttons import ChatAction, ChatButtons, ChatPress
from handlers.staff.commands import in_chat_of
from handlers.staff.registry.files import ROLE
from handlers.staff.registry.progress_message import Board


async def _choose(press: ChatPress[RegistryCallback]) -> None:
    data = press.data
    await commands.choose_column(
        press.services, import_id=data.id, field=data.field, chosen=data.arg, actor=press.actor
    )


async def _choose_again(press: ChatPress[RegistryCallback]) -> None:
    await commands.choose_columns_again(press.services, press.data.id)


async def _apply(press: ChatPress[RegistryCallback]) -> None:
    await commands.confirm(press.services, press.data.id)


async def _stop(press: ChatPress[RegistryCallback]) -> None:
    await commands.stop(press.services, press.data.id)


async def _undo(press: ChatPress[RegistryCallback]) -> None:
    await commands.undo(press.services, press.data.id)


async def _look(_press: ChatPress[RegistryCallback]) -> None:
    """Change nothing: the message alone says something else."""


def _row(what: str, act: Callable[[ChatPress[RegistryCallback]], Awaitable[None]]) -> ChatAction[RegistryCallback]:
    async def pressed(press: ChatPress[RegistryCallback]) -> None:
        await act(press)
        # Answered when the next question stands there: a press on the old one would be lost.
        board: Board = press.given["registry"]
        await board.show(press.data.id, asking_undo=what == "undo_ask")
        await press.answer()
        board.wake()

    return ChatAction(what, pressed)


async def _is_here(press: ChatPress[RegistryCallback]) -> None:
    found = await find_import(press.services, press.data.id)
    if found is None or found.chat_id != press.chat.chat_id:
        raise Refusal("registry-elsewhere")


REGISTRY = ChatButtons(
    RegistryCallback,
    (
        _row("column", _choose),
        _row("again", _choose_again),
        _row("apply", _apply),
        _row("stop", _stop),
        _row("undo", _undo),
        _row("undo_ask", _look),
        _row("back", _look),
    ),
    in_chat_of(ROLE),
    _is_here,
    lambda data: Subject(SubjectKind.IMPORT, data.id),
)
