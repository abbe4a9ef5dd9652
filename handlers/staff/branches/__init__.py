"""A place's opening, changed from its chat."""

from aiogram import Router

from handlers.staff.branches.branch import choose
from handlers.staff.branches.opening import foresee_change, show_closures, show_history
from handlers.staff.commands import command_router
from handlers.staff.reception.access import at_reception


def branches_router() -> Router:
    """Build the router."""
    commands = {
        "branch": choose,
        "close": foresee_change,
        "hours": foresee_change,
        "windows": foresee_change,
        "walkins": foresee_change,
        "reopen": show_closures,
        "history": show_history,
    }
    return command_router("branches", commands, at_reception)
