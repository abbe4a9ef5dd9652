"""Which values a text is given, as far as the code spells them out."""

import ast
from dataclasses import dataclass, replace
from functools import reduce

from bot.texts.check.scopes import Code, Function, Scope, name_of

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Values:
    """Names of values: those that are there for sure, and all that may be; None may be anything.

    ``slot`` is a parameter whose values come besides: its function and name.
    """

    sure: frozenset[str] = frozenset()
    possible: frozenset[str] | None = frozenset()
    slot: tuple[Function, str] | None = None
    spelled: bool = True
    """Whether all of them are written where the text is named."""

    def and_(self, other: "Values") -> "Values":
        """Return both values together."""
        unknown = self.possible is None or other.possible is None or (self.slot and other.slot)
        possible = None if unknown else (self.possible or frozenset()) | (other.possible or frozenset())
        return Values(self.sure | other.sure, possible, self.slot or other.slot, self.spelled and other.spelled)

    def or_(self, other: "Values") -> "Values":
        """Return what is there when it may be either."""
        unknown = self.possible is None or other.possible is None or self.slot != other.slot
        possible = None if unknown else (self.possible or frozenset()) | (other.possible or frozenset())
        return Values(self.sure & other.sure, possible, None if unknown else self.slot, spelled=False)

    def closed(self, more: "Values") -> "Values":
        """Return these with what the parameter was given."""
        return Values(self.sure, self.possible, spelled=False).and_(more) if self.slot else self


ANYTHING = Values(possible=None)


class Resolver:
    """Reads mappings: literals, names of the function, what a function of ours returns."""

    def __init__(self, code: Code) -> None:
        self._code = code

    def values(self, node: ast.expr | None, scope: Scope, depth: int = 0) -> Values:
        """Return the names in a mapping of values."""
        if depth > _DEEPEST:
            return ANYTHING
        match node:
            case None | ast.Constant(value=None):
                return Values()
            case ast.Dict():
                return self._literal(node, scope, depth)
            case ast.Name(id=name):
                return self._named(name, scope, depth)
            case ast.IfExp(body=body, orelse=orelse):
                return self.values(body, scope, depth + 1).or_(self.values(orelse, scope, depth + 1))
            case ast.BoolOp(op=ast.Or(), values=[node, *_]) | ast.Await(value=node):
                return self.values(node, scope, depth + 1)
            case ast.BinOp(op=ast.BitOr(), left=left, right=right):
                return self.values(left, scope, depth + 1).and_(self.values(right, scope, depth + 1))
            case ast.DictComp():
                return _each(node)
            case ast.Call():
                return self._called(node, scope, depth)
        return ANYTHING

    def keywords(self, keywords: list[ast.keyword], scope: Scope, *, but: frozenset[str] = frozenset()) -> Values:
        """Return the names given as keywords, ``**mapping`` included."""
        names = frozenset(each.arg for each in keywords if each.arg and each.arg not in but)
        spread = [self.values(each.value, scope) for each in keywords if each.arg is None]
        return reduce(Values.and_, spread, Values(names, names))

    def _literal(self, node: ast.Dict, scope: Scope, depth: int) -> Values:
        found = Values()
        for key, value in zip(node.keys, node.values, strict=True):
            if key is None:
                found = found.and_(self.values(value, scope, depth + 1))
            elif isinstance(key, ast.Constant):
                found = found.and_(Values(frozenset([str(key.value)]), frozenset([str(key.value)])))
            else:
                return ANYTHING
        return found

    def _named(self, name: str, scope: Scope, depth: int) -> Values:
        function = scope.parameter_of(name)
        assigned = scope.assigned(name)
        if function is not None and not assigned:
            return Values(slot=(function, name))
        if not assigned or function is not None:
            return ANYTHING
        found = reduce(Values.or_, [self.values(each, scope, depth + 1) for each in assigned])
        later = {key for node in scope.functions for key in scope.module.added(node, name)}
        possible = None if found.possible is None else found.possible | later
        return Values(found.sure, possible, found.slot, spelled=False)

    def _called(self, call: ast.Call, scope: Scope, depth: int) -> Values:
        name = name_of(call)
        if name in {"to_json", "dict"} and call.args:
            return self.values(call.args[0], scope, depth + 1)
        if name == "dict":
            return self.keywords(call.keywords, scope)
        found = [self._returned(place, function, depth) for place, function in self._code.called(name, scope)]
        return reduce(Values.or_, found) if found else ANYTHING

    def _returned(self, place: Scope, function: Function, depth: int) -> Values:
        inner = Scope(place.module, (*place.functions, function))
        returned = [node.value for node in _own_nodes(function) if isinstance(node, ast.Return) and node.value]
        found = [self.values(each, inner, depth + 1) for each in returned]
        joined = reduce(Values.or_, found) if found else ANYTHING
        # What the function itself was given is not followed.
        return ANYTHING if joined.slot else replace(joined, spelled=False)


def _each(node: ast.DictComp) -> Values:
    """Return the names of ``{name: … for name in ("iin", "phone")}``."""
    match node:
        case ast.DictComp(
            key=ast.Name(id=key), generators=[ast.comprehension(target=ast.Name(id=each), iter=ast.Tuple(elts=names))]
        ) if key == each:
            given = frozenset(str(name.value) for name in names if isinstance(name, ast.Constant))
            return Values(given, given)
    return ANYTHING


def _own_nodes(function: Function) -> list[ast.AST]:
    inner = {
        node
        for each in ast.walk(function)
        if isinstance(each, Function) and each is not function
        for node in ast.walk(each)
    }
    return [node for node in ast.walk(function) if node not in inner]
