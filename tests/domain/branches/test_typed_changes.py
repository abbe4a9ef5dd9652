"""What staff type to change an opening is read as they mean it, or refused with what is wrong."""

from datetime import date, time

import pytest

from bot.domain.branches.typed_changes import Stretch, read_stretch
from tests.support.slips import slip

TODAY = date(2026, 12, 30)


@pytest.mark.parametrize(
    ("typed", "stretch"),
    [
        ("31.12", Stretch(date(2026, 12, 31), date(2026, 12, 31), None, "")),
        ("4.1 09:00-13:00 авария", Stretch(date(2027, 1, 4), date(2027, 1, 4), (time(9), time(13)), "авария")),
        ("31.12-2.01 жөндеу", Stretch(date(2026, 12, 31), date(2027, 1, 2), None, "жөндеу")),
        ("сегодня 14-18", Stretch(TODAY, TODAY, (time(14), time(18)), "")),
        ("Ертең", Stretch(date(2026, 12, 31), date(2026, 12, 31), None, "")),
        ("01.02.2027 9.30-12", Stretch(date(2027, 2, 1), date(2027, 2, 1), (time(9, 30), time(12)), "")),
    ],
)
def test_days_and_hours_are_read(typed: str, stretch: Stretch) -> None:
    assert read_stretch(typed, TODAY) == stretch


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("когда-нибудь", "stretch-day"),
        ("31.11", "stretch-day"),
        ("29.12.2026", "stretch-past"),
        ("31.12.2026-30.12.2026", "stretch-order"),
        ("31.12 18:00-09:00", "stretch-order"),
        ("31.12-30.06.2027", "stretch-order"),
    ],
)
def test_each_slip_has_its_own_code(typed: str, code: str) -> None:
    assert slip(read_stretch, typed, today=TODAY) == code
