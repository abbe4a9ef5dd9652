"""What one SQL statement names: its literals, and the columns of the values it is given."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

_TOKEN = re.compile(r"'(?:[^']|'')*'|\?\d*|:\w+|\w+(?:\.\w+)?|<>|!=|>=|<=|\|\||\{\}|\S")
_VERBS = ("INSERT", "UPDATE", "DELETE", "SELECT", "REPLACE", "WITH")
_COMPARED = {"=", "!=", "<>", "IS", "NOT", "LIKE"}
_BEFORE_TABLE = {"INTO", "UPDATE", "FROM", "JOIN"}
UNKNOWN = "?"
"""The column of a literal where the statement does not say."""
Columns = Mapping[str, set[str]]
"""Table → its columns."""


def is_sql(text: str) -> bool:
    """Tell whether a text is a statement."""
    return text.lstrip().upper().startswith(_VERBS)


@dataclass(frozen=True)
class Statement:
    """One statement of the product; columns are told as ``table.column``."""

    sql: str
    columns: Columns

    def literals(self) -> Iterator[tuple[str, str]]:
        """Yield every literal with its column."""
        for place, token in enumerate(self._tokens):
            if token.startswith("'"):
                yield self._column(place) or UNKNOWN, token[1:-1]

    def places(self) -> Iterator[tuple[int, str]]:
        """Yield the number of each ``?`` whose column is known, with the column."""
        number = 0
        for place, token in enumerate(self._tokens):
            if token.startswith("?"):
                given = int(token[1:]) - 1 if token[1:] else number
                number += 1
                if (column := self._column(place)) is not None:
                    yield given, column

    @cached_property
    def length(self) -> int:
        """How many values it is given."""
        given = [token for token in self._tokens if token.startswith("?")]
        return max(len(set(given)), given.count("?"))

    @cached_property
    def _tokens(self) -> list[str]:
        return _TOKEN.findall(self.sql)

    @cached_property
    def _tables(self) -> list[tuple[int, str, str]]:
        """Where each table is named, its alias, and its name."""
        found = []
        for place, token in enumerate(self._tokens[:-1]):
            table = self._tokens[place + 1]
            if token.upper() in _BEFORE_TABLE and table in self.columns:
                found.append((place, table, table))
                after = self._tokens[place + 2 : place + 4]
                if len(after) == 2 and after[0].upper() == "AS":
                    found.append((place, after[1], table))
        return found

    def _column(self, place: int) -> str | None:
        name = self._inserted.get(place) or _compared(self._tokens, place)
        if name is None:
            return None
        prefix, _, column = name.rpartition(".")
        # The table named last before the value has the column, or else the first one after it: SELECT ... FROM table.
        tables = sorted(self._tables, key=lambda found: (found[0] > place, abs(found[0] - place)))
        if place in self._inserted:
            tables = self._tables[:1]
        fitting = (
            table for _, alias, table in tables if (not prefix or alias == prefix) and column in self.columns[table]
        )
        return next((f"{table}.{column}" for table in fitting), None)

    @cached_property
    def _inserted(self) -> dict[int, str]:
        """The column each value of an INSERT goes to, by the value's place."""
        tokens = self._tokens
        upper = [token.upper() for token in tokens]
        if upper[0] not in {"INSERT", "REPLACE"} or "(" not in tokens:
            return {}
        opening = tokens.index("(")
        names = [token for token in tokens[opening + 1 : tokens.index(")", opening)] if token != ","]
        start = next((place for place, token in enumerate(upper) if token in {"VALUES", "SELECT"}), len(tokens))
        base = 1 if upper[start : start + 1] == ["VALUES"] else 0
        found: dict[int, str] = {}
        number, depth = 0, 0
        for place in range(start + 1, len(tokens)):
            depth += (tokens[place] == "(") - (tokens[place] == ")")
            number += tokens[place] == "," and depth == base
            if number >= len(names) or (depth == 0 and upper[place] in {"FROM", "WHERE", "ON"}):
                break
            if depth == base and tokens[place - 1] in {",", "(", tokens[start]}:
                found[place] = names[number]
        return found


def _compared(tokens: Sequence[str], place: int) -> str | None:
    """Return the column a value is compared with or set to: ``state = 'x'``, ``state IN ('x', 'y')``."""
    before = place - 1
    if tokens[before] in {"(", ","}:
        while before > 0 and (tokens[before] in {"(", ","} or tokens[before][0] in "'?"):
            before -= 1
        if tokens[before].upper() != "IN":
            return None
        before -= 2 if tokens[before - 1].upper() == "NOT" else 1
        return tokens[before]
    if tokens[before].upper() not in _COMPARED:
        return None
    while tokens[before].upper() in _COMPARED:
        before -= 1
    return tokens[before]
