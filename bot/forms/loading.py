"""Forms from ``data/forms/``: one file a form, read once (decision 0016)."""

from functools import cache

from bot.data_files import DATA, paper_services
from bot.domain.cases.case import AID
from bot.domain.forms.fields import ListField
from bot.domain.forms.forms import Form, Papers, PaymentQuestions, ShortForm

MEMBER = "aid-member"
"""The form one member of the family is asked by."""
APPEAL = "appeal"
"""The annex form of order 109, which every service of the electronic appeal is asked by."""
PAYMENT = "payment"
"""The questions of which a payment programme's form is made."""
_KINDS: dict[str, type[Form]] = {MEMBER: ShortForm, PAYMENT: PaymentQuestions}

FOLDER = DATA / "forms"

__all__ = ["AID", "APPEAL", "FOLDER", "MEMBER", "PAYMENT", "form_for", "list_field"]


@cache
def form_for(service: str) -> Form:
    """Return the form of a service: its own, or the annex form, with the service's own papers where a file adds some.

    Raises FileNotFoundError when nothing says how to ask for the service.
    """
    path = FOLDER / f"{service}.json"
    if service == AID or not service.startswith(f"{APPEAL}-"):
        return _KINDS.get(service, Form).model_validate_json(path.read_text(encoding="utf-8"))
    if service not in paper_services():
        raise FileNotFoundError(path)
    base = Form.model_validate_json((FOLDER / f"{APPEAL}.json").read_text(encoding="utf-8"))
    if not path.exists():
        return base
    return Papers.model_validate_json(path.read_text(encoding="utf-8")).added_to(base)


def list_field(field_id: str) -> ListField:
    """Return a list of АӘК's form, whose bounds the estimate keeps, too: what is told there is carried over."""
    field = form_for(AID).field(field_id)
    if not isinstance(field, ListField):
        raise TypeError(f"{field_id} is no list")
    return field
