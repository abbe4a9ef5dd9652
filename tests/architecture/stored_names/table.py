"""The pinned table, `names.toml`: reading it, comparing it with the code, writing it anew."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.stored_names.calls import Groups
from tests.architecture.stored_names.kinds import KINDS

TABLE = Path(__file__).with_name("names.toml")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDTH = 118


def pinned() -> dict[str, Groups]:
    """Return the pinned names by kind."""
    read = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {kind: {group: set(names) for group, names in groups.items()} for kind, groups in read.items()}


def gone(before: Groups, now: Groups) -> list[str]:
    """Return the pinned names that the code no longer has."""
    return [f"{group}: {name}" for group, names in before.items() for name in sorted(names - now.get(group, set()))] + [
        f"{group}: all of it" for group in before if group not in now
    ]


def fresh(before: Groups, now: Groups) -> list[str]:
    """Return the names of the code that are not pinned yet."""
    return gone(now, before)


def write() -> None:
    """Write the table as the code has it now."""
    TABLE.write_text("\n".join(_lines()), encoding="utf-8")


def _lines() -> Iterator[str]:
    yield "# Names that are stored, printed or typed: they stay, whatever the code is called (test_stored_names.py)."
    yield "# A new name is added by `python -m tests.architecture.stored_names`."
    yield "# `{}` stands for what differs from row to row."
    for kind in KINDS:
        yield f"\n# {kind.why}\n[{kind.name}]"
        for group, names in sorted(kind.gather().items()):
            yield f"{_key(group)} = {_list(sorted(names))}"
    yield ""


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def _list(names: list[str]) -> str:
    quoted = [json.dumps(name, ensure_ascii=False) for name in names]
    line = f"[{', '.join(quoted)}]"
    if len(line) <= _WIDTH - 30:
        return line
    rows = [""]
    for each in quoted:
        if len(rows[-1]) + len(each) + 2 > _WIDTH - 4:
            rows.append("")
        rows[-1] += f"{' ' if rows[-1] else ''}{each},"
    return "[\n" + "".join(f"    {row}\n" for row in rows) + "]"
