"""What the code says: which texts it names, with which values, and which codes its rules raise."""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.texts.check.choices import Choices
from bot.texts.check.scopes import Code, Function, Scope, name_of, parameters, read_modules
from bot.texts.check.values import ANYTHING, Resolver, Values

# What takes a text's key first, whose values the screen gives.
_OF_SCREEN = {"I18nText", "ButtonText", "_Inside"}
# What takes a text's key with a mapping of its values.
_WITH_MAPPING = {
    "TextRef": ["key", "args"],
    "NotificationButton": ["key", "data", "style", "args"],
    "StaffAction": ["what", "handler", "key"],
}
_BUTTONS = {"ButtonText", "_Inside", "NotificationButton", "StaffAction"}
# Fields that are answered by buttons: nothing is typed or sent, so no example of it is shown.
_PRESSED = frozenset(("choice", "region", "members", "incomes"))
_RAISED = {"InvalidInput": "error-", "Refusal": "refusal-"}
_PREFIX = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*-")
_KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9_*]+)*")


@dataclass(frozen=True, slots=True)
class Named:
    """A text named in the code, ``*`` standing for what is put into the key; what it is given, if that can be said."""

    key: str
    where: str
    args: Values | None = None


@dataclass(slots=True)
class Uses:
    """All the code says."""

    named: list[Named] = field(default_factory=list)
    buttons: set[str] = field(default_factory=set)
    literals: set[str] = field(default_factory=set)
    raised: list[Named] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Call:
    """What names a text: its key and values; None where the screen gives them."""

    key: ast.expr
    values: Values | None
    is_button: bool = False


@dataclass(frozen=True, slots=True)
class _Taken:
    """What becomes of a key that a function is given: the values the function adds, or what the screen gives."""

    values: Values | None
    is_button: bool

    def or_(self, other: "_Taken") -> "_Taken":
        """Return what may become of it when it may be either."""
        known = self.values is not None and other.values is not None
        values = self.values.or_(other.values) if known and self.values and other.values else None
        return _Taken(values, self.is_button or other.is_button)


def read_code(root: Path, folders: tuple[str, ...]) -> Uses:
    """Return what every module of these folders says."""
    return _Reader(read_modules(root, folders)).read()


def form_keys(folder: Path) -> Iterator[Named]:
    """Return the keys that forms name as data: all that ``data/forms/README.md`` promises of each field."""
    for path in sorted(folder.glob("*.json")):
        yield from _fields(json.loads(path.read_text(encoding="utf-8")), path.name)


def _fields(value: object, where: str) -> Iterator[Named]:
    if isinstance(value, dict) and isinstance(key := value.get("key"), str):
        endings = ["", "-why", "-short", *(f"-{option}" for option in value.get("options") or ())]
        endings += [] if value.get("type") in _PRESSED else ["-example"]
        yield from (Named(f"{key}{ending}", where, Values()) for ending in endings)
        yield from (Named(f"aid-excuse-{excuse}", where, Values()) for excuse in value.get("excuses") or ())
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        yield from _fields(part, where)


