"""Papers of a draft, page by page: checked, encrypted on disk, then named by a row (product A2)."""

from dataclasses import dataclass

from bot.domain.applications.application import Application
from bot.domain.errors import Refusal
from bot.domain.forms.fields import DocumentsField, Excuse
from bot.domain.people.consents import purpose_of
from bot.services.applications.drafts import find_draft
from bot.services.consents.agreeing import require_consent
from bot.services.received_files.inspection import inspect_page
from bot.services.received_files.store_file import store_file
from bot.services.work import Services
from storage.applications import applications, attachments
from storage.engine.database import Transaction


@dataclass(frozen=True, slots=True)
class Sent:
    """A file a citizen sent for one paper, with what they wrote beside it; ``order`` is its message's number, by which
    pages are kept in order."""

    item: str
    order: int
    content: bytes
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PageKept:
    """What is to be said of the page."""

    flaws: list[str]


@dataclass(frozen=True, slots=True)
class PageRemoved:
    """The file nothing names any more."""

    unused: str | None


async def keep_page(services: Services, *, key: str, user_id: int, service: str, sent: Sent) -> list[str]:
    """Keep a page and mark the paper as attached; the same update keeps it once. Return what is to be said of it
    (`FLAWS`): advice, the page is kept all the same.

    Raises `InvalidInput` (see `inspect_page`) or `Refusal`: `page-repeated` (this paper has the same file already),
    `pages-full` (param `max`), `draft-gone` (submitted meanwhile).
    """
    draft = await find_draft(services, user_id, service)

    async def refuse(_tx: Transaction) -> PageKept:
        raise Refusal("draft-gone")

    if draft is None:
        # Submitted meanwhile; a page that was kept before is among what was.
        return (await services.run_once(key, refuse)).flaws
    field = draft.form.field(sent.item)
    if not isinstance(field, DocumentsField):
        raise TypeError(f"{field.id} is not a paper")
    seen = await inspect_page(services, sent.content, video=field.video)
    file = await store_file(services, draft.application.key, sent.content, seen.media_type, sent.caption)

    async def keep(tx: Transaction) -> PageKept:
        await require_consent(tx, user_id, purpose_of(service))
        application = await applications.find_draft(tx, services.encryption, user_id, service)
        if application is None:
            raise Refusal("draft-gone")
        elsewhere = await attachments.has_content(tx, application.id, file)
        if len(await attachments.pages_of(tx, application.id, field.id)) >= field.max_items:
            raise Refusal("pages-full", max=field.max_items)
        added = await attachments.add_page(tx, application.id, field.id, file, page=sent.order, now=services.now)
        if not added:
            raise Refusal("page-repeated")
        await _mark(services, tx, application, field.id, Excuse.ATTACHED)
        return PageKept([*seen.flaws, *(["elsewhere"] if elsewhere else [])])

    return (await services.run_once(key, keep)).flaws


async def remove_last_page(services: Services, *, key: str, user_id: int, service: str, item: str) -> None:
    """Take back the last page of a paper; its file goes when nothing else names it."""

    async def remove(tx: Transaction) -> PageRemoved:
        application = await applications.find_draft(tx, services.encryption, user_id, service)
        removed = await attachments.remove_last(tx, application.id, item) if application else None
        if application is None or removed is None:
            return PageRemoved(None)
        if not await attachments.pages_of(tx, application.id, item):
            await _mark(services, tx, application, item, None)
        return PageRemoved(None if await attachments.still_used(tx, removed.stored_as) else removed.stored_as)

    unused = (await services.run_once(key, remove)).unused
    if unused:
        await services.files.remove(unused)


async def _mark(services: Services, tx: Transaction, application: Application, item: str, status: str | None) -> None:
    answers = {name: value for name, value in application.answers.items() if name != item}
    if status is not None:
        answers[item] = status
    await applications.keep_answers(tx, application, answers, services.now)
