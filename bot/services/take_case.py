"""Taking a case: exactly one owner, however many press at once (product A6)."""

from typing import Any

from bot.domain.cases.states import CaseAction, CaseState, Role
from bot.domain.errors import Refusal
from bot.services.advance_case import advance_case
from bot.services.casework import act, next_key, require_open, tell_citizen
from bot.services.core import Services
from bot.services.idle_cases import watch_hand
from bot.services.routing import refresh_card
from storage.cases import cases
from storage.cases.cases import Case
from storage.engine.database import Transaction


async def take_case(services: Services, *, key: str, application_id: int, actor: int, name: str) -> dict[str, Any]:
    """Make ``actor`` the owner; the first taking also begins the check, and the person is told.

    A decided case can be taken too: its person may write, its help be prolonged.
    Raises ``Refusal``: ``case-taken`` (param ``owner``), ``case-yours``, ``case-state``, ``case-still-coming``.
    """

    async def taking(tx: Transaction, case: Case) -> dict[str, Any]:
        _require_free(case, actor)
        owner: dict[str, Any] = {"owner": actor, "owner_name": name}
        if case.state is CaseState.FORWARDED:
            case = await advance_case(
                services,
                tx,
                case,
                CaseAction.CHECK,
                role=Role.SPECIALIST,
                actor=actor,
                payload={"name": name},
                **owner,
            )
            await tell_citizen(services, tx, case, "case-taken", {"next": next_key(case, services.now)}, dedupe="taken")
        else:
            await cases.change(tx, case, updated_at=services.now, **owner)
            await cases.add_event(
                tx, services.vault, case.id, "take", Role.SPECIALIST, actor, services.now, {"name": name}
            )
            await refresh_card(services, tx, case.id)
        await watch_hand(services, tx, await cases.load(tx, services.vault, case.id))
        return {"code": case.code}

    return await act(services, key, application_id, taking)


def _require_free(case: Case, actor: int) -> None:
    require_open(case)
    if case.owner == actor:
        raise Refusal("case-yours")
    if case.owner is not None:
        raise Refusal("case-taken", owner=case.owner_name or "")
    if case.state is CaseState.SUBMITTED:
        raise Refusal("case-still-coming")
