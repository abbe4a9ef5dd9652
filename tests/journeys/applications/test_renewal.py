"""From help assigned to the next quarter's application in a few taps, and prolonged by staff, in both languages."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain.cases.case import Case
from bot.texts import LocalDate, Money
from tests.support.cases.journeys import PATIENCE, Office, card_says, now_of, open_office, submitted
from tests.support.world import MORNING, Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")

CITIZEN = 501
NEW_YEAR = datetime(2027, 1, 1, 5, 30, tzinfo=UTC).timestamp()
MOST_TAPS = 5


@pytest.fixture
def taps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count every press of a citizen."""
    pressed: list[str] = []
    presses = Reader.presses

    async def counted(self: Reader, key: str, **args: object) -> object:
        if self.actor.user_id == CITIZEN:
            pressed.append(key)
        return await presses(self, key, **args)  # type: ignore[arg-type]

    monkeypatch.setattr(Reader, "presses", counted)
    return pressed


async def _assigned(world: World, office: Office, citizen: Reader) -> tuple[Case, Reader]:
    """Return an unconditional case, decided by a clerk for two months."""
    case = await submitted(world.app.services, CITIZEN, citizen.language, state="pensioner")
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    await clerk.presses("staff-button-decide")
    await clerk.presses("staff-button-assign")
    await _months(clerk, await clerk.sees("staff-amount-prompt", code=case.code))
    await clerk.presses("staff-button-confirm")
    await citizen.sees("case-assigned", timeout=PATIENCE, code=case.code, amount=Money(20300), months=2)
    await card_says(clerk, "decided_assigned")
    return case, clerk


async def _months(clerk: Reader, prompt: object) -> None:
    await clerk.actor.replies_to(prompt, "20 300")  # type: ignore[arg-type]
    await clerk.sees("staff-months-ask", amount=Money(20300))
    await clerk.actor.presses(re.compile("^2$"))


async def test_nothing_changed_is_five_taps_from_aid_with_incomes_of_the_new_months(
    world: World, language: str, taps: list[str]
) -> None:
    office = await open_office(world, language)
    citizen = await world.citizen(CITIZEN, language)
    case, _clerk = await _assigned(world, office, citizen)
    await citizen.says("/aid")
    told = {"code": case.code, "covered": LocalDate("2026-12-31"), "opens": LocalDate("2027-01-01")}
    await citizen.actor.sees(citizen.words("aid-renew-later", **told).strip())
    world.simulator.world.clock.advance(NEW_YEAR - MORNING)
    await citizen.sees("case-renew-open", timeout=PATIENCE, **told)
    await world.settles()
    taps.clear()
    await citizen.says("/aid")
    await citizen.actor.sees(citizen.words("aid-renew-open", **told).strip())
    await citizen.presses("aid-renew-same")
    await citizen.sees("aid-field-incomes")
    await citizen.presses("aid-incomes-rest")
    await citizen.presses("aid-incomes-ready")
    await citizen.presses("aid-to-consent")
    await citizen.presses("aid-submit")
    receipt = await citizen.actor.sees(lambda message: message.document is not None, timeout=60)
    assert len(taps) == MOST_TAPS
    assert case.code not in (receipt.caption or "")
    rows = await world.app.services.db.all("SELECT period FROM application WHERE code IS NOT NULL ORDER BY id")
    assert [row["period"] for row in rows] == ["2026-3", "2026-4"]


async def test_the_reminder_s_button_leads_to_it_and_a_change_is_asked(world: World, language: str) -> None:
    office = await open_office(world, language)
    citizen = await world.citizen(CITIZEN, language)
    case, _clerk = await _assigned(world, office, citizen)
    world.simulator.world.clock.advance(NEW_YEAR - MORNING)
    told = {"code": case.code, "covered": LocalDate("2026-12-31"), "opens": LocalDate("2027-01-01")}
    await citizen.sees("case-renew-open", timeout=PATIENCE, **told)
    await citizen.presses("aid-renew")
    await citizen.actor.sees(citizen.words("aid-renew-open", **told).strip())
    await citizen.presses("aid-renew-changed")
    await citizen.sees("aid-field-incomes")


async def test_staff_prolong_without_an_application(world: World, language: str) -> None:
    other = "ru" if language == "kk" else "kk"
    office = await open_office(world, other)
    citizen = await world.citizen(CITIZEN, language)
    case, clerk = await _assigned(world, office, citizen)
    pressed = await clerk.presses("staff-button-prolong")
    assert pressed is not None
    assert pressed.text == clerk.words("refusal-case-prolong-early", opens=LocalDate("2027-01-01"))
    world.simulator.world.clock.advance(NEW_YEAR - MORNING)
    await clerk.presses("staff-button-prolong")
    await _months(clerk, await clerk.sees("staff-prolong-prompt", code=case.code))
    told: dict[str, Any] = {"code": case.code, "amount": Money(20300), "months": 2, "covered": LocalDate("2027-02-28")}
    await clerk.sees("staff-prolong-confirm", **told)
    await clerk.presses("staff-button-prolong-ok")
    await citizen.sees("case-prolonged", timeout=PATIENCE, **told)
    await clerk.sees("staff-prolonged", code=case.code, amount=Money(20300), months=2)
    assert (await now_of(world, case)).state == "decided_assigned"
    await citizen.presses("case-button-open")
    await citizen.sees("case-decided-prolonged", amount=Money(20300), months=2)
