"""The picture of a branch's day, in both languages, with every letter it needs."""

import warnings
from io import BytesIO
from pathlib import Path

from PIL import Image

from bot.domain.queue.load import WaitRange
from bot.printing.load_picture import load_picture
from bot.services.reception.load import BranchLoad, HourLoad
from bot.texts import shipped_texts
from tests.support.queue.services import QueueHarness, open_queue_harness

_BUSY, _NORMAL, _QUIET = (207, 74, 60), (224, 165, 38), (42, 157, 111)


def day_of(harness: QueueHarness) -> BranchLoad:
    """Return a day with busy, ordinary and quiet hours."""
    usual = [
        WaitRange(5, 15),
        WaitRange(20, 45),
        WaitRange(35, 70),
        WaitRange(10, 25),
        None,
        None,
        None,
        WaitRange(0, 5),
        None,
    ]
    booked = [8, 15, 18, 12, 6, 9, 10, 4, 2]
    hours = [HourLoad(9 + at, booked[at], 20 if at < 8 else 10, booked[at] + 2, usual[at]) for at in range(9)]
    return BranchLoad(harness.place, WaitRange(20, 45), 6, hours, [])


async def test_it_is_drawn_in_the_colours_of_load_without_a_missing_letter(tmp_path: Path, language: str) -> None:
    async with open_queue_harness(tmp_path) as harness:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a glyph the font lacks is a warning
            png = await load_picture(day_of(harness), texts=shipped_texts(), language=language, now=harness.at(12, 20))
    picture = Image.open(BytesIO(png)).convert("RGB")
    assert picture.size == (1200, 675)
    colours = {colour for count, colour in picture.getcolors(1 << 20) or [] if count > 500}
    assert {_BUSY, _NORMAL, _QUIET} <= colours


async def test_a_closed_day_is_drawn_too(tmp_path: Path, language: str) -> None:
    async with open_queue_harness(tmp_path) as harness:
        closed = BranchLoad(harness.place, None, 0, [], [])
        png = await load_picture(closed, texts=shipped_texts(), language=language, now=harness.at(12))
    assert Image.open(BytesIO(png)).size == (1200, 675)
