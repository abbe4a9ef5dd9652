"""Names that are stored, printed or typed stay as they are, whatever modules, functions and classes are called.

What every installation's rows, waiting messages, open dialogs, old buttons and printed papers name is gathered from the
running code and its source, and compared with `tests/architecture/stored_names/names.toml`.
"""

import pytest

from tests.architecture.stored_names import enums
from tests.architecture.stored_names.kinds import KINDS, Kind
from tests.architecture.stored_names.table import fresh, gone, pinned

PINNED = pinned()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_stored_names_stay(kind: Kind) -> None:
    now = kind.gather()
    lost, new = gone(PINNED[kind.name], now), fresh(PINNED[kind.name], now)
    assert not lost, f"{kind.why} Give them back, or read the old ones too: {lost}; new are {new}"
    assert not new, f"Pin them by `python -m tests.architecture.stored_names`: {new}"


def test_every_kind_is_pinned_and_none_is_empty() -> None:
    assert set(PINNED) == {kind.name for kind in KINDS}
    assert all(any(groups.values()) for groups in PINNED.values())


def test_every_list_of_words_is_said_to_be_stored_or_not() -> None:
    assert enums.unlisted() == set(), "name it in tests/architecture/stored_names/enums.py"
