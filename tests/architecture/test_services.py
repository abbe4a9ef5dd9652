"""How business actions are built: typed results, one unit of work in one form (decision 0025)."""

import ast
import importlib
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest

from bot.data_files import ROOT
from storage.engine import idempotency

SERVICES = ROOT / "bot" / "services"
UNIT_OF_WORK = "bot/services/work.py"
ONCE = {"run_once": 1, "run_case_action": 3}
"""What does an action once, by where the action stands among its arguments."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


def problems(name: str, source: str) -> list[str]:
    """Return what in a module of services is built otherwise."""
    return [f"{name}:{line}: {what}" for line, what in sorted(set(_problems(name, ast.parse(source))))]


def _problems(name: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                if node.returns is not None and "dict[str, Any]" in ast.unparse(node.returns):
                    yield node.lineno, f"{node.name} returns a table without types"
                if node.name == "job":
                    yield node.lineno, "job does not say what is done"
            case ast.ImportFrom(module) if module == idempotency.__name__ and name != UNIT_OF_WORK:
                yield node.lineno, "Services.run_once does this"
            case ast.Call(ast.Attribute(_, "write"), [ast.Lambda(_, ast.Call(inner))]) if _called(inner) in ONCE:
                yield node.lineno, "Services.run_once writes by itself"


def done_once(tree: ast.Module) -> list[tuple[int, Function | None]]:
    """Return every action that is done once, where that is said; None for one that is not written there."""
    found = []
    for outer in (each for each in ast.walk(tree) if isinstance(each, Function)):
        inside = {each.name: each for each in outer.body if isinstance(each, Function)}
        for call in (each for each in ast.walk(outer) if isinstance(each, ast.Call)):
            place = ONCE.get(_called(call.func))
            if place is not None:
                action = call.args[place]
                found.append((call.lineno, inside.get(action.id) if isinstance(action, ast.Name) else None))
    return found


def _called(function: ast.expr) -> str:
    match function:
        case ast.Name(name) | ast.Attribute(_, name):
            return name
    return ""


def test_services_are_built_alike() -> None:
    modules = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in SERVICES.rglob("*.py")}
    assert len(modules) > 100
    found = [each for name, source in modules.items() for each in problems(name, source)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("async def act() -> dict[str, Any] | None: ...", "act returns a table without types"),
        ("async def act() -> None:\n    async def job(tx: Transaction) -> None: ...", "job does not say what is done"),
        (f"from {idempotency.__name__} import run_once", "Services.run_once does this"),
        ("services.db.write(lambda tx: run_once(tx, key, act))", "Services.run_once writes by itself"),
    ],
)
def test_what_is_built_otherwise_is_told(source: str, told: str) -> None:
    assert [each.rpartition(": ")[2] for each in problems("bot/services/made.py", source)] == [told]
    assert problems("bot/services/made.py", "async def act() -> Made: ...") == []


def test_what_is_done_once_returns_a_frozen_dataclass_or_nothing() -> None:
    seen = 0
    for path in sorted(SERVICES.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name == UNIT_OF_WORK or name.endswith("cases/common.py"):
            continue  # They do the actions of others.
        module = importlib.import_module(name.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
        for line, action in done_once(ast.parse(path.read_text(encoding="utf-8"))):
            assert action is not None, f"{name}:{line}: whose result?"
            returned = ast.unparse(action.returns) if action.returns else ""
            assert returned == "None" or _is_frozen(getattr(module, returned, None)), f"{name}:{line}: {returned}"
            seen += 1
    assert seen > 50


def _is_frozen(found: object) -> bool:
    if not is_dataclass(found) or not isinstance(found, type):
        return False
    made = object.__new__(found)
    try:
        setattr(made, fields(found)[0].name, None)
    except FrozenInstanceError:
        return True
    return False
