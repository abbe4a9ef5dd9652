"""The rules every text keeps."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from html.parser import HTMLParser
from pathlib import Path

from bot.texts.check.files import BrokenFileError, Text, read_language
from bot.texts.check.uses import Named, Uses, form_keys, read_code

CODE = ("bot", "dialogs", "handlers", "storage")
LONGEST_BUTTON = 40
LONGEST_MESSAGE = 4096
# Both languages stand in these, or a language's own name.
BILINGUAL = ("start-language", "start-language-press", "language-", "button-language", "command-language", "bot-short")
# Words that Kazakh and Russian write alike.
SAME_WORDS = frozenset(
    (
        "талон",
        "бронь",
        "телефон",
        "профиль",
        "код",
        "банк",
        "паспорт",
        "план",
        "файл",
        "стипендия",
        "км",
        "плакат",
        "мин",
    )
)
_TAGS = frozenset(("a", "b", "blockquote", "code", "i", "pre", "s", "tg-spoiler", "u"))
_KAZAKH = re.compile("[ӘәҒғҚқҢңӨөҰұҮүҺһІі]")
_RUSSIAN = re.compile("[Ёё]")
_NUMBER = re.compile(r"(?:#|N°|No\.)\s?[\d{]|№[\d{]")
_FAMILIES = ("error-", "refusal-")
# Values that never come to be said: a draft is nobody's case yet, another flaw is told in the specialist's own words.
_UNSAID = frozenset(("case-state-draft", "intake-short-draft", "staff-state-draft", "reshoot-why-other"))


def check(root: Path) -> list[str]:
    """Return a line for each thing that is wrong with the texts of the project at ``root``."""
    try:
        kazakh, russian = (read_language(root / "locales" / language) for language in ("kk", "ru"))
    except BrokenFileError as error:
        return [str(error)]
    uses = read_code(root, CODE)
    forms = list(form_keys(root / "data" / "forms"))
    problems = [*_same_shape(kazakh, russian)]
    for language, files in (("kk", kazakh), ("ru", russian)):
        texts = [text for file in files.values() for text in file]
        problems += [f"{language}: {problem}" for text in texts for problem in _form(text, language, uses)]
    by_key = {text.key: text for file in kazakh.values() for text in file}
    problems += _alike(kazakh, russian)
    return [*problems, *_named(by_key, uses, forms), *_raised(by_key, uses), *_unused(by_key, uses, forms)]


def _same_shape(kazakh: dict[str, list[Text]], russian: dict[str, list[Text]]) -> Iterator[str]:
    for name in sorted(kazakh.keys() ^ russian.keys()):
        yield f"{name}: is in one language only"
    for name in sorted(kazakh.keys() & russian.keys()):
        first, second = ([text.key for text in files[name]] for files in (kazakh, russian))
        yield from (f"{name}: {key} is in one language only" for key in sorted(set(first) ^ set(second)))
        if sorted(first) == sorted(second) and first != second:
            key = next(one for one, other in zip(first, second, strict=True) if one != other)
            yield f"{name}: the order differs from {key} on"
    for key, text, other in _pairs(kazakh, russian):
        if text.variables != other.variables:
            yield f"{text.file}: {key}: variables differ: {sorted(text.variables)} and {sorted(other.variables)}"
    for files in (kazakh, russian):
        keys = [text.key for file in files.values() for text in file]
        yield from (f"{key}: written twice" for key in sorted({key for key in keys if keys.count(key) > 1}))


def _pairs(kazakh: dict[str, list[Text]], russian: dict[str, list[Text]]) -> Iterator[tuple[str, Text, Text]]:
    there = {text.key: text for file in russian.values() for text in file}
    for file in kazakh.values():
        yield from ((text.key, text, there[text.key]) for text in file if text.key in there)


def _form(text: Text, language: str, uses: Uses) -> Iterator[str]:
    where = f"{text.file}: {text.key}"
    if text.key in uses.buttons or (text.key not in uses.literals and _put_together(text.key, uses.buttons)):
        if len(re.sub(r"\{[^}]*\}", "…", text.words)) > LONGEST_BUTTON:
            yield f"{where}: longer than {LONGEST_BUTTON} characters, too long for a button"
        if "<" in text.words:
            yield f"{where}: a button has no markup"
    if len(text.words) > LONGEST_MESSAGE:
        yield f"{where}: longer than {LONGEST_MESSAGE} characters"
    yield from (f"{where}: {problem}" for part in (text.words, *text.variants) for problem in _markup(part))
    if _NUMBER.search(text.words):
        yield f"{where}: a number of something is written «№ …»"
    if not text.key.startswith(BILINGUAL):
        letters = (_KAZAKH if language == "ru" else _RUSSIAN).search(text.words)
        if letters:
            yield f"{where}: the letter {letters[0]} is of the other language"


def _put_together(key: str, patterns: set[str]) -> bool:
    return any(fnmatchcase(key, pattern) for pattern in patterns if "*" in pattern)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the library's signature
        self.open.append(tag)
        if tag not in _TAGS:
            self.problems.append(f"Telegram knows no <{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> closes nothing")


def _markup(words: str) -> list[str]:
    tags = _Tags()
    tags.feed(words)
    tags.close()
    return [*tags.problems, *(f"<{tag}> is not closed" for tag in tags.open)]


def _alike(kazakh: dict[str, list[Text]], russian: dict[str, list[Text]]) -> Iterator[str]:
    for key, text, other in _pairs(kazakh, russian):
        if text.words == other.words and not key.startswith(BILINGUAL):
            bare = re.sub(r"\{[^}]*\}|<[^>]*>", " ", text.words).lower()
            words = set(re.findall(r"[а-яёәғқңөұүһі-]+", bare)) - SAME_WORDS - {"-"}
            if words:
                yield f"{text.file}: {key}: the same in both languages: {text.words!r}"


def _named(texts: dict[str, Text], uses: Uses, forms: list[Named]) -> Iterator[str]:
    put_together = [named for named in uses.named if "*" in named.key]
    for named in (*uses.named, *forms):
        if named.key.removesuffix("*") not in _UNSAID and not any(fnmatchcase(key, named.key) for key in texts):
            yield f"{named.where}: there is no text {named.key.replace('*', '…')}"
        elif (text := texts.get(named.key)) is not None and not _suits(text, named, texts):
            yield _misgiven(text, named, texts)
    for text in texts.values():
        if text.key not in uses.literals:
            naming = [named for named in put_together if fnmatchcase(text.key, named.key)]
            if naming and not any(_suits(text, named, texts) for named in naming):
                yield _misgiven(text, naming[0], texts)


def _suits(text: Text, named: Named, texts: dict[str, Text]) -> bool:
    """Tell whether the text gets its values there, and no others where they are spelled out for it."""
    needed, given = _needed(text, texts), named.args
    if given is None or given.possible is None or given.slot:
        return True
    return needed <= given.possible and (needed == given.possible or not given.spelled or "*" in named.key)


def _misgiven(text: Text, named: Named, texts: dict[str, Text]) -> str:
    given = named.args.possible if named.args else None
    return f"{named.where}: {text.key} is given {sorted(given or ())}, it needs {sorted(_needed(text, texts))}"


def _needed(text: Text, texts: dict[str, Text]) -> frozenset[str]:
    """Return the text's own variables and those of the texts within it."""
    inner = (texts[key] for key in text.mentions if key in texts)
    return text.variables.union(*(_needed(other, texts) for other in inner))


