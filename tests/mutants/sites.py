"""Where a module can be made wrong, and how: every site once, in the order of the source."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tests.mutants import sql

_EDGES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.FloorDiv,
}
_OTHERS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_NO_MATTER = {"log", "logger"}


@dataclass(frozen=True, slots=True)
class Site:
    """One change: ``function`` is where it is («Class.method»; empty outside of any), ``change`` what becomes of it."""

    line: int
    function: str
    operator: str
    change: str


@dataclass(frozen=True, slots=True)
class _Change:
    site: Site
    make: Callable[[], None]


def sites(source: str) -> list[Site]:
    """Return every site of a module."""
    found = [change.site for change in _changes(ast.parse(source))]
    return [replace(site, function="") if site.function.endswith(".") else site for site in found]


def changed(source: str, number: int) -> ast.Module:
    """Return the module with the change of one site made, and no other."""
    tree = ast.parse(source)
    for place, change in enumerate(_changes(tree)):
        if place == number:
            change.make()
            return ast.fix_missing_locations(tree)
    raise IndexError(number)


def _changes(tree: ast.Module) -> Iterator[_Change]:
    yield from _in_block(tree.body, "")


def _in_block(body: list[ast.stmt], function: str) -> Iterator[_Change]:
    """Go through statements; ``function`` ends with a dot in the body of a class."""
    for place, statement in enumerate(body):
        if place == 0 and _is_text(statement):
            continue
        yield from _removed(body, place, statement, function)
        yield from _in_statement(statement, function)


def _removed(body: list[ast.stmt], place: int, statement: ast.stmt, function: str) -> Iterator[_Change]:
    """Yield the module without one statement: a call for what it does, a refusal, a step of a loop."""
    is_doing = isinstance(statement, ast.Expr) and not isinstance(statement.value, ast.Constant)
    is_doing = is_doing and not (isinstance(statement, ast.Expr) and _says_to_log(statement))
    if (
        not function
        or function.endswith(".")
        or not (is_doing or isinstance(statement, ast.Raise | ast.AugAssign | ast.Continue | ast.Break))
    ):
        return

    def make() -> None:
        body[place] = ast.copy_location(ast.Pass(), statement)

    yield _Change(Site(statement.lineno, function, "removed", f"- {_short(statement)}"), make)


def _in_statement(statement: ast.stmt, function: str) -> Iterator[_Change]:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        name = (
            f"{function}{statement.name}" if function.endswith(".") or not function else f"{function}.{statement.name}"
        )
        if isinstance(statement, ast.ClassDef):
            name += "."
        else:
            yield from _in_defaults(statement.args, function)
        yield from _in_block(statement.body, name)
        return
    if isinstance(statement, ast.Assert | ast.Import | ast.ImportFrom) or _is_for_types(statement):
        return
    if isinstance(statement, ast.Return) and statement.value is not None and not _is_nothing(statement.value):
        yield _returning(statement, function)
    for name, value in ast.iter_fields(statement):
        if name in {"body", "orelse", "finalbody"} and isinstance(value, list):
            yield from _in_block(value, function)
        elif name in {"handlers", "cases"}:
            for part in value:
                yield from _in_part(part, function)
        elif name not in {"annotation", "targets", "target"}:
            yield from _in_values(value, statement, name, function)


def _in_part(part: ast.ExceptHandler | ast.match_case, function: str) -> Iterator[_Change]:
    if isinstance(part, ast.match_case) and part.guard is not None:
        yield from _in_values(part.guard, part, "guard", function)
    yield from _in_block(part.body, function)


def _in_defaults(arguments: ast.arguments, function: str) -> Iterator[_Change]:
    """Go through defaults, which are worked out where the function is made."""
    for name in ("defaults", "kw_defaults"):
        yield from _in_values(getattr(arguments, name), arguments, name, function)


def _returning(statement: ast.Return, function: str) -> _Change:
    def make() -> None:
        statement.value = ast.Constant(None)

    return _Change(Site(statement.lineno, function, "return", f"{_short(statement)} → return None"), make)


def _in_values(value: object, owner: ast.AST, field: str, function: str) -> Iterator[_Change]:
    """Go through expressions; ``owner.field`` is where this one is put back."""
    if isinstance(value, list):
        for place, each in enumerate(value):
            if isinstance(each, ast.expr):
                yield from _in_expression(each, _in_list(value, place), function)
            elif isinstance(each, ast.AST):
                yield from _of_fields(each, function)
    elif isinstance(value, ast.expr):
        yield from _in_expression(value, lambda new: setattr(owner, field, new), function)
    elif isinstance(value, ast.AST):
        yield from _of_fields(value, function)


def _in_list(values: list[ast.expr], place: int) -> Callable[[ast.expr], None]:
    def put(new: ast.expr) -> None:
        values[place] = new

    return put


def _of_fields(node: ast.AST, function: str) -> Iterator[_Change]:
    for name, value in ast.iter_fields(node):
        if name not in {"annotation", "ctx", "op", "ops"}:
            yield from _in_values(value, node, name, function)


def _in_expression(node: ast.expr, put: Callable[[ast.expr], None], function: str) -> Iterator[_Change]:
    if isinstance(node, ast.Compare):
        yield from _compared(node, function)
    elif isinstance(node, ast.BoolOp):
        yield _joined(node, function)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield _change(node, function, "not", put, node.operand)
    elif isinstance(node, ast.BinOp) and type(node.op) in _SUMS and not _joins_texts(node):
        yield _summed(node, function)
    elif isinstance(node, ast.Constant):
        yield from _constant(node, put, function)
        return
    elif isinstance(node, ast.Name) and node.id in _OTHERS:
        yield _change(node, function, "other", put, ast.Name(_OTHERS[node.id], ast.Load()))
    elif isinstance(node, ast.IfExp):
        yield _change(node, function, "if", put, ast.IfExp(node.test, node.orelse, node.body))
    yield from _of_fields(node, function)


def _compared(node: ast.Compare, function: str) -> Iterator[_Change]:
    for place, old in enumerate(node.ops):
        new = _EDGES[type(old)]()

        def make(place: int = place, new: ast.cmpop = new) -> None:
            node.ops[place] = new

        after = ast.Compare(node.left, [*node.ops[:place], new, *node.ops[place + 1 :]], node.comparators)
        yield _Change(Site(node.lineno, function, "edge", f"{_short(node)} → {_short(after)}"), make)


def _joined(node: ast.BoolOp, function: str) -> _Change:
    new = ast.Or() if isinstance(node.op, ast.And) else ast.And()

    def make() -> None:
        node.op = new

    return _Change(Site(node.lineno, function, "and-or", f"{_short(node)} → {type(new).__name__.lower()}"), make)


def _summed(node: ast.BinOp, function: str) -> _Change:
    new = _SUMS[type(node.op)]()

    def make() -> None:
        node.op = new

    after = ast.BinOp(node.left, new, node.right)
    return _Change(Site(node.lineno, function, "sum", f"{_short(node)} → {_short(after)}"), make)


def _constant(node: ast.Constant, put: Callable[[ast.expr], None], function: str) -> Iterator[_Change]:
    value = node.value
    if isinstance(value, bool):
        yield _change(node, function, "bool", put, ast.Constant(not value))
    elif isinstance(value, int):
        yield from (_change(node, function, "number", put, ast.Constant(value + step)) for step in (1, -1))
    elif isinstance(value, float):
        yield _change(node, function, "number", put, ast.Constant(value * 2))
    elif isinstance(value, str):
        for words, new in sql.changes(value):
            yield _Change(Site(node.lineno, function, "sql", words), lambda new=new: put(ast.Constant(new)))  # type: ignore[misc]


def _change(node: ast.expr, function: str, operator: str, put: Callable[[ast.expr], None], new: ast.expr) -> _Change:
    site = Site(node.lineno, function, operator, f"{_short(node)} → {_short(new)}")
    return _Change(site, lambda: put(ast.copy_location(new, node)))


def _is_text(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _says_to_log(statement: ast.Expr) -> bool:
    call = statement.value
    return (
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id in _NO_MATTER
    )


def _is_for_types(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING"


def _is_nothing(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value in {None, False}


def _joins_texts(node: ast.BinOp) -> bool:
    return any(
        isinstance(part, ast.JoinedStr) or (isinstance(part, ast.Constant) and isinstance(part.value, str))
        for part in ast.walk(node)
    )


def _short(node: ast.AST) -> str:
    return ast.unparse(node).replace("\n", " ")[:100]
