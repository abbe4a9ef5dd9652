"""The windows of choosing a service, put together."""

from aiogram_dialog import Dialog, LaunchMode

from dialogs.paper_services.found import found_window
from dialogs.paper_services.section import section_window
from dialogs.paper_services.sections import sections_window


def paper_services_dialog() -> Dialog:
    """Build the dialog of choosing a paper service."""
    return Dialog(sections_window, section_window, found_window, launch_mode=LaunchMode.ROOT)
