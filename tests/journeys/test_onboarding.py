"""First contact: the language, then the menu; the language changed in the middle; nothing without an answer."""

import pytest

from dialogs.profile import data_file
from tests.support.world import Reader, World


async def test_a_newcomer_comes_to_the_menu(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.sees("menu-home")
    await person.presses("button-help")
    await person.sees("menu-help")
    await person.presses("button-real")
    await person.sees("menu-real")
    await person.presses("button-home")
    await person.sees("menu-home")


async def test_whatever_a_newcomer_sends_they_are_asked_for_the_language_first(world: World) -> None:
    person = Reader(world.telegram.person(502), "kk")
    await person.says("42500 қашан түседі?")
    await person.sees("start-language")
    await person.says("сәлем")
    await person.sees("start-language-press")


async def test_the_language_changes_in_the_middle_of_a_screen(world: World) -> None:
    person = await world.citizen(504, "ru")
    await person.presses("button-help")
    await person.sees("menu-help")
    await person.says("/language")
    await person.sees("language-ask")
    await person.presses("language-kk")
    in_kazakh = Reader(person.actor, "kk")
    await in_kazakh.sees("menu-help")


async def test_an_old_button_says_so_and_shows_the_present_screen(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    old = await person.sees("menu-home")
    await person.says("ы?")
    await person.sees("stray-menu")
    shown = await person.actor.presses(person.words("button-help"), message=old)
    assert shown is not None
    assert shown.text == person.words("button-outdated")
    assert shown.show_alert
    await person.sees("menu-home")


async def test_a_sticker_or_a_picture_gets_an_answer(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.actor.sends_document(b"%PDF-1.4", "file.pdf")
    await person.sees("stray-menu")


async def test_an_apology_has_a_way_home(world: World, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    person = await world.citizen(501, language)

    async def breaks(*_args: object) -> None:
        raise RuntimeError("not foreseen")

    monkeypatch.setattr(data_file, "collect_my_data", breaks)
    await person.says("/mydata")
    await person.sees("error-unexpected")
    answer = await person.presses("button-home")
    assert answer is not None
    assert not answer.text
    await person.sees("menu-home")
