"""Terms and undertakings as clerks and their citizen live through them, in the group and in private."""

import pytest

from bot.texts import LocalDate, TextRef
from tests.support.cases.journeys import PATIENCE, card_says, open_office, photo, submitted
from tests.support.world import Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")

CITIZEN = 501
PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF"
DAY = 86_400


async def _undertaken(world: World, language: str) -> tuple[Reader, Reader, str]:
    """Bring a case to the agreed plan, with the specialist's own PDF of it."""
    citizen = await world.citizen(CITIZEN, language)
    office = await open_office(world, "ru" if language == "kk" else "kk")
    case = await submitted(world.app.services, CITIZEN, language)
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    await clerk.presses("staff-button-plan")
    prompt = await clerk.sees("staff-plan-prompt", code=case.code)
    lines = "Тіркелу — 1 желтоқсанға дейін\nКурс <2 ай>"
    await clerk.actor.sends_document(PDF, "plan.pdf", lines, reply_to=prompt)
    await clerk.sees("staff-plan-confirm", code=case.code)
    await clerk.presses("staff-button-send-plan")
    await citizen.actor.sees(f"{case.code}-plan", timeout=PATIENCE)
    await citizen.presses("case-button-plan")
    await citizen.says("Келісемін")
    await citizen.presses("case-button-agree")
    await card_says(clerk, "agreed")
    return citizen, clerk, case.code


async def test_what_was_undertaken_is_shown_ticked_and_heard_of(world: World, language: str) -> None:
    citizen, clerk, code = await _undertaken(world, language)
    await citizen.presses("case-button-obligations")
    await citizen.presses("case-duty-item", no="1")
    await citizen.actor.sends_photo(photo(90))
    await citizen.sees("case-duty-shown", no="1", title="Тіркелу — 1 желтоқсанға дейін", by=_by("2026-12-01"))
    await clerk.sees("staff-obligation-shown", timeout=PATIENCE, code=code, title="Тіркелу — 1 желтоқсанға дейін")
    await clerk.presses("staff-button-duties")
    await clerk.sees("staff-duties", code=code)
    await clerk.presses("staff-button-tick", no="1")
    await citizen.sees("case-obligation-done", timeout=PATIENCE, code=code, title="Тіркелу — 1 желтоқсанға дейін")
    await citizen.presses("case-duty-item", no="2")
    await citizen.presses("case-button-duty-done")
    await citizen.sees("case-duty-shown", no="2", title="Курс <2 ай>", by=TextRef("staff-duty-undated"))


async def test_a_term_is_extended_a_decision_comes_with_its_document_and_the_case_is_closed(
    world: World, language: str
) -> None:
    citizen, clerk, code = await _undertaken(world, language)
    await clerk.presses("staff-button-extend")
    await clerk.actor.replies_to(await clerk.sees("staff-extend-prompt", code=code), "Банктен жауап <күтеміз>")
    by = LocalDate("2026-12-24")
    await clerk.sees("staff-extended", code=code, by=by)
    await citizen.sees("case-extended", timeout=PATIENCE, code=code, by=by, reason="Банктен жауап <күтеміз>")
    await world.settles()
    await clerk.presses("staff-button-decide")
    await clerk.presses("staff-refusal-documents_missing")
    reason = TextRef("staff-refusal-documents_missing")
    await clerk.actor.replies_to(await clerk.sees("staff-refuse-prompt", code=code, reason=reason), "Анықтама")
    await clerk.presses("staff-button-confirm-refusal")
    decided = await clerk.sees("staff-refused", code=code)
    await clerk.actor.sends_document(PDF, "decision.pdf", "№ 17", reply_to=decided)
    await citizen.actor.sees(f"{code}-result", timeout=PATIENCE)
    await clerk.actor.sends_photo(photo(70))
    await citizen.actor.sees(
        citizen.words("case-paper", code=code, name="Клерк Бір", text="").strip(), timeout=PATIENCE
    )
    await card_says(clerk, "decided_refused")
    await clerk.presses("staff-button-close")
    await citizen.sees("case-closed", timeout=PATIENCE, code=code)
    await card_says(clerk, "closed")


async def test_a_late_case_is_heard_of_in_lists_and_by_its_citizen(world: World, language: str) -> None:
    citizen = await world.citizen(CITIZEN, language)
    office = await open_office(world, language)
    case = await submitted(world.app.services, CITIZEN, language)
    await office.at_case(case)
    world.simulator.world.clock.advance(7 * DAY - 3600)
    await citizen.actor.sees(case.code, timeout=PATIENCE)
    group = office.clerk()
    await group.sees(
        "staff-digest",
        timeout=PATIENCE,
        day=LocalDate("2026-12-01"),
        untaken=1,
        due=0,
        late=1,
        waiting=0,
        obligations=0,
    )
    await group.says("/overdue")
    await group.sees("staff-list-overdue")
    await group.says("/mine")
    await group.sees("staff-list-mine-none", free=1)
    await group.says(f"/find {case.code.lower()}")
    await group.sees("staff-list-found")
    await group.says("/find 111111111111")
    await group.sees("error-case-code-format")


def _by(iso: str) -> TextRef:
    return TextRef("staff-duty-by", {"by": LocalDate(iso)})
