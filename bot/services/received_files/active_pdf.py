"""PDFs that do something when they are opened, or hold something else: nothing a clerk should be handed.

Names are looked for in the whole file and in every stream that unpacks, after `#4A` is read as `J` (ISO 32000-1,
7.3.5). Streams of objects packed in ways this does not read are refused: what is in them cannot be told.
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress

from bot.domain.errors import InvalidInput

_ACTIVE = re.compile(
    rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA(?=\s*[\[\d])|SubmitForm|ImportData|GoTo[ER]|Rendition|Movie|Sound)\b"
)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"stream\r?\n")
_HEAD = 1024
"""How far before a stream its dictionary may begin."""
_ROOM = 64 * 1024 * 1024
_BLOCK = 16 * 1024
_OBJECTS = re.compile(rb"/ObjStm\b")
_OTHER_PACKING = re.compile(rb"/(LZW|ASCII85|ASCIIHex|RunLength|Crypt)\w*|/Predictor\b|/(AHx|A85|LZW|RL)\b")
_END = b"%%EOF"


def check_pdf(content: bytes) -> None:
    """Raise `InvalidInput`: `page-unreadable`, `page-locked`, `page-active`, `page-double`."""
    if _END not in content[-2048:]:
        raise InvalidInput("page-unreadable")
    if b"/Encrypt" in content:
        raise InvalidInput("page-locked")
    if any(_ACTIVE.search(_plain(part)) for part in (content, *_unpacked(content))):
        raise InvalidInput("page-active")
    # Some programs leave a few bytes there; a page or a script begins with a bracket.
    if b"<" in content[content.rindex(_END) :]:
        raise InvalidInput("page-double")


def _plain(part: bytes) -> bytes:
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), part)


def _unpacked(content: bytes) -> Iterator[bytes]:
    room = _ROOM
    for start in _STREAM.finditer(content):
        head = _plain(content[max(0, start.start() - _HEAD) : start.start()])
        head = head[head.rfind(b" obj") + 1 :]
        if _OBJECTS.search(head) and _OTHER_PACKING.search(head):
            raise InvalidInput("page-unreadable")
        if b"Image" in head and b"/ObjStm" not in head:
            continue
        unpacked = _inflate(content, start.end(), room)
        room -= len(unpacked)
        if room <= 0:
            raise InvalidInput("page-unreadable")
        yield unpacked


def _inflate(content: bytes, start: int, room: int) -> bytes:
    """Return what unpacks there, up to a byte more than there is room for, as far as it is packed like that."""
    unpacker, unpacked = zlib.decompressobj(), bytearray()
    with suppress(zlib.error):
        for place in range(start, len(content), _BLOCK):
            unpacked += unpacker.decompress(content[place : place + _BLOCK], room + 1 - len(unpacked))
            if unpacker.eof or unpacker.unconsumed_tail:
                break
    return bytes(unpacked)
