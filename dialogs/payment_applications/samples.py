"""Applications for payments for previews: of the demo's programme, which is always open; questions of every one."""

from collections.abc import Iterator, Mapping

from bot.domain.forms.forms import Answer
from bot.domain.payment_applications import PaymentApplication, PaymentApplicationState
from bot.domain.payments.programmes import CATEGORY
from bot.domain.payments.statuses import PaymentReason
from bot.services.payment_applications.form import FilledForm, form_of
from bot.services.payments.programmes import programmes
from dialogs.forms.sheet import Question
from dialogs.payment_applications.sheet import PaymentSheet, sheet_of
from dialogs.samples import ACCOUNT, CASE_CODE, IIN, NAME, NO_KEY, NOW, PATRONYMIC, PHONE, SURNAME

PROGRAMME = "demo-open"
ANSWERS: Mapping[str, Answer] = {
    "surname": SURNAME,
    "name": NAME,
    "patronymic": PATRONYMIC,
    "iin": IIN,
    "phone": PHONE,
    CATEGORY: "employee",
    "employer_bin": "990140000017",
    "iban": ACCOUNT,
    "account_owner": "own",
}


def sample_filled(
    answers: Mapping[str, Answer] = ANSWERS, *, programme: str = PROGRAMME, reason: PaymentReason | None = None
) -> FilledForm:
    """Return what an applicant fills, or, with a reason, what is to be put right because of it."""
    application = PaymentApplication(
        id=47,
        code=CASE_CODE,
        key=NO_KEY,
        person_id=1,
        made_by=501,
        programme=programme,
        language="kk",
        form_version=1,
        answers=dict(answers),
        state=PaymentApplicationState.CORRECTION if reason else PaymentApplicationState.DRAFT,
        asked=("iban",) if reason else (),
        asked_reason=reason,
        corrected={},
        payment_id=None,
        staff_chat=None,
        card_message_id=None,
        owner=None,
        owner_name=None,
        export_id=None,
        version=1,
        created_at=NOW,
        submitted_at=NOW if reason else None,
    )
    return form_of(application)


def sample_questions(*kinds: type) -> Iterator[Question[PaymentSheet]]:
    """Return every question of these kinds of every programme: answered, of a bank nobody knows, and unanswered."""
    for programme in programmes().values():
        whole = {**ANSWERS, CATEGORY: programme.categories[0].code}
        for answers in (whole, {**whole, "iban": f"KZ00999{ACCOUNT[7:]}"}, {"iban": ACCOUNT}, {}):
            sheet = sheet_of(sample_filled(answers, programme=programme.id))
            yield from (Question(sheet, field) for field in sheet.form.fields if isinstance(field, kinds))
