"""Lists of a staff chat's cases: as many as a message holds, where each is shown, and who looked for whom."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.cases.case import Case
from bot.domain.staff_chats import Place
from bot.services.cases.viewing.lists import cases_led_by, cases_of_code, cases_of_person, overdue_cases
from storage.cases import lists, message_map
from tests.support.cases.journeys import OWNER
from tests.support.cases.services import CHAT, forwarded, open_case_harness, take
from tests.support.forms.aid import IIN
from tests.support.payments.services import Harness

STRANGER = 777
_INSERT = "INSERT INTO application"


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_case_harness(tmp_path) as harness:
        yield harness


async def _copies(harness: Harness, case: Case, count: int) -> None:
    """Add cases like this one, of nobody in particular."""
    row = await harness.services.db.one("SELECT * FROM application WHERE id = ?", case.id)
    assert row is not None
    for number in range(count):
        copy = {**row, "id": case.id + 1 + number, "code": f"COPY{number}", "person_id": None}
        names, places = ", ".join(copy), ", ".join("?" for _ in copy)
        await harness.services.db.run([(f"{_INSERT} ({names}) VALUES ({places})", [*copy.values()])])


@pytest.mark.parametrize(("more", "has_more"), [(-1, False), (0, False), (1, True)])
async def test_a_list_ends_where_a_message_does(harness: Harness, more: int, has_more: bool) -> None:
    case = await forwarded(harness)
    assert await take(harness, case) == "taken"
    await _copies(harness, case, lists.LIMIT - 1 + more)
    found = await cases_led_by(harness.services, CHAT, OWNER)
    assert len(found.shown) == min(lists.LIMIT, lists.LIMIT + more)
    assert found.has_more is has_more
    assert not (await cases_led_by(harness.services, CHAT, STRANGER)).shown


async def test_a_case_is_listed_with_its_place(harness: Harness) -> None:
    case = await forwarded(harness)
    assert [place for _, place in (await cases_of_code(harness.services, CHAT, case.code)).shown] == [None]
    place = Place(CHAT, 7, 70)
    await harness.services.db.write(lambda tx: message_map.put_place(tx, case.id, place))
    assert [(one.id, at) for one, at in (await cases_of_code(harness.services, CHAT, case.code)).shown] == [
        (case.id, place)
    ]


async def test_only_a_term_that_is_over_is_overdue(harness: Harness) -> None:
    case = await forwarded(harness)
    assert not (await overdue_cases(harness.services, CHAT)).shown
    await harness.services.db.run([("UPDATE application SET clock_due = ?", [harness.services.now - 1])])
    assert [one.id for one, _ in (await overdue_cases(harness.services, CHAT)).shown] == [case.id]


async def test_looking_for_a_person_is_put_on_record(harness: Harness) -> None:
    case = await forwarded(harness)
    found = await cases_of_person(harness.services, CHAT, IIN, actor=OWNER)
    assert [one.id for one, _ in found.shown] == [case.id]
    looked = "SELECT actor, what FROM access_log WHERE subject = ?"
    subject = f"iin:{harness.services.encryption.lookup('iin', IIN)}"
    assert await harness.services.db.all(looked, subject) == [{"actor": OWNER, "what": "found by ИИН"}]