def _raised(texts: dict[str, Text], uses: Uses) -> Iterator[str]:
    for raised in uses.raised:
        found = [text for key, text in texts.items() if fnmatchcase(key, raised.key)]
        if not found:
            yield f"{raised.where}: there is no text {raised.key}"
        # A code put together from a variable may stand for texts that are raised elsewhere, too.
        for text in found if "*" not in raised.key else ():
            given = raised.args.possible if raised.args else None
            if given is not None and not text.variables <= given:
                yield f"{raised.where}: {text.key} is given {sorted(given)}, it needs {sorted(text.variables)}"


def _unused(texts: dict[str, Text], uses: Uses, forms: list[Named]) -> Iterator[str]:
    families = tuple(literal for literal in uses.literals if re.fullmatch(r"[a-z][a-z0-9-]*-", literal))
    named = {each.key for each in (*uses.named, *forms)}
    mentioned = {key for text in texts.values() for key in text.mentions}
    for key, text in texts.items():
        if key in uses.literals or key in mentioned or key in named:
            continue
        if key.startswith(_FAMILIES):
            code = key.partition("-")[2]
            if code not in uses.literals and not any(fnmatchcase(key, raised.key) for raised in uses.raised):
                yield f"{text.file}: {key}: nothing raises this code"
        elif not key.startswith(families):
            yield f"{text.file}: {key} is used nowhere"
