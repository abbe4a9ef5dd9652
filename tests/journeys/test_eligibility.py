"""«Is АӘК likely?» in both languages: likely, unlikely, unclear; carried into the application field by field."""

import re
from datetime import date
from pathlib import Path

import pytest
from aiogram.types import Message

from bot.app import running_app
from bot.data_files import regions
from bot.domain.eligibility.poverty_lines import DatedPovertyLine
from bot.forms import incomes
from bot.forms.loading import AID
from bot.runtime.clock import FileClock
from bot.services import eligibility
from bot.services.applications.drafts import find_draft
from bot.services.privacy.consent import withdraw_consent
from bot.services.privacy.export import collect_my_data
from bot.texts import LocalDate, Money, TextRef
from simulator.driver import Driver
from tests.support.forms.aid import filled
from tests.support.world import TEXTS, Reader, World, make_settings, running_simulator

ASTANA = "710000000"
# On 24 November 2026 the quarter that counts is July to September.
MONTHS = ("2026-07-01", "2026-08-01", "2026-09-01")


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> DatedPovertyLine:
    """The line of Astana as an administrator would enter it."""
    row = DatedPovertyLine(ASTANA, date(2026, 10, 1), date(2026, 12, 31), 40_000, floor=False, source="тест-дереккөз")
    known = [*eligibility.poverty_lines(), row]
    monkeypatch.setattr(eligibility, "poverty_lines", lambda: known)
    return row


class Estimator(Reader):
    """A person who checks, counting what it takes."""

    taps = 0
    typed = 0

    async def taps_on(self, key: str) -> None:
        """Press and count."""
        await self.presses(key)
        self.taps += 1

    async def types(self, text: str) -> None:
        """Type and count."""
        await self.says(text)
        self.typed += 1

    async def chooses_who(self, no: int, who: str = "aid-income-me") -> None:
        """Press a line of the list of people."""
        await self.actor.presses(re.compile(rf"{no}\. {re.escape(self.words(who))}"))
        self.taps += 1


async def estimator(world: World, user_id: int, language: str) -> Estimator:
    """Come through the АӘК screen."""
    citizen = await world.citizen(user_id, language)
    person = Estimator(citizen.actor, language)
    await person.presses("menu-aid")
    await person.taps_on("aid-check-first")
    await person.taps_on("eligibility-begin")
    names = regions()[ASTANA]
    await person.sees("eligibility-region")
    await person.actor.presses(names.kk if language == "kk" else names.ru)
    person.taps += 1
    return person


async def tells_a_family_of_five(person: Estimator, wage: str) -> None:
    """Tell of parents and three children; one of them earns."""
    await person.taps_on("aid-field-state-working")
    await person.taps_on("eligibility-add-spouse")
    await person.taps_on("aid-field-state-caring_child")
    await person.taps_on("eligibility-add-children")
    await person.types("2 5 9")
    await person.taps_on("eligibility-family-ready")
    await person.chooses_who(1)
    await person.taps_on("aid-kind-wage")
    await person.types(wage)
    await person.taps_on("eligibility-incomes-rest")
    await person.taps_on("eligibility-plot-no")
    await person.taps_on("eligibility-loan-no")


def shows(message: Message, person: Reader, key: str, **args: object) -> bool:
    """Tell whether a text is on the screen."""
    return person.words(key, **args) in (message.text or "")


