"""The reception of a ЦОН in its staff chat: its line, its day (product Q8)."""

from aiogram import Router

from handlers.staff.reception.commands import commands_router
from handlers.staff.reception.scan import scanning_router


def reception_router() -> Router:
    """Build the router."""
    router = Router(name="reception")
    router.include_routers(commands_router(), scanning_router())
    return router
