"""What a name may be where a key is put together: the values of an enumeration, or of a tuple that is gone through."""

import ast
from collections.abc import Iterator, Sequence

from bot.texts.check.scopes import Code, Function, Scope

_ENUMS = {"StrEnum"}


class Choices:
    """Reads the values a piece of a key may have."""

    def __init__(self, code: Code) -> None:
        self._code = code

    def of(self, node: ast.expr, scope: Scope) -> list[str] | None:
        """Return every value, or None where the code does not say."""
        match node:
            case ast.Name(id=name):
                return self._of_name(name, scope)
            case ast.Attribute(value=inner, attr="value"):
                return self.of(inner, scope)
            case ast.Attribute(value=ast.Name(id=name), attr=attribute):
                return self._of_attribute(name, attribute, scope)
            case ast.Call(
                func=ast.Attribute(value=inner, attr="replace"), args=[ast.Constant(value=old), ast.Constant(value=new)]
            ):
                found = self.of(inner, scope)
                return None if found is None else [each.replace(str(old), str(new)) for each in found]
        return None

    def _of_name(self, name: str, scope: Scope) -> list[str] | None:
        if iterables := list(_iterables(name, scope)):
            found = [self._members(each, scope) for each in iterables]
            return None if None in found else [value for each in found for value in each or ()]
        annotation = _annotation(scope.parameter_of(name), name)
        return self._members(annotation, scope) if isinstance(annotation, ast.Name) else None

    def _of_attribute(self, name: str, attribute: str, scope: Scope) -> list[str] | None:
        """Return the values of an attribute: ``case.state`` where ``case: Case`` and ``Case.state: CaseState``."""
        owner = _annotation(scope.parameter_of(name), name)
        made = self._code.classes.get(owner.id) if isinstance(owner, ast.Name) else None
        for part in made.body if made else ():
            if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name) and part.target.id == attribute:
                return self._members(part.annotation, scope) if isinstance(part.annotation, ast.Name) else None
        return None

    def _members(self, node: ast.expr, scope: Scope) -> list[str] | None:
        match node:
            case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements):
                return _constants(elements)
            case ast.Name(id=name):
                if (made := self._code.classes.get(name)) is not None:
                    return _enumerated(made)
                found = [self._members(each, scope) for each in self._code.assigned(name, scope)]
                return found[0] if len(found) == 1 else None
        return None


def _iterables(name: str, scope: Scope) -> Iterator[ast.expr]:
    """Return what is gone through under this name, in the nearest function or in the module."""
    around = scope.functions[-1] if scope.functions else scope.module.tree
    for node in ast.walk(around):
        match node:
            case (
                ast.comprehension(target=ast.Name(id=each), iter=found) | ast.For(target=ast.Name(id=each), iter=found)
            ):
                if each == name:
                    yield found


def _annotation(function: Function | None, name: str) -> ast.expr | None:
    arguments = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs) if function else ()
    return next((each.annotation for each in arguments if each.arg == name), None)


def _constants(elements: Sequence[ast.expr]) -> list[str] | None:
    found = [each.value for each in elements if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return found if len(found) == len(elements) else None


def _enumerated(made: ast.ClassDef) -> list[str] | None:
    if not any(isinstance(base, ast.Name) and base.id in _ENUMS for base in made.bases):
        return None
    values = [part.value for part in made.body if isinstance(part, ast.Assign)]
    return _constants(values)
