"""Files that cost more than they weigh, do something, or are two things at once: refused with a reason."""

import asyncio
import io
import zipfile
import zlib
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.domain.errors import InvalidInput
from bot.services.received_files import __main__ as child
from bot.services.received_files import inspection
from bot.services.received_files.inspection import inspect_page
from bot.services.received_files.mime import MOST_PIXELS, media_type
from tests.support.forms.aid import PDF, photo
from tests.support.payments.services import Harness, open_harness


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_harness(tmp_path) as opened:
        yield opened


def _png(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("1", (width, height)).save(out, "PNG")
    return out.getvalue()


def _packed(*names: bytes) -> bytes:
    return zlib.compress(b" ".join(names))


def _pdf(catalogue: bytes, stream: bytes = b"", kind: bytes = b"") -> bytes:
    body = b"2 0 obj<<%s/Length %d>>\nstream\n%s\nendstream endobj\n" % (kind, len(stream), stream) if stream else b""
    return b"%%PDF-1.4\n1 0 obj<<%s>>endobj\n%strailer<<>>\n%%%%EOF\n" % (catalogue, body)


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("run.sh", "x")
    return out.getvalue()


FLATE, OBJECTS = b"/Filter/FlateDecode", b"/Type/ObjStm/N 1/First 4"


@pytest.mark.parametrize(
    "content",
    [
        _pdf(b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"),
        _pdf(b"/OpenAction<</S/J#61va#53cript/JS(x)>>"),
        _pdf(b"/AA<</O<</S/Launch/F(cmd.exe)>>>>"),
        _pdf(b"/Names<</EmbeddedFiles 3 0 R>>"),
        _pdf(b"/AcroForm<</XFA 3 0 R>>"),
        _pdf(b"/OpenAction<</S/SubmitForm/F(http://x)>>"),
        _pdf(b"/OpenAction 4 0 R", _packed(b"4 0 <</S/JavaScript/JS(x)>>"), OBJECTS + FLATE),
        _pdf(b"/OpenAction 4 0 R", _packed(b"4 0 <</S/Java#53cript/JS(x)>>"), OBJECTS + FLATE),
    ],
    ids=["script", "escaped", "launch", "files", "xfa", "sends", "packed", "packed and escaped"],
)
def test_a_pdf_that_does_something_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidInput, match="page-active"):
        media_type(content)


def test_what_is_packed_so_that_nobody_sees_into_it_is_refused() -> None:
    for packing in (
        b"/Filter[/ASCIIHexDecode/FlateDecode]",
        b"/Filter/LZWDecode",
        FLATE + b"/DecodeParms<</Predictor 12>>",
    ):
        with pytest.raises(InvalidInput, match="page-unreadable"):
            media_type(_pdf(b"", b"00", OBJECTS + packing))


def test_a_pdf_that_unpacks_without_end_is_refused() -> None:
    with pytest.raises(InvalidInput, match="page-unreadable"):
        media_type(_pdf(b"", zlib.compress(bytes(100 * 1024 * 1024)), FLATE))


@pytest.mark.parametrize(
    "content",
    [
        PDF,
        _pdf(b"/OpenAction[3 0 R /FitH null]/Lang(kk)", zlib.compress(b"BT (x) Tj ET"), FLATE),
        _pdf(b"", b"\xff\xd8 no deflate", b"/Subtype/Image/Filter/DCTDecode"),
        PDF + b"\r\n\0\0",
    ],
    ids=["plain", "opens at a page", "a photo", "padded"],
)
def test_a_pdf_as_programs_write_it_is_taken(content: bytes) -> None:
    assert media_type(content) == "application/pdf"


@pytest.mark.parametrize(
    "content",
    [
        PDF + _zip(),
        PDF + b"<script>x</script>",
        photo(1) + _zip(),
        photo(1)[:2] + b"\xff\xfe\x00\x0f%PDF-1.4 12345" + photo(1)[2:],
    ],
    ids=["pdf and zip", "pdf and more", "photo and zip", "photo and pdf"],
)
def test_a_file_that_is_two_things_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidInput, match="page-double"):
        media_type(content)


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"avif"])
def test_a_photo_few_can_open_is_told_how_to_be_sent(brand: bytes) -> None:
    with pytest.raises(InvalidInput, match="page-heic"):
        media_type(b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0mif1heic" + bytes(64))


def test_how_many_pixels_is_read_before_any_of_them() -> None:
    """A picture that is cut off right after its header is too large already, not broken."""
    assert media_type(_png(8000, MOST_PIXELS // 8000)) == "image/png"
    with pytest.raises(InvalidInput, match="page-huge"):
        media_type(_png(8000, MOST_PIXELS // 8000 + 1))
    with pytest.raises(InvalidInput, match="page-huge"):
        media_type(_png(9400, 9400)[:100])


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"%PDF-1.4 ", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP"]),
)
def test_whatever_somebody_sends_is_a_kind_or_a_reason(content: bytes, beginning: bytes) -> None:
    with suppress(InvalidInput):
        assert media_type(beginning + content + b"%%EOF" * beginning.startswith(b"%PDF"))


async def test_files_are_looked_at_apart_and_one_at_a_time(harness: Harness) -> None:
    under_way: list[int] = []

    async def counting() -> None:
        while True:
            under_way.append(len(_children()))
            await asyncio.sleep(0.01)

    counter = asyncio.get_running_loop().create_task(counting())
    seen = await asyncio.gather(*(inspect_page(harness.services, photo(number)) for number in range(3)))
    counter.cancel()
    assert [each.media_type for each in seen] == ["image/jpeg"] * 3
    assert max(under_way) == 1
    assert not _children()


async def test_one_that_takes_too_long_is_refused_and_the_next_is_looked_at(
    harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as hurried:
        hurried.setattr(inspection, "_SECONDS", 0.001)
        with pytest.raises(InvalidInput, match="page-huge"):
            await inspect_page(harness.services, photo(1))
    began = monotonic()
    assert (await inspect_page(harness.services, PDF)).media_type == "application/pdf"
    assert monotonic() - began < 20


def _children() -> list[str]:
    found = [pid for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()]
    named = []
    for pid in found:
        try:
            named.append(Path("/proc", pid, "cmdline").read_bytes())
        except OSError:
            continue
    return [name.decode() for name in named if child.__name__.encode() in name or b"applications" in name]
