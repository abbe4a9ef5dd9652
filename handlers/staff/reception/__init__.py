"""The desk of a ЦОН in its staff chat: its line, its day (product Q8)."""

from aiogram import Router

from handlers.staff.reception.buttons import presses_router
from handlers.staff.reception.scan import scanning_router
from handlers.staff.reception.today import today_router
from handlers.staff.reception.windows import windows_router


def reception_router() -> Router:
    """Build the router."""
    router = Router(name="desk")
    router.include_routers(windows_router(), presses_router(), today_router(), scanning_router())
    return router
