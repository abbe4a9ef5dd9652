"""What is to be offered for a phrase: one thing, two, the nearest three, or an honest «not understood»."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.free_text.concepts import FOREIGN, anchors, concepts
from bot.free_text.features import STEM
from bot.free_text.model import load_model
from bot.free_text.normalize import tokens
from bot.free_text.phrases import OUTSIDE

# Chosen on the training phrases alone, a fold at a time (`python -m bench.intents`), never on the held-back ones.
SURE, EITHER, NEAR, LEAST = 0.80, 0.80, 0.10, 0.22
# One of these within reach of another means that nothing is guessed between them.
OPPOSITE = frozenset({"tson_book", "tson_cancel", "tson_rebook"})
OPPOSITE_REACH = 0.05
# What a phrase is about; with one of these a foreign word beside it does not matter.
OURS = frozenset({"tson", "p42500", "aak", "eds", "egov"})
NEGATION = frozenset({"не", "нет", "жок", "емес", "керекемес"})
LONGEST = 300
# Shorter words are particles and names of days, too many to have heard them all.
HEARD_FROM = 4


class Sureness(StrEnum):
    """How sure a reading is: it decides how much is offered."""

    SURE = "sure"
    EITHER = "either"
    NEAR = "near"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase may mean, the likeliest first, and the words that decided."""

    sureness: Sureness
    intents: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def read(text: str) -> Reading:
    """Read a phrase. It never acts: what comes of it are buttons."""
    typed = tokens(text)
    if not typed:
        return Reading(Sureness.NONE)
    model = load_model()
    reading = decide(model.chances(typed), typed, long=len(text) > LONGEST)
    if not reading.intents:
        return reading
    why = [word for word, weight in model.reasons(typed, reading.intents[0]).items() if weight > 0]
    return Reading(reading.sureness, reading.intents, tuple(why[:3]))


def decide(chances: Mapping[str, float], typed: list[str], *, long: bool = False) -> Reading:
    """Turn chances into what is offered. A phrase without one word of ours is never understood for sure."""
    outside = chances[OUTSIDE]
    ranked = [(intent, chance) for intent, chance in chances.items() if intent != OUTSIDE]
    (first, best), (second, next_best), *_ = ranked
    if outside >= best or best < LEAST:
        return Reading(Sureness.NONE)
    if not long and _anchored(first, typed):
        opposed = _opposed(chances, first, typed)
        if opposed:
            return Reading(Sureness.EITHER, opposed)
        if best >= SURE:
            return Reading(Sureness.SURE, (first,))
        if best + next_best >= EITHER and outside < NEAR:
            return Reading(Sureness.EITHER, (first, second))
    near = tuple(intent for intent, chance in ranked[:3] if chance >= 0.02)
    return Reading(Sureness.NEAR, near)


def _anchored(intent: str, typed: list[str]) -> bool:
    """Tell whether the phrase has a word of what it is said to be about, and none of another world.

    A word nobody ever used in a phrase may be of another world: «сдать машину в металлолом».
    """
    spoken = concepts(typed)
    meant = {name for name, _ in spoken}
    if not meant & OURS and (FOREIGN in meant or _unheard(typed, spoken)):
        return False
    return any(needed <= meant for needed in anchors().get(intent, (frozenset(),)))


def _unheard(typed: list[str], spoken: list[tuple[str, int]]) -> bool:
    """Tell whether a word of some length stands for nothing and is in no phrase, its beginning neither."""
    known, meant = load_model().vocabulary, {place for _, place in spoken}
    return any(
        place not in meant and len(word) >= HEARD_FROM and f"={word}" not in known and f"^{word[:STEM]}" not in known
        for place, word in enumerate(typed)
    )


def _opposed(chances: Mapping[str, float], first: str, typed: list[str]) -> tuple[str, ...]:
    if first not in OPPOSITE:
        return ()
    rivals = sorted(OPPOSITE - {first}, key=lambda intent: -chances[intent])
    denied = first == "tson_book" and bool(NEGATION & set(typed))
    reach = [intent for intent in rivals if chances[intent] >= OPPOSITE_REACH or (denied and intent == "tson_cancel")]
    return (first, *reach) if reach else ()
