"""What the code says: which texts it names, with which values, and which codes its rules raise."""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

# Where the text's key stands among the arguments of each call.
_KEY_PLACE = {
    "Tr": 0,
    "Label": 0,
    "Key": 0,
    "NoticeButton": 0,
    "otherwise": 0,
    "wanted_button": 0,
    "say": 1,
    "notice": 2,
}
_ARGS_PLACE = {"Key": 1, "notice": 3}
_BY_KEYWORDS = {"say", "get", "plain", "otherwise"}
_BUTTONS = {"Label", "NoticeButton", "wanted_button"}
_PREFIX = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*-")


@dataclass(frozen=True, slots=True)
class Named:
    """A text named in the code; ``args`` are None where the code does not spell them out."""

    key: str
    where: str
    args: frozenset[str] | None = None


@dataclass(slots=True)
class Uses:
    """All the code says. A family is a prefix: ``f"command-{name}"`` is ``command-``."""

    named: list[Named] = field(default_factory=list)
    families: list[Named] = field(default_factory=list)
    buttons: set[str] = field(default_factory=set)
    button_families: set[str] = field(default_factory=set)
    literals: set[str] = field(default_factory=set)
    raised: list[Named] = field(default_factory=list)


def read_code(root: Path, folders: tuple[str, ...]) -> Uses:
    """Return what every module of these folders says."""
    uses = Uses()
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                _note(uses, node, f"{path.relative_to(root)}:{getattr(node, 'lineno', 0)}")
    return uses


def form_keys(folder: Path) -> Iterator[Named]:
    """Return the keys that forms name as data: each field's question, and each option's label."""
    for path in sorted(folder.glob("*.json")):
        yield from _fields(json.loads(path.read_text(encoding="utf-8")), path.name)


def _fields(value: object, where: str) -> Iterator[Named]:
    if isinstance(value, dict) and isinstance(key := value.get("key"), str):
        yield Named(key, where)
        yield from (Named(f"{key}-{option}", where) for option in value.get("options") or ())
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        yield from _fields(part, where)


def _note(uses: Uses, node: ast.AST, where: str) -> None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        uses.literals.add(node.value)
    elif isinstance(node, ast.JoinedStr) and (prefix := _family(node)):
        uses.literals.add(prefix)
    elif isinstance(node, ast.Call):
        _note_call(uses, node, where)


def _note_call(uses: Uses, call: ast.Call, where: str) -> None:
    name = _name(call)
    if name in {"InvalidInput", "Refusal"} and call.args:
        prefix = "error-" if name == "InvalidInput" else "refusal-"
        uses.raised.extend(Named(prefix + code, where, _keywords(call)) for code in _codes(call.args[0]))
        return
    place = _KEY_PLACE.get(name, 1 if name in {"get", "plain"} and _of_texts(call) else None)
    if place is None or len(call.args) <= place:
        return
    for key in _constants(call.args[place]):
        uses.named.append(Named(key, where, _args(name, call)))
        uses.buttons |= {key} if name in _BUTTONS else set()
    if isinstance(call.args[place], ast.JoinedStr) and (family := _family(call.args[place])):
        uses.families.append(Named(family, where))
        uses.button_families |= {family} if name in _BUTTONS else set()


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _of_texts(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and "texts" in ast.unparse(call.func.value).lower()


def _constants(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return [*_constants(node.body), *_constants(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def _codes(node: ast.expr) -> list[str]:
    """Return the codes, with ``*`` where the code is put together from a variable."""
    if isinstance(node, ast.JoinedStr):
        return ["".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)]
    return _constants(node)


def _family(node: ast.expr) -> str | None:
    first = node.values[0] if isinstance(node, ast.JoinedStr) and node.values else None
    is_prefix = isinstance(first, ast.Constant) and _PREFIX.fullmatch(str(first.value))
    return str(first.value) if is_prefix and isinstance(first, ast.Constant) else None


def _args(name: str, call: ast.Call) -> frozenset[str] | None:
    if name in _BY_KEYWORDS:
        return _keywords(call)
    place = _ARGS_PLACE.get(name)
    if place is None:
        return None
    given = (
        call.args[place] if len(call.args) > place else next((k.value for k in call.keywords if k.arg == "args"), None)
    )
    if given is None:
        return frozenset()
    if not isinstance(given, ast.Dict) or None in given.keys:
        return None
    return frozenset(str(key.value) for key in given.keys if isinstance(key, ast.Constant))


def _keywords(call: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name)
