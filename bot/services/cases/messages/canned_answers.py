"""The staff's ready answers, `data/cases/canned_answers.toml`: read at each use, so that an edited list counts at
once.
"""

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from bot.data_files import DATA
from bot.services.data_problems import first_problem

CANNED = DATA / "cases" / "canned_answers.toml"
_Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


class CannedError(Exception):
    """The list is not what it should be: where and why, in one line."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Titles(_Part):
    """What the staff's button says."""

    kk: _Title
    ru: _Title


class Words(_Part):
    """What the person reads."""

    kk: _Text
    ru: _Text


class CannedAnswer(_Part):
    """One ready answer in both languages."""

    id: str = Field(pattern=r"^[a-z][a-z-]{0,20}$")
    title: Titles
    text: Words


_LIST = TypeAdapter(tuple[CannedAnswer, ...])


def canned_answers(path: Path = CANNED) -> dict[str, CannedAnswer]:
    """Return the answers by id, in the list's order; raise CannedError with what is wrong with the file."""
    try:
        answers = _LIST.validate_python(tomllib.loads(path.read_text(encoding="utf-8")).get("answer", []))
    except tomllib.TOMLDecodeError as error:
        raise CannedError(str(error)) from None
    except ValidationError as error:
        raise CannedError(first_problem(error)) from None
    by_id = {answer.id: answer for answer in answers}
    if len(by_id) < len(answers):
        raise CannedError("two answers have one id")
    return by_id
