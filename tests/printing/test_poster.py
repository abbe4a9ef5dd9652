"""The entrance poster: one A4 page that names the place in both languages and whose QR is the branch's signed link."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
import segno
from pypdf import PdfReader

from bot.printing.poster import entrance_poster, entrance_qr
from bot.services.reception.links import entrance_payload, read_entrance
from bot.texts import shipped_texts
from storage.engine.encryption import Encryption
from tests.support.queue.services import open_queue_harness

ENCRYPTION = Encryption.of_secret(b"k" * 32)
A4 = (595, 842)


def _link(branch_id: int) -> str:
    return f"https://t.me/halyq_test_bot?start={entrance_payload(ENCRYPTION, branch_id)}"


async def _poster(folder: Path) -> tuple[bytes, str]:
    async with open_queue_harness(folder) as harness:
        link = _link(harness.place.id)
        return await entrance_poster(harness.place, link=link, texts=shipped_texts()), link


async def test_one_page_names_the_place_and_what_to_do_in_both_languages(tmp_path: Path) -> None:
    content, _link = await _poster(tmp_path)
    (page,) = PdfReader(BytesIO(content)).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
    words = " ".join(page.extract_text().split())
    for language in ("kk", "ru"):
        assert shipped_texts().plain(language, "poster-title") in words
    assert "ХҚКО" in words
    assert "ЦОН" in words


def test_the_qr_holds_the_link_of_this_branch_alone() -> None:
    drawn = entrance_qr(_link(7))
    out = BytesIO()
    segno.make(_link(7), error="q", micro=False).save(out, kind="svg", border=0, scale=4)
    assert drawn == out.getvalue().decode()
    assert drawn != entrance_qr(_link(8))
    assert read_entrance(ENCRYPTION, entrance_payload(ENCRYPTION, 7).removeprefix("door_")) == 7


@pytest.mark.skipif(
    shutil.which("zbarimg") is None or shutil.which("pdftoppm") is None, reason="needs zbarimg and pdftoppm"
)
async def test_the_printed_qr_is_read(tmp_path: Path) -> None:
    content, link = await _poster(tmp_path)
    (tmp_path / "poster.pdf").write_bytes(content)
    for command in (["pdftoppm", "-r", "60", "-png", "poster.pdf", "page"], ["zbarimg", "-q", "--raw", "page-1.png"]):
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)  # noqa: S603, ASYNC221
    assert done.stdout.strip() == link
