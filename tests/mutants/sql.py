"""Small faults in SQL, where much of what a gateway decides is written."""

import re
from collections.abc import Iterator

_IS_SQL = re.compile(r"\b(SELECT|UPDATE|DELETE|INSERT|WHERE|AND|EXISTS|ORDER BY)\b")
_CONDITION = re.compile(r" AND (?!EXISTS|NOT EXISTS|\()[^()?]*?[=<>][^()]*?(?= AND | OR | ORDER | LIMIT | GROUP |\)|$)")
_EDGES = {"<=": "<", ">=": ">", "<>": "=", "<": "<=", ">": ">=", "!=": "=", " IS NOT NULL": " IS NULL"}
_OPERATOR = re.compile(r"<=|>=|<>|!=|<|>| IS NOT NULL| IS NULL|\bDESC\b| AND | OR (?!IGNORE|REPLACE)")
_OTHERS = {" IS NULL": " IS NOT NULL", "DESC": "ASC", " AND ": " OR ", " OR ": " AND ", **_EDGES}


def changes(text: str) -> Iterator[tuple[str, str]]:
    """Return what is changed, and the changed text; nothing for a text that is no SQL."""
    if not _IS_SQL.search(text):
        return
    for found in _OPERATOR.finditer(text):
        new = _OTHERS[found.group()]
        yield _told(text, found, new), text[: found.start()] + new + text[found.end() :]
    for found in _CONDITION.finditer(text):
        if "?" not in found.group():
            yield _told(text, found, ""), text[: found.start()] + text[found.end() :]


def _told(text: str, found: "re.Match[str]", new: str) -> str:
    around = text[max(0, found.start() - 30) : found.end() + 20]
    return f"…{around}… : «{found.group().strip()}» → «{new.strip()}»"
