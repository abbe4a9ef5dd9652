"""Which page is asked to be shot again (product A6); it is asked for like anything else."""

from bot.domain.errors import Refusal
from bot.domain.reshoot import Flaw, Reshoot
from bot.forms.loading import form_for
from bot.services.casework import require_owner
from bot.services.core import Services
from storage import cases, documents


async def find_page(services: Services, *, application_id: int, actor: int, page_id: str, flaw: Flaw) -> Reshoot:
    """Return the page as it stands in its paper.

    ``page_id`` is as the message of the page names it. Raises ``Refusal``: ``case-take-first``, ``case-not-yours``,
    ``page-not-form`` (the file is not a page of the application, or was shot again already).
    """
    async with services.db.read() as reader:
        case = await cases.load(reader, services.vault, application_id)
        require_owner(case, actor)
        pages = await documents.pages_of(reader, application_id)
    papers = {field.id for field in form_for(case.service).fields}
    page = next((page for page in pages if str(page.id) == page_id and page.item in papers), None)
    if page is None:
        raise Refusal("page-not-form")
    number = [each.id for each in pages if each.item == page.item].index(page.id) + 1
    return Reshoot(page.id, page.item, number, flaw)
