"""Close a decided case."""

from bot.services.cases.transitions import close_case
from handlers.staff.cases.callback_context import CaseCallbackContext


async def close_done(press: CaseCallbackContext) -> None:
    """Close it."""
    await close_case(
        press.desk.services, key=press.context.key("close"), application_id=press.case.id, actor=press.context.user_id
    )
    await press.answer(press.words("staff-done"))
