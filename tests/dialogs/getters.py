"""Whether a window's previews are made by what its getter ends in, so that neither can change without the other."""

import ast
from collections.abc import Callable, Iterator
from inspect import getsource
from textwrap import dedent
from typing import Any

from aiogram_dialog import Window
from aiogram_dialog.widgets.data import StaticGetter

from dialogs.widgets.preview import Previews, Shown


def drift(window: Window, shown: list[Shown]) -> Iterator[str]:
    """Return where the previews are not the getter's; ``shown`` is what the previews are."""
    getter, preview = window.getter.normal_getter, window.getter.preview_getter
    if isinstance(getter, StaticGetter) or preview is getter:
        return
    if not isinstance(preview, Previews):
        yield "has a getter, but no previews"
        return
    named = {node.id for node in ast.walk(_tree(preview.make)) if isinstance(node, ast.Name)}
    for value in _returned(_tree(getter)):
        if isinstance(value, ast.Dict):
            keys = {key.value if isinstance(key, ast.Constant) else None for key in value.keys}
            if not any(keys == data.keys() for data in shown):
                yield f"returns {ast.unparse(value)}, which is no preview"
        elif _name(value) not in named:
            yield f"returns {ast.unparse(value)}, which makes no preview"


def _tree(function: Callable[..., Any]) -> ast.AST:
    return ast.parse(dedent(getsource(function)))


def _returned(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Return) and node.value is not None:
            yield node.value.value if isinstance(node.value, ast.Await) else node.value


def _name(value: ast.expr) -> str:
    return ast.unparse(value.func if isinstance(value, ast.Call) else value)
