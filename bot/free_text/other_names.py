"""Other names of choices: of answers, and of regions by their centres, towns, short and former names."""

import re
from collections.abc import Mapping
from functools import cache

from bot.data_files import regions, rows

_SHORTEST = 3


def also_called(data: str) -> tuple[str, ...]:
    """Return the other names of what the data of a choice ends with: a region's code, or the word of an answer."""
    choice = re.split(r"[:/]", data)[-1]
    return _regions().get(choice) or _answers().get(choice, ())


@cache
def _answers() -> Mapping[str, tuple[str, ...]]:
    return {row["choice"]: tuple(row["names"].split(", ")) for row in rows("free_text/answers.csv")}


@cache
def _regions() -> Mapping[str, tuple[str, ...]]:
    centres = {row["kato"]: (row["centre_kk"], row["centre_ru"]) for row in rows("branches/regions.csv")}
    towns = {row["region"]: row["names"].split(", ") for row in rows("branches/towns.csv")}
    return {
        kato: tuple(dict.fromkeys((*centres[kato], *towns.get(kato, ()), *_short(names.kk), *_short(names.ru))))
        for kato, names in regions().items()
    }


def _short(name: str) -> tuple[str, ...]:
    """Return the initials of a name of several words: «Шығыс Қазақстан облысы» is «ШҚО»."""
    initials = "".join(word[0] for word in name.replace("-", " ").split())
    return (initials,) if len(initials) >= _SHORTEST else ()
