"""What a file really is, by its content and never by its name."""

import io
import warnings

import puremagic
from PIL import Image, UnidentifiedImageError

from bot.domain.errors import InvalidInput

MAX_BYTES = 20 * 1024 * 1024
"""What Telegram lets a bot download."""

_IMAGES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
PDF = "application/pdf"
_VIDEOS = frozenset({"video/mp4", "video/quicktime", "video/3gpp", "video/x-m4v"})


def media_type(content: bytes, *, video: bool = False) -> str:
    """Return the media type of a photo, a PDF or, where it is allowed, a video.

    Raises `InvalidInput`: `page-empty`, `page-large` (param `max`, in MB), `page-type` (something else),
    `page-video` (a video where none is asked), `page-unreadable` (broken or cut off), `page-locked` (a PDF with a
    password). Blocks for as long as decoding an image takes: call it in a thread.
    """
    if not content:
        raise InvalidInput("page-empty")
    if len(content) > MAX_BYTES:
        raise InvalidInput("page-large", max=MAX_BYTES // 1024 // 1024)
    kinds = _kinds(content)
    if image := next((kind for kind in _IMAGES if kind in kinds), None):
        _decode(content, _IMAGES[image])
        return image
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return _check_pdf(content)
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


_BROKEN = (UnidentifiedImageError, Image.DecompressionBombWarning, Image.DecompressionBombError)


def _decode(content: bytes, form: str) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[form]) as image:
                image.load()
    except (*_BROKEN, OSError, SyntaxError, ValueError) as error:
        raise InvalidInput("page-unreadable") from error


def _check_pdf(content: bytes) -> str:
    if b"%%EOF" not in content[-2048:]:
        raise InvalidInput("page-unreadable")
    if b"/Encrypt" in content:
        raise InvalidInput("page-locked")
    return PDF
