"""What may become of an import: every pair of states, every action."""

from itertools import product

import pytest

from bot.domain.registry import (
    HALF_WRITTEN_STATES,
    IMPORT_MOVES,
    UNTOUCHED_STATES,
    WAIT_FOR_PEOPLE,
    WRITTEN_STATES,
    ImportAction,
    ImportState,
    sources_of,
)

_WAY = {
    "received": {
        "columns": {"settle_columns"},
        "reading": {"settle_columns"},
        "stopped": {"stop"},
        "failed": {"fail"},
    },
    "columns": {
        "columns": {"choose_again"},
        "reading": {"choose_column"},
        "stopped": {"stop"},
        "failed": {"fail"},
    },
    "reading": {"ready": {"read"}, "same": {"read"}, "stopped": {"stop"}, "failed": {"fail"}},
    "ready": {"columns": {"choose_again"}, "applying": {"confirm"}, "stopped": {"stop"}, "failed": {"fail"}},
    "applying": {"applied": {"switch_on"}, "undoing": {"stop", "give_up"}},
    "applied": {"undoing": {"undo"}},
    "undoing": {"undone": {"put_back"}},
}
"""From state to state by action; what is not here is not to be."""
PAIRS = [pytest.param(*pair, id=" to ".join(pair)) for pair in product(ImportState, ImportState)]


def _reached(start: ImportState) -> set[ImportState]:
    """Return where an import may come to from a state, by any number of steps."""
    found: set[ImportState] = set()
    ahead = {start}
    while ahead:
        targets = {to for (state, _action), to_all in IMPORT_MOVES.items() if state in ahead for to in to_all}
        ahead = targets - found
        found |= targets
    return found


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_a_pair_of_states_has_its_actions_and_no_other(old: ImportState, new: ImportState) -> None:
    leading = {action for action in ImportAction if new in IMPORT_MOVES.get((old, action), ())}
    assert leading == _WAY.get(old, {}).get(new, set())


@pytest.mark.parametrize("action", ImportAction)
@pytest.mark.parametrize("to", ImportState)
def test_an_action_is_done_from_its_sources_only(action: ImportAction, to: ImportState) -> None:
    expected = [old for old in ImportState if action in _WAY.get(old, {}).get(to, set())]
    if expected:
        assert sources_of(action, to) == expected
    else:
        with pytest.raises(LookupError):
            sources_of(action, to)


def test_every_state_is_reached_and_every_action_done() -> None:
    assert _reached(ImportState.RECEIVED) | {ImportState.RECEIVED} == set(ImportState)
    assert {action for _state, action in IMPORT_MOVES} == set(ImportAction)


def test_what_has_ended_stays_so() -> None:
    ended = {ImportState.UNDONE, ImportState.STOPPED, ImportState.SAME, ImportState.FAILED}
    assert {state for state in ImportState if not _reached(state)} == ended


def test_only_what_has_touched_nothing_is_stopped_at_once() -> None:
    assert set(sources_of(ImportAction.STOP, ImportState.STOPPED)) == UNTOUCHED_STATES
    assert WAIT_FOR_PEOPLE < UNTOUCHED_STATES


def test_whatever_was_confirmed_has_written() -> None:
    assert _reached(ImportState.APPLYING) | {ImportState.APPLYING} == WRITTEN_STATES
    assert not WRITTEN_STATES & UNTOUCHED_STATES
    assert WRITTEN_STATES - {ImportState.APPLIED, ImportState.UNDONE} == HALF_WRITTEN_STATES
