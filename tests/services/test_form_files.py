"""Forms as files: every one is read at the start, a wrong one is named; what is declared of a member is applied."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.app import prepare
from bot.domain.forms.forms import Item, PaymentQuestions
from bot.domain.people.contacts import mask_phone
from bot.forms import family_members, loading
from bot.forms.loading import form_for
from bot.forms.payment import payment_form, told
from bot.services import form_files
from bot.services.form_files import FormFileError, check_forms
from bot.services.payments import programme_files
from bot.services.payments.programme_files import ProgrammeError
from bot.services.payments.programmes import programme_2020, programmes
from bot.settings import SetupError
from bot.texts import LocalDate, Money, TextRef
from tests.support.payments.services import open_harness

OPEN = "demo-open"


@pytest.fixture
def forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a copy of the forms, beside a copy of the programmes."""
    copy, programmes_copy = tmp_path / "forms", tmp_path / "programmes"
    shutil.copytree(loading.FOLDER, copy)
    shutil.copytree(programme_files.FOLDER, programmes_copy)
    monkeypatch.setattr(loading, "FOLDER", copy)
    monkeypatch.setattr(form_files, "FOLDER", copy)
    monkeypatch.setattr(programme_files, "FOLDER", programmes_copy)
    caches = (form_for, programmes)
    for cached in caches:
        cached.cache_clear()
    yield copy
    for cached in caches:
        cached.cache_clear()


def _change(path: Path, **changed: Any) -> None:
    read = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**read, **changed}), encoding="utf-8")


def _change_field(path: Path, field_id: str, **changed: Any) -> None:
    fields = json.loads(path.read_text(encoding="utf-8"))["fields"]
    _change(path, fields=[{**field, **(changed if field["id"] == field_id else {})} for field in fields])


def test_the_forms_there_are_can_be_asked(forms: Path) -> None:
    check_forms()


def test_a_field_that_cannot_be_asked_is_named_with_its_file(forms: Path) -> None:
    _change_field(forms / "aid.json", "plot", optional=True)
    with pytest.raises(FormFileError, match=r"^aid\.json: fields\.\d+\.choice\.optional: "):
        check_forms()


def test_a_member_is_asked_nothing_that_has_no_screen(forms: Path) -> None:
    paper = {"id": "paper", "type": "documents", "key": "aid-field-documents"}
    _change(forms / "aid-member.json", fields=[paper])
    with pytest.raises(FormFileError, match=r"^aid-member\.json: "):
        check_forms()


def test_a_payment_is_asked_nothing_that_has_no_screen(forms: Path) -> None:
    _change(forms / "payment.json", fields=[{"id": "region", "type": "region", "key": "aid-field-region"}])
    with pytest.raises(FormFileError, match=r"^payment\.json: "):
        check_forms()


def test_a_file_says_which_form_it_is(forms: Path) -> None:
    _change(forms / "appeal-05.json", id="appeal-07")
    with pytest.raises(FormFileError, match=r"^appeal-05\.json: its id is appeal-07$"):
        check_forms()


def test_papers_of_a_service_nobody_has_are_named(forms: Path) -> None:
    shutil.copy(forms / "appeal-05.json", forms / "appeal-99.json")
    with pytest.raises(FormFileError, match=r"^appeal-99\.json: no such service"):
        check_forms()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (["category", "employer_bin", "shoe_size"], "'shoe_size' is not in payment.json"),
        (["employer_bin", "category"], "employer_bin depends on category"),
        (["category", "employer_bin", "account_owner", "iban"], "account_owner confirms iban"),
    ],
)
def test_a_programme_that_cannot_be_asked_is_named(forms: Path, fields: list[str], told: str) -> None:
    path = forms.parent / "programmes" / f"{OPEN}.json"
    remedies = json.loads(path.read_text(encoding="utf-8"))["remedies"]
    _change(path, fields=fields, remedies={name: {**each, "corrects": []} for name, each in remedies.items()})
    with pytest.raises(FormFileError, match=rf"^{OPEN}\.json: fields: .*{told}"):
        check_forms()


def test_a_programme_says_which_one_it_is(forms: Path) -> None:
    _change(forms.parent / "programmes" / f"{OPEN}.json", id="demo-closed")
    with pytest.raises(ProgrammeError, match=rf"^{OPEN}\.json: its id is demo-closed$"):
        check_forms()


async def test_a_wrong_programme_stops_the_start(forms: Path, tmp_path: Path) -> None:
    async with open_harness(tmp_path / "data") as harness:
        (forms.parent / "programmes" / f"{OPEN}.json").write_text('{"id": "demo-open"}', encoding="utf-8")
        programmes.cache_clear()
        with pytest.raises(SetupError, match=rf"^{OPEN}\.json: \w+: Field required$"):
            await prepare(harness.services)


async def test_a_wrong_form_stops_the_start(forms: Path, tmp_path: Path) -> None:
    _change_field(forms / "appeal.json", "content", min_length=3000)
    async with open_harness(tmp_path / "data") as harness:
        with pytest.raises(SetupError, match=r"^appeal\.json: .*min_length is above max_length"):
            await prepare(harness.services)


MARRIED: Item = {"id": "m1", "relation": "spouse", "name": "Әлия", "iin": "850615100017", "born": "1985-06-15"}


def test_what_is_confirmed_of_a_member_is_what_the_form_says(forms: Path) -> None:
    assert "born" not in _after(iin="900101500109")
    assert _after(relation="child")["name"] == "Әлия"
    _change_field(forms / "aid-member.json", "name", echo="relation")
    form_for.cache_clear()
    assert "name" not in _after(relation="child")
    assert _after(relation="spouse")["name"] == "Әлия"


def _after(**changed: str) -> Item:
    ((field_id, value),) = changed.items()
    answers = family_members.with_part(
        {"living": "family", "members": [MARRIED]}, "m1", field_id, value, date(2026, 11, 23)
    )
    (item,) = family_members.members(answers)
    return item


def test_a_programme_named_by_a_number_has_its_form() -> None:
    assert payment_form(programme_2020()).id == "42500-2020"


@pytest.mark.parametrize(
    ("field", "answer", "value"),
    [
        ({"type": "date"}, "1985-06-15", LocalDate("1985-06-15")),
        ({"type": "money"}, 42_500, Money(42_500)),
        ({"type": "iin"}, "850615100017", "8506••••0017"),
        ({"type": "phone"}, "+77000000001", mask_phone("+77000000001")),
        ({"type": "text"}, None, TextRef("form-skipped")),
    ],
    ids=lambda value: value["type"] if isinstance(value, dict) else "",
)
def test_an_answer_to_a_programme_is_told_as_any_other(field: dict[str, Any], answer: Any, value: Any) -> None:
    fields = [{"id": "it", "key": "k-it", **field}]
    asked = PaymentQuestions.model_validate({"id": "k", "version": 1, "fields": fields}).field("it")
    assert told(programme_2020(), asked, {"it": answer}) == value
