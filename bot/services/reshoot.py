"""Asking for one page to be shot again, and putting the new one in its place (product A6)."""

from typing import Any

from bot.domain.errors import Refusal
from bot.domain.reshoot import Flaw, Reshoot
from bot.forms.loading import form_for
from bot.services.ask_applicant import ask_applicant
from bot.services.casework import require_owner
from bot.services.core import Services
from storage import cases, documents


async def find_page(services: Services, *, application_id: int, actor: int, page_id: int, flaw: Flaw) -> Reshoot:
    """Return the page as it stands in its paper.

    Raises ``Refusal``: ``case-take-first``, ``case-not-yours``, ``page-not-form`` (the file is not a page of the
    application, or was shot again already).
    """
    async with services.db.read() as reader:
        case = await cases.load(reader, services.vault, application_id)
        require_owner(case, actor)
        pages = await documents.pages_of(reader, application_id)
    papers = {field.id for field in form_for(case.service).fields}
    page = next((page for page in pages if page.id == page_id and page.item in papers), None)
    if page is None:
        raise Refusal("page-not-form")
    number = [each.id for each in pages if each.item == page.item].index(page_id) + 1
    return Reshoot(page_id, page.item, number, flaw)


async def ask_reshoot(
    services: Services, *, key: str, application_id: int, actor: int, page: Reshoot, words: str, staff_message: int
) -> dict[str, Any]:
    """Ask the person for the page; the clock stands until it comes. Raises what ``ask_applicant`` does."""
    return await ask_applicant(
        services,
        key=key,
        application_id=application_id,
        actor=actor,
        item=page.item,
        text=words,
        staff_message=staff_message,
    )
