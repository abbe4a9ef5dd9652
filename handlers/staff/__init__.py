"""Staff chats: binding, membership, buttons of cards, what staff write about cases."""

from aiogram import F, Router
from aiogram.enums import ChatType

from handlers.staff.access import StaffChatMiddleware
from handlers.staff.assistants import assistants_router
from handlers.staff.branches import branches_router
from handlers.staff.cards.buttons import card_router
from handlers.staff.cases.commands import case_commands_router
from handlers.staff.cases.replies import replies_router
from handlers.staff.cases.topics import topics_router
from handlers.staff.chat_buttons import chat_buttons_router
from handlers.staff.chats.anonymous import anonymous_router
from handlers.staff.chats.binding import binding_router
from handlers.staff.chats.confirming import confirming_router
from handlers.staff.chats.membership import membership_router
from handlers.staff.inquiries.replies import inquiry_replies_router
from handlers.staff.payment_applications.exporting import exporting_router
from handlers.staff.reception import reception_router
from handlers.staff.registry.files import registry_router
from handlers.staff.table import CARDS, CHAT_BUTTONS


def staff_router() -> Router:
    """Build the router; it stands before everything of citizens."""
    router = Router(name="staff")
    for observer in (router.message, router.edited_message, router.callback_query, router.my_chat_member):
        observer.outer_middleware(StaffChatMiddleware())
    # Whatever is pressed elsewhere is an old button, said so at the end: nothing of staff's is shown in private.
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.include_routers(membership_router(), topics_router(), anonymous_router())
    router.include_routers(binding_router(), confirming_router(), case_commands_router())
    router.include_routers(*(card_router(card) for card in CARDS))
    router.include_routers(*(chat_buttons_router(buttons) for buttons in CHAT_BUTTONS))
    router.include_routers(inquiry_replies_router(), replies_router())
    router.include_router(exporting_router())
    router.include_routers(branches_router(), reception_router(), registry_router())
    router.include_router(assistants_router())
    return router