class _Reader:
    """Finds the calls that name texts: those known, and of every function that hands its own parameter on to one."""

    def __init__(self, code: Code) -> None:
        self._code, self._resolver, self._choices = code, Resolver(code), Choices(code)
        self._takers: dict[Function, dict[str, _Taken]] = {}

    def read(self) -> Uses:
        nodes = list(self._code.calls())
        while self._learn(nodes):
            pass
        uses = Uses()
        for scope, node in nodes:
            self._note(uses, scope, node)
            uses.named += self._of_field(scope, node)
            for call in self._named(scope, node):
                where = f"{scope.module.path}:{call.key.lineno}"
                keys = [key for key in self._keys(call.key, scope) if _KEY.fullmatch(key)]
                # One of several texts may need fewer of the values than another.
                values = replace(call.values, spelled=False) if call.values and len(keys) > 1 else call.values
                uses.named += [Named(key, where, values) for key in keys]
                uses.buttons |= set(keys) if call.is_button else set()
        uses.named = list(dict.fromkeys(uses.named))
        return uses

    def _note(self, uses: Uses, scope: Scope, node: ast.AST) -> None:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            uses.literals.add(node.value)
        elif isinstance(node, ast.JoinedStr) and (prefix := _family(node)):
            uses.literals.add(prefix)
        elif isinstance(node, ast.Call) and node.args and name_of(node) in _RAISED:
            where = f"{scope.module.path}:{node.lineno}"
            given = self._resolver.keywords(node.keywords, scope)
            prefix = _RAISED[name_of(node)]
            uses.raised += [Named(prefix + code, where, given) for code in self._keys(node.args[0], scope)]

    def _learn(self, nodes: list[tuple[Scope, ast.AST]]) -> bool:
        """Note who takes a key to hand it on; tell whether anybody new was found."""
        found: dict[Function, dict[str, _Taken]] = {}
        for scope, node in nodes:
            for call in self._named(scope, node):
                for name in _names(call.key):
                    function = scope.parameter_of(name)
                    if function is not None and not scope.assigned(name):
                        values = call.values if call.values is None or _is_of(function, call.values) else ANYTHING
                        now, taken = _Taken(values, call.is_button), found.setdefault(function, {})
                        taken[name] = taken[name].or_(now) if name in taken else now
        is_new = found != self._takers
        self._takers = found
        return is_new

    def _named(self, scope: Scope, node: ast.AST) -> Iterator[_Call]:
        if isinstance(node, ast.Dict):
            yield from self._payload(scope, node)
        if not isinstance(node, ast.Call):
            return
        name = name_of(node)
        if name in _OF_SCREEN and node.args:
            yield _Call(node.args[0], None, name in _BUTTONS)
        elif name in _WITH_MAPPING:
            given = _given(node, _WITH_MAPPING[name])
            if "key" in given:
                yield _Call(given["key"], self._resolver.values(given.get("args"), scope), name in _BUTTONS)
        elif name in {"get", "plain"} and _of_texts(node):
            if len(node.args) > 1:
                yield _Call(node.args[1], self._resolver.keywords(node.keywords, scope))
        elif name == "InlineKeyboardButton":
            for label in (each.value for each in node.keywords if each.arg == "text"):
                yield from (replace(call, is_button=True) for call in self._named(scope, label))
        else:
            yield from self._handed_on(scope, node, name)

    def _of_field(self, scope: Scope, node: ast.AST) -> Iterator[Named]:
        """Return the keys of a field that is made in the code: those that fields of forms have."""
        if isinstance(node, ast.Call) and name_of(node) == "ChoiceField":
            where = f"{scope.module.path}:{node.lineno}"
            for key in (key for each in node.keywords if each.arg == "key" for key in self._keys(each.value, scope)):
                yield from (Named(f"{key}{ending}", where, Values()) for ending in ("", "-why", "-short"))

    def _payload(self, scope: Scope, node: ast.Dict) -> Iterator[_Call]:
        """Yield what waits in the outbox: a key with its values."""
        kept = {
            key.value: value for key, value in zip(node.keys, node.values, strict=True) if isinstance(key, ast.Constant)
        }
        if {"key", "args"} <= kept.keys():
            yield _Call(kept["key"], self._resolver.values(kept["args"], scope))

    def _handed_on(self, scope: Scope, node: ast.Call, name: str) -> Iterator[_Call]:
        for _place, function in self._code.called(name, scope):
            taken = self._takers.get(function, {})
            given = _given(node, parameters(function))
            for parameter, what in taken.items():
                if parameter in given:
                    values = self._filled(scope, node, function, given, what.values)
                    yield _Call(given[parameter], values, what.is_button)
            if taken:
                return

    def _filled(
        self, scope: Scope, node: ast.Call, function: Function, given: dict[str, ast.expr], values: Values | None
    ) -> Values | None:
        if values is None or values.slot is None:
            return values
        _function, slot = values.slot
        if function.args.kwarg and function.args.kwarg.arg == slot:
            return values.closed(self._resolver.keywords(node.keywords, scope, but=frozenset(parameters(function))))
        return values.closed(self._resolver.values(given.get(slot), scope))

    def _keys(self, node: ast.expr, scope: Scope) -> list[str]:
        """Return the keys an expression may be, ``*`` for what is put in and cannot be said."""
        match node:
            case ast.Constant(value=str(key)):
                return [key]
            case ast.IfExp(body=body, orelse=orelse):
                return [*self._keys(body, scope), *self._keys(orelse, scope)]
            case ast.JoinedStr(values=parts):
                return self._put_together(parts, scope)
            case ast.Name(id=name) if scope.parameter_of(name) is None:
                return [key for value in scope.assigned(name) for key in self._keys(value, scope)]
            case ast.Subscript(value=ast.Name(id=name)):
                tables = [each for each in scope.assigned(name) if isinstance(each, ast.Dict)]
                return [key for table in tables for value in table.values for key in self._keys(value, scope)]
        return []

    def _put_together(self, parts: list[ast.expr], scope: Scope) -> list[str]:
        keys = [""]
        for part in parts:
            if isinstance(part, ast.FormattedValue):
                ends = self._choices.of(part.value, scope) or ["*"]
            else:
                ends = [str(part.value)] if isinstance(part, ast.Constant) else ["*"]
            keys = [key + end for key in keys for end in ends]
        return keys


def _is_of(function: Function, values: Values) -> bool:
    return values.slot is None or values.slot[0] is function


def _given(call: ast.Call, names: list[str]) -> dict[str, ast.expr]:
    """Return the arguments by the names of their parameters."""
    by_place = (
        {} if any(isinstance(each, ast.Starred) for each in call.args) else dict(zip(names, call.args, strict=False))
    )
    return {**by_place, **{each.arg: each.value for each in call.keywords if each.arg in names and each.arg}}


def _of_texts(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and "texts" in ast.unparse(call.func.value).lower()


def _names(node: ast.expr) -> list[str]:
    """Return the names a key may be."""
    match node:
        case ast.Name(id=name):
            return [name]
        case ast.IfExp(body=body, orelse=orelse):
            return [*_names(body), *_names(orelse)]
        case ast.BoolOp(values=values):
            return [name for value in values for name in _names(value)]
    return []


def _family(node: ast.JoinedStr) -> str | None:
    first = node.values[0] if node.values else None
    is_prefix = isinstance(first, ast.Constant) and _PREFIX.fullmatch(str(first.value))
    return str(first.value) if is_prefix and isinstance(first, ast.Constant) else None
