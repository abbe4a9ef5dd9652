"""The product's own source: its functions, and every call with the function or class it calls."""

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

from bot.data_files import ROOT
from tests.architecture.stored_names.meaning import Local, Scope, resolve, type_of
from tests.architecture.stored_names.syntax import Function, parameters

ROOMS = ("bot", "handlers", "dialogs", "storage")
_STORES_NOTHING = re.compile(r"\.(__main__|migrations|samples|texts\.check)(\.|$)")
"""Entry points, migrations, made-up rows that windows are previewed with, and the check of texts."""
Place = tuple[str, int]
"""Where a function is written: its file and line."""
Source = tuple[Function, Scope]
"""A function's source, and the scope it stands in."""


@dataclass(frozen=True, eq=False)
class Called:
    """One call and where it stands."""

    call: ast.Call
    scope: Scope


@dataclass(frozen=True, eq=False)
class Code:
    """Every function by its place, and every call by what it calls."""

    functions: dict[Place, Source]
    calls: dict[object, list[Called]]
    every: list[Called]

    def function_of(self, found: object) -> Source | None:
        """Return the source of a running function."""
        if isinstance(found, Local):
            return found.node, found.scope
        code = getattr(inspect.unwrap(found), "__code__", None) if callable(found) else None
        return self.functions.get((code.co_filename, code.co_firstlineno)) if code else None

    def calls_of(self, found: object) -> list[Called]:
        """Return every call of a function or class."""
        return self.calls.get(_identity(found), [])


def constructed(called: Called, kind: type, name: str) -> ast.expr | None:
    """Return what a class's call, or a ``replace`` of one, gives a field."""
    for keyword in called.call.keywords:
        if keyword.arg == name:
            return keyword.value
    if resolve(called.call.func, called.scope) is dataclasses.replace:
        return None
    names = [each.name for each in dataclasses.fields(kind)] if dataclasses.is_dataclass(kind) else []
    place = names.index(name) if name in names else len(called.call.args)
    return called.call.args[place] if place < len(called.call.args) else None


def made_with(node: ast.expr, scope: Scope, kind: type, name: str) -> ast.expr | None:
    """Return what an expression gives a field, where it is a class's call."""
    if isinstance(node, ast.Call) and resolve(node.func, scope) is kind:
        return constructed(Called(node, scope), kind, name)
    return None


def is_method(function: Function, outer: Scope) -> bool:
    """Tell whether a function is given its object first."""
    return outer.owner is not None and not outer.functions and parameters(function)[:1] in (["self"], ["cls"])


def running(function: Function, outer: Scope) -> object:
    """Return the running function a piece of source became."""
    if isinstance(function, ast.Lambda):
        return None
    return Local(function, outer) if outer.functions else getattr(outer.owner or outer.module, function.name, None)


@cache
def read_code() -> Code:
    """Import every module of the product and read it."""
    code = Code({}, defaultdict(list), [])
    for module in list(_modules()):
        reader = _Reader(module)
        reader.visit(ast.parse(Path(module.__file__ or "").read_bytes()))
        code.functions.update(reader.found)
        code.every.extend(reader.calls)
    for called in code.every:
        for key in (_identity(resolve(called.call.func, called.scope)), _replaced(called), *_implementing(called)):
            if key is not None:
                code.calls[key].append(called)
    return code


def _modules() -> Iterator[ModuleType]:
    for room in ROOMS:
        for found in pkgutil.walk_packages([str(ROOT / room)], prefix=f"{room}."):
            if not _STORES_NOTHING.search(found.name):
                yield importlib.import_module(found.name)


def _identity(found: object) -> object:
    """Return what is equal for the same function or class however it was reached."""
    if isinstance(found, Local):
        return found.node
    if isinstance(found, type) or not callable(found):
        return found if isinstance(found, type) else None
    plain = inspect.unwrap(found)
    return getattr(plain, "__func__", plain)


def _implementing(called: Called) -> Iterator[object]:
    """Yield the methods that a call of a protocol's method may reach."""
    func = called.call.func
    kind = type_of(func.value, called.scope) if isinstance(func, ast.Attribute) else None
    if isinstance(func, ast.Attribute) and getattr(kind, "_is_protocol", False):
        yield from (vars(each)[func.attr] for each in _below(kind) if func.attr in vars(each))


def _below(kind: type | None) -> Iterator[type]:
    subclasses: list[type] = kind.__subclasses__() if kind else []
    for each in subclasses:
        yield each
        yield from _below(each)


def _replaced(called: Called) -> type | None:
    """Return the class of which ``dataclasses.replace`` makes another one."""
    if resolve(called.call.func, called.scope) is dataclasses.replace and called.call.args:
        return type_of(called.call.args[0], called.scope)
    return None


class _Reader(ast.NodeVisitor):
    """Notes functions and calls with the scope each stands in."""

    def __init__(self, module: ModuleType) -> None:
        self.found: dict[Place, Source] = {}
        self.calls: list[Called] = []
        self._scope = Scope(module)

    def visit(self, node: ast.AST) -> None:
        """Read one node and all inside it."""
        outer = self._scope
        match node:
            case ast.FunctionDef(name) if name.endswith("previews"):
                return  # What a window is previewed with is made up as well.
            case ast.ClassDef(name):
                owner = getattr(outer.module, name, None)
                self._scope = Scope(outer.module, outer.functions, owner if isinstance(owner, type) else None)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                line = min([node.lineno, *(each.lineno for each in node.decorator_list)])
                self.found[str(outer.module.__file__), line] = (node, outer)
                self._scope = outer.inside(node)
            case ast.Lambda():
                self._scope = outer.inside(node)
            case ast.Call():
                self.calls.append(Called(node, outer))
            case _:
                pass
        self.generic_visit(node)
        self._scope = outer