async def test_a_family_of_five_is_likely_and_carried_into_the_application(
    world: World, language: str, line: DatedPovertyLine
) -> None:
    person = await estimator(world, 501, language)
    await tells_a_family_of_five(person, "85 000")
    shown = await person.sees("eligibility-verdict-likely")
    # (40 000 - 85 000 / 5) a person, and 1.5 МРП for the two of one to six years.
    assert shows(shown, person, "eligibility-person", sum=Money(23_000))
    assert shows(shown, person, "eligibility-family-sum", sum=Money(23_000 * 5 + 2 * 4_325 * 3 // 2))
    assert shows(shown, person, "eligibility-supplement", sum=Money(12_975))
    assert shows(shown, person, "eligibility-conditional")
    assert shows(shown, person, "eligibility-estimate-only")
    names = regions()[ASTANA]
    region = names.kk if language == "kk" else names.ru
    told = {"since": LocalDate.of(line.valid_from), "until": LocalDate.of(line.valid_to), "source": line.source}
    assert shows(shown, person, "eligibility-line", region=region, sum=Money(40_000), **told)
    assert (person.taps, person.typed) == (13, 2)
    await person.presses("eligibility-apply")
    await person.actor.sees(region)
    draft = await find_draft(world.app.services, 501, AID)
    assert draft is not None
    assert draft.answers == {
        "region": ASTANA,
        "state": "working",
        "living": "family",
        "members": [
            {"id": "m1", "relation": "spouse", "state": "caring_child"},
            {"id": "m2", "relation": "child", "state": "child"},
            {"id": "m3", "relation": "child", "state": "child"},
            {"id": "m4", "relation": "child", "state": "child"},
        ],
        "incomes": [
            *({"member": "me", "kind": "wage", "month": month, "amount": 85_000} for month in MONTHS),
            *({"member": f"m{no}", "kind": "none", "month": MONTHS[0], "amount": 0} for no in (1, 2, 3, 4)),
        ],
        "plot": "no",
    }
    await person.presses("form-continue")
    await person.sees("aid-field-history")
    await person.presses("aid-field-history-first")
    await person.presses("aid-field-channel-centre")
    await person.sees("aid-field-iin")


async def test_a_member_carried_over_is_asked_only_what_is_new(world: World, language: str) -> None:
    person = await estimator(world, 502, language)
    await person.presses("aid-field-state-unemployed")
    await person.presses("eligibility-add-children")
    await person.says("15.06.2021")
    await person.presses("eligibility-family-ready")
    await person.presses("eligibility-incomes-none")
    await person.presses("eligibility-plot-no")
    await person.presses("eligibility-loan-no")
    await person.sees("eligibility-verdict-likely")
    await person.presses("eligibility-apply")
    await person.presses("form-change")
    await person.presses("aid-field-members-short")
    child_key = TextRef("aid-member-relation-child")
    await person.presses("aid-member-untold", name=TextRef("aid-member-new"), relation=child_key)
    await person.presses("form-continue")
    await person.sees("aid-member-name")
    await person.says("Өмірхан Іңкәр")
    await person.sees("aid-member-iin")
    await person.presses("form-skip")
    await person.sees("aid-field-members")
    draft = await find_draft(world.app.services, 502, AID)
    assert draft is not None
    child = {"id": "m1", "relation": "child", "state": "child", "born": "2021-06-15"}
    assert draft.answers["members"] == [{**child, "name": "Өмірхан Іңкәр", "iin": ""}]


async def test_too_much_income_is_unlikely_and_still_lets_one_apply(
    world: World, language: str, line: DatedPovertyLine
) -> None:
    assert line.amount == 40_000
    person = await estimator(world, 503, language)
    await tells_a_family_of_five(person, "200 000")
    shown = await person.sees("eligibility-verdict-unlikely")
    assert shows(shown, person, "eligibility-reason-income-above-line")
    await person.presses("eligibility-apply")
    await person.sees("aid-field-region-short")
    draft = await find_draft(world.app.services, 503, AID)
    assert draft is not None
    assert draft.answers["region"] == ASTANA


async def test_without_a_line_of_the_region_it_is_honestly_unclear(world: World, language: str) -> None:
    person = await estimator(world, 504, language)
    await tells_a_family_of_five(person, "200 000")
    shown = await person.sees("eligibility-verdict-unclear")
    assert shows(shown, person, "eligibility-reason-income-above-floor")
    assert TEXTS.render(language, Money(35_596)) in (shown.text or "")
    await person.presses("eligibility-edit-loan")
    await person.presses("eligibility-loan-yes")
    shown = await person.sees("eligibility-reason-loan-may-matter")
    await person.presses("eligibility-edit-incomes")
    await person.chooses_who(1)
    await person.actor.presses(re.compile(re.escape(person.words("aid-kind-wage"))))
    await person.presses("aid-income-remove")
    await person.presses("eligibility-incomes-none")
    shown = await person.sees("eligibility-person-least", sum=Money(35_596))
    assert shows(shown, person, "eligibility-verdict-unclear")


async def test_no_line_at_all_is_said(world: World, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eligibility, "poverty_lines", list)
    person = await estimator(world, 501, language)
    await person.presses("aid-field-state-pensioner")
    await person.presses("eligibility-alone")
    await person.presses("eligibility-incomes-none")
    await person.presses("eligibility-plot-yes")
    await person.presses("eligibility-loan-no")
    shown = await person.sees("eligibility-verdict-unclear")
    for key in ("reason-line-unknown", "reason-plot-is-checked", "unconditional"):
        assert shows(shown, person, f"eligibility-{key}")


async def test_a_new_quarter_asks_incomes_anew(world: World, language: str, line: DatedPovertyLine) -> None:
    person = await estimator(world, 501, language)
    await tells_a_family_of_five(person, "85 000")
    await person.sees("eligibility-verdict-likely")
    world.simulator.world.clock.advance((date(2027, 1, 2) - line.valid_from).days * 86_400)
    await person.says("/language")
    await person.presses(f"language-{language}")
    await person.sees("eligibility-unfinished")
    await person.presses("form-continue")
    await person.sees("eligibility-incomes")
    await person.presses("eligibility-incomes-none")
    shown = await person.sees("eligibility-verdict-unclear")
    assert shows(shown, person, "eligibility-reason-line-unknown")


async def test_a_draft_is_not_overwritten_unasked(world: World, language: str) -> None:
    person = await estimator(world, 501, language)
    before = (await filled(world.app.services, 501, language)).answers
    await tells_a_family_of_five(person, "85 000")
    for choice in ("button-back", "eligibility-leave-draft"):
        await person.presses("eligibility-apply")
        await person.sees("eligibility-existing")
        await person.presses(choice)
    draft = await find_draft(world.app.services, 501, AID)
    assert draft is not None
    assert draft.answers == before
    await person.actor.opens("eligibility")
    await person.presses("eligibility-see")
    await person.presses("eligibility-apply")
    await person.presses("eligibility-replace")
    await person.sees("aid-field-region-short")
    draft = await find_draft(world.app.services, 501, AID)
    assert draft is not None
    changed = {name for name in before if draft.answers[name] != before[name]}
    assert changed == {"state", "members", "incomes"}
    assert draft.answers["iban"] == before["iban"]


WRONG: tuple[tuple[str, str, dict[str, int]], ...] = (
    ("әлі кішкентай", "error-ages-format", {}),
    ("3 19", "error-ages-adult", {"max": 17}),
)
WRONG_SUMS = (("қайдам", "error-money-format"), ("-5", "error-money-negative"))


async def test_a_wrong_answer_is_told_and_back_leads_everywhere(world: World, language: str) -> None:
    person = await estimator(world, 502, language)
    await person.presses("aid-field-state-working")
    await person.presses("eligibility-add-children")
    for text, problem, args in WRONG:
        await person.says(text)
        await person.sees(problem, **args)
    await person.presses("button-back")
    await person.presses("eligibility-add-other")
    await person.presses("aid-member-relation-grandchild")
    await person.presses("aid-field-state-child")
    await person.says("4")
    await person.presses("eligibility-family-ready")
    await person.chooses_who(1)
    await person.presses("eligibility-kind-free", name=TextRef("aid-kind-scholarship"))
    await person.sees("eligibility-kind-not-counted")
    for text, problem in WRONG_SUMS:
        await person.says(text)
        await person.sees(problem)
    await person.says("1 + 2")
    await person.sees("error-sums-count", given=2)
    await person.presses("eligibility-by-quarter")
    await person.says("90 000")
    await person.sees("eligibility-incomes")
    estimate = await eligibility.open_estimate(world.app.services, 502)
    assert [item["amount"] for item in incomes.of(estimate.answers, "me")] == [30_000] * 3
    await person.presses("button-back")
    await person.sees("eligibility-family", count=2)
    for expected in ("eligibility-state-mine", "eligibility-region"):
        await person.presses("button-back")
        await person.sees(expected)
    await person.presses("button-back")
    await person.presses("form-continue")
    await person.sees("eligibility-incomes")


async def test_it_is_found_by_typing_and_by_a_link(world: World, language: str) -> None:
    person = await world.citizen(503, language, "eligibility")
    await person.presses("eligibility-begin")
    await person.sees("eligibility-region")
    await person.says("/menu")
    await person.sees("menu-home")
    await person.says("маған аәк тиесілі ме" if language == "kk" else "положена ли мне асп")
    await person.presses("wish-aak-eligibility")
    await person.presses("eligibility-begin")
    await person.sees("eligibility-region")


async def test_a_restart_in_the_middle_loses_nothing(tmp_path: Path, language: str) -> None:
    clock = FileClock(tmp_path / "clock")
    async with running_simulator(tmp_path) as simulator, Driver(simulator.url) as telegram:
        settings = make_settings(tmp_path, simulator.url)
        async with running_app(settings, clock) as app:
            person = await estimator(World(app, telegram, simulator, settings), 504, language)
            await person.presses("aid-field-state-working")
            await person.presses("eligibility-add-spouse")
            await person.sees("eligibility-state", who=TextRef("aid-member-relation-spouse"))
        async with running_app(settings, clock) as app:
            await person.presses("aid-field-state-unemployed")
            await person.presses("eligibility-family-ready")
            await person.sees("eligibility-incomes")
            kept = (await eligibility.open_estimate(app.services, 504)).answers
    assert kept["members"] == [{"id": "m1", "relation": "spouse", "state": "unemployed"}]


async def test_what_was_told_is_in_ones_data_and_goes_with_consent(world: World) -> None:
    person = await estimator(world, 501, "ru")
    await person.presses("aid-field-state-working")
    await world.settles()
    services = world.app.services
    assert (await collect_my_data(services, 501)).estimate == {"region": ASTANA, "state": "working"}
    await withdraw_consent(services, key="test", user_id=501)
    assert await services.db.all("SELECT user_id FROM estimate") == []
