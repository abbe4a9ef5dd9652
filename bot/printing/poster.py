"""The poster for a ЦОН's door: its name and the QR by which whoever booked checks in, in both languages."""

from io import BytesIO

import segno

from bot.printing.typeset import typeset
from bot.services.branches.directory import Place
from bot.services.queue.texts import both
from bot.texts import LANGUAGES, Texts


async def entrance_poster(place: Place, *, link: str, texts: Texts) -> bytes:
    """Return an A4 page as PDF; ``link`` is the branch's signed check-in link."""
    name = both(place.branch.names)
    said = {
        language: {
            "branch": texts.plain(language, "queue-name", name=name),
            "title": texts.plain(language, "poster-title"),
            "how": texts.plain(language, "poster-how"),
            "none": texts.plain(language, "poster-without-booking"),
        }
        for language in LANGUAGES
    }
    return await typeset("entrance_poster", {"said": said, "qr": entrance_qr(link)})


def entrance_qr(link: str) -> str:
    """Return the QR as SVG; a quarter of it may be worn off."""
    out = BytesIO()
    segno.make(link, error="q", micro=False).save(out, kind="svg", border=0, scale=4)
    return out.getvalue().decode()
