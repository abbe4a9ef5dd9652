"""A list or paper said to be whole too early: what is missing is told, and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.forms.forms import Answer, Item
from bot.forms import loading
from bot.forms.loading import form_for
from tests.services.test_form_bounds import BOUNDS, WHOLE, lay_bounds
from tests.support.forms.aid import PDF, filled, photo
from tests.support.forms.steps import answers
from tests.support.world import Reader, World


@pytest.fixture(autouse=True)
def _bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    lay_bounds(tmp_path / "forms", {name: each for name, each in BOUNDS.items() if name != "incomes"})
    monkeypatch.setattr(loading, "FOLDER", tmp_path / "forms")
    form_for.cache_clear()
    yield
    form_for.cache_clear()


async def _continues(world: World, language: str, **other: Answer) -> Reader:
    person = await world.citizen(501, language)
    await filled(world.app.services, 501, language, **other)
    await person.presses("menu-aid")
    await person.presses("form-continue")
    return person


async def test_a_family_of_one_is_too_few_where_two_are_asked_for(world: World, language: str) -> None:
    person = await _continues(world, language)
    await answers(person, ("members", "aid-members-ready"))
    await person.sees("error-list-short", min=2)
    await answers(
        person,
        ("members", "aid-member-add"),
        ("aid-member-relation", "=spouse"),
        ("aid-member-name", "Өмірхан Асқар"),
        ("aid-member-iin", "form-skip"),
        ("aid-member-born", "15.06.1985"),
        ("aid-member-state", "=working"),
        ("members", "aid-members-ready"),
    )
    # The incomes of whoever was added are asked next.
    await person.sees("aid-field-incomes")


async def test_one_page_is_too_few_where_two_are_asked_for(world: World, language: str) -> None:
    members: list[Item] = [{"id": f"m{number}", **WHOLE} for number in (1, 2)]
    incomes: list[Item] = [
        {"member": member, "kind": "none", "month": "2026-07-01", "amount": 0} for member in ("me", "m1", "m2")
    ]
    person = await _continues(world, language, history="first", members=members, incomes=incomes)
    await person.sees("aid-field-evidence")
    await person.actor.sends_photo(photo(1))
    await person.sees("aid-pages", count=1)
    await person.presses("aid-pages-ready")
    await person.sees("error-pages-few", min=2, count=1)
    await person.actor.sends_document(PDF, "план.pdf")
    await person.sees("aid-pages", count=2)
    await person.presses("aid-pages-ready")
    await person.actor.sees("Ұлжан")
