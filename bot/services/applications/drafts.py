"""Drafts: one a citizen and service, kept until it is submitted; every answer is on disk before the next question."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.domain.applications.application import Application, Page
from bot.domain.calendar.quarters import Quarter, income_quarter
from bot.domain.forms.fields import FormField
from bot.domain.forms.forms import Answer, Answers, Form
from bot.domain.people.consents import purpose_of
from bot.forms import draft_progress, incomes
from bot.forms.loading import form_for
from bot.services.calendar import today
from bot.services.consents.agreeing import require_consent
from bot.services.work import Services
from storage.applications import applications, attachments
from storage.engine.database import Transaction

Change = Callable[[Answers], dict[str, Answer]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it is now: its form, answers that still count, pages, and the quarter whose incomes are asked."""

    application: Application
    form: Form
    answers: dict[str, Answer]
    pages: list[Page]
    quarter: Quarter

    @property
    def page_counts(self) -> dict[str, int]:
        """How many pages each paper has."""
        items = [page.item for page in self.pages]
        return {item: items.count(item) for item in set(items)}

    @property
    def next_question(self) -> FormField | None:
        """The first question without an answer; None when everything was answered."""
        return draft_progress.next_question(self.form, self.answers, self.quarter, self.page_counts)

    @property
    def progress(self) -> tuple[int, int]:
        """How many questions are answered, of how many."""
        return draft_progress.progress(self.form, self.answers, self.quarter, self.page_counts)


async def find_draft(services: Services, user_id: int, service: str) -> Draft | None:
    """Return the citizen's draft."""
    async with services.db.read() as reader:
        application = await applications.find_draft(reader, services.encryption, user_id, service)
        return await draft_of(reader, application, today(services.now)) if application else None


async def open_draft(services: Services, *, user_id: int, service: str, language: str) -> Draft:
    """Return the citizen's draft, made when there is none; doing it again changes nothing."""

    async def begin(tx: Transaction) -> Draft:
        found = await applications.find_draft(tx, services.encryption, user_id, service)
        if found is None:
            await applications.start_draft(
                tx,
                services.encryption,
                user_id=user_id,
                service=service,
                language=language,
                form_version=form_for(service).version,
                now=services.now,
            )
            found = await applications.find_draft(tx, services.encryption, user_id, service)
        assert found is not None  # noqa: S101 - made three lines above
        return await draft_of(tx, found, today(services.now))

    return await services.db.write(begin)


async def change_answers(services: Services, user_id: int, service: str, change: Change) -> Draft | None:
    """Apply ``change`` to the draft's answers; None when there is no draft (it was submitted meanwhile).

    ``change`` must give the same result when it is applied to its own result: a replayed update applies it again.
    """

    async def answer(tx: Transaction) -> Draft | None:
        await require_consent(tx, user_id, purpose_of(service))
        found = await applications.find_draft(tx, services.encryption, user_id, service)
        if found is None:
            return None
        draft = await draft_of(tx, found, today(services.now))
        await applications.keep_answers(tx, found, change(draft.answers), services.now)
        return await draft_of(tx, await applications.read(tx, services.encryption, found.id), today(services.now))

    return await services.db.write(answer)


async def draft_of(tx: Transaction, application: Application, day: date) -> Draft:
    """Put together what a draft is on a day."""
    quarter, form = income_quarter(day), form_for(application.service)
    return Draft(
        application=application,
        form=form,
        answers=incomes.fresh(draft_progress.still_taken(form, application.answers), quarter),
        pages=await attachments.pages_of(tx, application.id),
        quarter=quarter,
    )
