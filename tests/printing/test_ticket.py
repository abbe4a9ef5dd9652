"""The ticket's picture on a cheap phone: 320 pixels wide its QR can still be read, and nothing personal is on it."""

import shutil
import subprocess
from collections.abc import AsyncIterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import segno
from PIL import Image

from bot.domain.queue.bookings import StoredBooking
from bot.printing import ticket
from bot.printing.ticket import ticket_picture
from bot.texts import shipped_texts
from storage.queue import bookings
from tests.support.queue.services import QueueHarness, iin_of, open_queue_harness

ANNA, NARROW = 700, 320
LINK = "https://t.me/halyq_test_bot?start=ticket_AB3CD4EF"


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[QueueHarness]:
    async with open_queue_harness(tmp_path) as opened:
        yield opened


async def _booked(harness: QueueHarness) -> StoredBooking:
    booking_id = await harness.books(ANNA, harness.at(10))
    async with harness.services.db.read() as reader:
        booking = await bookings.get(reader, booking_id)
    assert booking is not None
    return booking


async def _picture(harness: QueueHarness, booking: StoredBooking, language: str) -> Image.Image:
    png = await ticket_picture(
        booking, harness.place, masked_iin="9901••••7001", link=LINK, language=language, texts=shipped_texts()
    )
    picture = Image.open(BytesIO(png))
    return picture.resize((NARROW, picture.height * NARROW // picture.width), Image.Resampling.LANCZOS)


async def test_the_qr_has_at_least_two_pixels_a_module(harness: QueueHarness, language: str) -> None:
    picture = (await _picture(harness, await _booked(harness), language)).convert("L")
    black = picture.point([255 if grey < 30 else 0 for grey in range(256)]).getbbox()
    assert black is not None
    left, _top, right, _bottom = black
    modules = segno.make(LINK, error="m", micro=False).symbol_size(border=0)[0]
    assert (right - left) / modules >= 2


@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="needs zbarimg to read a QR")
async def test_the_qr_is_read_at_the_width_of_a_cheap_phone(
    harness: QueueHarness, language: str, tmp_path: Path
) -> None:
    longest = replace(await _booked(harness), service="pension", second_service="birth", relation="grandparent")
    (await _picture(harness, longest, language)).save(tmp_path / "ticket.png")
    read = subprocess.run(  # noqa: S603, ASYNC221 - our own file
        ["zbarimg", "-q", "--raw", str(tmp_path / "ticket.png")],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    )
    assert read.stdout.strip() == LINK


async def test_what_is_drawn_names_number_time_place_papers_and_access_and_no_full_number(
    harness: QueueHarness, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: dict[str, str] = {}

    async def typeset(_name: str, data: dict[str, str], **_options: object) -> bytes:
        drawn.update(data)
        return b""

    monkeypatch.setattr(ticket, "typeset", typeset)
    booking = replace(await _booked(harness), service="birth")
    await ticket_picture(
        booking, harness.place, masked_iin="9901••••7001", link=LINK, language=language, texts=shipped_texts()
    )
    assert (drawn["number"], drawn["time"]) == (booking.ticket, "10:00")
    assert "анықтама" in drawn["bring"] if language == "kk" else "справка" in drawn["bring"]
    assert drawn["access"]
    assert iin_of(ANNA) not in str(drawn)
    assert not any("<" in words for name, words in drawn.items() if name != "qr")
