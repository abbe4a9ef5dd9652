"""The names under which dialogs keep what people said and chose: they lie in `fsm` for months."""

import ast
from collections.abc import Iterator

from dialogs.data import DialogData, Field
from tests.architecture.stored_names.calls import Calls, known
from tests.architecture.stored_names.code import Called
from tests.architecture.stored_names.meaning import Scope, resolve, type_of
from tests.architecture.stored_names.syntax import bindings, own_nodes
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
    return known(found) | _fields()


def _fields() -> set[str]:
    """Return the names of the typed fields."""
    kinds = DialogData.__subclasses__()
    return {field.key for kind in kinds for field in vars(kind).values() if isinstance(field, Field)}


def kept_values(calls: Calls) -> Iterator[Value]:
    """Yield what typed fields are set to, and what dialogs are opened with under their names."""
    for called in calls.code.every:
        match called.call:
            case ast.Call(ast.Attribute(field, "stored"), [given]) if isinstance(resolve(field, called.scope), Field):
                yield Value(given, called.scope)
    for function, outer in calls.code.functions.values():
        scope = outer.inside(function)
        for node in own_nodes(function):
            match node:
                case ast.Assign([ast.Attribute(data, name)], given) if _is_field(data, name, scope):
                    yield Value(given, scope)


def _is_field(data: ast.expr, name: str, scope: Scope) -> bool:
    kind = type_of(data, scope)
    return kind is not None and issubclass(kind, DialogData) and isinstance(getattr(kind, name, None), Field)


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
