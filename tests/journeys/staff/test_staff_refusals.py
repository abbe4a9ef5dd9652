"""What staff are told when something cannot be: wrong chat, wrong file, too long, not at a window, an old button."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.callbacks import AssistantCallback, InquiryCallback, PanelCallback, RegistryCallback
from bot.domain.cases.case import Case
from bot.services.cases.messages import canned_answers as canned
from bot.services.cases.messages.canned_answers import canned_answers
from bot.texts import LocalDate
from tests.support.cases.journeys import (
    OTHER,
    OWNER,
    PATIENCE,
    Office,
    card_says,
    open_group,
    open_office,
    photo,
    submitted,
)
from tests.support.forms.aid import PDF
from tests.support.queue.journeys import books, to_monday
from tests.support.reception.journeys import open_reception_chat, sits_down, ticket_of, to_the_visit
from tests.support.world import ADMIN, Reader, World, running_world

pytestmark = pytest.mark.usefixtures("no_rhythm")

CITIZEN = 501
NO_TICKET = "M999"
LARGEST = 20 * 1024 * 1024


@pytest.fixture
async def rough(tmp_path: Path) -> AsyncIterator[World]:
    """A world in which buttons are pressed that are no more."""
    async with running_world(tmp_path) as running:
        yield running


async def _alert(office: Office, data: str, user_id: int = OWNER) -> str:
    """Press a button of this data on any message of the chat; return what the presser alone is shown."""
    clerk = office.clerk(user_id)
    said, before = await clerk.says("// мысли вслух"), len(clerk.actor.alerts)
    await clerk.actor.does("press", chat_id=office.chat_id, message_id=said.message_id, data=data)
    await office.world.settles()
    (alert,) = clerk.actor.alerts[before:]
    return str(alert)


async def _taken(world: World) -> tuple[Office, Reader, Case]:
    office = await open_office(world, "ru")
    await world.citizen(CITIZEN, "ru")
    case = await submitted(world.app.services, CITIZEN, "ru")
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    return office, clerk, case


async def test_at_a_reception_without_branch_and_in_a_chat_that_is_none(rough: World) -> None:
    office = await open_office(rough, "ru", role="queue", is_forum=False)
    clerk = office.clerk()
    await clerk.says("/desk")
    await clerk.sees("refusal-desk-no-branch")
    assert await _alert(office, PanelCallback(what="next").pack()) == clerk.words("refusal-desk-no-branch")
    other = await open_office(rough, "ru")
    await other.clerk().says("/desk")
    await other.clerk().sees("refusal-desk-not-bound")


async def test_at_a_reception_windows_and_shares_have_limits(rough: World) -> None:
    office = await open_reception_chat(rough, "ru")
    clerk = office.clerk()
    for typed in ("/window", "/window 0", "/window 61", "/window -1", "/window три"):
        clerk.actor.mark = len(clerk.actor.messages())
        await clerk.says(typed)
        await clerk.sees("error-desk-window-how")
    for window in (1, 60):
        await clerk.says(f"/window {window}")
        await clerk.sees("desk-window-set", window=window)
    for typed, told in (
        ("/walkins 101", "error-desk-walkins-how"),
        ("/walkins много", "error-desk-walkins-how"),
        ("/windows 61", "error-desk-windows-how"),
    ):
        clerk.actor.mark = len(clerk.actor.messages())
        await clerk.says(typed)
        await clerk.sees(told)
    for typed in ("/walkins 0", "/walkins 100%", "/windows 60", "/windows 0"):
        clerk.actor.mark = len(clerk.actor.messages())
        await clerk.says(typed)
        await clerk.presses("desk-change-no")
        await clerk.sees("desk-change-left")


async def test_at_a_reception_nobody_is_called_from_no_window_or_a_busy_one(rough: World) -> None:
    office = await open_reception_chat(rough, "ru")
    person = await rough.citizen(CITIZEN, "ru")
    await to_monday(rough)
    await books(person)
    await to_the_visit(rough)
    clerk = await sits_down(office)
    assert await _alert(office, PanelCallback(what="nothing").pack()) == clerk.words("refusal-desk-outdated")
    assert await _alert(office, PanelCallback(what="next").pack()) == clerk.words("refusal-desk-line-empty")
    other = office.clerk(OTHER)
    assert await _alert(office, PanelCallback(what="next").pack(), OTHER) == other.words("refusal-desk-window-first")
    await clerk.says(NO_TICKET)
    await clerk.sees("refusal-desk-no-ticket")
    await clerk.says(await ticket_of(rough))
    await rough.settles()
    await clerk.actor.does(
        "press",
        chat_id=office.chat_id,
        message_id=clerk.actor.messages()[-1].message_id,
        data=PanelCallback(what="next").pack(),
    )
    await rough.settles()
    await other.says("/window 1")
    await other.sees("refusal-desk-window-busy", name="Клерк Бір")


async def test_assistants_are_invited_where_cases_are_led_and_nowhere_else(rough: World) -> None:
    payments = await open_office(rough, "ru", role="payments", is_forum=False)
    clerk = payments.clerk()
    await clerk.says("/assistant Сапарова Гүлнар")
    await clerk.sees("refusal-assistants-elsewhere")
    assert await _alert(payments, AssistantCallback(user_id=1).pack()) == clerk.words("refusal-assistants-elsewhere")
    unbound = await open_group(rough, "ru", is_forum=False)
    outside = Reader(rough.telegram.person(ADMIN).in_chat(unbound.chat_id), "ru")
    await outside.says("/assistants")
    await outside.sees("refusal-chat-not-bound")
    assert await rough.app.services.db.all("SELECT code_lookup FROM assistant_code") == []


async def test_a_plan_is_a_pdf_or_measures_that_can_be_shown(rough: World) -> None:
    _office, clerk, case = await _taken(rough)
    await clerk.presses("staff-button-plan")
    prompt = await clerk.sees("staff-plan-prompt", code=case.code)
    await clerk.actor.sends_photo(photo(70), caption="Курс", reply_to=prompt)
    await clerk.sees("error-plan-pdf")
    await clerk.actor.replies_to(prompt, "К" * 301)
    await clerk.sees("error-measure-long", max=300, start="К" * 40)
    await clerk.actor.replies_to(prompt, "\n".join(f"Мера {number}" for number in range(16)))
    await clerk.sees("error-list-long", max=15)
    await clerk.actor.replies_to(prompt, "Тіркелу — 31 ақпанға дейін")
    await clerk.sees("error-measure-day", day="31 ақпанға", start="Тіркелу — 31 ақпанға дейін")
    drafts = "SELECT count(*) AS n FROM case_event WHERE type = 'plan_drafted'"
    assert await rough.app.services.db.one(drafts) == {"n": 0}
    await clerk.actor.replies_to(prompt, "\n".join("К" * 285 + f" {number:02}" for number in range(10)))
    await clerk.sees("staff-plan-confirm", code=case.code)
    await clerk.actor.sends_document(PDF, "план.pdf", caption="К" * 300, reply_to=prompt)
    await clerk.actor.replies_to(prompt, "«Аспаз» курсы, 2 ай — 10 желтоқсаннан бастап")
    await clerk.sees("staff-plan-term", no="1", begins=LocalDate("2026-12-10"), due=LocalDate("2027-02-10"))
    await rough.settles()
    assert await rough.app.services.db.one(drafts) == {"n": 3}


async def test_a_sticker_is_no_answer_to_anybody(rough: World) -> None:
    _office, clerk, _case = await _taken(rough)
    await clerk.actor.does(
        "send_sticker", (photo(), "sticker.webp"), chat_id=clerk.actor.chat_id, thread_id=clerk.actor.thread_id
    )
    await clerk.sees("error-staff-text-only")


async def test_a_ready_answer_that_was_taken_out_is_sent_to_nobody(
    rough: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _office, clerk, case = await _taken(rough)
    await clerk.presses("staff-button-answers")
    await clerk.sees("staff-canned", code=case.code)
    path = tmp_path / "canned.toml"
    monkeypatch.setattr(canned.canned_answers, "__defaults__", (path,))
    path.write_text(
        '[[answer]]\nid = "other"\ntitle = { kk = "Жаңа", ru = "Новый" }\ntext = { kk = "Мәтін", ru = "Текст" }\n'
    )
    title = canned_answers(Path("data/cases/canned_answers.toml"))["no-answer"].title.ru
    shown = await clerk.actor.presses(re.compile(re.escape(title)))
    assert shown is not None
    assert shown.text == clerk.words("refusal-canned-gone")
    path.write_text('[[answer]]\nid = "new"\ntitle = { kk = "Жаңа" }\n')
    await clerk.says("/answers")
    message = await clerk.actor.sees("title.ru")
    heading = clerk.words("refusal-canned-broken", why="|").split("|")[0]
    assert str(message.text).startswith(heading)


async def test_of_a_registry_what_is_too_large_and_what_is_anothers(rough: World) -> None:
    office = await open_office(rough, "ru", role="payments", is_forum=False)
    clerk = office.clerk()
    await clerk.actor.sends_document(b"iin\n" + b"0" * (LARGEST - 3), "большой.csv")
    await clerk.sees("refusal-registry-large", max=20)
    assert await rough.app.services.db.all("SELECT id FROM registry_import") == []
    press = RegistryCallback(what="apply", id=999).pack()
    assert await _alert(office, press) == clerk.words("refusal-registry-elsewhere")
    others = (
        "INSERT INTO registry_import (id, state, chat_id, touched_at, created_at) VALUES (998, 'applied', -5, 0, 0)"
    )
    await rough.app.services.db.run([(others, ())])
    press = RegistryCallback(what="undo", id=998).pack()
    assert await _alert(office, press) == clerk.words("refusal-registry-elsewhere")
    duty = await open_office(rough, "ru", role="duty", is_forum=False)
    assert await _alert(duty, press) == clerk.words("refusal-chat-not-bound")


async def test_an_inquiry_is_not_led_from_another_chat_or_by_an_old_button(rough: World) -> None:
    duty = await open_office(rough, "ru", role="duty", is_forum=False)
    person = await rough.citizen(CITIZEN, "ru")
    await person.says("/help")
    await person.presses("button-write")
    await person.presses("inquiry-kind-question")
    await person.says("Какие бумаги нужны?")
    await person.presses("inquiry-send")
    clerk = duty.clerk()
    await clerk.actor.sees("Какие бумаги нужны?", timeout=PATIENCE)
    await rough.settles()
    (row,) = await rough.app.services.db.all("SELECT id, version FROM inquiry")
    other = await open_office(rough, "ru", is_forum=False)
    take = InquiryCallback(what="take", id=row["id"], v=row["version"]).pack()
    assert await _alert(other, take) == clerk.words("refusal-inquiry-elsewhere")
    old = InquiryCallback(what="nothing", id=row["id"], v=row["version"]).pack()
    assert await _alert(duty, old) == clerk.words("refusal-inquiry-outdated")
    assert await rough.app.services.db.all("SELECT owner FROM inquiry") == [{"owner": None}]
