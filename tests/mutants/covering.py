"""Which tests run which functions: noted once by a run of all of them, so that a mutant is tried by those alone."""

import ast
import json
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

ROOMS = ("tests/domain", "tests/services", "tests/storage", "tests/privacy", "tests/runtime", "tests/printing")
"""Where the tests of rules, actions and gateways are; journeys take two seconds each and try the same again."""
_SOURCES = ("bot", "storage")


@dataclass(slots=True)
class Covering:
    """``tests`` of a file's function by name; ``seconds`` a test takes."""

    tests: dict[str, dict[str, list[str]]]
    seconds: dict[str, float]
    _width: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Count how many functions each test runs: one of few is about them."""
        for functions in self.tests.values():
            for tests in functions.values():
                self._width.update(tests)

    @classmethod
    def read(cls, path: Path) -> "Covering":
        """Read what a run noted."""
        kept = json.loads(path.read_text(encoding="utf-8"))
        return cls(kept["tests"], kept["seconds"])

    def of(self, file: str, function: str, line: int = 0) -> list[str]:
        """Return the tests that run a function, those first that run little else.

        Of a name at the top of a module those that run what uses it there; of anything else outside of functions those
        that run anything of the module. Behind them those that import it themselves.
        """
        functions = self.tests.get(file, {})
        users = [function] if function else _users(Path(file), line)
        found = [test for user in users for test in functions.get(user, ())]
        if not found:
            found = [test for tests in functions.values() for test in tests]
        others = [] if function else [test for test in self._importing(file) if test not in found]
        return [*self._narrow(found), *self._narrow(others)]

    def _narrow(self, tests: Iterable[str]) -> list[str]:
        return sorted(set(tests), key=lambda test: (self._width[test], self.seconds.get(test, 0.0), test))

    def _importing(self, file: str) -> Iterator[str]:
        module = file.removesuffix(".py").replace("/", ".")
        files = {test.partition("::")[0] for test in self.seconds}
        wanted = {
            each for each in files if (path := Path(each)).exists() and module in path.read_text(encoding="utf-8")
        }
        return (test for test in self.seconds if test.partition("::")[0] in wanted)


def _users(path: Path, line: int) -> list[str]:
    """Return the functions that use what is named on this line at the top of a module, and what such names are of."""
    if not path.exists():
        return []
    top = ast.parse(path.read_text(encoding="utf-8")).body
    here = [each for each in top if each.lineno <= line <= (each.end_lineno or 0)]
    names = {name for each in here if isinstance(each, ast.Assign | ast.AnnAssign) for name in _named(each)}
    for each in top:
        if isinstance(each, ast.Assign | ast.AnnAssign) and names & _said(each):
            names |= _named(each)
    found: list[str] = []
    for each in top:
        parts = each.body if isinstance(each, ast.ClassDef) else [each]
        prefix = f"{each.name}." if isinstance(each, ast.ClassDef) else ""
        for part in parts:
            if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) and names & _said(part):
                found += [f"{prefix}{part.name}"]
    return found


def _named(statement: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    return {node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)}


def _said(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


class Noting:
    """A plugin of pytest that notes it."""

    def __init__(self, root: Path, path: Path) -> None:
        self._root, self._path = f"{root}/", path
        self._tests: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Note what one test runs, its fixtures included."""
        codes: set[CodeType] = set()
        note = codes.add

        def called(frame: FrameType, _event: str, _arg: Any) -> None:
            note(frame.f_code)

        threading.settrace(called)
        sys.settrace(called)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            threading.settrace(None)
            # Threads that the test began may still be running, and noting.
            for file, function in {self._named(code) for code in codes.copy()}:
                if file.startswith(_SOURCES):
                    self._tests[file][function].append(item.nodeid)

    def _named(self, code: CodeType) -> tuple[str, str]:
        return code.co_filename.removeprefix(self._root), code.co_qualname.replace(".<locals>", "")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how long it took."""
        self._seconds[report.nodeid] = round(self._seconds.get(report.nodeid, 0.0) + report.duration, 3)

    def pytest_sessionfinish(self) -> None:
        """Write it down, with what is known of files that were not run."""
        self._path.parent.mkdir(exist_ok=True)
        if self._path.exists():
            self._keep(Covering.read(self._path))
        self._path.write_text(json.dumps({"tests": self._tests, "seconds": self._seconds}), encoding="utf-8")

    def _keep(self, known: Covering) -> None:
        ran = {test.partition("::")[0] for test in self._seconds}
        self._seconds |= {test: took for test, took in known.seconds.items() if test.partition("::")[0] not in ran}
        for file, functions in known.tests.items():
            for function, tests in functions.items():
                self._tests[file][function] += [test for test in tests if test.partition("::")[0] not in ran]


def note(root: Path, path: Path, rooms: Sequence[str] = ROOMS) -> int:
    """Run the tests and note it; return pytest's answer."""
    here = [room for room in rooms if (root / room).exists()]
    return int(pytest.main(["-q", "-p", "no:cacheprovider", *here], plugins=[Noting(root, path)]))
