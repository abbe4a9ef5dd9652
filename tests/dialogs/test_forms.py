"""Every question that a form declares has a screen, and a preview on that screen."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiogram.fsm.state import State

from bot.domain.forms.forms import Form
from bot.forms import loading
from bot.forms.loading import FOLDER, MEMBER, PAYMENT, form_for
from bot.forms.payment import payment_form
from bot.services.paper_services import offered_services
from bot.services.payments.programmes import programmes
from bot.texts import Texts, shipped_texts
from dialogs.applications.samples import WHOLE_MEMBER, sample_draft
from dialogs.applications.sheet import member_sheet
from dialogs.applications.source import FORM as APPLICATION
from dialogs.forms.source import FormSource
from dialogs.payment_applications.source import FORM as PAYMENT_APPLICATION
from tests.dialogs.rendering import Stage, every_window

WINDOWS = every_window()
FORMS: dict[str, tuple[FormSource[Any], Form]] = {
    **{name: (APPLICATION, form_for(name)) for name in ("aid", MEMBER, *offered_services())},
    **{name: (PAYMENT_APPLICATION, payment_form(each)) for name, each in programmes().items()},
}


def test_every_file_of_a_form_is_asked_by_one_of_them() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} - {"appeal", PAYMENT} <= set(FORMS)
    asked = {field.id for _source, form in FORMS.values() for field in form.fields}
    assert {field.id for field in form_for(PAYMENT).fields} <= asked


async def _asked_on(state: State, texts: Texts) -> set[str]:
    stage = Stage(texts, "kk", *WINDOWS[str(state.state)])
    return {shown["ask"].key for shown in await stage.previews()}


@pytest.mark.parametrize("name", FORMS)
async def test_every_question_is_drawn_on_its_screen(name: str) -> None:
    source, form = FORMS[name]
    screens = {source.window_of(field) for field in form.fields}
    asked = {state: await _asked_on(state, shipped_texts()) for state in screens}
    assert [field.id for field in form.fields if field.key not in asked[source.window_of(field)]] == []


@pytest.fixture
def only_a_spouse_has_a_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ask the state of a spouse alone."""
    shutil.copytree(FOLDER, tmp_path / "forms")
    path = tmp_path / "forms" / f"{MEMBER}.json"
    form = json.loads(path.read_text(encoding="utf-8"))
    form["fields"][-1]["when"] = [{"field": "relation", "equals": "spouse"}]
    path.write_text(json.dumps(form), encoding="utf-8")
    monkeypatch.setattr(loading, "FOLDER", tmp_path / "forms")
    form_for.cache_clear()
    yield
    form_for.cache_clear()


@pytest.mark.usefixtures("only_a_spouse_has_a_state")
def test_a_members_card_has_what_is_asked_of_them() -> None:
    spouse, child = (member_sheet(sample_draft(), {**WHOLE_MEMBER, "relation": each}) for each in ("spouse", "child"))
    assert [field.id for field in spouse.fields] == ["relation", "name", "iin", "born", "state"]
    assert [field.id for field in child.fields] == ["relation", "name", "iin", "born"]
    assert (spouse.next_field, child.next_field) == (spouse.form.field("state"), None)
