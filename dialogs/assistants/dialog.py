"""The windows of filing for others and of taking a case over, put together."""

from aiogram_dialog import Dialog

from dialogs.assistants.client import client_window
from dialogs.assistants.code import code_window
from dialogs.assistants.consent import consent_window
from dialogs.assistants.invited import invited_window
from dialogs.assistants.name import name_window
from dialogs.assistants.paper import paper_window
from dialogs.assistants.phone import phone_window
from dialogs.assistants.takeover import take_window
from dialogs.assistants.whom import whom_window
from dialogs.data import begin


def assistance_dialog() -> Dialog:
    """Build the dialog of filing for others and of taking a case over."""
    return Dialog(
        invited_window,
        whom_window,
        name_window,
        consent_window,
        phone_window,
        paper_window,
        client_window,
        code_window,
        take_window,
        on_start=begin,
    )
