"""What the code gives the functions and classes by which names come to be stored."""

import ast
from collections.abc import Iterable, Iterator

from tests.architecture.stored_names.code import Called, Code, constructed, running
from tests.architecture.stored_names.meaning import Scope
from tests.architecture.stored_names.shapes import HOLE, Shapes
from tests.architecture.stored_names.syntax import own_nodes, parameters
from tests.architecture.stored_names.value import Given, Value

Groups = dict[str, set[str]]
"""Names under a heading."""


class Calls:
    """Asks for arguments and fields as shapes."""

    def __init__(self, code: Code) -> None:
        self.code = code
        self.shapes = Shapes(code)
        self.values = self.shapes.values

    def given(self, function: object, name: str) -> set[str]:
        """Return the shapes every call gives a parameter."""
        return known(self.shapes.among(self.values.argument(function, name)))

    def parts(self, function: object, name: str) -> list[Value]:
        """Return the elements of the lists every call gives a parameter."""
        return [part for value in self.values.argument(function, name) for part in self.values.elements(value)]

    def returned(self, function: object) -> set[str]:
        """Return the shapes of what a function returns."""
        source = self.code.function_of(function)
        return known(self.shapes.among(self.values.results(*source, {}))) if source else set()

    def made(self, kind: type, name: str) -> set[str]:
        """Return the shapes a class's field is made with."""
        return known(self.shapes.among(self.values.field(kind, name)))

    def names_inside(self, value: Value, depth: int = 4) -> set[str]:
        """Return the keys of a table and of the tables in it."""
        found: set[str] = set()
        for key, part in self.values.entries(value) if depth else ():
            found |= known(self.shapes.of(key)) | self.names_inside(part, depth - 1)
        for part in self.values.elements(value) if depth else ():
            found |= self.names_inside(part, depth - 1)
        return found

    def argument(self, called: Called, function: object, name: str, given: Given) -> Value | None:
        """Return what one call gives a parameter; None when it leaves it out."""
        source = self.code.function_of(function)
        if source is None or name not in parameters(source[0]):
            raise LookupError(function, name)
        found = next(self.values.given_by(called, *source, name), None)
        return Value(found.node, found.scope, {**found.given, **given}) if found else None

    def field(self, called: Called, kind: type, name: str) -> Value | None:
        """Return what one call makes a class's field with."""
        node = constructed(called, kind, name)
        return Value(node, called.scope) if node is not None else None

    def ways_to(self, called: Called) -> Iterator[Given]:
        """Yield the arguments of every call of the function a call stands in."""
        function, outer = called.scope.functions[0], Scope(called.scope.module, (), called.scope.owner)
        sites = self.code.calls_of(running(function, outer))
        for site in sites:
            yield {
                (id(function), name): value
                for name in parameters(function)
                for value in self.values.given_by(site, function, outer, name)
            }
        if not sites:
            yield {}

    def everywhere(self, kind: type[ast.expr]) -> Iterator[Value]:
        """Yield every expression of a kind."""
        for function, outer in self.code.functions.values():
            for node in own_nodes(function):
                if isinstance(node, kind):
                    yield Value(node, outer.inside(function))


def known(shapes: Iterable[str]) -> set[str]:
    """Return the shapes that say something at all."""
    return {shape for shape in shapes if shape.replace(HOLE, "").strip(":.- ")}
