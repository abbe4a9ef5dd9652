"""Every form read at the start, so that a wrong file is named before anybody is asked by it (decision 0016)."""

from pydantic import ValidationError

from bot.data_files import paper_services
from bot.forms.loading import APPEAL, FOLDER, form_for
from bot.forms.payment import payment_form
from bot.services.data_problems import first_problem
from bot.services.payments.programmes import programmes


class FormFileError(Exception):
    """A file is not what it should be: which one, where and why, in one line."""


def check_forms() -> None:
    """Read every form and that of every payment programme; raise FormFileError with the name of a wrong file."""
    # What others are based on comes first, so that its own file is named.
    for path in sorted(FOLDER.glob("*.json"), key=lambda path: (path.stem.count("-"), path.stem)):
        if path.stem.startswith(f"{APPEAL}-") and path.stem not in paper_services():
            raise FormFileError(f"{path.name}: no such service is in paper_services/services.csv")
        _check(path.name, path.stem)
    for programme in programmes().values():
        try:
            payment_form(programme)
        except KeyError as error:
            raise FormFileError(f"{programme.id}.json: fields: {error} is not in payment.json") from None
        except ValidationError as error:
            raise FormFileError(f"{programme.id}.json: fields: {first_problem(error)}") from None


def _check(name: str, form: str) -> None:
    try:
        read = form_for(form)
    except ValidationError as error:
        raise FormFileError(f"{name}: {first_problem(error)}") from None
    if read.id != form:
        raise FormFileError(f"{name}: its id is {read.id}")
