"""The individual plan and social contract on paper (domain §1.6 step 3, §4.2). No official form is imitated."""

from collections.abc import Sequence
from typing import Any

from bot.domain.cases.case import Case
from bot.domain.people.identifiers import mask_iin
from bot.printing.typeset import typeset
from bot.services.cases.facts import person_name
from bot.texts import LocalDateTime, Texts, Value

_WORDS = ("title", "subtitle", "party-person", "party-centre", "iin", "region", "date", "measure", "measures")
_CLAUSES = ("person", "centre", "agree", "sign")


async def print_plan(case: Case, measures: Sequence[str], texts: Texts, *, region: Value, now: int) -> bytes:
    """Return the PDF in the language of the application; measures are the specialist's words."""
    language = case.language
    words: dict[str, Any] = {word: texts.plain(language, f"plan-{word}") for word in _WORDS}
    return await typeset(
        "plan_contract",
        {
            "language": language,
            "words": words,
            "clauses": [texts.plain(language, f"plan-clause-{clause}") for clause in _CLAUSES],
            "code": case.code,
            "person": person_name(case.answers),
            "iin_masked": mask_iin(str(case.answers.get("iin", ""))),
            "region_name": texts.plain(language, "plan-value", value=region),
            "specialist": case.owner_name or "",
            "day": texts.render(language, LocalDateTime(now, style="day")),
            "list": list(measures),
        },
    )
