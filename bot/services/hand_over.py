"""Handing a case over: back to everybody in the chat, or to the duty chat (product A6)."""

from typing import Any

from bot.domain.cases.states import Role
from bot.domain.errors import Refusal
from bot.services.casework import act, require_live, require_open, require_owner, tell_staff
from bot.services.core import Services
from bot.services.routing import move_to, refresh_card
from storage import staff_chats
from storage.cases import cases
from storage.cases.cases import Case
from storage.engine.database import Transaction


async def release_case(
    services: Services, *, key: str, application_id: int, actor: int, name: str, is_chief: bool
) -> dict[str, Any]:
    """Give the case back to the chat; the owner may, and a chief (an administrator of the chat) for him."""

    async def releasing(tx: Transaction, case: Case) -> dict[str, Any]:
        require_open(case)
        _require_may(case, actor, is_chief=is_chief)
        await cases.change(tx, case, owner=None, owner_name=None, updated_at=services.now)
        await cases.add_event(
            tx, services.vault, case.id, "release", Role.SPECIALIST, actor, services.now, {"name": name}
        )
        await tell_staff(services, tx, case, "staff-released", {"name": name}, dedupe=f"released:{case.version}")
        await refresh_card(services, tx, case.id)
        return {"code": case.code}

    return await act(services, key, application_id, releasing)


async def pass_to_duty(
    services: Services, *, key: str, application_id: int, actor: int, name: str, is_chief: bool
) -> dict[str, Any]:
    """Move the case with its card and documents to the duty chat; raises ``Refusal("no-duty-chat")``."""

    async def passing(tx: Transaction, case: Case) -> dict[str, Any]:
        require_live(case)
        _require_may(case, actor, is_chief=is_chief)
        duty = await staff_chats.serving(tx, "duty", case.region)
        if duty is None or duty.chat_id == case.staff_chat:
            raise Refusal("no-duty-chat")
        await move_to(services, tx, case.id, duty.chat_id)
        await cases.add_event(
            tx, services.vault, case.id, "pass", Role.SPECIALIST, actor, services.now, {"name": name, "to": duty.title}
        )
        return {"code": case.code, "chat": duty.title}

    return await act(services, key, application_id, passing)


def _require_may(case: Case, actor: int, *, is_chief: bool) -> None:
    if not (is_chief and case.owner is not None):
        require_owner(case, actor)
