"""What a file really is, by its content and never by its name."""

import io
import warnings
import zipfile

import puremagic
from PIL import Image, UnidentifiedImageError

from bot.domain.errors import InvalidInput
from bot.services.received_files.active_pdf import check_pdf

MAX_BYTES = 20 * 1024 * 1024
"""What Telegram lets a bot download."""

_IMAGES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
PDF = "application/pdf"
# What phones of Apple and others save photos as (ISO/IEC 23008-12); nothing here opens it.
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif"})
_VIDEOS = frozenset({"video/mp4", "video/quicktime", "video/3gpp", "video/x-m4v"})


_SMALL_SIDE = 1000
MOST_PIXELS = 40_000_000
"""A page at 600 dpi has 35 million; what has more is made to swell, or is no photo of a page."""


def media_type(content: bytes, *, video: bool = False) -> str:
    """Return the media type of a photo, a PDF or, where it is allowed, a video.

    Raises `InvalidInput`: `page-empty`, `page-large` (param `max`, in MB), `page-type` (something else), `page-heic`
    (a photo only some phones open), `page-video` (a video where none is asked), `page-huge` (too many pixels),
    `page-unreadable` (broken or cut off), `page-locked` (a PDF with a password), `page-active` (a PDF that does
    something), `page-double` (something else inside as well). Decodes what somebody made: call it in a process apart
    (`inspect_page`).
    """
    if not content:
        raise InvalidInput("page-empty")
    if len(content) > MAX_BYTES:
        raise InvalidInput("page-large", max=MAX_BYTES // 1024 // 1024)
    kind = _kind(content, video=video)
    if kind in _IMAGES:
        _decode(content, _IMAGES[kind])
    if kind == PDF:
        check_pdf(content)
    if zipfile.is_zipfile(io.BytesIO(content)) or (kind != PDF and b"%PDF-" in content[:1024]):
        raise InvalidInput("page-double")
    return kind


def _kind(content: bytes, *, video: bool) -> str:
    kinds = _kinds(content)
    if image := next((kind for kind in _IMAGES if kind in kinds), None):
        return image
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return PDF
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        raise InvalidInput("page-heic")
    if found := next((kind for kind in kinds if kind.startswith("video/")), None):
        if video and found in _VIDEOS:
            return found
        raise InvalidInput("page-type" if video else "page-video")
    raise InvalidInput("page-type")


def _kinds(content: bytes) -> list[str]:
    try:
        return [match.mime_type for match in puremagic.magic_string(content)]
    except (puremagic.PureError, ValueError):
        return []


def _decode(content: bytes, form: str) -> None:
    """Decode it, as small as its format allows; its size is known before from its header."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[form]) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise InvalidInput("page-huge")
                image.draft("L", (_SMALL_SIDE, _SMALL_SIDE))
                image.load()
    except Image.DecompressionBombError as error:
        raise InvalidInput("page-huge") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise InvalidInput("page-unreadable") from error
