"""Whatever code and pages refer to is there: rules, facts, decisions, invariants, pitfalls, files, modules."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.data_files import ROOT

ROOMS = ("bot", "handlers", "dialogs", "storage", "simulator", "tests", "bench")
_RULE, _SECTION, _NUMBER = r"[A-Z]\d{0,2}\b", r"§\d+(?:\.\d+)?(?: (?:row|step) \d+)?", r"\d+"


def _citing(word: str, one: str) -> re.Pattern[str]:
    """Match ``word`` before one thing, several, or a range of them."""
    return re.compile(rf"\b{word}s? ({one}(?:(?:, | and | ?[–-] ?){one})*)", re.IGNORECASE if one == _NUMBER else 0)


_CITED = {
    "product": (_citing("[Pp]roduct", _RULE), re.compile(_RULE)),
    "domain": (_citing("domain", _SECTION), re.compile(_SECTION)),
    **{kind: (_citing(kind, _NUMBER), re.compile(_NUMBER)) for kind in ("decision", "invariant", "pitfall")},
}
_ANY_SECTION, _BARE_RULE = re.compile(_SECTION), re.compile(r"\(([XPQAGSNO]\d{1,2})[,)]")
_MODULE = re.compile(rf"python -m ((?:{'|'.join(ROOMS)})[\w.]*\w)")
_FILE = re.compile(r"(?<![\w/.])(?:docs|data)/[\w./*-]*\w|(?<![\w./*-])[\w./-]*\w\.md\b")
_FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_QUOTED, _LINK = re.compile(r"`([^`\s]+)`"), re.compile(r"\]\(([^)\s#]+)[^)\s]*\)")
_PLACEHOLDER, _BRACES = re.compile(r"<\w+>"), re.compile(r"\{([^{}]*)\}")
_TOP = re.compile(rf"(?:{'|'.join(ROOMS)}|data|docs|locales|requirements)/[^:]*|[\w-]+\.(?:md|toml)")


def code_of(root: Path) -> Iterator[Path]:
    """Return what cites beside the pages: code (but this module: its examples lead nowhere), settings, rules."""
    for room in ROOMS:
        yield from (path for path in sorted((root / room).rglob("*.py")) if path.name != Path(__file__).name)
    yield from sorted((root / "data").rglob("*.toml"))
    yield from (path for name in ("pyproject.toml", "Makefile") if (path := root / name).exists())


def pages_of(root: Path) -> list[Path]:
    """Return every page."""
    folders = (root / "docs", root / "data", root / "bench")
    return sorted([*root.glob("*.md"), *(page for folder in folders for page in folder.rglob("*.md"))])


def broken_numbers(root: Path) -> list[str]:
    """Return a line for each rule, fact, decision, invariant or pitfall that is cited and is not there."""
    there = _numbers(root / "docs")
    return [
        f"{path.relative_to(root)}: there is no {kind} {number}"
        for path in (*code_of(root), *pages_of(root))
        for kind, number in _cited(path, root / "docs" / "domain.md")
        if number not in there.get(kind, ())
    ]


def _cited(path: Path, domain: Path) -> Iterator[tuple[str, str]]:
    words = _unwrapped(path)
    for kind, (pattern, one) in _CITED.items():
        for match in pattern.finditer(words):
            yield from ((kind, number) for number in one.findall(match[1]))
    kind, loose = ("domain", words) if path == domain else ("page for", _CITED["domain"][0].sub("", words))
    yield from ((kind, number) for number in (*_ANY_SECTION.findall(loose), *_BARE_RULE.findall(loose)))


def _unwrapped(path: Path) -> str:
    """Return the words on one line, without the signs that begin lines of a comment."""
    return re.sub(r"\s+(?:#:? )?", " ", path.read_text(encoding="utf-8"))


def _numbers(docs: Path) -> dict[str, set[str]]:
    product = (docs / "product.md").read_text(encoding="utf-8")
    architecture = (docs / "architecture.md").read_text(encoding="utf-8")
    return {
        "product": {
            *re.findall(r"^\| ([A-Z]\d+) \|", product, re.MULTILINE),
            *re.findall(r"^## ([A-Z])\. ", product, re.MULTILINE),
        },
        "domain": set(_sections((docs / "domain.md").read_text(encoding="utf-8"))),
        "decision": {path.name[:4] for path in (docs / "decisions").glob("[0-9]*.md")},
        "invariant": set(_rows(architecture.partition("\n## Invariants\n")[2].partition("\n## ")[0])),
        "pitfall": set(_rows(architecture.partition("\n## Pitfalls\n")[2].partition("\n## ")[0])),
    }


def _sections(domain: str) -> Iterator[str]:
    """Return ``§1.6`` of each heading, ``§1.6 step 4`` and ``§1.6 row 4`` of each row that has a number."""
    for part in re.split(r"^#{2,3} (?=\d)", domain, flags=re.MULTILINE)[1:]:
        section = f"§{part.split()[0].rstrip('.')}"
        yield section
        yield from (f"{section} {word} {number}" for number in _rows(part) for word in ("row", "step"))


def _rows(part: str) -> list[str]:
    return re.findall(r"^\| (\d+) \|", part, re.MULTILINE)


def broken_files(root: Path, path: Path) -> list[str]:
    """Return each file and module that is named in a page, or in code, and is not there."""
    words = path.read_text(encoding="utf-8")
    modules = [name for name in _MODULE.findall(words) if not _is_module(root, name)]
    if path.suffix == ".md":
        prose = _FENCE.sub("", words)
        links = [link for link in _LINK.findall(prose) if ":" not in link and not (path.parent / link).exists()]
        named = [name for name in _QUOTED.findall(prose) if _TOP.fullmatch(name)]
    else:
        links, named = [], _FILE.findall(words)
    gone = [name for name in named if not (_is_there(root, name) or _is_there(path.parent, name))]
    return [f"{path.relative_to(root)}: {name} is not there" for name in [*modules, *links, *gone]]


def _is_module(root: Path, name: str) -> bool:
    file = root.joinpath(*name.split("."))
    return file.with_suffix(".py").exists() or (file / "__main__.py").exists()


def _is_there(folder: Path, name: str) -> bool:
    """``<subject>`` stands for any name, ``{a,b}`` for each of them."""
    pattern = _PLACEHOLDER.sub("*", name).rstrip("/")
    choice = _BRACES.search(pattern)
    if choice is not None:
        return all(_is_there(folder, pattern.replace(choice[0], part)) for part in choice[1].split(","))
    return any(folder.glob(pattern))


def test_what_is_cited_by_number_is_there() -> None:
    problems = broken_numbers(ROOT)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("page", pages_of(ROOT), ids=lambda page: str(page.relative_to(ROOT)))
def test_files_a_page_names_are_there(page: Path) -> None:
    problems = broken_files(ROOT, page)
    assert not problems, "\n".join(problems)


def test_files_the_code_names_are_there() -> None:
    problems = [problem for path in code_of(ROOT) for problem in broken_files(ROOT, path)]
    assert not problems, "\n".join(problems)


def test_every_decision_is_listed() -> None:
    listed = set(_LINK.findall((ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")))
    assert listed == {page.name for page in (ROOT / "docs/decisions").glob("[0-9]*.md")}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one page each, all in order."""
    for name, words in {
        "docs/product.md": "## X. Across\n\n| X1 | both languages |\n| X2 | typing |\n",
        "docs/domain.md": "## 1. Services\n\n### 1.6 Steps\n\n| 4 | agrees (§1) |\n",
        "docs/architecture.md": "# A\n\n## Invariants\n\n| 1 | a seat |\n| 2 | all |\n\n## Pitfalls\n\n| 3 | locks |\n",
        "docs/decisions/0013-record.md": "# Recorded\n",
        "bot/code.py": '"""In order (product X1, domain §1.6 step 4, decision 0013, invariants 1–2, pitfall 3)."""\n',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words, encoding="utf-8")
    return tmp_path


