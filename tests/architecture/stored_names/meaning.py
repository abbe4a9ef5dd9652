"""What names mean: asked of the running modules, so that whatever was moved or renamed is found by itself.

Where only a run could tell, annotations say which class a value has.
"""

import ast
import builtins
import inspect
import sys
import textwrap
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import ModuleType
from typing import Any

from bot.domain import sealing
from storage.engine import encryption
from tests.architecture.stored_names.syntax import Function, arguments, bindings, function_inside, own_names, own_nodes

_DEPTH = 6
_IMPLEMENTED: dict[type, type] = {sealing.DataKey: encryption.DataKey}
"""The class that rows hold where the domain names a protocol."""


@dataclass(frozen=True, eq=False)
class Scope:
    """Where an expression stands: its module, the functions around it, the innermost last, and their class."""

    module: ModuleType
    functions: tuple[Function, ...] = ()
    owner: type | None = None

    def inside(self, function: Function) -> "Scope":
        """Return the scope of a function that stands here."""
        return Scope(self.module, (*self.functions, function), self.owner)

    def of(self, place: int) -> "Scope":
        """Return the scope of one of the functions around."""
        return Scope(self.module, self.functions[: place + 1], self.owner)


@dataclass(frozen=True, eq=False)
class Local:
    """A function written inside another one."""

    node: Function
    scope: Scope


def resolve(node: ast.expr, scope: Scope, depth: int = _DEPTH) -> object:
    """Return the module, class, function or value a dotted name stands for; None when only a run could tell."""
    if isinstance(node, ast.Name):
        return _resolve_name(node.id, scope)
    if isinstance(node, ast.Attribute):
        base = resolve(node.value, scope, depth)
        if not isinstance(base, ModuleType | type):
            base = type_of(node.value, scope, depth - 1)
        return getattr(base, node.attr, None) if base is not None else None
    return None


def _resolve_name(name: str, scope: Scope) -> object:
    for place, function in reversed(list(enumerate(scope.functions))):
        if (local := function_inside(function, name)) is not None:
            return Local(local, scope.of(place))
        if name in own_names(function):
            return None
    return vars(scope.module).get(name, getattr(builtins, name, None))


def type_of(node: ast.expr, scope: Scope, depth: int = _DEPTH) -> type | None:
    """Return the class an expression's value has by the code's annotations; None when they do not say."""
    if depth < 0:
        return None
    match node:
        case ast.Await(value):
            return type_of(value, scope, depth)
        case ast.Name(name):
            return _type_of_name(name, scope, depth)
        case ast.Attribute(value, name):
            kind = type_of(value, scope, depth - 1)
            return (_plain(_hints_of_member(kind, name)) or _set_by_init(kind, name, depth)) if kind else None
        case ast.Call(func):
            found = resolve(func, scope, depth - 1)
            return found if isinstance(found, type) else _plain(_hints(found).get("return"))
    return None


def _type_of_name(name: str, scope: Scope, depth: int) -> type | None:
    for place, function in enumerate(scope.functions):
        for each in arguments(function):
            if each.arg == name:
                return scope.owner if name == "self" else _plain(_annotation(each.annotation, scope.module))
        for path, value, is_loop in bindings(function, name):
            if not path:
                of_value = _element(value, scope.of(place), depth - 1) if is_loop else None
                of_value = of_value or (None if is_loop else type_of(value, scope.of(place), depth - 1))
                if of_value is not None:
                    return of_value
    return None


def _element(several: ast.expr, scope: Scope, depth: int) -> type | None:
    """Return the class of what a list holds."""
    inner = several.value if isinstance(several, ast.Await) else several
    annotation: object = None
    if isinstance(inner, ast.Call):
        annotation = _hints(resolve(inner.func, scope, depth - 1)).get("return")
    elif isinstance(inner, ast.Name):
        for function in reversed(scope.functions):
            for path, value, is_loop in bindings(function, inner.id):
                return _element(value, scope, depth - 1) if depth > 0 and not path and not is_loop else None
            for each in arguments(function):
                if each.arg == inner.id:
                    annotation = _annotation(each.annotation, scope.module)
    held = typing.get_args(annotation)
    return _plain(held[0]) if len(held) == 1 else None


@cache
def _set_by_init(kind: type, name: str, depth: int) -> type | None:
    """Return the class of what ``__init__`` keeps under a name."""
    try:
        (function,) = ast.parse(textwrap.dedent(inspect.getsource(vars(kind)["__init__"]))).body
    except (KeyError, OSError, TypeError, ValueError):
        return None
    if not isinstance(function, ast.FunctionDef):
        return None
    scope = Scope(sys.modules[kind.__module__], (function,), kind)
    for node in own_nodes(function):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == f"self.{name}":
            return type_of(node.value, scope, depth - 1)
    return None


def is_field(kind: type | None, name: str) -> bool:
    """Tell whether a class is made with a field of this name."""
    return name in {**getattr(kind, "__dataclass_fields__", {}), **getattr(kind, "model_fields", {})}


def returned_fields(function: Function, outer: Scope) -> list[str]:
    """Return the fields of the dataclass a function says it returns."""
    return list(getattr(_annotation(getattr(function, "returns", None), outer.module), "__dataclass_fields__", ()))


def field_kind(kind: type, name: str) -> object:
    """Return what the class itself says of its field."""
    return inspect.get_annotations(kind).get(name)


def is_written_out(known: object) -> bool:
    """Tell whether a value can be written as an expression."""
    return isinstance(known, str | int | float | Enum | tuple | list | frozenset | set | Mapping)


def as_node(known: Any) -> ast.expr:
    """Return the expression of a value that was worked out when the modules were imported."""
    if isinstance(known, Enum):
        return ast.Constant(known.value)
    if isinstance(known, Mapping):
        return ast.Dict(list(map(as_node, known)), list(map(as_node, known.values())))
    if isinstance(known, tuple | list | frozenset | set):
        return ast.Tuple([as_node(each) for each in known])
    return ast.Constant(known if isinstance(known, str) else None)


def _hints_of_member(kind: type, name: str) -> object:
    found = inspect.getattr_static(kind, name, None)
    return _hints(found.fget).get("return") if isinstance(found, property) else _hints(kind).get(name)


def _hints(found: object) -> dict[str, Any]:
    if isinstance(found, Local):
        return {"return": _annotation(getattr(found.node, "returns", None), found.scope.module)}
    return _running_hints(found) if callable(found) else {}


@cache
def _running_hints(found: object) -> dict[str, Any]:
    try:
        return typing.get_type_hints(found)
    except (TypeError, NameError, AttributeError):
        return {}


@cache
def _annotation(annotation: ast.expr | None, module: ModuleType) -> object:
    if annotation is None:
        return None
    text = annotation.value if isinstance(annotation, ast.Constant) else ast.unparse(annotation)
    try:
        return eval(str(text), dict(vars(module)))  # noqa: S307 - the project's own annotations
    except (NameError, TypeError, AttributeError):
        return None


def _plain(annotation: object) -> type | None:
    """Return the class of an annotation, without its None."""
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        classes = [each for each in typing.get_args(annotation) if each is not types.NoneType]
        return _plain(classes[0]) if len(classes) == 1 else None
    generic = typing.get_origin(annotation)
    if isinstance(generic, type) and typing.Generic in generic.__mro__:
        return generic
    return _IMPLEMENTED.get(annotation, annotation) if isinstance(annotation, type) else None
