"""From a rule's «no» to the text that tells a person."""

import re
from datetime import date, datetime

from bot.domain.bilingual import Names
from bot.domain.errors import DomainError, InvalidInput, Param
from bot.texts import Bilingual, LocalDate, LocalDateTime, TextRef, Texts, Value

_TAG = re.compile(r"</?\w+>")


def problem_key(problem: DomainError) -> TextRef:
    """Return the text of a wrong input (``error-…``) or of a refusal (``refusal-…``) with its values."""
    prefix = "error" if isinstance(problem, InvalidInput) else "refusal"
    return TextRef(f"{prefix}-{problem.code}", {name: _value(value) for name, value in problem.params.items()})


def terminal_text(texts: Texts, language: str, words: TextRef) -> str:
    """Return a text written for Telegram as a terminal shows it, without tags."""
    return _TAG.sub("", texts.plain(language, words.key, **words.args))


def _value(param: Param) -> Value:
    if isinstance(param, datetime):
        return LocalDateTime(int(param.timestamp()))
    if isinstance(param, Names):
        return Bilingual(param.kk, param.ru)
    return LocalDate.of(param) if isinstance(param, date) else param
