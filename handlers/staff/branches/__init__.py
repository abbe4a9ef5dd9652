"""A place's opening, changed from its chat."""

from aiogram import Router

from handlers.staff.branches.branch import branch_router
from handlers.staff.branches.opening import opening_router


def branches_router() -> Router:
    """Build the router."""
    router = Router(name="branches")
    router.include_routers(branch_router(), opening_router())
    return router
