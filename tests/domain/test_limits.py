"""Every bound of what people may type or files may say: taken at the bound, refused one beyond it."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from bot.data_files import DATA
from bot.domain.branches.csv_schema import read_capacity_plan, read_own_hours
from bot.domain.branches.place_search import fold, rank_places
from bot.domain.branches.typed_changes import read_stretch
from bot.domain.cases.measures import read_measure
from bot.domain.cases.states import CaseAction, CaseState, Role, actions_for, advance, allowed
from bot.domain.csv_cells import cell
from bot.domain.eligibility.poverty_lines import DatedMci, DatedPovertyLine, line_on, mci_on, row_on
from bot.domain.eligibility.typed_ages import parse_children
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.forms.answers import validate_items
from bot.domain.forms.fields import DocumentsField, ListField
from bot.domain.guides.guide import Guide
from bot.domain.money import parse_money
from bot.domain.payments.programmes import BothLanguages, Category, Round, Term
from bot.domain.people.contacts import parse_email
from bot.domain.people.names import parse_name
from bot.domain.queue.load import Load, WaitRange, load_of
from bot.domain.reception import Share
from bot.domain.text_input import parse_text

TODAY = date(2026, 11, 23)
PLAN = {
    "branch": "astana-1", "group": "ordinary", "opens": "09:00", "closes": "18:00", "weekday": "", "valid_from": "",
    "valid_to": "",
}  # fmt: skip


def _domain(length: int) -> str:
    """Return an address of this length whose labels are allowed ones."""
    tail = ".kz"
    labels = "b" * 60 + "." + "c" * 60 + "." + "d" * 60
    return "a" * (length - len(f"@{labels}{tail}")) + f"@{labels}{tail}"


def _stretch(days: int) -> str:
    last = TODAY + timedelta(days=days)
    return f"{TODAY:%d.%m.%Y}-{last:%d.%m.%Y}"


def _plan(**changed: str) -> dict[str, str]:
    return {**PLAN, "desks": "5", "walkin_percent": "0", **changed}


@pytest.mark.parametrize(
    ("read", "bound", "beyond", "code"),
    [
        (parse_name, "Ә" * 60, "Ә" * 61, "name-length"),
        (parse_money, "1000000000", "1000000001", "money-range"),
        (parse_money, "0", "-1", "money-negative"),
        (parse_email, _domain(254), _domain(255), "email-length"),
        (parse_text, "а" * 2000, "а" * 2001, "text-long"),
        (parse_text, "а", "", "text-empty"),
        (lambda text: parse_text(text, min_length=5), "а" * 5, "а" * 4, "text-short"),
        (lambda text: read_stretch(text, TODAY), _stretch(60), _stretch(61), "stretch-order"),
        (lambda text: read_stretch(text, TODAY), "23.11.2026", "22.11.2026", "stretch-past"),
    ],
)
def test_what_is_typed(read: Callable[[str], Any], bound: str, beyond: str, code: str) -> None:
    read(bound)
    with pytest.raises(InvalidInput) as caught:
        read(beyond)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("column", "bounds", "beyond"),
    [
        ("desks", ("0", "200"), ("-1", "201")),
        ("walkin_percent", ("0", "100"), ("-1", "101")),
        ("weekday", ("0", "6", ""), ("-1", "7")),
    ],
)
def test_rows_about_windows(column: str, bounds: tuple[str, ...], beyond: tuple[str, ...]) -> None:
    for value in bounds:
        assert read_capacity_plan(_plan(**{column: value}))[0] == "astana-1"
    for value in beyond:
        with pytest.raises(InvalidInput, match="table-value"):
            read_capacity_plan(_plan(**{column: value}))


def test_rows_about_own_hours_name_a_weekday() -> None:
    row = {**PLAN, "type": "open"}
    assert [read_own_hours({**row, "weekday": str(day)})[1].weekday for day in range(7)] == list(range(7))
    for wrong in ("", "7", "-1"):
        with pytest.raises(InvalidInput, match="table-value"):
            read_own_hours({**row, "weekday": wrong})


def test_of_a_place_six_words_count() -> None:
    six = ["бір", "екі", "үш", "төрт", "бес", "алты"]
    assert rank_places(" ".join([*six, "жеті"]), [[" ".join(six)]])
    assert rank_places(" ".join([*six[:5], "жеті"]), [[" ".join(six)]]) == []
    assert len(rank_places("бір", [["бір"]] * 9)) == 8
    assert len(rank_places("бір", [["бір"]] * 9, limit=2)) == 2


def test_how_like_a_word_must_be() -> None:
    """Eleven of fourteen letters are 78.6 of a hundred, which is like enough; seven of nine are 77.8, which is not."""
    assert fold("adefklmnprtbaz adefklmnprtdob") == ["adefklmnprtbaz", "adefklmnprtdob"]
    assert rank_places("adefklmnprtbaz", [["adefklmnprtdob"]])
    assert rank_places("adefklmba", [["adefklmno"]]) == []


def test_children_are_up_to_seventeen_and_up_to_fifteen_of_them() -> None:
    assert parse_children("0 17", today=TODAY) == [0, 17]
    assert parse_children("24.11.2008", today=TODAY) == [date(2008, 11, 24)]
    for adult in ("18", "23.11.2008"):
        with pytest.raises(InvalidInput, match="ages-adult"):
            parse_children(adult, today=TODAY)
    assert len(parse_children("5 " * 15, today=TODAY)) == 15
    with pytest.raises(InvalidInput, match="ages-many"):
        parse_children("5 " * 16, today=TODAY)


def test_a_dated_row_counts_on_its_first_and_on_its_last_day() -> None:
    first, last, day = date(2026, 1, 1), date(2026, 3, 31), timedelta(days=1)
    country = DatedPovertyLine("", first, last, 30_000, floor=False, source="A")
    region = DatedPovertyLine("710000000", first, last, 31_000, floor=False, source="A")
    mci = DatedMci(first, last, 4_325)
    for on, known in ((first - day, False), (first, True), (last, True), (last + day, False)):
        assert row_on([country, region], "710000000", on) == (region if known else None)
        assert row_on([region, country], "110000000", on) == (country if known else None)
        assert mci_on([mci], on) == (4_325 if known else None)
        assert (line_on([country], [mci], "", on) is not None) is known


def test_lists_and_papers_take_thirty_where_a_form_says_nothing() -> None:
    members = ListField.model_validate({"id": "members", "key": "k", "type": "members"})
    validate_items(members, [])
    validate_items(members, [{"id": f"{number}"} for number in range(30)])
    with pytest.raises(InvalidInput, match="list-long"):
        validate_items(members, [{"id": f"{number}"} for number in range(31)])
    papers = DocumentsField.model_validate({"id": "papers", "key": "k", "type": "documents"})
    assert (papers.min_items, papers.max_items, papers.video) == (0, 30, False)


@pytest.mark.parametrize(
    ("taken", "seats", "load"),
    [
        (39, 100, Load.QUIET),
        (40, 100, Load.NORMAL),
        (79, 100, Load.NORMAL),
        (80, 100, Load.BUSY),
        (399, 1000, Load.QUIET),
        (799, 1000, Load.NORMAL),
        (0, 1, Load.QUIET),
        (0, 0, Load.BUSY),
    ],
)
def test_how_full_a_place_is_in_words(taken: int, seats: int, load: Load) -> None:
    assert load_of(taken, seats) is load


@pytest.mark.parametrize(
    ("low", "high", "load"),
    [(5, 10, Load.QUIET), (5, 15, Load.NORMAL), (25, 30, Load.NORMAL), (25, 35, Load.BUSY)],
)
def test_how_long_one_waits_in_words(low: int, high: int, load: Load) -> None:
    assert WaitRange(low, high).load is load


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("қаңтарға", 1), ("ақпанға", 2), ("наурызға", 3), ("сәуірге", 4), ("мамырға", 5), ("маусымға", 6),
        ("шілдеге", 7), ("тамызға", 8), ("қыркүйекке", 9), ("қазанға", 10), ("қарашаға", 11), ("желтоқсанға", 12),
        ("января", 1), ("февраля", 2), ("марта", 3), ("апреля", 4), ("мая", 5), ("май", 5), ("июня", 6), ("июля", 7),
        ("августа", 8), ("сентября", 9), ("октября", 10), ("ноября", 11), ("декабря", 12),
    ],
)  # fmt: skip
def test_every_month_is_known_in_both_languages(words: str, month: int) -> None:
    assert read_measure(f"Курс 28 {words}", date(2026, 1, 1)).due == date(2026, month, 28)


def test_texts_of_a_programme_are_not_empty_and_a_round_may_last_a_day() -> None:
    intake = {"code": "one", "opens": "2026-01-01", "closes": "2026-01-01", "amount": 1, "source": "x", "mark": "A"}
    assert Round.model_validate(intake).closes == date(2026, 1, 1)
    assert BothLanguages(kk="а", ru="а").kk == "а"
    for wrong in (
        {**intake, "closes": "2025-12-31"},
        {**intake, "source": ""},
        {**intake, "amount": 0},
    ):
        with pytest.raises(ValidationError):
            Round.model_validate(wrong)
    for texts in ({"kk": "", "ru": "а"}, {"kk": "а", "ru": ""}):
        with pytest.raises(ValidationError):
            BothLanguages.model_validate(texts)
    term = {"working_days": 1, "source": "x", "mark": "A"}
    assert Term.model_validate(term).working_days == 1
    for wrong_term in ({**term, "source": ""}, {**term, "working_days": 0}):
        with pytest.raises(ValidationError):
            Term.model_validate(wrong_term)
    category = {"code": "a", "name": {"kk": "а", "ru": "а"}, "source": "x", "mark": "A"}
    assert Category.model_validate(category).asks == ()
    for wrong_category in ({**category, "source": ""}, {**category, "code": "1"}):
        with pytest.raises(ValidationError):
            Category.model_validate(wrong_category)


def test_of_a_wrong_cell_sixty_signs_are_told() -> None:
    with pytest.raises(InvalidInput) as caught:
        cell({"amount": "а" * 61}, "amount", int)
    assert caught.value.params == {"column": "amount", "value": "а" * 60}


def test_a_share_of_the_calls_is_due_as_soon_as_it_is_reached() -> None:
    assert [Share(20, 0, calls).is_due for calls in range(6)] == [False, False, False, False, True, True]
    assert [Share(20, 1, calls).is_due for calls in (8, 9)] == [False, True]
    assert not Share(0, 0, 1000).is_due
    assert Share(100, 5, 5).is_due
    assert Share(20, 1, 5).after(walk_in=True) == Share(20, 2, 6)


def test_without_a_word_a_service_is_taken_to_need_a_plan() -> None:
    assert not allowed(CaseState.IN_CHECK, CaseAction.ASSIGN, Role.SPECIALIST)
    assert CaseAction.ASSIGN not in actions_for(CaseState.IN_CHECK, Role.SPECIALIST)
    assert allowed(CaseState.IN_CHECK, CaseAction.ASSIGN, Role.SPECIALIST, needs_plan=False)
    with pytest.raises(Refusal, match="case-plan-first"):
        advance(CaseState.IN_CHECK, CaseAction.ASSIGN, Role.SPECIALIST)


def test_a_guide_fits_on_its_screen() -> None:
    as_written = json.loads((DATA / "guides" / "birth.json").read_text(encoding="utf-8"))
    title, both = (dict.fromkeys(("kk", "ru"), "а" * letters) for letters in (40, 600))
    fitting: dict[str, Any] = {
        "title": title,
        "answer": both,
        "steps": [both, both],
        "as_of": "2026-01-01",
        "review_by": "2026-01-02",
    }
    assert Guide.model_validate({**as_written, **fitting}).id == as_written["id"]
    for part, value in (
        ("title", {**title, "ru": "а" * 41}),
        ("answer", {**both, "kk": "а" * 601}),
        ("steps", [both, {**both, "ru": "а" * 601}]),
        ("steps", []),
        ("review_by", "2026-01-01"),
        ("place", 0),
    ):
        with pytest.raises(ValidationError):
            Guide.model_validate({**as_written, **fitting, part: value})
    assert Guide.model_validate({**as_written, **fitting, "review_by": None}).review_by is None