def test_a_project_in_order_has_no_problems(project: Path) -> None:
    (project / "README.md").write_text("[a](docs/product.md#x) `bot/{code,code}.py` `bot/<what>.py` `chat:user`\n")
    assert broken_numbers(project) == []
    assert broken_files(project, project / "README.md") == []
    assert broken_files(project, project / "bot" / "code.py") == []


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        ("product X3", "product X3"),
        ("product X1, X9", "product X9"),
        ("product X1–X7", "product X7"),
        ("product\n    X4", "product X4"),
        ("product Z", "product Z"),
        ("domain §2", "domain §2"),
        ("domain §1, §1.7", "domain §1.7"),
        ("domain §1.6 row 5", "domain §1.6 row 5"),
        ("product X1, §1.6", "page for §1.6"),
        ("X1, X2", "page for X1"),
        ("decision 0012", "decision 0012"),
        ("architecture decision 1", "decision 1"),
        ("invariants 2–4", "invariant 4"),
        ("pitfall 1", "pitfall 1"),
    ],
)
def test_a_number_that_is_not_there_is_told(project: Path, cited: str, told: str) -> None:
    (project / "bot" / "code.py").write_text(f'"""A rule ({cited})."""\n', encoding="utf-8")
    assert broken_numbers(project) == [f"bot/code.py: there is no {told}"]


@pytest.mark.parametrize(
    ("file", "words", "told"),
    [
        ("bot/code.py", "# see anchors.md §4", "anchors.md"),
        ("bot/code.py", "# see docs/decisions/0099-x.md.", "docs/decisions/0099-x.md"),
        ("bot/code.py", "# rows of data/gone/*.csv", "data/gone/*.csv"),
        ("bot/code.py", "# python -m bot.gone", "bot.gone"),
        ("README.md", "`bot/gone.py`", "bot/gone.py"),
        ("README.md", "`bot/{code,gone}.py`", "bot/{code,gone}.py"),
        ("README.md", "[x](docs/gone.md#x)", "docs/gone.md"),
        ("README.md", "`locales/kk/<subject>.ftl`", "locales/kk/<subject>.ftl"),
        ("README.md", "```sh\npython -m tests.gone\n```", "tests.gone"),
    ],
)
def test_a_file_that_is_not_there_is_told(project: Path, file: str, words: str, told: str) -> None:
    path = project / file
    path.write_text(f"{words}\n", encoding="utf-8")
    assert broken_files(project, path) == [f"{file}: {told} is not there"]
