"""List every dialog, for the dispatcher and for the tests that render each window."""

from aiogram_dialog import Dialog

from dialogs.applications.dialog import aid_dialog
from dialogs.assistants.dialog import assistance_dialog
from dialogs.bookings.dialog import bookings_dialog
from dialogs.cases.dialog import case_dialog
from dialogs.eligibility.dialog import eligibility_dialog
from dialogs.free_text.dialog import understood_dialog
from dialogs.guides.dialog import guides_dialog
from dialogs.inquiries.dialog import inquiries_dialog
from dialogs.menu.dialog import menu_dialog
from dialogs.onboarding.dialog import start_dialog
from dialogs.paper_services.dialog import paper_services_dialog
from dialogs.payment_applications.dialog import payment_applications_dialog
from dialogs.payments.dialog import payment_dialog
from dialogs.profile.dialog import profile_dialog
from dialogs.queue.dialog import queue_dialog
from dialogs.reception.dialog import arrival_dialog
from dialogs.staff_chats.dialog import admin_dialog


def all_dialogs() -> list[Dialog]:
    """Build every dialog."""
    return [
        start_dialog(),
        menu_dialog(),
        aid_dialog(),
        paper_services_dialog(),
        eligibility_dialog(),
        assistance_dialog(),
        payment_dialog(),
        payment_applications_dialog(),
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
