"""Where an expression's value comes from: through variables, parameters, fields, properties and what functions return.

A parameter has what it is called with anywhere, a field what its class is made with anywhere.
"""

import ast
import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from bot.callbacks import Callback
from bot.domain.subject import Subject
from tests.architecture.stored_names.code import Called, Code, Source, constructed, is_method, made_with, running
from tests.architecture.stored_names.meaning import (
    Scope,
    as_node,
    field_kind,
    is_field,
    is_written_out,
    resolve,
    type_of,
)
from tests.architecture.stored_names.syntax import (
    Function,
    argument_of,
    bindings,
    default_of,
    further,
    parameters,
    returns_of,
    takes,
)
from tests.architecture.stored_names.value import Given, Value

_DEPTH = 30


class Values:
    """Follows values through one code."""

    def __init__(self, code: Code) -> None:
        self.code = code
        self._open: set[tuple[int, str]] = set()
        self._depth = 0

    def sources(self, value: Value) -> Iterator[Value]:
        """Yield the expressions the value is made by, at the end of every way it may have come."""
        if self._depth > _DEPTH:
            yield value
            return
        self._depth += 1
        try:
            yield from self._sources(value)
        finally:
            self._depth -= 1

    def _sources(self, value: Value) -> Iterator[Value]:
        match value.node:
            case ast.Await(inner) | ast.NamedExpr(_, inner):
                yield from self.sources(value.at(inner))
            case ast.IfExp(_, body, orelse):
                yield from self.sources(value.at(body))
                yield from self.sources(value.at(orelse))
            case ast.BoolOp(_, parts):
                for part in parts:
                    yield from self.sources(value.at(part))
            case ast.Name(name):
                yield from self._name(name, value)
            case ast.Attribute():
                yield from self._attribute(value.node, value)
            case ast.Subscript(base, index):
                yield from self._chosen(base, index, value)
            case ast.Call(ast.Attribute(base, "get"), [index, *_]):
                yield from self._chosen(base, index, value)
            case ast.Call():
                yield from self._returned(value.node, value)
            case _:
                yield value

    def elements(self, value: Value) -> Iterator[Value]:
        """Yield what a list, a loop's values or a table's pairs may hold."""
        for source in self.sources(value):
            match source.node:
                case ast.List(parts) | ast.Tuple(parts) | ast.Set(parts):
                    for part in parts:
                        if isinstance(part, ast.Starred):
                            yield from self.elements(source.at(part.value))
                        else:
                            yield source.at(part)
                case ast.ListComp(part) | ast.GeneratorExp(part) | ast.SetComp(part):
                    yield source.at(part)
                case ast.BinOp(left, ast.Add(), right):
                    yield from self.elements(source.at(left))
                    yield from self.elements(source.at(right))
                case ast.Call(ast.Attribute(table, "items"), []):
                    for key, under in self.entries(source.at(table)):
                        yield source.at(ast.Tuple([key.node, under.node]))
                case ast.Call(ast.Name("sorted" | "list" | "tuple" | "set" | "frozenset" | "reversed"), [several, *_]):
                    yield from self.elements(source.at(several))
                case _:
                    yield source.unknown()

    def entries(self, value: Value) -> Iterator[tuple[Value, Value]]:
        """Yield the keys of a table and what stands under each."""
        for source in self.sources(value):
            match source.node:
                case ast.Dict(keys, parts):
                    for key, part in zip(keys, parts, strict=True):
                        if key is None:
                            yield from self.entries(source.at(part))
                        else:
                            yield source.at(key), source.at(part)
                case ast.DictComp(key, part):
                    yield source.at(key), source.at(part)
                case ast.BinOp(left, ast.BitOr(), right):
                    yield from self.entries(source.at(left))
                    yield from self.entries(source.at(right))
                case ast.Call(ast.Name("dict"), [table]):
                    yield from self.entries(source.at(table))
                case ast.Call(ast.Name("asdict"), [made]):
                    kind = type_of(made, source.scope)
                    for name in getattr(kind, "__dataclass_fields__", ()):
                        yield source.at(ast.Constant(name)), source.unknown()
                case _:
                    pass

    def functions(self, value: Value) -> Iterator[Source]:
        """Yield the functions an expression may be."""
        found = resolve(value.node, value.scope)
        if found is not None:
            source = self.code.function_of(found)
            if source is not None:
                yield source
            return
        for each in self.sources(value):
            if isinstance(each.node, ast.Lambda):
                yield each.node, each.scope
            elif each.node is not value.node:
                yield from self.functions(each)

    def argument(self, function: object, name: str) -> Iterator[Value]:
        """Yield what a function's parameter is given by every call."""
        source = self.code.function_of(function)
        if source is None or name not in parameters(source[0]):
            raise LookupError(function, name)
        yield from self._parameter(name, *source)

    def field(self, kind: type, name: str) -> Iterator[Value]:
        """Yield what a class's field is given wherever one is made."""
        if not is_field(kind, name):
            raise LookupError(kind, name)
        with self._once(kind, name) as is_first:
            calls = self.code.calls_of(kind) if is_first else []
            made = [(called, node) for called in calls if (node := constructed(called, kind, name)) is not None]
            for called, node in made:
                yield from self.sources(Value(node, called.scope))
            if is_first and not made:
                yield Value(ast.Constant(None), Scope(sys.modules[kind.__module__]))

    def _name(self, name: str, value: Value) -> Iterator[Value]:
        for place, function in reversed(list(enumerate(value.scope.functions))):
            bound = bindings(function, name)
            if bound or takes(function, name):
                inside = value.scope.of(place)
                with self._once(function, name) as is_first:
                    for path, node, is_loop in bound if is_first else ():
                        here = Value(node, inside, value.given)
                        for found in self.elements(here) if is_loop else self.sources(here):
                            yield from self.along(path, found)
                    if is_first and takes(function, name):
                        yield from self._given(name, function, value.scope.of(place - 1), value.given)
                return
        known = resolve(value.node, value.scope)
        yield value.at(as_node(known)) if is_written_out(known) else value

    @contextmanager
    def _once(self, owner: object, name: str) -> Iterator[bool]:
        """Tell whether this is the first look at it on the way: a value that comes from itself comes from elsewhere."""
        key = (id(owner), name)
        is_first = key not in self._open
        self._open.add(key)
        try:
            yield is_first
        finally:
            if is_first:
                self._open.discard(key)

    def along(self, path: tuple[int, ...], value: Value) -> Iterator[Value]:
        """Yield the part of a row that a variable was unpacked from."""
        if not path:
            yield from self.sources(value)
            return
        for source in self.sources(value):
            if isinstance(source.node, ast.Tuple | ast.List) and path[0] < len(source.node.elts):
                yield from self.along(path[1:], source.at(source.node.elts[path[0]]))
            elif isinstance(source.node, ast.GeneratorExp | ast.ListComp):
                yield from self.along(path[1:], source.at(source.node.elt))
            else:
                yield source.unknown()

    def _given(self, name: str, function: Function, outer: Scope, given: Given) -> Iterator[Value]:
        if (id(function), name) in given:
            yield from self.sources(given[id(function), name])
        else:
            yield from self._parameter(name, function, outer)

    def _parameter(self, name: str, function: Function, outer: Scope) -> Iterator[Value]:
        for called in self.code.calls_of(running(function, outer)):
            given = list(self.given_by(called, function, outer, name))
            default = default_of(function, name)
            if not given and default is not None:
                given = [Value(default, outer)]
            for each in given:
                yield from self.sources(each)
            if not given:
                yield Value(called.call, called.scope).unknown()

    def given_by(self, called: Called, function: Function, outer: Scope, name: str) -> Iterator[Value]:
        """Yield what one call gives a parameter, also out of a table it hands over by ``**``."""
        here = Value(called.call, called.scope)
        if name == further(function):
            rest = [each for each in called.call.keywords if each.arg not in parameters(function)]
            keys: list[ast.expr | None] = [ast.Constant(each.arg) if each.arg else None for each in rest]
            yield here.at(ast.Dict(keys, [each.value for each in rest]))
            return
        node = argument_of(called.call, function, name, is_method=is_method(function, outer))
        if node is not None:
            yield here.at(node)
            return
        for keyword in called.call.keywords:
            if keyword.arg is None:
                for key, part in self.entries(here.at(keyword.value)):
                    if isinstance(key.node, ast.Constant) and key.node.value == name:
                        yield part

    def _attribute(self, node: ast.Attribute, value: Value) -> Iterator[Value]:
        if node.attr.startswith("__"):
            yield value.unknown()
            return
        known = resolve(node, value.scope)
        kind = type_of(node.value, value.scope)
        if isinstance(known, Enum) or (is_written_out(known) and not is_field(kind, node.attr)):
            yield value.at(as_node(known))
        elif node.attr == "value" and isinstance(node.value, ast.Name | ast.Attribute | ast.Call | ast.Subscript):
            yield from self.sources(value.at(node.value))
        elif kind is None:
            yield value
        elif isinstance(found := inspect.getattr_static(kind, node.attr, None), property):
            source = self.code.function_of(found.fget)
            yield from self.results(*source, {}) if source else [value]
        elif is_field(kind, node.attr):
            yield from self._field_of(kind, node, value)
        else:
            yield value

    def _field_of(self, kind: type, node: ast.Attribute, value: Value) -> Iterator[Value]:
        """Yield what this very object was made with where its making is in sight, else what any was."""
        of_kind = field_kind(kind, node.attr)
        if isinstance(of_kind, type) and issubclass(of_kind, Enum):
            yield from _words(value, of_kind)
            return
        made = list(self.sources(value.at(node.value)))
        given = [made_with(each.node, each.scope, kind, node.attr) for each in made]
        if made and all(each is not None for each in given):
            for each, part in zip(made, given, strict=True):
                if part is not None:
                    yield from self.sources(each.at(part))
        else:
            yield from self.field(kind, node.attr)

    def _chosen(self, base: ast.expr, index: ast.expr, value: Value) -> Iterator[Value]:
        is_found = False
        wanted = index.value if isinstance(index, ast.Constant) else None
        for key, part in self.entries(value.at(base)):
            if wanted is None or not isinstance(key.node, ast.Constant) or key.node.value == wanted:
                is_found = True
                yield from self.sources(part)
        if not is_found:
            yield value.unknown()

    def _returned(self, call: ast.Call, value: Value) -> Iterator[Value]:
        found = resolve(call.func, value.scope)
        if found is str and call.args:
            yield from self.sources(value.at(call.args[0]))
            return
        if isinstance(found, type) and issubclass(found, Enum):
            yield from _words(value, found)
            return
        if found in (Callback.pack, Subject.parse):
            yield value
            return
        is_found = False
        for function, outer in self.functions(value.at(call.func)):
            is_found = True
            given = {}
            for name in parameters(function):
                node = argument_of(call, function, name, is_method=is_method(function, outer))
                if node is not None:
                    given[id(function), name] = value.at(node)
                elif (default := default_of(function, name)) is not None:
                    given[id(function), name] = Value(default, outer)
            yield from self.results(function, outer, given)
        if not is_found:
            yield value

    def results(self, function: Function, outer: Scope, given: Given) -> Iterator[Value]:
        """Yield what a function returns, called with these arguments."""
        for node in returns_of(function):
            yield from self.sources(Value(node, outer.inside(function), given))


def _words(value: Value, kind: type[Enum]) -> Iterator[Value]:
    """Yield every word a list of the domain has."""
    yield from (value.at(ast.Constant(str(each.value))) for each in kind)
