"""Commands about cases in their staff chat."""

from aiogram import Router

from handlers.staff.cases.canned_answers import list_answers
from handlers.staff.cases.commands.case_file import ask_file
from handlers.staff.cases.commands.lists import find, list_mine, list_overdue
from handlers.staff.cases.commands.retract import retract
from handlers.staff.cases.retake import retake
from handlers.staff.commands import command_router


def case_commands_router() -> Router:
    """Build the router."""
    return command_router(
        "case commands",
        {
            "mine": list_mine,
            "overdue": list_overdue,
            "find": find,
            "file": ask_file,
            "reshoot": retake,
            "answers": list_answers,
            "withdraw": retract,
        },
    )
