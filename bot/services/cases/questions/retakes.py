"""Which page is asked to be shot again (product A6); it is asked for like anything else."""

from dataclasses import replace

from bot.domain.cases.retake import Flaw, Retake
from bot.domain.errors import Refusal
from bot.domain.work_items import require_owner
from bot.forms.loading import form_for
from bot.services.work import Services
from storage.applications import attachments
from storage.cases import cases


async def pages_to_shoot(services: Services, *, application_id: int, actor: int) -> list[Retake]:
    """Return the pages of the application's papers as they stand, to be asked for in words.

    Raises ``Refusal``: ``case-take-first``, ``case-not-yours``.
    """
    async with services.db.read() as reader:
        case = await cases.load(reader, services.encryption, application_id)
        require_owner(case, actor)
        pages = await attachments.pages_of(reader, application_id)
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
    pages = await pages_to_shoot(services, application_id=application_id, actor=actor)
    page = next((page for page in pages if str(page.page_id) == page_id), None)
    if page is None:
        raise Refusal("page-not-form")
    return replace(page, flaw=flaw)
