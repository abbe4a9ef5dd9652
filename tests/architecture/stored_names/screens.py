"""What Telegram and the terminal keep of our screens: states, widgets, buttons' data, commands."""

import argparse
import types
import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields
from enum import Enum
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram_dialog import Window
from aiogram_dialog.widgets.common import Actionable

from bot import callbacks
from bot.callbacks import Callback
from dialogs.all import all_dialogs

_SAMPLES: dict[type, object] = {str: "{text}", int: 7, bool: True}
_PLAIN = (str, int, float, bool, type(None), types.FunctionType, type, Enum)


def widgets_by_state() -> dict[str, set[str]]:
    """Return the ids of every window's widgets, by the window's state."""
    return {
        str(window.get_state().state): set(_widget_ids(window, set()))
        for dialog in all_dialogs()
        for window in dialog.windows.values()
        if isinstance(window, Window)
    }


def _widget_ids(part: Any, seen: set[int]) -> Iterator[str]:
    """Yield the ids of a widget and of all inside it, whatever the attributes are called they are kept in."""
    if id(part) in seen or isinstance(part, _PLAIN):
        return
    seen.add(id(part))
    if isinstance(part, Actionable) and part.widget_id:
        yield part.widget_id
    inner: list[Any] = []
    if isinstance(part, dict):
        inner += part.values()
    elif isinstance(part, list | tuple | set | frozenset):
        inner += part
    elif type(part).__module__.split(".")[0] in {"aiogram_dialog", "dialogs"}:
        inner += vars(part).values() if hasattr(part, "__dict__") else ()
    for each in inner:
        yield from _widget_ids(each, seen)


def callback_forms() -> set[str]:
    """Return the form of every kind of button's data: ``case:{text}:7``; ``=`` begins what may be left out."""
    return {_form(kind) for kind in callback_kinds().values()}


def callback_kinds() -> dict[str, type[Callback] | type[CallbackData]]:
    """Return every kind of button's data that the product has, by its prefix."""
    typed = [getattr(callbacks, name) for name in callbacks.__all__ if name != Callback.__name__]
    return {each.prefix: each for each in typed} | {each.__prefix__: each for each in _below(CallbackData)}


def parts_of(kind: type[Callback] | type[CallbackData]) -> list[tuple[str, object]]:
    """Return the names of what the data of a kind carries, each with its type."""
    if issubclass(kind, Callback):
        return [(each.name, each.type) for each in fields(kind)]
    return [(name, each.annotation) for name, each in kind.model_fields.items()]


def _below(kind: type[CallbackData]) -> Iterator[type[CallbackData]]:
    for each in kind.__subclasses__():
        if each.__module__.split(".")[0] in {"bot", "handlers", "dialogs"}:
            yield each
        yield from _below(each)


def _form(kind: type[Callback] | type[CallbackData]) -> str:
    """Pack one with samples; a field's default is told behind it, because a press may leave it out."""
    if issubclass(kind, Callback):
        made = kind(*(_sample(each.type) for each in fields(kind)))
        return made.pack() + "".join(f" ={each.default}" for each in fields(kind) if each.default is not MISSING)
    sample = kind(**{name: _sample(each.annotation) for name, each in kind.model_fields.items()})
    defaults = [str(each.default) for each in kind.model_fields.values() if not each.is_required()]
    return sample.pack() + "".join(f" ={default}" for default in defaults)


def _sample(annotation: object) -> object:
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        annotation = next(each for each in typing.get_args(annotation) if each is not types.NoneType)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return next(iter(annotation))
    return _SAMPLES[typing.cast("type", annotation)]


def command_line(parser: argparse.ArgumentParser) -> dict[str, set[str]]:
    """Return the commands of the terminal and what each is given."""
    (commands,) = (each for each in parser._actions if isinstance(each, argparse._SubParsersAction))
    return {
        f"python -m bot {name}": {
            option for each in command._actions for option in each.option_strings or [each.dest] if each.dest != "help"
        }
        for name, command in commands.choices.items()
    }
