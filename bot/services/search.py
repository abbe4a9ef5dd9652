"""Looking for guides, questions about the payment and services by typed words (product G4, P5).

Words may be mistyped, in either language, in any letters.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from rapidfuzz import fuzz, process

from bot.free_text.normalize import tokens
from bot.services.branches.directory import tson_services
from bot.services.guides.library import load_guides
from bot.services.paper_services import link_of, offered_services, short_name_of
from bot.services.payments.faq import QUESTIONS, facts_of, reasons, topic_text
from bot.texts import Bilingual, TextRef, Texts

TITLE, BODY = 3.0, 1.0
# From which likeness a word counts as the same mistyped, and the share of a query that must be found.
LIKE, ENOUGH = 80, 0.6
SHORTEST = 3
_TELL_NOTHING = frozenset(
    tokens("қалай қайда қашан қандай керек үшін және бар ма бола болады деген мен маған ма ме ба бе па пе алу істеу"
          " как где когда какой какие надо нужно для и в на по с из от что это мне мой получить можно хочу сделать")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """Something that can be opened by its link; `context` is a line that tells what is inside."""

    link: str
    title: Bilingual
    context: Bilingual
    head: frozenset[str]
    body: frozenset[str]


def search(texts: Texts, query: str, limit: int = 5, prefix: str = "") -> list[SearchEntry]:
    """Return what has most of the words of a query, the best first; nothing when it has no word of ours.

    ``prefix`` is how the links of what is looked for begin.
    """
    wanted = [word for word in dict.fromkeys(tokens(query)) if len(word) >= SHORTEST and word not in _TELL_NOTHING][:8]
    if not wanted:
        return []
    likes = [_likeness(texts, word) for word in wanted]
    scored = [(_score(each, likes), each) for each in search_entries(texts) if each.link.startswith(prefix)]
    return [entry for score, entry in sorted(scored, key=lambda pair: -pair[0]) if score >= ENOUGH][:limit]


@cache
def search_entries(texts: Texts) -> tuple[SearchEntry, ...]:
    """Return all guides, questions about the payment and its reasons, paper services and services of the ЦОН."""
    guides = (
        _entry(
            f"guide_{guide.id}",
            Bilingual(guide.title.kk, guide.title.ru),
            Bilingual(_line(guide.answer.kk), _line(guide.answer.ru)),
            [step.kk + " " + step.ru for step in guide.steps] + [guide.answer.kk, guide.answer.ru],
        )
        for guide in load_guides()
    )
    services = (
        _entry(f"service_{each.code}", Bilingual(each.names.kk, each.names.ru), Bilingual("", ""), ())
        for each in tson_services().values()
    )
    appeals = (
        _entry(link_of(code), short_name_of(code), Bilingual("", ""), [f"{each.names.kk} {each.names.ru}"])
        for code, each in offered_services().items()
    )
    return (*guides, *(_of_payment(texts, topic) for topic in (*QUESTIONS, *reasons())), *appeals, *services)


def clear_search_entries() -> None:
    """Read the documents anew at the next search: the guides were edited."""
    search_entries.cache_clear()
    _vocabulary.cache_clear()


def _of_payment(texts: Texts, topic: str) -> SearchEntry:
    told = [fact.value for fact in facts_of(topic)] if topic in QUESTIONS else []
    body = [Bilingual(words.kk, words.ru) for words in told] or list(reasons().values())
    if topic in reasons():
        body = [_both(texts, TextRef(f"payment-reason-{topic}")), reasons()[topic]]
    title = _both(texts, TextRef("wish-payment", {"title": topic_text(topic)}))
    context = Bilingual(_line(body[0].kk), _line(body[0].ru))
    return _entry(f"payment_{topic}", title, context, [f"{words.kk} {words.ru}" for words in body])


def _both(texts: Texts, key: TextRef) -> Bilingual:
    return Bilingual(texts.plain("kk", key.key, **key.args), texts.plain("ru", key.key, **key.args))


def _entry(link: str, title: Bilingual, context: Bilingual, body: Iterable[str]) -> SearchEntry:
    head = frozenset(tokens(f"{title.kk} {title.ru}"))
    return SearchEntry(link, title, context, head, frozenset(word for text in body for word in _all_words(text)) - head)


def _all_words(text: str) -> list[str]:
    return [word for part in range(0, len(text), 500) for word in tokens(text[part : part + 560])]


def _line(text: str, longest: int = 90) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + "…"


@cache
def _vocabulary(texts: Texts) -> tuple[dict[str, float], list[str], list[str]]:
    """Return each word with how telling it is, all words, and their beginnings for comparing with shorter ones."""
    every = search_entries(texts)
    counts: dict[str, int] = {}
    for entry in every:
        for word in entry.head | entry.body:
            counts[word] = counts.get(word, 0) + 1
    known = sorted(word for word in counts if len(word) >= SHORTEST)
    return {word: log(1 + len(every) / counts[word]) for word in known}, known, [word[:5] for word in known]


def _likeness(texts: Texts, word: str) -> dict[str, float]:
    weights, known, _ = _vocabulary(texts)
    found = {
        match: score / 100
        for match, score, _ in process.extract(word, known, scorer=fuzz.ratio, score_cutoff=LIKE, limit=None)
    }
    for other in known:
        if other.startswith(word[:5]) and len(word) >= 4:
            found[other] = max(found.get(other, 0.0), 0.9)
    return {match: score * min(weights[match], 3.0) for match, score in found.items()}


def _score(entry: SearchEntry, likes: Sequence[dict[str, float]]) -> float:
    """Return the mean over the words of the best match, a title's counting three times; words had nowhere pull down."""
    best = [
        max((weight * (TITLE if word in entry.head else BODY) for word, weight in like.items()
             if word in entry.head or word in entry.body), default=0.0)
        for like in likes
    ]  # fmt: skip
    had = sum(1 for each in best if each) / len(best)
    return sum(best) / len(best) / TITLE * (had if had >= 0.5 else 0.0)
