"""A message is edited so that it may be done twice: a process dies after Telegram took an edit, which is made again."""

import ast

from bot.data_files import ROOT

_ROOMS = ("bot", "dialogs", "handlers")


def test_no_edit_fails_because_it_was_made_before() -> None:
    """Telegram refuses an edit that changes nothing: ``edited`` and ``attempted`` take that for done."""
    bare = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for room in _ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Await) and _is_edit(node.value)
    ]
    assert bare == []


def _is_edit(call: ast.expr) -> bool:
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr.startswith("edit_")
