"""The code as it is read: modules, the functions around a piece of it, and what a name stands for there."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(slots=True)
class Scope:
    """A place in the code: its module, and the functions around it, the innermost last."""

    module: "Module"
    functions: tuple[Function, ...] = ()

    def assigned(self, name: str) -> list[ast.expr]:
        """Return what is assigned to the name in the nearest function that knows it, or in the module."""
        for function in reversed(self.functions):
            if (found := self.module.assignments(function).get(name)) or name in parameters(function):
                return found or []
        return self.module.assignments(self.module.tree).get(name, [])

    def parameter_of(self, name: str) -> Function | None:
        """Return the function whose parameter the name is."""
        for function in reversed(self.functions):
            if name in parameters(function):
                return function
            if name in self.module.assignments(function):
                return None
        return None


@dataclass(slots=True)
class Module:
    """One file."""

    path: str
    tree: ast.Module
    imported: dict[str, str] = field(default_factory=dict)
    _assigned: dict[ast.AST, dict[str, list[ast.expr]]] = field(default_factory=dict)

    def assignments(self, node: ast.AST) -> dict[str, list[ast.expr]]:
        """Return what each name is assigned in the node itself, not in functions within it."""
        if node not in self._assigned:
            found: dict[str, list[ast.expr]] = defaultdict(list)
            for part in _own(node):
                if isinstance(part, ast.Assign):
                    for target in part.targets:
                        if isinstance(target, ast.Name):
                            found[target.id].append(part.value)
                elif isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name) and part.value:
                    found[part.target.id].append(part.value)
            self._assigned[node] = dict(found)
        return self._assigned[node]

    def added(self, node: ast.AST, name: str) -> set[str]:
        """Return the keys that are put into the mapping of this name after it was made."""
        return {str(key.value) for part in _own(node) for key in _put(part, name) if isinstance(key, ast.Constant)}


@dataclass(slots=True)
class Code:
    """All modules; functions are found by the name they are called by."""

    modules: list[Module]
    functions: dict[str, list[tuple[Scope, Function]]] = field(default_factory=lambda: defaultdict(list))
    classes: dict[str, ast.ClassDef] = field(default_factory=dict)

    def assigned(self, name: str, scope: Scope) -> list[ast.expr]:
        """Return what the name is assigned here, or in the module it is imported from."""
        source = scope.module.imported.get(name)
        there = next((each for each in self.modules if each.path == source), None)
        return there.assignments(there.tree).get(name, []) if there else scope.assigned(name)

    def called(self, name: str, scope: Scope) -> list[tuple[Scope, Function]]:
        """Return the functions a call of this name may mean: the module's own, the imported one, or any of the name."""
        found = self.functions.get(name, [])
        own = [each for each in found if each[0].module is scope.module]
        source = scope.module.imported.get(name)
        return own or [each for each in found if source and each[0].module.path == source] or found

    def calls(self) -> Iterator[tuple[Scope, ast.AST]]:
        """Return every node with its place."""
        for module in self.modules:
            yield from _walk(module.tree, Scope(module))


def read_modules(root: Path, folders: tuple[str, ...]) -> Code:
    """Read every module of these folders."""
    code = Code([])
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            module = Module(str(path.relative_to(root)), ast.parse(path.read_text(encoding="utf-8")))
            code.modules.append(module)
            for node in ast.walk(module.tree):
                if isinstance(node, ast.ImportFrom) and node.module:
                    source = f"{node.module.replace('.', '/')}.py"
                    module.imported |= {alias.asname or alias.name: source for alias in node.names}
    for scope, node in code.calls():
        if isinstance(node, Function):
            code.functions[node.name].append((scope, node))
        elif isinstance(node, ast.ClassDef):
            code.classes[node.name] = node
    return code


def parameters(function: Function) -> list[str]:
    """Return the names of a function's parameters in their order, those of a method without the object."""
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    names = names[1:] if names[:1] in (["self"], ["cls"]) else names
    names += [each.arg for each in function.args.kwonlyargs]
    return [*names, function.args.kwarg.arg] if function.args.kwarg else names


def name_of(call: ast.Call) -> str:
    """Return the last part of what is called."""
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _put(node: ast.AST, name: str) -> list[ast.expr | None]:
    """Return the keys of ``told["service"] = …`` and of ``told |= {…}``."""
    match node:
        case ast.Assign(targets=[ast.Subscript(value=ast.Name(id=found), slice=key)]) if found == name:
            return [key]
        case ast.AugAssign(target=ast.Name(id=found), op=ast.BitOr(), value=ast.Dict(keys=keys)) if found == name:
            return keys
    return []


def _walk(node: ast.AST, scope: Scope) -> Iterator[tuple[Scope, ast.AST]]:
    for child in ast.iter_child_nodes(node):
        yield scope, child
        inner = Scope(scope.module, (*scope.functions, child)) if isinstance(child, Function) else scope
        yield from _walk(child, inner)


def _own(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, Function | ast.ClassDef):
            yield from _own(child)
