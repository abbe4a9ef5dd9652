"""Every dialog, for the dispatcher and for the tests that render each of their windows."""

from aiogram_dialog import Dialog

from dialogs.applications import aid_dialog
from dialogs.assistants import assistance_dialog
from dialogs.bookings import bookings_dialog
from dialogs.cases import case_dialog
from dialogs.eligibility import eligibility_dialog
from dialogs.free_text import understood_dialog
from dialogs.guides import guides_dialog
from dialogs.inquiries import inquiries_dialog
from dialogs.menu import menu_dialog
from dialogs.onboarding import start_dialog
from dialogs.paper_services import appeals_dialog
from dialogs.payment_applications import intake_dialog
from dialogs.payments import payment_dialog
from dialogs.profile import profile_dialog
from dialogs.queue import queue_dialog
from dialogs.reception import arrival_dialog
from dialogs.staff_chats import admin_dialog


def all_dialogs() -> list[Dialog]:
    """Build them anew."""
    return [
        start_dialog(),
        menu_dialog(),
        aid_dialog(),
        appeals_dialog(),
        eligibility_dialog(),
        assistance_dialog(),
        payment_dialog(),
        intake_dialog(),
        guides_dialog(),
        inquiries_dialog(),
        understood_dialog(),
        profile_dialog(),
        queue_dialog(),
        arrival_dialog(),
        bookings_dialog(),
        case_dialog(),
        admin_dialog(),
    ]
