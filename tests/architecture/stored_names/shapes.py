"""The texts an expression may give, as shapes: ``case:{}:told``, where ``{}`` is what only a run could tell."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import product

from bot.callbacks import Callback
from bot.domain.subject import Subject
from tests.architecture.stored_names.code import Code, made_with
from tests.architecture.stored_names.meaning import resolve, type_of
from tests.architecture.stored_names.value import Value
from tests.architecture.stored_names.values import Values

HOLE = "{}"
_HOLES = re.compile(r"(\{\}){2,}")
_MANY = 400
_COLON, _ANY = frozenset({":"}), frozenset({HOLE})


class Shapes:
    """Works shapes out over one code."""

    def __init__(self, code: Code) -> None:
        self.code = code
        self.values = Values(code)

    def of(self, value: Value) -> frozenset[str]:
        """Return every shape of an expression; the hole alone when nothing is known of it."""
        return self.among(self.values.sources(value))

    def among(self, sources: Iterable[Value]) -> frozenset[str]:
        """Return the shapes of expressions that were followed to where they come from."""
        return frozenset(shape for source in sources for shape in self._shape(source)) or frozenset({HOLE})

    def keys(self, sources: Iterable[Value]) -> frozenset[str]:
        """Return the keys of tables."""
        return frozenset(
            shape for source in sources for key, _ in self.values.entries(source) for shape in self.of(key)
        )

    def _shape(self, source: Value) -> Iterator[str]:
        match source.node:
            case ast.Constant(str(text)):
                yield text
            case ast.Constant(None):
                yield HOLE
            case ast.JoinedStr(parts):
                yield from _joined([self._part(source.at(part)) for part in parts])
            case ast.BinOp(left, ast.Add(), right):
                yield from _joined([self.of(source.at(left)), self.of(source.at(right))])
            case ast.Call(ast.Attribute(made, "pack"), []):
                yield from self._packed(source.at(made))
            case ast.Call(ast.Name("str"), [inner]):
                yield from self.of(source.at(inner))
            case ast.Call(func) if resolve(func, source.scope) is Subject:
                yield from self._subject(source)
            case _:
                yield HOLE

    def _packed(self, made: Value) -> Iterator[str]:
        """Yield the shapes of a button's data, wherever the button may be made."""
        for source in self.values.sources(made):
            kind = type_of(source.node, source.scope)
            if kind is None or not issubclass(kind, Callback):
                yield HOLE
                continue
            given = [made_with(source.node, source.scope, kind, each.name) for each in fields(kind)]
            parts = [self.of(source.at(node)) if node is not None else _ANY for node in given]
            yield from _joined([frozenset({kind.prefix}), *(after for part in parts for after in (_COLON, part))])

    def _subject(self, made: Value) -> Iterator[str]:
        """Yield the shapes of a subject as it is stored."""
        kind, number, part = (made_with(made.node, made.scope, Subject, each.name) for each in fields(Subject))
        parts = [self.of(made.at(kind)) if kind else _ANY, _COLON, self.of(made.at(number)) if number else _ANY]
        yield from _joined(parts if part is None else [*parts, frozenset({"."}), self.of(made.at(part))])

    def _part(self, part: Value) -> frozenset[str]:
        if not isinstance(part.node, ast.FormattedValue):
            return self.of(part)
        spec = part.node.format_spec
        said = "".join(str(each.value) for each in ast.walk(spec) if isinstance(each, ast.Constant)) if spec else ""
        hole = "{:" + said + "}" if said else HOLE
        return frozenset(hole if each == HOLE else each for each in self.of(part.at(part.node.value)))


def _joined(parts: list[frozenset[str]]) -> Iterator[str]:
    size = 1
    for part in parts:
        size *= max(1, len(part))
    for shape in map("".join, product(*parts)) if size <= _MANY else [HOLE]:
        yield _HOLES.sub(HOLE, shape)
