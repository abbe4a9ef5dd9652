"""What an applicant fills: a whole application, or only the answers that staff have asked to put right."""

from dataclasses import dataclass

from bot.domain.errors import Refusal
from bot.domain.forms.fields import FormField
from bot.domain.forms.forms import Answer, Form, next_unanswered, progress, still_valid, visible_fields
from bot.domain.payment_applications import PaymentApplication, PaymentApplicationState
from bot.domain.payments.programmes import Programme
from bot.domain.people.consents import Purpose
from bot.forms import draft_progress
from bot.forms.payment import payment_form
from bot.services.calendar import today
from bot.services.consents.agreeing import require_consent
from bot.services.payments.programmes import find_offered, programmes
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.payment_applications import payment_applications as store


@dataclass(frozen=True, slots=True)
class FilledForm:
    """An application as its applicant fills it; in a correction ``answers`` lack what is still to be corrected."""

    application: PaymentApplication
    programme: Programme
    form: Form
    answers: dict[str, Answer]

    @property
    def is_correction(self) -> bool:
        """Whether staff have asked for something."""
        return self.application.state is PaymentApplicationState.CORRECTION

    @property
    def fields(self) -> list[FormField]:
        """The questions of this form, in order: all of them, or those asked anew and those that follow from them."""
        shown = visible_fields(self.form, self.answers)
        if not self.is_correction:
            return shown
        kept = set(self.application.answers) - set(self.application.asked)
        return [field for field in shown if field.id not in kept]

    @property
    def next_question(self) -> FormField | None:
        """The first question without an answer; None when everything was answered."""
        return next_unanswered(self.form, self.answers)

    @property
    def progress(self) -> tuple[int, int]:
        """How many questions are answered, of how many."""
        if not self.is_correction:
            return progress(self.form, self.answers)
        return sum(field.id in self.answers for field in self.fields), len(self.fields)

    @property
    def shown_answers(self) -> dict[str, Answer]:
        """The answers with those to be corrected as they were given before."""
        return {**self.application.answers, **self.answers}


def form_of(application: PaymentApplication) -> FilledForm:
    """Put together what is to be filled; in a draft, an answer to an option that is gone is asked again."""
    programme = programmes()[application.programme]
    form, answers = payment_form(programme), application.answers
    if application.state is PaymentApplicationState.DRAFT:
        answers = still_valid(form, answers)
    elif application.state is PaymentApplicationState.CORRECTION:
        kept = {field_id: answer for field_id, answer in answers.items() if field_id not in application.asked}
        answers = {**kept, **application.corrected}
    return FilledForm(application, programme, form, answers)


async def begin_application(services: Services, *, user_id: int, programme_id: str, language: str) -> int:
    """Return the citizen's draft, made when there is none; doing it again changes nothing.

    Raises ``Refusal("intake-closed")`` when the programme takes no applications.
    """
    programme = find_offered(services, programme_id)
    if programme is None or not programme.is_open(today(services.now)):
        raise Refusal("intake-closed")

    async def begin(tx: Transaction) -> int:
        draft = await store.find_draft(tx, services.encryption, user_id, programme_id)
        if draft is not None:
            return draft.id
        return await store.start_draft(
            tx,
            services.encryption,
            user_id=user_id,
            programme=programme_id,
            language=language,
            form_version=programme.version,
            now=services.now,
        )

    return await services.db.write(begin)


async def open_form(services: Services, user_id: int, application_id: int) -> FilledForm:
    """Return the citizen's own application; raises ``Refusal("intake-unknown")`` for a stranger's."""
    async with services.db.read() as reader:
        return form_of(await own_application(services, reader, user_id, application_id))


async def own_application(services: Services, tx: Transaction, user_id: int, application_id: int) -> PaymentApplication:
    """Return the application of whoever made it; raises ``Refusal("intake-unknown")``: to others it does not exist."""
    application = await store.load(tx, services.encryption, application_id)
    if application.made_by != user_id:
        raise Refusal("intake-unknown")
    return application


async def answer_question(
    services: Services, *, user_id: int, application_id: int, field_id: str, value: str | int | None
) -> FilledForm:
    """Keep an answer on disk; a replayed update keeps it once more, with the same result.

    Raises ``Refusal``: ``intake-unknown``, ``intake-state`` (param ``state``: it was sent meanwhile).
    """

    async def answer(tx: Transaction) -> FilledForm:
        await require_consent(tx, user_id, Purpose.PAYMENTS)
        application = await own_application(services, tx, user_id, application_id)
        filled = form_of(application)
        if application.state is PaymentApplicationState.DRAFT:
            answers = draft_progress.with_answer(filled.form, application.answers, field_id, value)
            await store.keep_answers(tx, application, answers, services.now)
        elif filled.is_correction and field_id in {field.id for field in filled.fields}:
            answers = draft_progress.with_answer(filled.form, application.corrected, field_id, value)
            await store.keep_corrected(tx, application, answers, services.now)
        else:
            raise Refusal("intake-state", state=application.state.value)
        return form_of(await store.load(tx, services.encryption, application_id))

    return await services.db.write(answer)
