"""Which page is asked to be shot again (product A6); it is asked for like anything else."""

from dataclasses import dataclass, replace

from bot.domain.cases.case import Case
from bot.domain.cases.retake import Flaw, Retake, read_retake
from bot.domain.errors import Refusal
from bot.domain.work_items import require_owner
from bot.forms.loading import form_for
from bot.services.cases.common import run_case_action
from bot.services.cases.questions.asking import put_question
from bot.services.work import Services
from storage.applications import attachments
from storage.cases import cases
from storage.engine.database import Transaction


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """The page that was asked for, as the question's item."""

    item: str = ""


async def pages_to_shoot(services: Services, *, application_id: int, actor: int) -> list[Retake]:
    """Return the pages of the application's papers as they stand, to be asked for in words.

    Raises ``Refusal``: ``case-take-first``, ``case-not-yours``.
    """
    async with services.db.read() as reader:
        return await _pages(reader, await cases.load(reader, services.encryption, application_id), actor)


async def _pages(tx: Transaction, case: Case, actor: int) -> list[Retake]:
    require_owner(case, actor)
    pages = await attachments.pages_of(tx, case.id)
    found: list[Retake] = []
    for field in form_for(case.service).fields:
        own = [page for page in pages if page.item == field.id]
        found += [Retake(page.id, field.id, number, Flaw.OTHER) for number, page in enumerate(own, 1)]
    return found


async def find_page(services: Services, *, application_id: int, actor: int, page_id: str, flaw: Flaw) -> Retake:
    """Return one page, with what is wrong with it; ``page_id`` is as buttons and the page's message name it.

    Raises ``Refusal`` as ``pages_to_shoot``, and ``page-not-form`` (the file is not a page of the application, or was
    shot again already).
    """
    return _named(await pages_to_shoot(services, application_id=application_id, actor=actor), page_id, flaw)


async def ask_to_shoot_again(
    services: Services,
    *,
    key: str,
    application_id: int,
    actor: int,
    page_id: str,
    why: Flaw | str,
    staff_message: int,
) -> Retake | None:
    """Ask the person for a page once more, for its flaw or in the specialist's words; return it, None where an earlier
    release has asked.

    Raises what ``find_page`` and ``ask_applicant`` raise.
    """
    flaw, text = (why, "") if isinstance(why, Flaw) else (Flaw.OTHER, why)

    async def asking(tx: Transaction, case: Case) -> AskedAgain:
        page = _named(await _pages(tx, case, actor), page_id, flaw)
        await put_question(services, tx, case, item=page.item, text=text, actor=actor, staff_message=staff_message)
        return AskedAgain(page.item)

    return read_retake((await run_case_action(services, key, application_id, asking)).item)


def _named(pages: list[Retake], page_id: str, flaw: Flaw) -> Retake:
    page = next((page for page in pages if str(page.page_id) == page_id), None)
    if page is None:
        raise Refusal("page-not-form")
    return replace(page, flaw=flaw)
