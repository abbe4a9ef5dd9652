"""What Telegram and the terminal keep of our screens: states, widgets, buttons' data, commands."""

import argparse
import types
from collections.abc import Iterator
from dataclasses import MISSING, fields
from enum import Enum
from typing import Any

from aiogram_dialog import Window
from aiogram_dialog.widgets.common import Actionable

from bot import callbacks
from bot.callbacks import Callback
from dialogs.all import all_dialogs
from dialogs.widgets.screen import Screen

_GATE = "before a consent"
_SAMPLES: dict[object, object] = {str: "{text}", int: 7}
_PLAIN = (str, int, float, bool, type(None), types.FunctionType, type, Enum)


def widgets_by_state() -> dict[str, set[str]]:
    """Return the ids of every window's widgets, by the window's state."""
    windows = [window for dialog in all_dialogs() for window in dialog.windows.values() if isinstance(window, Window)]
    gates = [window.gate for window in windows if isinstance(window, Screen) and window.gate]
    # The consent that stands before many windows is drawn by the same widgets everywhere: they are named once.
    return {
        _GATE: set().union(*(_widget_ids(gate.window, set()) for gate in gates)),
        **{str(window.get_state().state): set(_widget_ids(window, {id(gate) for gate in gates})) for window in windows},
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
    return {_form(kind) for kind in callback_kinds()}


def callback_kinds() -> list[type[Callback]]:
    """Return every kind of button's data that the product has."""
    return [getattr(callbacks, name) for name in callbacks.__all__ if name != Callback.__name__]


def _form(kind: type[Callback]) -> str:
    """Pack one with samples; a field's default is told behind it."""
    sample = kind(*(_SAMPLES[each.type] for each in fields(kind)))
    return sample.pack() + "".join(f" ={each.default}" for each in fields(kind) if each.default is not MISSING)


def command_line(parser: argparse.ArgumentParser) -> dict[str, set[str]]:
    """Return the commands of the terminal and what each is given."""
    (commands,) = (each for each in parser._actions if isinstance(each, argparse._SubParsersAction))
    return {
        f"python -m bot {name}": {
            option for each in command._actions for option in each.option_strings or [each.dest] if each.dest != "help"
        }
        for name, command in commands.choices.items()
    }
