"""The names under which dialogs keep what people said and chose: they lie in `fsm` for months."""

import ast
from collections.abc import Iterator

from tests.architecture.stored_names.calls import Calls, known
from tests.architecture.stored_names.code import Called
from tests.architecture.stored_names.meaning import Scope
from tests.architecture.stored_names.syntax import bindings
from tests.architecture.stored_names.value import Value

_KEPT = {"dialog_data", "start_data"}
_ASKED = {"get", "pop", "setdefault"}


def kept_names(calls: Calls) -> set[str]:
    """Return every name a dialog's data is read or written under."""
    found = {name for value in _named(calls) for name in calls.shapes.of(value)}
    for called in calls.code.every:
        if isinstance(called.call.func, ast.Attribute) and called.call.func.attr == "start":
            given = [Value(each.value, called.scope) for each in called.call.keywords if each.arg == "data"]
            found |= calls.shapes.keys(given)
        elif _is_update(called):
            found |= {keyword.arg for keyword in called.call.keywords if keyword.arg}
            found |= calls.shapes.keys(Value(each, called.scope) for each in called.call.args)
    return known(found)


def _named(calls: Calls) -> Iterator[Value]:
    for value in calls.everywhere(ast.expr):
        match value.node:
            case ast.Subscript(kept, name) if _is_data(kept, value.scope):
                yield value.at(name)
            case ast.Call(ast.Attribute(kept, asked), [name, *_]) if asked in _ASKED and _is_data(kept, value.scope):
                yield value.at(name)
            case ast.Compare(name, [ast.In() | ast.NotIn()], [kept]) if _is_data(kept, value.scope):
                yield value.at(name)
            case _:
                pass


def _is_update(called: Called) -> bool:
    func = called.call.func
    return isinstance(func, ast.Attribute) and func.attr == "update" and _is_data(func.value, called.scope)


def _is_data(node: ast.expr, scope: Scope) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in _KEPT
    if isinstance(node, ast.IfExp):
        return _is_data(node.body, scope)
    if isinstance(node, ast.Name):
        return any(
            _is_data(value, scope)
            for function in scope.functions
            for path, value, is_loop in bindings(function, node.id)
            if not path and not is_loop and not isinstance(value, ast.Name)
        )
    return False
