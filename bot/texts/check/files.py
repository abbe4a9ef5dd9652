"""Fluent files as values: each text with its words and its variables."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Text:
    """One text; ``words`` are its default variant with ``{name}`` for each value, ``mentions`` other texts in it."""

    key: str
    file: str
    words: str
    variants: tuple[str, ...]
    variables: frozenset[str]
    mentions: frozenset[str]


class BrokenFileError(Exception):
    """A file Fluent cannot read, with the place."""


def read_language(folder: Path) -> dict[str, list[Text]]:
    """Return each file's texts in their order."""
    return {path.name: list(_read(path)) for path in sorted(folder.glob("*.ftl"))}


def _read(path: Path) -> Iterator[Text]:
    for entry in parse(path.read_text(encoding="utf-8")).body:
        if isinstance(entry, ast.Junk):
            raise BrokenFileError(
                f"{path.parent.name}/{path.name}: cannot be read: {(entry.content or '').partition(chr(10))[0]!r}"
            )
        if isinstance(entry, ast.Message) and entry.value is not None:
            names = _Names()
            names.visit(entry.value)
            variants = tuple(_flat(variant.value) for variant in names.variants)
            words = _flat(entry.value)
            yield Text(entry.id.name, path.name, words, variants, frozenset(names.variables), frozenset(names.mentions))


class _Names(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.mentions: set[str] = set()
        self.variants: list[ast.Variant] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's names
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.mentions.add(node.id.name)

    def visit_Variant(self, node: ast.Variant) -> None:  # noqa: N802
        self.variants.append(node)
        self.generic_visit(node)


def _flat(pattern: ast.Pattern) -> str:
    return "".join(_part(element) for element in pattern.elements)


def _part(element: ast.TextElement | ast.Placeable) -> str:
    if isinstance(element, ast.TextElement):
        return str(element.value)
    inner = element.expression
    if isinstance(inner, ast.SelectExpression):
        return next(_flat(variant.value) for variant in inner.variants if variant.default)
    if isinstance(inner, ast.VariableReference):
        return f"{{{inner.id.name}}}"
    return str(inner.value) if isinstance(inner, ast.StringLiteral | ast.NumberLiteral) else "{…}"
