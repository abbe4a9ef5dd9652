"""The values the code names for a column or puts there, and the names inside JSON columns."""

import ast
import json
from collections import defaultdict
from collections.abc import Iterator

from tests.architecture.stored_names.calls import Calls, Groups, known
from tests.architecture.stored_names.meaning import resolve
from tests.architecture.stored_names.sql import Columns, Statement, is_sql
from tests.architecture.stored_names.syntax import item_of
from tests.architecture.stored_names.value import Value

_ASKING = {"one", "all", "execute", "insert"}
Row = list[ast.expr]


def values_by_column(calls: Calls, columns: Columns) -> Groups:
    """Return the values of every column that the code knows some of."""
    found: Groups = defaultdict(set)
    for statement, _, _ in _statements(calls, columns):
        for column, literal in statement.literals():
            found[column] |= known([literal])
    for column, value in _given(calls, columns):
        found[column] |= known(calls.shapes.of(value))
    return {column: values for column, values in found.items() if values}


def names_in_json(calls: Calls, columns: Columns) -> Groups:
    """Return the names inside what columns hold as JSON."""
    found: Groups = defaultdict(set)
    for column, value in _given(calls, columns):
        for source in calls.values.sources(value):
            if isinstance(source.node, ast.Call) and resolve(source.node.func, source.scope) is json.dumps:
                found[column] |= calls.names_inside(source.at(source.node.args[0]))
    return {column: names for column, names in found.items() if names}


def _given(calls: Calls, columns: Columns) -> Iterator[tuple[str, Value]]:
    """Yield every value that is given to a column, or compared with it."""
    for statement, sql, rows in _statements(calls, columns):
        for number, column in statement.places():
            for row in rows:
                if (given := item_of(row, number, statement.length)) is not None:
                    yield column, sql.at(given)


def _statements(calls: Calls, columns: Columns) -> Iterator[tuple[Statement, Value, list[Row]]]:
    for sql, rows in _asked(calls):
        for text in sorted(filter(is_sql, calls.shapes.of(sql))):
            yield Statement(text, columns), sql, rows


def _asked(calls: Calls) -> Iterator[tuple[Value, list[Row]]]:
    """Yield every statement with the rows of values it is given: asked at once, or handed on as a pair."""
    for called in calls.code.every:
        name = called.call.func.attr if isinstance(called.call.func, ast.Attribute) else ""
        if name in _ASKING and called.call.args:
            yield Value(called.call.args[0], called.scope), [called.call.args[1:]]
        elif name == "many" and len(called.call.args) == 2:
            yield Value(called.call.args[0], called.scope), list(_rows(called.call.args[1]))
    for pair in calls.everywhere(ast.Tuple):
        match pair.node:
            case ast.Tuple([ast.Constant(str()) | ast.JoinedStr() | ast.Name() as sql, ast.Tuple(row)]):
                yield pair.at(sql), [row]
            case _:
                pass


def _rows(several: ast.expr) -> Iterator[Row]:
    match several:
        case ast.ListComp(ast.Tuple(row)) | ast.GeneratorExp(ast.Tuple(row)):
            yield row
        case ast.List(rows) | ast.Tuple(rows):
            yield from (each.elts for each in rows if isinstance(each, ast.Tuple))
        case _:
            pass
