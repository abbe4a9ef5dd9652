"""The bounds a form declares of its lists and papers hold where something is added, and where the list is finished."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.domain.calendar.quarters import Quarter
from bot.domain.errors import InvalidInput
from bot.domain.forms.forms import Answer, Item
from bot.forms import draft_progress, family_members, incomes, loading
from bot.forms.estimate import with_children, with_state
from bot.forms.loading import AID, form_for

QUARTER = Quarter(2026, 3)
FIRST, SECOND, THIRD = QUARTER.months
WHOLE: Item = {"relation": "child", "name": "Өмірхан Іңкәр", "iin": "", "born": "2015-06-15", "state": "child"}
BOUNDS: dict[str, dict[str, int]] = {
    "members": {"min_items": 2, "max_items": 3},
    "incomes": {"min_items": 2, "max_items": 4},
    "evidence": {"min_items": 2},
}


def lay_bounds(folder: Path, bounds: dict[str, dict[str, int]]) -> None:
    """Lay a copy of the forms whose АӘК has these bounds."""
    shutil.copytree(loading.FOLDER, folder)
    form = json.loads((folder / "aid.json").read_text(encoding="utf-8"))
    fields = [{**field, **bounds.get(field["id"], {})} for field in form["fields"]]
    (folder / "aid.json").write_text(json.dumps({**form, "fields": fields}), encoding="utf-8")


@pytest.fixture(autouse=True)
def _bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    lay_bounds(tmp_path / "forms", BOUNDS)
    monkeypatch.setattr(loading, "FOLDER", tmp_path / "forms")
    form_for.cache_clear()
    yield
    form_for.cache_clear()


def of(count: int, **other: Answer) -> dict[str, Answer]:
    """Return answers with so many members, all told."""
    members: list[Item] = [{"id": f"m{number}", **WHOLE} for number in range(1, count + 1)]
    return {"living": "family", "members": members, **other}


def is_answered(field_id: str, answers: dict[str, Answer], pages: int = 0) -> bool:
    return draft_progress.is_answered(form_for(AID).field(field_id), answers, QUARTER, {field_id: pages})


@pytest.mark.parametrize(("count", "whole"), [(0, False), (1, False), (2, True), (3, True), (4, False)])
def test_a_family_is_told_within_its_bounds(count: int, whole: bool) -> None:
    assert is_answered("members", of(count)) is whole


def test_a_member_is_added_while_there_is_room() -> None:
    answers, added = family_members.with_new(of(2))
    assert (len(family_members.members(answers)), added) == (3, "m3")
    with pytest.raises(InvalidInput) as refused:
        family_members.with_new(of(3))
    assert (refused.value.code, refused.value.params) == ("list-long", {"max": 3})


def test_the_estimate_has_room_for_as_many() -> None:
    answers = with_children(with_state({}, "", "spouse", "working"), "", "child", [3, 5])
    assert len(family_members.members(answers)) == 3
    with pytest.raises(InvalidInput, match="list-long"):
        with_state(answers, "", "parent", "pensioner")
    with pytest.raises(InvalidInput, match="list-long"):
        with_children(answers, "", "child", [7])


def test_incomes_are_told_while_there_is_room() -> None:
    answers: dict[str, Answer] = {}
    for kind, month in (("wage", FIRST), ("wage", SECOND), ("wage", THIRD), ("pension", FIRST)):
        answers = incomes.with_amount(answers, family_members.ME, kind, month, 85_000)
    with pytest.raises(InvalidInput) as refused:
        incomes.with_amount(answers, family_members.ME, "pension", SECOND, 1)
    assert (refused.value.code, refused.value.params) == ("list-long", {"max": 4})
    with pytest.raises(InvalidInput, match="list-long"):
        incomes.with_none_for_rest({**answers, **of(1)}, QUARTER)


def test_a_list_that_is_too_long_can_be_put_right() -> None:
    told = [_income(kind, month) for kind in ("wage", "pension") for month in QUARTER.months]
    changed = incomes.with_amount({"incomes": told}, family_members.ME, "wage", FIRST, 1)
    assert incomes.amount(changed, family_members.ME, "wage", FIRST) == 1
    assert not is_answered("incomes", changed)
    assert is_answered("incomes", incomes.without_kind(changed, family_members.ME, "pension"))


def test_incomes_have_their_least() -> None:
    assert not is_answered("incomes", incomes.with_none({}, family_members.ME, QUARTER))
    assert is_answered("incomes", incomes.with_none_for_rest(of(1), QUARTER))


@pytest.mark.parametrize(("pages", "whole"), [(0, False), (1, False), (2, True)])
def test_a_paper_has_its_least_pages(pages: int, whole: bool) -> None:
    assert is_answered("evidence", {"evidence": "attached"}, pages) is whole
    assert is_answered("evidence", {"evidence": "cannot_get"}, pages)
    assert is_answered("documents", {"documents": "attached"}, pages) is bool(pages)


def _income(kind: str, month: date) -> Item:
    return {"member": family_members.ME, "kind": kind, "month": month.isoformat(), "amount": 85_000}
