"""Whose a case is: taken by exactly one owner, handed back to everybody, or passed to the duty chat (product A6)."""

from dataclasses import dataclass
from typing import Any

from bot.domain.cases.case import Case
from bot.domain.cases.states import Actor, CaseAction, CaseState, Role
from bot.domain.errors import Refusal
from bot.domain.work_items import require_free, require_owner_or_chief
from bot.services.cases.common import (
    next_key,
    require_live,
    require_open,
    run_case_action,
    tell_citizen,
    tell_staff,
)
from bot.services.cases.owner.auto_release import watch_owner
from bot.services.cases.routing import move_to, refresh_card
from bot.services.cases.transitions import advance_case
from bot.services.work import Services
from storage import staff_chats
from storage.cases import cases
from storage.engine.database import Transaction


@dataclass(frozen=True, slots=True)
class PassedOn:
    """The title of the chat the case is in now."""

    chat: str


async def take_case(services: Services, *, key: str, application_id: int, actor: int, name: str) -> None:
    """Make ``actor`` the owner; the first taking also begins the check, and the person is told.

    A decided case can be taken too: its person may write, its help be extended.
    Raises ``Refusal``: ``case-taken`` (param ``owner``), ``case-yours``, ``case-state``, ``case-still-coming``.
    """

    async def taking(tx: Transaction, case: Case) -> None:
        require_open(case)
        require_free(case, actor)
        if case.state is CaseState.SUBMITTED:
            raise Refusal("case-still-coming")
        owner: dict[str, Any] = {"owner": actor, "owner_name": name}
        if case.state is CaseState.FORWARDED:
            case = await advance_case(
                services,
                tx,
                case,
                CaseAction.CHECK,
                by=Actor(Role.SPECIALIST, actor),
                payload={"name": name},
                **owner,
            )
            await tell_citizen(services, tx, case, "case-taken", {"next": next_key(case, services.now)}, dedupe="taken")
        else:
            await cases.change(tx, case, updated_at=services.now, **owner)
            await cases.add_event(
                tx, services.encryption, case.id, "take", Actor(Role.SPECIALIST, actor), services.now, {"name": name}
            )
            await refresh_card(services, tx, case.id)
        await watch_owner(services, tx, await cases.load(tx, services.encryption, case.id))

    await run_case_action(services, key, application_id, taking)


async def release_case(
    services: Services, *, key: str, application_id: int, actor: int, name: str, is_chief: bool
) -> None:
    """Give the case back to the chat; the owner may, and a chief (an administrator of the chat) for them."""

    async def releasing(tx: Transaction, case: Case) -> None:
        require_open(case)
        require_owner_or_chief(case, actor, is_chief=is_chief)
        await cases.change(tx, case, owner=None, owner_name=None, updated_at=services.now)
        await cases.add_event(
            tx, services.encryption, case.id, "release", Actor(Role.SPECIALIST, actor), services.now, {"name": name}
        )
        await tell_staff(services, tx, case, "staff-released", {"name": name}, dedupe=f"released:{case.version}")
        await refresh_card(services, tx, case.id)

    await run_case_action(services, key, application_id, releasing)


async def pass_to_duty(
    services: Services, *, key: str, application_id: int, actor: int, name: str, is_chief: bool
) -> PassedOn:
    """Move the case with its card and documents to the duty chat; raises ``Refusal("no-duty-chat")``."""

    async def passing(tx: Transaction, case: Case) -> PassedOn:
        require_live(case)
        require_owner_or_chief(case, actor, is_chief=is_chief)
        duty = await staff_chats.serving(tx, "duty", case.region)
        if duty is None or duty.chat_id == case.staff_chat:
            raise Refusal("no-duty-chat")
        await move_to(services, tx, case.id, duty.chat_id)
        await cases.add_event(
            tx,
            services.encryption,
            case.id,
            "pass",
            Actor(Role.SPECIALIST, actor),
            services.now,
            {"name": name, "to": duty.title},
        )
        return PassedOn(duty.title)

    return await run_case_action(services, key, application_id, passing)
