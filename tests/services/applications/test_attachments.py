"""Papers of a draft: what a file really is, pages in order, the same page once."""

from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.domain.errors import InvalidInput, Refusal
from bot.forms.loading import AID, FOLDER, form_for
from bot.services.applications.attachments import Sent, keep_page, remove_last_page
from bot.services.applications.drafts import Draft, find_draft
from bot.services.cases.forwarding import LATER_ITEMS
from bot.services.received_files.mime import MAX_BYTES, media_type
from tests.support.consents import consent_to_all
from tests.support.forms.aid import MP4, PDF, filled, number_of, photo
from tests.support.payments.services import Harness, open_harness

ALIYA = 501


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    """Services with a draft that asks for photos of the home."""
    async with open_harness(tmp_path) as harness:
        await consent_to_all(harness.services, ALIYA)
        await filled(harness.services, ALIYA, history="first")
        yield harness


async def send(harness: Harness, content: bytes, order: int, item: str = "evidence") -> None:
    sent = Sent(item, order, content)
    await keep_page(harness.services, key=f"{order}:page", user_id=ALIYA, service=AID, sent=sent)


async def draft(harness: Harness) -> Draft:
    found = await find_draft(harness.services, ALIYA, AID)
    assert found is not None
    return found


async def test_pages_keep_the_order_of_their_messages_and_open_again(harness: Harness) -> None:
    for order in (12, 10, 11):
        await send(harness, photo(order), order)
    kept = await draft(harness)
    contents = [await harness.services.files.get(kept.application.key, page.stored_as) for page in kept.pages]
    assert [number_of(content) for content in contents] == [10, 11, 12]
    assert kept.answers["evidence"] == "attached"


async def test_the_same_page_is_refused_but_the_same_update_is_not(harness: Harness) -> None:
    await send(harness, photo(1), 10)
    await send(harness, photo(1), 10)
    with pytest.raises(Refusal, match="page-repeated"):
        await send(harness, photo(1), 11)
    assert (await draft(harness)).page_counts == {"evidence": 1}
    await send(harness, photo(1), 12, "documents")
    assert (await draft(harness)).page_counts == {"evidence": 1, "documents": 1}


async def test_a_page_taken_back_leaves_no_file_and_no_answer(harness: Harness, tmp_path: Path) -> None:
    await send(harness, PDF, 10)
    stored = files_in(tmp_path)
    assert len(stored) == 1
    assert PDF not in stored[0].read_bytes()
    await remove_last_page(harness.services, key="11:unpage", user_id=ALIYA, service=AID, item="evidence")
    assert not stored[0].exists()
    assert "evidence" not in (await draft(harness)).answers


async def test_thirty_pages_are_enough(harness: Harness) -> None:
    for number in range(30):
        await send(harness, PDF.replace(b"obj", b"obj%d" % number), number)
    with pytest.raises(Refusal) as refused:
        await send(harness, photo(1), 31)
    assert (refused.value.code, refused.value.params) == ("pages-full", {"max": 30})


async def test_a_page_for_a_draft_that_is_no_more_is_refused(harness: Harness) -> None:
    await send(harness, photo(1), 1)
    await harness.services.db.run([("UPDATE application SET state = 'withdrawn'", ())])
    with pytest.raises(Refusal, match="draft-gone"):
        await send(harness, photo(2), 2)
    assert await harness.count("document") == 1


def files_in(folder: Path) -> list[Path]:
    return [path for path in (folder / "files").rglob("*") if path.is_file()]


def webp() -> bytes:
    picture = BytesIO()
    Image.new("RGB", (50, 50)).save(picture, "WEBP")
    return picture.getvalue()


def test_a_file_is_what_its_content_says() -> None:
    assert media_type(photo(1)) == "image/jpeg"
    assert media_type(webp()) == "image/webp"
    assert media_type(PDF) == "application/pdf"
    assert media_type(MP4, video=True) == "video/mp4"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "page-empty"),
        (bytes(MAX_BYTES + 1), "page-large"),
        (b"MZ\x90\x00 a program", "page-type"),
        ("просто текст".encode(), "page-type"),
        (photo(1)[:300], "page-unreadable"),
        (PDF[:20], "page-unreadable"),
        (PDF.replace(b"trailer<<", b"trailer<</Encrypt 2 0 R"), "page-locked"),
        (MP4, "page-video"),
    ],
)
def test_what_cannot_be_used_is_told_apart(content: bytes, code: str) -> None:
    with pytest.raises(InvalidInput, match=code):
        media_type(content)


def test_no_question_of_a_form_is_taken_for_what_comes_after_it_was_sent() -> None:
    asked = {field.id for path in FOLDER.glob("*.json") for field in form_for(path.stem).fields}
    assert "evidence" in asked
    assert not asked & LATER_ITEMS
