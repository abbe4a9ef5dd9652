"""The payment programmes of ``data/payments/programmes/`` (product P2), without anything of the running bot."""

from functools import cache
from pathlib import Path

from pydantic import ValidationError

from bot.data_files import DATA
from bot.domain.csv_cells import Entries
from bot.domain.payments.programmes import Programme
from bot.services.data_problems import first_problem

FOLDER = DATA / "payments" / "programmes"


class ProgrammeError(Exception):
    """A file is not what it should be: which one, where and why, in one line."""


@cache
def programmes() -> dict[str, Programme]:
    """Return every programme by its id; raise ProgrammeError with the name of a wrong file, which stops the start."""
    return Entries({path.stem: _read(path) for path in sorted(FOLDER.glob("*.json"))})


def _read(path: Path) -> Programme:
    try:
        read = Programme.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise ProgrammeError(f"{path.name}: {first_problem(error)}") from None
    if read.id != path.stem:
        raise ProgrammeError(f"{path.name}: its id is {read.id}")
    return read
