"""What to bring to a visit: only what a source states for certain; for everything else there is 1414 (product X7)."""

from collections.abc import Iterable
from functools import cache

from bot.data_files import rows
from bot.domain.bilingual import Names
from bot.texts import Bilingual, TextRef

_IDENTITY = Names("жеке куәлік", "удостоверение личности")


def papers_for(services: Iterable[str]) -> list[Names]:
    """Return the papers for these services in the table's order, each once; none where no source names any."""
    wanted = set(services)
    return list(dict.fromkeys(names for service, names in _papers() if service in wanted))


def bring_text(services: Iterable[str]) -> TextRef:
    """Say what to bring, the identity card always; whom to ask where no source names the papers."""
    papers = papers_for(services)
    if not papers:
        return TextRef("booking-bring-ask")
    papers = list(dict.fromkeys([_IDENTITY, *papers]))
    listed = Bilingual("; ".join(names.kk for names in papers), "; ".join(names.ru for names in papers))
    return TextRef("booking-bring", {"papers": listed})


@cache
def _papers() -> list[tuple[str, Names]]:
    stated = (row for row in rows("queue/papers.csv") if row["confidence"] == "high")
    return [(row["service"], Names(row["name_kk"], row["name_ru"])) for row in stated]
