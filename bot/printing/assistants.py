"""Papers of an assistant's work, in both languages: the person's consent to sign, and the slip to take a case over."""

from io import BytesIO

import segno

from bot.domain.cases.case import Case
from bot.domain.codes import in_fours
from bot.printing.typeset import typeset
from bot.services.cases.facts import short_name
from bot.texts import LANGUAGES, TextRef, Texts

_CONSENT_WORDS = ("title", "hand", "iin", "date", "signature")
_SLIP_WORDS = ("title", "case", "person", "by", "how", "once", "care")


async def consent_paper(texts: Texts, *, person: str, assistant: str, operator: TextRef) -> bytes:
    """Return an A4 page to be signed by hand."""
    names = {"person": person, "assistant": assistant, "operator": operator}
    said = {
        language: {
            **{word: texts.plain(language, f"consent-paper-{word}") for word in _CONSENT_WORDS},
            "text": texts.plain(language, "assistant-consent-text", **names),
        }
        for language in LANGUAGES
    }
    return await typeset("consent_paper", {"said": said, "person": person})


async def takeover_slip(texts: Texts, case: Case, *, code: str, link: str) -> bytes:
    """Return an A5 slip for the person, who is told short, for whoever may find it."""
    said = {language: {word: texts.plain(language, f"slip-{word}") for word in _SLIP_WORDS} for language in LANGUAGES}
    qr = BytesIO()
    segno.make(link, error="m", micro=False).save(qr, kind="svg", border=0, scale=4)
    told = {
        "number": case.code,
        "person": short_name(case.answers),
        "assistant": str(case.answers["assistant"]),
        "code": in_fours(code),
    }
    return await typeset("takeover_slip", {"said": said, "qr": qr.getvalue().decode(), **told})
