"""What a function's source says by itself: its parameters, variables and returns, and what a call hands over."""

import ast
from collections.abc import Iterator, Sequence
from functools import cache

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Binding = tuple[tuple[int, ...], ast.expr, bool]
"""Where in a row a variable is unpacked from, the row's expression, and whether it is a loop's."""


def parameters(function: Function) -> list[str]:
    """Return the names of a function's parameters."""
    return [each.arg for each in arguments(function)]


def arguments(function: Function) -> list[ast.arg]:
    """Return a function's parameters with their annotations."""
    return [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]


def further(function: Function) -> str | None:
    """Return the name under which a function takes all further keywords."""
    return function.args.kwarg.arg if function.args.kwarg else None


def takes(function: Function, name: str) -> bool:
    """Tell whether a name is a function's parameter."""
    return name in parameters(function) or name == further(function)


def default_of(function: Function, name: str) -> ast.expr | None:
    """Return a parameter's default."""
    positional = [*function.args.posonlyargs, *function.args.args]
    defaults = dict(zip([each.arg for each in reversed(positional)], reversed(function.args.defaults), strict=False))
    named = zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
    return defaults.get(name) or next((value for each, value in named if each.arg == name), None)


def argument_of(call: ast.Call, function: Function, name: str, *, is_method: bool) -> ast.expr | None:
    """Return what a call gives a parameter; None when it leaves it to its default or gives it by ``**``."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)][1 if is_method else 0 :]
    return item_of(call.args, names.index(name), len(names)) if name in names else None


def item_of(row: Sequence[ast.expr], place: int, length: int) -> ast.expr | None:
    """Return an item of a row of this length; None for one inside what the row unpacks by ``*``."""
    star = next((number for number, each in enumerate(row) if isinstance(each, ast.Starred)), len(row))
    if place < star:
        return row[place]
    from_end = length - place
    is_after = star < len(row) and from_end < len(row) - star
    return row[-from_end] if is_after and not isinstance(row[-from_end], ast.Starred) else None


def returns_of(function: Function) -> list[ast.expr]:
    """Return what a function returns, the functions inside it left out."""
    if isinstance(function, ast.Lambda):
        return [function.body]
    return [node.value for node in own_nodes(function) if isinstance(node, ast.Return) and node.value is not None]


@cache
def bindings(function: Function, name: str) -> tuple[Binding, ...]:
    """Return everything a local variable is set to, and what is added to it, in the function itself."""
    return tuple(binding for node in own_nodes(function) for binding in _bound(node, name))


def _bound(node: ast.AST, name: str) -> Iterator[Binding]:
    match node:
        case ast.Assign(targets, value):
            for path in (path for target in targets for path in _paths(target, name)):
                yield _unpacked(path, value)
        case ast.AnnAssign(target, _, ast.expr() as value) | ast.NamedExpr(target, value):
            yield from ((path, value, False) for path in _paths(target, name))
        case ast.For(target, several) | ast.AsyncFor(target, several) | ast.comprehension(target, several):
            yield from ((path, several, True) for path in _paths(target, name))
        case _:
            pass
    if (more := _added(node, name)) is not None:
        yield (), more, False


def _added(node: ast.AST, name: str) -> ast.expr | None:
    """Return what is added to a list or table that a variable holds."""
    match node:
        case ast.AugAssign(ast.Name(target), _, value) if target == name:
            return value
        case ast.Assign([ast.Subscript(ast.Name(target), key)], value) if target == name:
            return ast.Dict([key], [value])
        case ast.Call(ast.Attribute(ast.Name(target), "append"), [value]) if target == name:
            return ast.List([value])
        case ast.Call(ast.Attribute(ast.Name(target), "extend" | "update"), [value]) if target == name:
            return value
    return None


def _unpacked(path: tuple[int, ...], value: ast.expr) -> Binding:
    """Return the binding of a variable; of ``a, b = one, two`` only its own part."""
    while path and isinstance(value, ast.Tuple):
        path, value = path[1:], value.elts[path[0]]
    return path, value, False


def _paths(target: ast.expr, name: str, path: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    if isinstance(target, ast.Name) and target.id == name:
        yield path
    elif isinstance(target, ast.Tuple):
        for place, each in enumerate(target.elts):
            yield from _paths(each, name, (*path, place))


@cache
def own_nodes(function: Function) -> list[ast.AST]:
    """Return the nodes of a function that are not inside another one of its, in their order."""
    waiting: list[ast.AST] = list(function.body) if isinstance(function.body, list) else [function.body]
    found = []
    while waiting:
        node = waiting.pop()
        found.append(node)
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            waiting += ast.iter_child_nodes(node)
    return sorted(found, key=lambda node: (getattr(node, "lineno", 0), getattr(node, "col_offset", 0)))


@cache
def own_names(function: Function) -> frozenset[str]:
    """Return the names that are a function's own: its variables and parameters."""
    stored = {node.id for node in own_nodes(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return frozenset(stored | set(parameters(function)))


@cache
def function_inside(function: Function, name: str) -> Function | None:
    """Return the function of this name that is written inside another one."""
    for node in own_nodes(function):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name:
            return node
    return None
