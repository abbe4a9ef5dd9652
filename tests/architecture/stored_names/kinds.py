"""Every kind of name that is stored, printed or typed: why it must stay, and how it is gathered from the code."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from bot.__main__ import _parser
from bot.domain.cases.states import CaseState
from bot.domain.registry import COLUMNS
from bot.services.reception.notifications import words_of
from bot.settings import Settings
from bot.texts import Bilingual, LocalDate, LocalDateTime, Money, TextRef, Value, to_json
from storage.engine.schema import metadata
from tests.architecture.stored_names import buttons, data_ids, enums, kept, messages
from tests.architecture.stored_names.calls import Calls, Groups
from tests.architecture.stored_names.code import read_code
from tests.architecture.stored_names.columns import names_in_json, values_by_column
from tests.architecture.stored_names.dialog_data import kept_names
from tests.architecture.stored_names.screens import command_line, widgets_by_state


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of name."""

    name: str
    why: str
    gather: Callable[[], Groups]


@cache
def calls() -> Calls:
    """Return the code's calls, read once."""
    return Calls(read_code())


def _tables() -> Groups:
    return {table.name: {column.name for column in table.columns} for table in metadata.sorted_tables}


def _columns() -> Groups:
    found = values_by_column(calls(), _tables())
    found["application.state"] |= enums.words_of(CaseState)
    found["visit.told"] |= calls().returned(words_of)
    return {column: values for column, values in found.items() if column not in _ELSEWHERE}


_ELSEWHERE = {"action.key", "branch.city_ru", "staff_chat.title"}
"""Columns pinned as a kind of their own, or whose values are words for people."""


def _tags() -> Groups:
    samples: list[Value] = [Money(1), LocalDate("2026-11-23"), LocalDateTime(1), TextRef("key"), Bilingual("kk", "ru")]
    stored = [to_json({"it": sample})["it"] for sample in samples]
    return {each.pop("$"): set(each) for each in stored}


KINDS = (
    Kind(
        "windows",
        "An open dialog lies in `fsm` under its state for months; a button in a chat carries its widget's id.",
        widgets_by_state,
    ),
    Kind(
        "dialog_data",
        "What was said and chosen lies in `fsm` under these names.",
        lambda: {"names": kept_names(calls())},
    ),
    Kind(
        "callback_data",
        "Buttons of old messages are pressed for months: all of what they carry must be read as before.",
        lambda: buttons.callback_data(calls()),
    ),
    Kind(
        "links",
        "Links are printed on tickets, posters and application forms, and lead people from other sites.",
        lambda: buttons.links(calls()),
    ),
    Kind(
        "commands",
        "People, clerks and operators type them; README and texts name them.",
        lambda: {**buttons.commands(calls()), **command_line(_parser())},
    ),
    Kind(
        "settings",
        "Operators have them in their environment.",
        lambda: {"names": {name.upper() for name in Settings.model_fields}},
    ),
    Kind("files", "An installation's data lies under these names in DATA_DIR.", lambda: kept.made_files(calls())),
    Kind(
        "encryption",
        "What was encrypted for one purpose opens for no other; equal values are found by hashes of one kind.",
        lambda: kept.opened(calls()),
    ),
    Kind(
        "encrypted",
        "Purposes, and the names inside what is encrypted under them: no migration can rename those.",
        lambda: kept.sealed(calls()),
    ),
    Kind("tables", "Rows of every installation; only a migration may rename a table or a column.", _tables),
    Kind(
        "columns", "Values the code names for a column, or puts there: rows of every installation hold them.", _columns
    ),
    Kind("json", "Names inside columns that hold JSON.", lambda: names_in_json(calls(), _tables())),
    Kind(
        "words",
        "Lists of the domain whose words stand in rows, answers and tables of others.",
        lambda: {name: enums.words_of(kind) for name, kind in enums.STORED.items()},
    ),
    Kind(
        "reminders", "Planned reminders wait for weeks under these subjects and kinds.", lambda: kept.reminded(calls())
    ),
    Kind("messages", "Waiting messages: their kinds and what they carry.", lambda: messages.message_kinds(calls())),
    Kind(
        "message_keys",
        "By its key a message is enqueued once and found again; under another key people would be told twice.",
        lambda: messages.message_keys(calls()),
    ),
    Kind(
        "message_texts",
        "Messages wait with keys of texts; a renamed text needs its old key as an alias.",
        lambda: messages.message_texts(calls()),
    ),
    Kind("values", "Values of texts wait in messages and dialogs under these tags and names.", _tags),
    Kind(
        "actions",
        "An update replayed after a release must find its own action's key, and in the kept result what it needs.",
        lambda: {**kept.done_once(calls()), "keys of updates": kept.update_keys(calls())},
    ),
    Kind("seats", "A seat that is held or offered says in its purpose for what.", lambda: kept.kept_seats(calls())),
    Kind(
        "limits",
        "Attempts are counted, and looks at people's data noted, under these names.",
        lambda: kept.counted(calls()),
    ),
    Kind("forms", "Answers of applications lie under the ids of their fields.", data_ids.form_ids),
    Kind("services", "Rows, links and people's papers name them.", data_ids.service_ids),
    Kind(
        "registry_columns",
        "Registries and exports have these headings; choices of columns are kept under them.",
        lambda: {"headings": set(COLUMNS)},
    ),
)
