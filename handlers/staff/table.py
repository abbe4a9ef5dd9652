"""Every button in staff chats: the tables of cards, and those of what stands on no card."""

from typing import Any

from handlers.staff.assistants import ASSISTANTS
from handlers.staff.branches.branch import PLACES
from handlers.staff.branches.opening import OPENING
from handlers.staff.cards.card import StaffCard
from handlers.staff.cases.buttons import CASES
from handlers.staff.chat_buttons import ChatButtons
from handlers.staff.inquiries.buttons import INQUIRIES
from handlers.staff.payment_applications.buttons import PAYMENT_APPLICATIONS
from handlers.staff.reception.buttons import PANEL
from handlers.staff.reception.today import TODAY
from handlers.staff.registry.buttons import REGISTRY

CARDS: tuple[StaffCard[Any], ...] = (CASES, INQUIRIES, PAYMENT_APPLICATIONS)
CHAT_BUTTONS: tuple[ChatButtons[Any], ...] = (PANEL, TODAY, PLACES, OPENING, REGISTRY, ASSISTANTS)
