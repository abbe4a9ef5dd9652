"""What a group is sent of a person goes on record with the number of people who see it, once for a while."""

from pathlib import Path

from bot.domain.subject import Subject, SubjectKind
from bot.services.privacy.deliveries import PAPERS, WORDS, record_delivery
from tests.support.cases.services import open_case_harness

CASE = Subject(SubjectKind.CASE, 1)
CHATS = (-1001, -1002)


async def test_the_people_are_counted_for_a_new_line_only(tmp_path: Path) -> None:
    counted: list[int] = []

    async def count() -> int | None:
        counted.append(len(counted) + 3)
        return counted[-1]

    async with open_case_harness(tmp_path) as harness:
        for what, chat_id, after in (
            (PAPERS, CHATS[0], 0),
            (PAPERS, CHATS[0], 599),
            (WORDS, CHATS[0], 0),
            (PAPERS, CHATS[1], 0),
            (PAPERS, CHATS[0], 1),
        ):
            harness.clock.move(seconds=after)
            await record_delivery(harness.services, CASE, chat_id, what, count)
        rows = await harness.services.db.all("SELECT actor, what, people FROM access_log ORDER BY id")
    assert [(row["actor"], row["what"], row["people"]) for row in rows] == [
        (CHATS[0], PAPERS, 3),
        (CHATS[0], WORDS, 4),
        (CHATS[1], PAPERS, 5),
        (CHATS[0], PAPERS, 6),
    ]
    assert counted == [3, 4, 5, 6]
