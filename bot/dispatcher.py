"""Routers in their order, dialogs, and what every handler receives."""

from aiogram import Dispatcher, Router
from aiogram_dialog import setup_dialogs
from aiogram_dialog.api.entities import DIALOG_EVENT_NAME

from bot.middleware import ContextMiddleware
from bot.runtime.updates.isolation import CountedIsolation
from bot.services.work import Services
from bot.texts import Texts
from dialogs.all import all_dialogs
from dialogs.distinct_intent_ids import use_distinct_ids
from dialogs.free_text import router
from dialogs.links import open_wanted
from dialogs.outdated import LateRedraws, OutdatedButtons
from dialogs.unfinished import resume
from dialogs.unfinished.following import FollowSteps
from dialogs.unfinished.manager import KeepingManagers
from handlers.admin import guide_reload_router
from handlers.citizen.commands import commands_router
from handlers.citizen.fallback import fallback_router, foreign_buttons_router
from handlers.citizen.home_button import way_home_router
from handlers.citizen.notifications.alternatives import alternative_buttons_router
from handlers.citizen.notifications.bookings import booking_buttons_router
from handlers.citizen.notifications.cases import case_buttons_router
from handlers.citizen.notifications.inquiries import inquiry_buttons_router
from handlers.citizen.notifications.line import visit_buttons_router
from handlers.citizen.notifications.offers import offer_buttons_router
from handlers.citizen.notifications.payments import payments_router
from handlers.citizen.onboarding_gate import newcomers_router
from handlers.citizen.service_messages import service_messages_router
from handlers.errors import errors_router
from handlers.staff import staff_router
from handlers.staff.chats.membership import SenderlessMessages
from handlers.unknown_messages import unknown_messages_router
from storage.engine.dialog_state import DialogStorage


def build_dispatcher(services: Services, texts: Texts, storage: DialogStorage) -> Dispatcher:
    """Build a dispatcher: staff chats first, then newcomers, commands, dialogs and the fallback."""
    isolation = CountedIsolation()
    dispatcher = Dispatcher(
        storage=storage,
        events_isolation=isolation,
        services=services,
        texts=texts,
        links=open_wanted,
        free_text=router,
        unfinished=resume,
    )
    dispatcher.update.outer_middleware(ContextMiddleware(services))
    dispatcher.update.outer_middleware(SenderlessMessages(services))
    dispatcher.include_routers(
        staff_router(),
        service_messages_router(),
        newcomers_router(),
        commands_router(),
        guide_reload_router(),
        unknown_messages_router(),
        way_home_router(),
        payments_router(),
        booking_buttons_router(),
        visit_buttons_router(),
        alternative_buttons_router(),
        offer_buttons_router(),
        case_buttons_router(),
        inquiry_buttons_router(),
        foreign_buttons_router(),
        _dialogs(),
        fallback_router(),
        errors_router(),
    )
    use_distinct_ids()
    setup_dialogs(dispatcher, dialog_manager_factory=KeepingManagers(), events_isolation=isolation)
    for observer in (dispatcher.message, dispatcher.callback_query):
        observer.middleware(FollowSteps())
    dispatcher.observers[DIALOG_EVENT_NAME].middleware(LateRedraws())
    return dispatcher


def _dialogs() -> Router:
    router = Router(name="dialogs")
    for dialog in all_dialogs():
        dialog.callback_query.middleware(OutdatedButtons())
        router.include_router(dialog)
    return router
