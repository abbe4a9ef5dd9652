"""A change of opening as staff make it: foreseen, then confirmed."""

from collections.abc import Sequence
from itertools import count

from bot.services.branch_changes.drafts import confirm_change, draft_change
from bot.services.branch_changes.opening_change import Change, Clerk
from bot.services.work import Services

_KEYS = count()


async def foresee(services: Services, branch_id: int, changes: Sequence[Change]) -> int:
    """Return how many people the changes would leave without a seat."""
    clerk, key = Clerk(601, "Бір"), f"foreseen:{next(_KEYS)}"
    return (await draft_change(services, key=key, branch_id=branch_id, changes=changes, clerk=clerk)).displaced


async def change_opening(
    services: Services, *, key: str, branch_id: int, changes: Sequence[Change], clerk: Clerk
) -> int:
    """Foresee and confirm; return how many people were displaced."""
    told = await draft_change(services, key=f"{key}:draft", branch_id=branch_id, changes=changes, clerk=clerk)
    return await confirm_change(services, key=key, branch_id=branch_id, draft=told.draft, clerk=clerk)
