"""Other spellings of a phrase that the skeleton does not bring together by itself: Latin habits, slips, fillers.

Made when the model is trained, from a seed, so that the same phrases give the same model.
"""

from random import Random

_LATIN = {
    "а": "a", "ә": "aáä", "б": "b", "в": "vw", "г": "g", "ғ": "gǵ", "д": "d", "е": "e", "ж": "jj", "з": "z", "и": "iy",
    "й": "yij", "к": "k", "қ": "qqk", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "oó", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "uuw", "ұ": "u", "ү": "uú", "ф": "f", "х": "hhx", "һ": "h", "ц": "ccs", "ы": "yyi",
    "і": "i", "э": "e", "ё": "e", "ь": "'j", "ъ": "'",
}  # fmt: skip
_PAIRS = {"ш": ("sh", "w", "s"), "щ": ("sh", "sch"), "ч": ("ch", "4"), "ж": ("zh", "j"), "я": ("ya", "ja", "ia"),
          "ю": ("yu", "ju", "iu"), "ц": ("ts", "c"), "х": ("kh", "h")}  # fmt: skip
_FILLERS = (
    "сәлеметсіз бе {}", "салем {}", "здравствуйте {}", "добрый день {}", "{} айтыңызшы", "{} көмектесіңізші",
    "подскажите пожалуйста {}", "скажите {}", "{} подскажите", "{} пожалуйста", "а {}", "{} рахмет", "{} срочно",
    "{} тез керек", "маған {}", "мне {}", "{} өтінемін", "можете сказать {}", "білесіз бе {}", "хотел узнать {}",
)  # fmt: skip


def latin(phrase: str, random: Random) -> str:
    """Write a phrase in Latin letters as people do, not by one table."""
    return "".join(_latin_letter(char, random) for char in phrase.lower())


def slip(phrase: str, random: Random) -> str:
    """Make a slip or two: a letter lost, doubled, changed for its neighbour, two letters swapped, a space lost."""
    for _ in range(1 + (len(phrase) > 25)):
        place = random.randrange(len(phrase))
        before, char, after = phrase[:place], phrase[place], phrase[place + 1 :]
        kind = random.randrange(5)
        if char.isdigit():
            continue
        if kind == 0 or char == " ":
            phrase = before + after
        elif kind == 1:
            phrase = before + char + char + after
        elif kind == 2 and after and not after[0].isdigit():
            phrase = before + after[0] + char + after[1:]
        elif kind == 3:
            phrase = before + random.choice("аеиоутнлкрсм") + after
        elif char in "аеёиоуыэюяәіөүұ":
            phrase = before + after
        if not phrase:
            return char
    return phrase


def filled(phrase: str, random: Random) -> str:
    """Say it politely, or in a hurry."""
    return random.choice(_FILLERS).format(phrase)


def variants(phrase: str, random: Random) -> list[str]:
    """Return the phrase and its other spellings."""
    return [
        phrase,
        latin(phrase, random),
        slip(phrase, random),
        filled(phrase, random),
        latin(slip(phrase, random), random),
        slip(filled(phrase, random), random),
    ]


def _latin_letter(char: str, random: Random) -> str:
    if char in _PAIRS and (char not in _LATIN or random.random() < 0.4):
        return random.choice(_PAIRS[char])
    return random.choice(_LATIN[char]) if char in _LATIN else char
