"""Forms as data: what is shown, what comes next, what is taken."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.data_files import DATA
from bot.domain.errors import InvalidInput
from bot.domain.forms.answers import validate_answer, validate_items, validate_pages
from bot.domain.forms.fields import DocumentsField, ListField, TextField
from bot.domain.forms.forms import (
    Answer,
    Form,
    PaymentQuestions,
    ShortForm,
    next_unanswered,
    progress,
    visible_answers,
    visible_fields,
    with_value,
)

TODAY = date(2026, 11, 23)


def load(name: str) -> Form:
    return Form.model_validate_json((DATA / "forms" / f"{name}.json").read_text(encoding="utf-8"))


AID = load("aid")


def shown(answers: dict[str, Answer]) -> set[str]:
    return {field.id for field in visible_fields(AID, answers)}


@pytest.mark.parametrize("name", ["aid", "appeal"])
def test_the_form_carries_the_rows_of_the_annex(name: str) -> None:
    rows = {field.annex_row for field in load(name).fields if field.annex_row}
    # The service (8) is fixed, and the recipient (10) is derived from service and region.
    assert rows == set(range(1, 13)) - {8, 10}


def test_the_questions_of_aid_have_texts_of_their_own() -> None:
    assert all(field.key.startswith("aid-field-") for field in AID.fields)


def test_a_text_is_of_one_sign_at_least_and_two_thousand_at_most_where_a_form_says_nothing() -> None:
    field = TextField.model_validate({"id": "more", "key": "aid-field-content", "type": "text"})
    assert validate_answer(field, "а", today=TODAY) == "а"
    assert validate_answer(field, "а" * 2000, today=TODAY) == "а" * 2000
    with pytest.raises(InvalidInput, match="text-long"):
        validate_answer(field, "а" * 2001, today=TODAY)


def test_evidence_is_asked_from_newcomers_and_after_a_change() -> None:
    assert "evidence" in shown({"history": "first"})
    assert "changed" not in shown({"history": "first"})
    assert "evidence" not in shown({"history": "again", "changed": "no"})
    assert "evidence" in shown({"history": "again", "changed": "yes"})


def test_an_answer_left_from_another_road_opens_nothing() -> None:
    assert "evidence" in shown({"history": "again", "changed": "yes"})
    stale: dict[str, Answer] = {"history": "first", "changed": "yes", "plot": "no", "plot_details": "6 сотка"}
    assert {"changed", "plot_details"}.isdisjoint(visible_answers(AID, stale))


def test_questions_come_one_after_another_to_the_end() -> None:
    answers: dict[str, Answer] = {"history": "again", "changed": "no", "plot": "yes"}
    asked = []
    while field := next_unanswered(AID, answers):
        asked.append(field.id)
        answers[field.id] = None if field.optional else "x"
    assert asked[:4] == ["region", "channel", "iin", "surname"]
    assert "plot_details" in asked
    assert "evidence" not in asked
    assert {"alimony_paper", "job_request", "work_consent"}.isdisjoint(asked), "of who lives alone and is no worker"
    assert progress(AID, answers) == (21, 21)


def test_what_is_needed_is_asked_again_when_it_was_skipped() -> None:
    answers: dict[str, Answer] = {"region": None}
    field = next_unanswered(AID, answers)
    assert field is not None
    assert field.id == "region"


@given(st.dictionaries(st.sampled_from([field.id for field in AID.fields]), st.sampled_from(["yes", "no", "first"])))
def test_what_is_submitted_is_what_is_shown(answers: dict[str, Answer]) -> None:
    kept = visible_answers(AID, answers)
    assert set(kept) == shown(answers) & set(answers)
    assert visible_answers(AID, kept) == kept


@pytest.mark.parametrize(
    ("field", "raw", "value"),
    [
        ("iin", "8506 1510 0017", "850615100017"),
        ("surname", "үлгібаева", "Үлгібаева"),
        ("phone", "8 700 000 00 01", "+77000000001"),
        ("email", "A@B.KZ", "A@b.kz"),
        ("iban", "KZ04 601A 0000 0000 0002", "KZ04601A000000000002"),
        ("history", "first", "first"),
        ("region", "710000000", "710000000"),
        ("address", "Абай көшесі, 5", "Абай көшесі, 5"),
        ("address", "Абай ауылы, нөмірі жоқ үй", "Абай ауылы, нөмірі жоқ үй"),
        ("address", "с. Абай, дом без номера", "с. Абай, дом без номера"),
    ],
)
def test_each_type_keeps_a_clean_value(field: str, raw: str, value: str) -> None:
    assert validate_answer(AID.field(field), raw, today=TODAY) == value


@pytest.mark.parametrize(
    ("field", "raw", "code"),
    [
        ("born", "23.11.1915", "age-over"),
        ("born", "24.11.2010", "age-under"),
        ("iin", "1", "iin-length"),
        ("iban", "KZ41722C000000000001", "iban-aid-bank"),
        ("history", "иә", "choice-unknown"),
        ("address", "үй", "address-house"),
        ("address", "улица Абая", "address-house"),
        ("address", "үй5", "text-short"),
        ("region", "", "text-empty"),
    ],
)
def test_each_type_says_what_is_wrong(field: str, raw: str, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        validate_answer(AID.field(field), raw, today=TODAY)
    assert caught.value.code == code


def test_types_the_aid_form_does_not_use() -> None:
    form = make(
        {"id": "sum", "type": "money", "key": "k-sum", "minimum": 10},
        {"id": "born", "type": "date", "key": "k-born", "sense": "not_future"},
        {"id": "employer", "type": "bin", "key": "k-bin"},
        {"id": "account", "type": "iban", "key": "k-iban"},
    )
    assert validate_answer(form.field("sum"), "42,5 мың", today=TODAY) == 42_500
    assert validate_answer(form.field("born"), "5.6.85", today=TODAY) == "1985-06-05"
    assert validate_answer(form.field("employer"), "990140000017", today=TODAY) == "990140000017"
    assert validate_answer(form.field("account"), "KZ41722C000000000001", today=TODAY) == "KZ41722C000000000001"


@pytest.mark.parametrize(("count", "code"), [(0, "list-short"), (21, "list-long")])
def test_lists_have_bounds(count: int, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        validate_items(members(), [{"relation": "child"}] * count)
    assert caught.value.code == code


@pytest.mark.parametrize("count", [1, 2, 19, 20])
def test_a_list_within_its_bounds_is_good(count: int) -> None:
    validate_items(members(), [{"relation": "child"}] * count)


def test_a_paper_has_its_least_pages() -> None:
    field = AID.field("evidence")
    assert isinstance(field, DocumentsField)
    validate_pages(field, 1)
    with pytest.raises(InvalidInput) as caught:
        validate_pages(field, 0)
    assert (caught.value.code, caught.value.params) == ("pages-few", {"min": 1, "count": 0})


def test_a_list_has_no_raw_text() -> None:
    with pytest.raises(TypeError):
        validate_answer(members(), "мәтін", today=TODAY)


def test_an_unknown_field_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        AID.field("nothing")


CHOICE = {"id": "a", "type": "choice", "key": "k-a", "options": ["yes"]}
TEXT = {"id": "words", "type": "text", "key": "k-words"}
IIN, BORN = {"id": "iin", "type": "iin", "key": "k-iin"}, {"id": "born", "type": "date", "key": "k-born"}
PAPER = {"id": "paper", "type": "documents", "key": "k-paper"}
FAMILY = {"id": "people", "type": "members", "key": "k-people"}
REGION = {"id": "region", "type": "region", "key": "k-region"}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ([CHOICE, CHOICE], "two fields"),
        ([{**CHOICE, "when": [{"field": "a", "equals": "yes"}]}], "depends on a"),
        ([CHOICE, {**CHOICE, "id": "b", "when": [{"field": "a", "equals": "no"}]}], "never be no"),
        ([{**CHOICE, "type": "colour"}], "colour"),
        ([{**CHOICE, "label": "Иә"}], "label"),
        ([], "at least 1"),
        ([{**BORN, "echo": "iin"}], "confirms iin"),
        ([{**BORN, "echo": "iin"}, IIN], "confirms iin"),
        ([FAMILY, {**BORN, "echo": "people"}], "confirms people"),
        ([PAPER, {**BORN, "echo": "paper"}], "confirms paper"),
        ([{**BORN, "hint_from": "iin"}], "hint from iin"),
        ([TEXT, {**BORN, "hint_from": "words"}], "hint from words"),
        ([{**CHOICE, "optional": True}], "should be False"),
        ([{**REGION, "optional": True}], "should be False"),
        ([{**PAPER, "optional": True}], "should be False"),
        ([{**FAMILY, "optional": True}], "should be False"),
        ([{**TEXT, "min_length": 4, "max_length": 3}], "min_length is above"),
        ([{**TEXT, "type": "money", "minimum": 4, "maximum": 3}], "minimum is above"),
        ([{**PAPER, "min_items": 4, "max_items": 3}], "min_items is above"),
        ([{**FAMILY, "min_items": 4, "max_items": 3}], "min_items is above"),
        ([{**TEXT, "annex_row": 1}, {**IIN, "annex_row": 1}], "row 1"),
        ([{**TEXT, "annex_row": 8}], "row 8"),
        ([{**TEXT, "annex_row": 10}], "row 10"),
        ([{**TEXT, "annex_row": 12}], "row 12"),
        ([{**TEXT, "annex_row": 13}], "less than or equal to 12"),
        ([{**PAPER, "annex_row": 11}], "row 11"),
    ],
)
def test_a_form_that_cannot_work_is_refused_when_read(fields: list[dict[str, Any]], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        make(*fields)


def test_what_a_field_names_may_serve_it() -> None:
    papers = [{**PAPER, "annex_row": 12}, {**PAPER, "id": "more", "annex_row": 12}]
    fields = make(IIN, {**BORN, "hint_from": "iin", "echo": "iin"}, {**TEXT, "min_length": 3, "max_length": 3}, *papers)
    assert [field.id for field in fields.fields] == ["iin", "born", "words", "paper", "more"]


@pytest.mark.parametrize("field", [PAPER, FAMILY, REGION], ids=lambda field: str(field["id"]))
@pytest.mark.parametrize("kind", [ShortForm, PaymentQuestions])
def test_a_form_with_few_screens_takes_what_they_can_ask(kind: type[Form], field: dict[str, Any]) -> None:
    assert len(kind.model_validate({"id": "k", "version": 1, "fields": [TEXT, CHOICE, BORN]}).fields) == 3
    with pytest.raises(ValidationError, match=str(field["type"])):
        kind.model_validate({"id": "k", "version": 1, "fields": [field]})


def test_a_date_of_a_payment_has_no_hint() -> None:
    fields = [IIN, {**BORN, "hint_from": "iin"}]
    assert len(ShortForm.model_validate({"id": "k", "version": 1, "fields": fields}).fields) == 2
    with pytest.raises(ValidationError, match="born has a hint"):
        PaymentQuestions.model_validate({"id": "k", "version": 1, "fields": fields})


def test_what_was_confirmed_of_another_value_is_asked_again() -> None:
    form = make(IIN, {**BORN, "echo": "iin"}, TEXT)
    told = {"iin": "1", "born": "1985-06-15", "words": "а"}
    assert with_value(form, told, "iin", "2") == {"iin": "2", "words": "а"}
    assert with_value(form, told, "iin", "1") == told
    assert with_value(form, told, "words", "ә") == {**told, "words": "ә"}
    assert with_value(form, {"born": "1985-06-15"}, "iin", "2") == {"born": "1985-06-15", "iin": "2"}


def make(*fields: dict[str, Any]) -> Form:
    return Form.model_validate_json(json.dumps({"id": "k", "version": 1, "fields": fields}))


def members() -> ListField:
    field = AID.field("members")
    assert isinstance(field, ListField)
    return field
