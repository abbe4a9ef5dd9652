"""The desk of a ЦОН in its staff chat: its line, its opening, its day (product Q8)."""

from aiogram import Router

from handlers.desk.branch import branch_router
from handlers.desk.opening import opening_router
from handlers.desk.pressed import presses_router
from handlers.desk.scanning import scanning_router
from handlers.desk.today import today_router
from handlers.desk.windows import windows_router


def desk_router() -> Router:
    """Build the router."""
    router = Router(name="desk")
    router.include_routers(
        branch_router(), opening_router(), windows_router(), presses_router(), today_router(), scanning_router()
    )
    return router
