"""Buttons' data and subjects are put together and taken apart by their own types alone.

Those are `bot/callbacks` and `bot/domain/subject.py`; everybody else hands values over.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import callbacks
from bot.callbacks import Callback
from bot.data_files import ROOT
from bot.domain.subject import SubjectKind

PREFIXES = {getattr(callbacks, name).prefix for name in callbacks.__all__ if name != Callback.__name__}
_BEGINNING = re.compile(rf"({'|'.join(sorted(PREFIXES | set(SubjectKind)))}):")
_CUTS = {"split", "rsplit", "partition", "rpartition", "removeprefix", "startswith"}
_HOMES = {"bot/callbacks", "bot/domain/subject.py"}
OTHERS = {
    # What a consent was given for.
    ("bot/domain/people/consents.py", "payment:"),
    # The key of one message, or how it goes on.
    ("bot/services/assistants/roles.py", "assistant:"),
    ("bot/services/cases/renewal_reminders.py", "renewal:"),
    ("bot/services/cases/plan/obligations.py", "obligation:"),
}
"""What begins like one and is none."""


def _faults(source: str, place: str) -> Iterator[str]:
    tree = ast.parse(source)
    spoken = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(str(text)) if id(node) not in spoken and (found := _BEGINNING.match(text)):
                if (place, found[0]) not in OTHERS:
                    yield f"{place}:{node.lineno}: {text}"
            case ast.keyword("callback_data", ast.JoinedStr() | ast.Constant() | ast.BinOp()):
                yield f"{place}:{node.value.lineno}: {ast.unparse(node.value)}"
            case ast.Call(ast.Attribute(base, cut), [ast.Constant(":" | ".")]) if cut in _CUTS and _is_shared(base):
                yield f"{place}:{node.lineno}: {ast.unparse(node)}"
            case _:
                pass


def _is_shared(base: ast.expr) -> bool:
    """Tell whether what is cut is a subject or a button's data, by its name."""
    return bool(re.search(r"subject|callback|\bquery\.data\b|\bpress(ed)?\.data\b", ast.unparse(base)))


@pytest.mark.parametrize("room", ["bot", "handlers", "dialogs", "storage"])
def test_none_is_built_or_cut_by_hand(room: str) -> None:
    places = {path: path.relative_to(ROOT).as_posix() for path in sorted((ROOT / room).rglob("*.py"))}
    assert [fault for path, place in places.items() for fault in _faults_of(path, place)] == []


def test_what_begins_like_one_and_is_none_is_still_there() -> None:
    for place, beginning in OTHERS:
        assert f'f"{beginning}{{' in (ROOT / place).read_text(encoding="utf-8")


def _faults_of(path: Path, place: str) -> Iterator[str]:
    if not any(place.startswith(home) for home in _HOMES):
        yield from _faults(path.read_text(encoding="utf-8"), place)


@pytest.mark.parametrize(
    "source",
    [
        'button = NotificationButton("key", f"case:open:{case.id}")',
        'data = "of:" + str(offer)',
        "key = f'booking:{booking.id}:{booking.version}'",
        'InlineKeyboardButton(text=words, callback_data=f"{PREFIX}:{number}")',
        'InlineKeyboardButton(text=words, callback_data=PREFIX + ":7")',
        'InlineKeyboardButton(text=words, callback_data="again")',
        'number = int(reminder.subject.removeprefix("hand:"))',
        'kind, _, number = row["subject"].partition(":")',
        '_, number = query.data.split(":")',
        'case_id, no = str(subject).rsplit(".")',
    ],
)
def test_one_would_be_seen(source: str) -> None:
    assert len(list(_faults(source, "bot/somewhere.py"))) == 1


def test_what_is_none_is_left_alone() -> None:
    source = '"""case: what it is."""\nday, _, rest = text.partition(":")\nButton(callback_data=Kind("a", 7).pack())'
    assert list(_faults(source, "bot/somewhere.py")) == []
