"""Whether a person's own words about a plan say «no»: they are never taken for consent (product A9)."""

import re

_FOLDED = str.maketrans("әіңғүұқөһё", "аингуукохе")
"""Kazakh is often typed with Russian letters."""
_NOT_AGAINST = re.compile(r"\b(не против|не возража\w+|возражени\w+ нет|карсы емес\w*|карсылыгым жок)\b")
_NO = re.compile(
    r"\b(келиспе\w+|бас тарт\w+|карсымын|карсы|кол коймай\w+|каламай\w+|орындамай\w+|истемей\w+|кабылдамай\w+"
    r"|не соглас\w+|несоглас\w+|отказ|отказыва\w+|откажусь|возража\w+|против|не подпи\w+|не буд\w+|не хоч\w+"
    r"|не прин(има|ял|яла)\w*)\b"
)
_BARE_NO = re.compile(r"^(жок|нет|no)\b|\b(керек емес|не надо|не нужн\w+)\b")
_YES = re.compile(r"\b(келисе\w+|келистим|кабылдайм\w+|соглас\w+|соглаша\w+|принимаю)\b")


def says_no(words: str) -> bool:
    """Tell whether the words refuse; a «no» beside plain consent («нет вопросов, согласен») does not."""
    plain = _NOT_AGAINST.sub(" ", " ".join(words.casefold().translate(_FOLDED).split()))
    if _NO.search(plain):
        return True
    return bool(_BARE_NO.search(plain)) and not _YES.search(plain)
