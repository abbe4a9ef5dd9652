"""Two dialogs opened within one second are two dialogs."""

from importlib.util import find_spec, module_from_spec
from typing import Any

import pytest
from aiogram_dialog.api.entities import stack as library

from dialogs.distinct_intent_ids import SIGNS, use_distinct_ids
from dialogs.states import Menu

OPENED = 90


def _ids_of_one_stack(module: Any) -> list[str]:
    stack = module.Stack()
    return [stack.push(Menu.home, None).id for _ in range(OPENED)]


def test_ids_do_not_meet_and_stay_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "new_int_id", library.new_int_id)
    use_distinct_ids()
    ids = _ids_of_one_stack(library)
    assert len(set(ids)) == OPENED
    assert max(map(len, ids)) <= SIGNS


def test_the_library_s_own_ids_do_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: should this fail one day, the library was put right and ours can go."""
    spec = find_spec(library.__name__)
    assert spec is not None
    assert spec.loader is not None
    untouched = module_from_spec(spec)
    spec.loader.exec_module(untouched)
    monkeypatch.setattr("time.time", lambda: 1_795_000_000.0)
    assert len(set(_ids_of_one_stack(untouched))) < OPENED
