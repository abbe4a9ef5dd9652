"""The player's addresses: what the page builds on."""

import aiohttp
import pytest
from aiogram import Bot

from simulator import Simulator
from simulator.driver import Driver


async def test_state_has_what_the_page_needs(sim: Simulator, bot: Bot, telegram: Driver) -> None:
    """The entries of docs/simulator.md."""
    await telegram.person(501).sends("hi")
    state = await telegram.state()
    assert {"now", "clock_offset", "bot", "people", "chats", "messages"} <= state.keys()
    assert state["bot"]["username"] == "local_bot"
    person = next(person for person in state["people"] if person["id"] == 501)
    assert (person["first_name"], person["phone"], person["blocked"]) == ("Асел", "+77010000001", False)
    keys = {"id", "type", "title", "is_forum", "members", "admins", "bot_status", "topics", "pinned", "keyboard"}
    assert state["chats"][0].keys() == keys


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"as": 1, "do": "send_text", "chat_id": 1, "text": "x"}, "there is no person 1"),
        ({"as": 501, "do": "fly"}, "nobody can do fly"),
        ({"do": "send_text", "chat_id": 1, "text": "x"}, "who does it"),
        ({"as": 501, "do": "send_text", "chat_id": 501}, "text: Field required"),
        ({"as": 501, "do": "send_text", "chat_id": 501, "text": " "}, "1 to 4096"),
        ({"as": 501, "do": "send_text", "chat_id": 501, "text": "x", "size": 1}, "size: Extra inputs"),
        ({"as": 501, "do": "send_text", "chat_id": -5, "text": "x"}, "there is no chat -5"),
        ({"as": 501, "do": "send_text", "chat_id": 501, "text": "x", "reply_to": 9}, "no message 9"),
        ({"as": 501, "do": "press", "chat_id": 501, "message_id": 9, "data": "x"}, "no message 9"),
        ({"as": 501, "do": "open_link", "link": "https://t.me/other_bot?start=x"}, "does not lead to @local_bot"),
        ({"as": 501, "do": "send_photo", "chat_id": 501}, "takes one file"),
    ],
)
async def test_deeds_that_cannot_be_done(sim: Simulator, body: dict[str, object], words: str) -> None:
    """Every refusal is a 400 with words."""
    async with aiohttp.ClientSession() as http, http.post(f"{sim.url}/api/do", json=body) as response:
        assert response.status == 400
        assert words in (await response.json())["error"]


async def test_bodies_that_are_no_json(sim: Simulator) -> None:
    """A broken body is a 400, here and at the Bot API."""
    paths = ["/api/do", "/api/clock", "/api/faults", f"/bot{sim.token}/getMe"]
    async with aiohttp.ClientSession() as http:
        for path in paths:
            headers = {"Content-Type": "application/json"}
            async with http.post(sim.url + path, data=b"{", headers=headers) as response:
                assert response.status == 400, path


async def test_files_for_the_browser(sim: Simulator, telegram: Driver) -> None:
    """A file comes with its own type, and by a name when it is to be saved."""
    sent = await telegram.person(501).sends_document(b"%PDF-1.7", "анықтама.pdf")
    assert sent.document
    async with aiohttp.ClientSession() as http:
        address = f"{sim.url}/api/file/{sent.document.file_id}"
        async with http.get(address, params={"download": "анықтама.pdf"}) as response:
            assert response.content_type == "application/pdf"
            assert "filename*=UTF-8''%D0%B0" in response.headers["Content-Disposition"]
            assert await response.read() == b"%PDF-1.7"
        async with http.get(f"{sim.url}/api/file/none") as response:
            assert response.status == 404


async def test_people_change(sim: Simulator, bot: Bot, telegram: Driver) -> None:
    """A new person has a chat of their own; a language change shows in later updates."""
    somebody = await telegram.add_person("Жаңа", "ru", "+77010000077")
    await somebody.does("set_language", language_code="kk")
    await somebody.sends_contact()
    update = (await bot.get_updates())[-1].message
    assert update
    assert update.from_user
    assert update.from_user.language_code == "kk"
    assert update.contact
    assert (update.contact.user_id, update.contact.phone_number) == (somebody.user_id, "+77010000077")


async def test_bad_clock(telegram: Driver) -> None:
    """The clock moves by numbers only."""
    with pytest.raises(AssertionError, match="number of seconds"):
        await telegram.wire.post("/api/clock", {"advance": "much"})
