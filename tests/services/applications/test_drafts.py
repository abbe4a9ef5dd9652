"""A draft left at any question is the same after thirty days and asks only what is new after the form has changed."""

import json
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.forms.forms import Answer
from bot.forms import loading
from bot.forms.loading import form_for
from bot.services.applications.attachments import Sent, keep_page
from bot.services.applications.drafts import Change, Draft, change_answers, find_draft, open_draft
from tests.support.cases.services import CITIZEN, open_case_harness
from tests.support.forms.aid import PDF
from tests.support.forms.scripts import FORMS, OWN_PAPERS, OWN_PAPERS_AT
from tests.support.payments.services import Harness

LEFT = [
    (service, place)
    for service, (_steps, answers) in FORMS.items()
    # What comes before a service's own papers is the same in each: one of them is left there, too.
    for place in range(OWN_PAPERS_AT if service in OWN_PAPERS[1:] else 0, len(answers) + 1)
]
at_every_question = pytest.mark.parametrize(("service", "place"), LEFT)
NEW_FIELD = {"id": "whatsapp", "type": "phone", "key": "aid-field-phone", "optional": True}


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_case_harness(tmp_path) as harness:
        yield harness


@pytest.fixture
def forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder of forms that may be changed."""
    folder = tmp_path / "forms"
    folder.mkdir()
    for path in loading.FOLDER.glob("*.json"):
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(loading, "FOLDER", folder)
    yield folder
    form_for.cache_clear()


def _change(folder: Path, service: str) -> None:
    """Write a new version of the form: one field more at the start, and the answer «rural» gone from a choice."""
    path = folder / ("aid.json" if service == "aid" else "appeal.json")
    form: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    form["version"] += 1
    form["fields"].insert(1, NEW_FIELD)
    for field in form["fields"]:
        if field["id"] == "channel":
            field["options"] = ["centre"]
    path.write_text(json.dumps(form), encoding="utf-8")
    form_for.cache_clear()


def _order(service: str) -> list[str]:
    """Return the ids of what is answered, as the form asks."""
    return [field.id for field in form_for(service).fields if field.id in FORMS[service][1]]


async def _left(harness: Harness, service: str, place: int) -> tuple[Draft, dict[str, Answer]]:
    """Answer so many questions; return the draft and what was answered."""
    told = {name: FORMS[service][1][name] for name in _order(service)[:place]}
    await open_draft(harness.services, user_id=CITIZEN, service=service, language="kk")
    await change_answers(harness.services, CITIZEN, service, lambda _answers: dict(told))
    for paper in [name for name, value in told.items() if value == "attached"]:
        sent = Sent(paper, 1, PDF)
        await keep_page(harness.services, key=f"{paper}:page", user_id=CITIZEN, service=service, sent=sent)
    return await _found(harness, service), told


async def _found(harness: Harness, service: str) -> Draft:
    draft = await find_draft(harness.services, CITIZEN, service)
    assert draft is not None
    return draft


@at_every_question
async def test_after_thirty_days_it_is_the_same(harness: Harness, service: str, place: int) -> None:
    left, told = await _left(harness, service, place)
    harness.clock.at += timedelta(days=30)
    found = await _found(harness, service)
    assert found.answers == told
    assert found.next_question == left.next_question
    order = [*_order(service), None]
    assert (found.next_question.id if found.next_question else None) == order[place]
    assert found.pages == left.pages


def _adding(new: dict[str, Answer]) -> Change:
    return lambda answers: {**answers, **new}


@at_every_question
async def test_after_the_form_has_changed_only_what_is_new_is_asked(
    harness: Harness, forms: Path, service: str, place: int
) -> None:
    left, told = await _left(harness, service, place)
    version = form_for(service).version
    harness.clock.at += timedelta(days=30)
    _change(forms, service)
    found = await _found(harness, service)
    assert form_for(service).version == version + 1
    assert found.answers == {name: value for name, value in told.items() if value != "rural_akim"}
    asked = []
    while question := (await _found(harness, service)).next_question:
        if left.next_question and question.id == left.next_question.id:
            break
        asked.append(question.id)
        new: dict[str, Answer] = {question.id: "centre" if question.id == "channel" else None}
        await change_answers(harness.services, CITIZEN, service, _adding(new))
    gone = ["channel"] if "rural_akim" in told.values() else []
    assert asked == (["whatsapp", *gone] if place else [])
