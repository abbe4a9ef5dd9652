"""What a run of the tests says of a promise."""

from collections.abc import Iterable
from xml.etree import ElementTree

from tests.promises.table import Promise


def selection(promises: Iterable[Promise]) -> list[str]:
    """Return the files to run, each once."""
    return list(dict.fromkeys(test.partition("::")[0] for promise in promises for test in promise.tests))


def measured(promise: Promise, report: str) -> tuple[str, bool]:
    """Return a promise's figures as recorded in a JUnit report, and whether it is kept; what did not run is not."""
    ran = [case for case in ElementTree.fromstring(report).iter("testcase") if _shows(promise, case)]
    good = [case for case in ran if not any(case.find(end) is not None for end in ("failure", "error", "skipped"))]
    has_run = all(any(_is_of(test, case) for case in ran) for test in promise.tests)
    figures = [_figure(name, ran) for name in promise.figures] or [f"{len(good)} of {len(ran)} tests"]
    return "; ".join(figures), has_run and len(good) == len(ran)


def _shows(promise: Promise, case: ElementTree.Element) -> bool:
    return any(_is_of(test, case) for test in promise.tests)


def _is_of(test: str, case: ElementTree.Element) -> bool:
    path, _, name = test.partition("::")
    module = path.removesuffix(".py").replace("/", ".")
    return case.get("classname") == module and str(case.get("name")).startswith(name)


def _figure(name: str, cases: list[ElementTree.Element]) -> str:
    """Return a figure: counts of all cases together, anything else case by case."""
    values = [str(each.get("value")) for case in cases for each in case.iter("property") if each.get("name") == name]
    if values and all(value.isdecimal() for value in values):
        return f"{name}: {sum(map(int, values))}"
    return f"{name}: {', '.join(values) or 'not measured'}"
