"""One language's Fluent files, each text compiled when it is first needed.

Compiling some nine hundred texts takes longer than the rest of the start together; a text alone takes half a
millisecond. A formatted text costs what a compiled one costs.
"""

from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Visitor
from fluent_compiler.bundle import FluentBundle

_Text = ast.Message | ast.Term


class TextError(Exception):
    """A key is missing, a file is not Fluent, or a text was not given a value it needs."""


class FluentTexts:
    """All texts of one language."""

    def __init__(self, folder: Path, language: str) -> None:
        self._language = language
        self._entries = {_name(entry): entry for path in sorted(folder.glob("*.ftl")) for entry in _entries(path)}
        self._compiled: dict[str, FluentBundle] = {}

    def has(self, key: str) -> bool:
        """Tell whether there is a text under this key."""
        return key in self._entries

    def format(self, key: str, args: dict[str, Any]) -> str:
        """Return the text with its values; raise TextError when there is none or a value is missing."""
        bundle = self._compiled.get(key) or self._compile(key)
        text, errors = bundle.format(key, args)
        if errors:
            raise TextError(f"{self._language}: {key!r}: {errors[0]}")
        return str(text)

    def _compile(self, key: str) -> FluentBundle:
        if key not in self._entries:
            raise TextError(f"{self._language}: no text {key!r}")
        source = "\n".join(FluentSerializer().serialize_entry(entry) for entry in self._with_references(key))
        bundle = FluentBundle.from_string(self._language, source, use_isolating=False)
        if broken := bundle.check_messages():
            raise TextError(f"{self._language}: {key!r}: {broken[0]}")
        self._compiled[key] = bundle
        return bundle

    def _with_references(self, key: str) -> list[_Text]:
        found: dict[str, _Text] = {}
        open_names = [key]
        while open_names:
            name = open_names.pop()
            if name in found or name not in self._entries:
                continue
            found[name] = self._entries[name]
            references = _References()
            references.visit(found[name])
            open_names += references.names
        return list(found.values())


class _References(Visitor):
    def __init__(self) -> None:
        self.names: list[str] = []

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the visitor's protocol
        self.names.append(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.names.append(f"-{node.id.name}")


def _entries(path: Path) -> list[_Text]:
    body = FluentParser(with_spans=False).parse(path.read_text(encoding="utf-8")).body
    for entry in body:
        if isinstance(entry, ast.Junk):
            raise TextError(f"{path.name}: not Fluent: {(entry.content or '').strip()[:60]!r}")
    return [entry for entry in body if isinstance(entry, ast.Message | ast.Term)]


def _name(entry: _Text) -> str:
    prefix = "-" if isinstance(entry, ast.Term) else ""
    return f"{prefix}{entry.id.name}"
