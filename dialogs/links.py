"""What a ``/start`` payload opens: ``book``, ``ticket_…``, ``payment_check`` and the main menu for anything else."""

from collections.abc import Awaitable, Callable

from aiogram_dialog import DialogManager, StartMode

from bot.services.reception.links import ENTRANCE
from dialogs.applications.api import open_aid_link
from dialogs.assistants.api import open_invitation, open_takeover, open_whom
from dialogs.bookings.api import open_bookings, open_ticket
from dialogs.cases.api import open_case_by_code, open_cases
from dialogs.eligibility.api import open_eligibility
from dialogs.free_text.api import open_search
from dialogs.guides.api import open_guides, open_quiz
from dialogs.inquiries.api import open_inquiry, open_own_inquiries
from dialogs.language import open_other_language
from dialogs.menu.api import open_help, open_menu, open_real
from dialogs.paper_services.api import open_paper_services
from dialogs.payment_applications.api import open_payment_application
from dialogs.payments.api import open_payment_link
from dialogs.profile.api import open_profile
from dialogs.queue.api import open_place, open_places, open_queue, open_service
from dialogs.reception.api import open_arrival
from dialogs.states import Menu

Opener = Callable[[DialogManager, str], Awaitable[None]]


def _plainly(opener: Callable[[DialogManager], Awaitable[None]]) -> Opener:
    """Return the opener of a link without a value."""

    async def open_it(manager: DialogManager, _value: str) -> None:
        await opener(manager)

    return open_it


_OPENERS: dict[str, Opener] = {
    "payment": open_payment_link,
    "intake": open_payment_application,
    "aid": open_aid_link,
    "appeal": open_paper_services,
    "eligibility": _plainly(open_eligibility),
    "assist": _plainly(open_whom),
    "helper": open_invitation,
    "take": open_takeover,
    "book": open_queue,
    ENTRANCE: open_arrival,
    "bookings": _plainly(open_bookings),
    "ticket": open_ticket,
    "case": open_case_by_code,
    "applications": open_cases,
    "guide": open_guides,
    "quiz": open_quiz,
    "search": _plainly(open_search),
    "places": _plainly(open_places),
    "place": open_place,
    "services": _plainly(open_queue),
    "service": open_service,
    "inquiry": open_inquiry,
    "inquiries": _plainly(open_own_inquiries),
    "profile": _plainly(open_profile),
    "language": _plainly(open_other_language),
    "real": _plainly(open_real),
    "help": _plainly(open_help),
    "menu": _plainly(open_menu),
}


async def open_wanted(manager: DialogManager, payload: str) -> None:
    """Open what the link names; ``payload`` is ``name`` or ``name_value``."""
    name, _, value = payload.partition("_")
    opener = _OPENERS.get(name)
    if opener is None:
        await manager.start(Menu.home, mode=StartMode.RESET_STACK)
        return
    await opener(manager, value)
