"""No module needs, by however many steps, a module that needs it: whoever reads one can begin at the bottom."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest
from grimp import ImportGraph

import dialogs
from bot.data_files import ROOT
from bot.domain import errors

ROOMS = ("bot", "handlers", "dialogs", "storage", "simulator")
DIALOGS = Path(dialogs.__file__).parent
PACKAGES = sorted(path.parent for path in DIALOGS.glob("*/dialog.py"))


@pytest.fixture(scope="module")
def imports() -> ImportGraph:
    return grimp.build_graph(*ROOMS, cache_dir=None)


def _circle(imports: ImportGraph) -> list[str]:
    """Return the modules of one circle, the first of them again at the end; none when there is no circle."""
    try:
        TopologicalSorter(
            {module: imports.find_modules_directly_imported_by(module) for module in imports.modules}
        ).prepare()
    except CycleError as found:
        circle: list[str] = found.args[1]
        return circle
    return []


def test_there_is_no_circle(imports: ImportGraph) -> None:
    assert len(imports.modules) > 500
    assert _circle(imports) == []


@pytest.mark.parametrize("far", [False, True], ids=["of two", "of several"])
def test_a_circle_would_be_seen(far: bool) -> None:
    imports = grimp.build_graph(*ROOMS, cache_dir=None)
    beside = imports.find_modules_that_directly_import(errors.__name__)
    above = min(imports.find_downstream_modules(errors.__name__) - beside if far else beside)
    imports.add_import(importer=errors.__name__, imported=above)
    assert {errors.__name__, above} <= set(_circle(imports))


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def _builds_windows(path: Path) -> bool:
    """Tell whether the module makes windows."""
    calls = (node.func for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Call))
    return any(isinstance(called, ast.Name) and called.id in {"Window", "screen"} for called in calls)


def test_whoever_opens_a_conversation_loads_none_of_its_windows(imports: ImportGraph) -> None:
    windows = {_name(path) for path in DIALOGS.rglob("*.py") if _builds_windows(path)}
    assert len(windows) > 100
    loaded = {
        (_name(api), window)
        for api in DIALOGS.glob("*/api.py")
        for window in imports.find_upstream_modules(_name(api)) & windows
    }
    assert loaded == set()
    assert imports.find_upstream_modules(_name(DIALOGS / "menu" / "dialog.py")) & windows


def test_nobody_but_the_list_of_all_loads_a_whole_conversation(imports: ImportGraph) -> None:
    for package in PACKAGES:
        whole = _name(package / "dialog.py")
        assert imports.find_modules_that_directly_import(whole) == {_name(DIALOGS / "all.py")}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_a_conversations_package_itself_loads_nothing(package: Path) -> None:
    (docstring,) = ast.parse((package / "__init__.py").read_bytes()).body
    assert isinstance(docstring, ast.Expr)
