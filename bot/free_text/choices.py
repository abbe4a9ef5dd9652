"""Which choice on the screen typed words name: its label in any spelling, a part of it, its number, a day, a time.

What is named for sure is pressed; what is only near is offered. A choice that acts for good is named by its whole label
alone, or by a «yes» where that is the question.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum
from functools import lru_cache

from bot.free_text.moments import day_of, moment_named
from bot.free_text.normalize import words_of
from bot.free_text.ordinals import ordinal_of
from bot.free_text.spelling import alike

MOST_OFFERED = 5
_LAYOUT = str.maketrans("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё")


class Kind(Enum):
    """What a press of a choice does."""

    ANSWER = "answers the question, or leads on"
    WAY = "leads back, home or past the question"
    ACT = "acts for good"


class Closeness(IntEnum):
    """How plainly words name what they name: something near, one of several, or one thing for sure."""

    NEAR = 1
    PLAIN = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """A button as it can be named: its labels in the person's language and the other, whether «yes» or «no» means it,
    what else it is called.
    """

    data: str
    labels: tuple[str, ...]
    kind: Kind = Kind.ANSWER
    yes: bool = False
    no: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """The data of what was named, the likeliest first; what is sure is one, and may be pressed."""

    data: tuple[str, ...] = ()
    closeness: Closeness = Closeness.NEAR


NOTHING = Named()
_Found = Sequence[Choice]


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return words_of(text)


def _set(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


_YES = _set(
    "да иә ия ага угу ок окей ok okey okay yes конечно верно точно правильно так дұрыс әрине болады жарайды мақұл"
    " хорошо ладно согласен согласна согласны келісемін келісем + плюс есть бар"
)
_NO = _set("нет не неа нету жоқ йоқ no nope емес болмайды келіспеймін келіспеймiн отказываюсь против керекемес")
_BESIDE = _set("все всё это надо нужно хочу керек қажет спасибо рахмет пожалуйста мен я мы біз и с")
_YES_FIRST, _NO_FIRST = _set("да иә"), _set("нет жоқ")
_TELL_NOTHING = _BESIDE | _set(
    "мне нам меня у в на по для из о об к со за от а ну вот то мой моя мое мои живу тұрамын тұрам маған менің менде"
    " келеді едім еді деп болса берші беріңіз беріңізші кнопка нажать выбираю выбрать выберу таңдаймын таңдау вариант"
    " пункт номер хотел хотела хотелось бы можно пожалуйста өтінемін здравствуйте сәлеметсіз бе мын осы эта этот"
)


def named(typed: str, choices: Sequence[Choice], today: date, *, counts: bool = True, loosely: bool = True) -> Named:
    """Return what the words name among the choices.

    With ``counts`` a number alone is the place in the list; ``loosely`` also finds a label among words that say more.
    """
    said = _words(typed[:300])
    if not said:
        return NOTHING
    found = (
        _whole(said, choices)
        or _yes_or_no(said, choices)
        or _moment(typed, choices, today)
        or _part(said, choices, loosely=loosely)
        or (_number(typed, said, choices) if counts else None)
        or (_near(said, choices) if loosely else None)
    )
    return found or _by_other_layout(typed, choices) or NOTHING


def whole_label(typed: str, choices: Sequence[Choice]) -> Named:
    """Return the one choice whose label is typed as it stands, in any spelling."""
    return _whole(_words(typed[:300]), choices) or NOTHING


def denies(typed: str) -> bool:
    """Tell words that say «no»."""
    return bool(_NO & set(_words(typed[:300])))


def _by_other_layout(typed: str, choices: Sequence[Choice]) -> Named | None:
    """Read what was typed while the keyboard was a Latin one: «ytn» is «нет»."""
    if not typed.isascii() or not any(letter.isalpha() for letter in typed):
        return None
    said = _words(typed[:300].lower().translate(_LAYOUT))
    return _whole(said, choices) or _yes_or_no(said, choices) or _part(said, choices, loosely=False)


def _offer(found: _Found, closeness: Closeness = Closeness.PLAIN) -> Named | None:
    data = tuple(dict.fromkeys(choice.data for choice in found))
    return Named(data, closeness) if 0 < len(data) <= MOST_OFFERED else None


def _press(found: _Found) -> Named | None:
    """Press the only one, and offer several."""
    data = tuple(dict.fromkeys(choice.data for choice in found))
    return Named(data, Closeness.SURE) if len(data) == 1 else _offer(found)


def _whole(said: tuple[str, ...], choices: Sequence[Choice]) -> Named | None:
    if not said:
        return None
    same = [choice for choice in choices if any(_words(label) == said for label in choice.labels)]
    days = sorted((choice for choice in same if day_of(choice.data)), key=lambda choice: choice.data)
    return _press(days[:1] or same)


def _yes_or_no(said: tuple[str, ...], choices: Sequence[Choice]) -> Named | None:
    spoken = set(said) - _BESIDE
    if not spoken or spoken - _YES - _NO:
        return None
    acts = [choice for choice in choices if choice.kind is Kind.ACT]
    if spoken & _NO:
        back = [choice for choice in choices if choice.kind is Kind.WAY and not choice.data.endswith("home")]
        asked = acts or [choice for choice in choices if choice.yes]
        meant = [choice for choice in choices if choice.no] or _beginning(_NO_FIRST, choices)
        return _press(meant or (back[:1] if asked else []))
    meant = [choice for choice in choices if choice.yes] or _beginning(_YES_FIRST, choices)
    return _press(meant) or _offer(acts)


def _beginning(first: frozenset[str], choices: Sequence[Choice]) -> list[Choice]:
    return [
        choice for choice in choices if any(_words(label)[:1] and _words(label)[0] in first for label in choice.labels)
    ]


def _moment(typed: str, choices: Sequence[Choice], today: date) -> Named | None:
    found = moment_named(typed, [(choice.data, choice.labels[0]) for choice in choices], today)
    by_data = {choice.data: choice for choice in choices}
    return _press([by_data[data] for data in found])


def _part(said: tuple[str, ...], choices: Sequence[Choice], *, loosely: bool) -> Named | None:
    spoken = tuple(word for word in said if word not in _TELL_NOTHING) or said
    ranked: dict[int, list[Choice]] = {}
    for choice in choices:
        rank = max((_rank(said, spoken, _words(label)) for label in (*choice.labels, *choice.also)), default=0)
        ranked.setdefault(rank, []).append(choice)
    best = max(ranked, default=0)
    if best == 1 and not loosely:
        return None
    return _careful(said, ranked[best]) if best else None


def _rank(said: tuple[str, ...], spoken: tuple[str, ...], label: tuple[str, ...]) -> int:
    """Return how much of the label is said: all, its beginning, some, or it among other words; 0 for nothing."""
    if not label or not spoken:
        return 0
    if len(label) == len(spoken) and _each(spoken, label):
        return 5 if spoken == label else 4
    if _each(said, label[: len(said)]) and len(said) <= len(label):
        return 3
    if all(any(alike(word, each) for each in label) for word in spoken) and any(len(word) > 2 for word in spoken):
        return 2
    telling = tuple(word for word in label if word not in _TELL_NOTHING)
    within = telling and all(any(alike(word, each) for word in said) for each in telling)
    return 1 if within and (sum(map(len, telling)) >= 4 or set(telling) <= set(said)) else 0


def _each(said: Sequence[str], label: Sequence[str]) -> bool:
    return len(said) == len(label) and all(alike(word, each) for word, each in zip(said, label, strict=True))


def _careful(said: tuple[str, ...], found: _Found) -> Named | None:
    """Press what was named in part, unless it acts for good or the words deny what the label says."""
    denied = [choice for choice in found if _denied(said, choice)]
    if denied and len(denied) == len(found):
        return _offer([choice for choice in found if choice.kind is not Kind.ACT])
    found = [choice for choice in found if choice not in denied]
    if any(choice.kind is Kind.ACT for choice in found):
        return _offer(found)
    return _press(found)


def _denied(said: tuple[str, ...], choice: Choice) -> bool:
    return bool(_NO & set(said)) and not any(_NO & set(_words(label)) for label in (*choice.labels, *choice.also))


def _number(typed: str, said: tuple[str, ...], choices: Sequence[Choice]) -> Named | None:
    """Take the number of an item; labels that are numbers are no list to count."""
    place = ordinal_of(typed, said)
    items = [choice for choice in choices if choice.kind is not Kind.WAY]
    counted = [choice for choice in items if any(word.isalpha() for word in _words(choice.labels[0]))]
    if not place or len(counted) * 2 < len(items) or not -1 <= place <= len(counted):
        return None
    found = [counted[place - 1] if place > 0 else counted[-1]]
    return _offer(found) if found[0].kind is Kind.ACT else _press(found)


def _near(said: tuple[str, ...], choices: Sequence[Choice]) -> Named | None:
    """Offer what shares the most telling words."""
    telling = [word for word in said if len(word) >= 4 and word not in _TELL_NOTHING]
    shared: dict[int, list[Choice]] = {}
    for choice in choices:
        every = {each for label in (*choice.labels, *choice.also) for each in _words(label) if len(each) >= 4}
        count = sum(any(alike(word, each) for each in every) for word in telling)
        if choice.kind is not Kind.WAY and not _denied(said, choice):
            shared.setdefault(count, []).append(choice)
    best = max(shared, default=0)
    return _offer(shared[best], Closeness.NEAR) if best and best * 3 >= len(telling) else None
