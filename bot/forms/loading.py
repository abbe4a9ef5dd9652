"""Forms from ``data/forms/``: one file a form, read once (architecture decision 4)."""

from functools import cache
from pathlib import Path

from bot.domain.forms import Form

AID = "aid"
"""The service code of АӘК."""
MEMBER = "aid-member"
"""The form one member of the family is asked by."""

_FOLDER = Path(__file__).parent.parent.parent / "data" / "forms"


@cache
def form_for(service: str) -> Form:
    """Return the form of a service; raises FileNotFoundError when there is none."""
    return Form.model_validate_json((_FOLDER / f"{service}.json").read_text(encoding="utf-8"))
