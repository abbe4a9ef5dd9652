"""Words between the specialist and the person: relayed with the case's number, corrections as corrections."""

from typing import Any

from bot.domain.cases import Role
from bot.services.casework import act, button, require_open, require_owner, tell_citizen
from bot.services.core import Services
from storage import cases, staff_messages
from storage.cases import Case
from storage.database import Transaction


async def relay_word(
    services: Services, *, key: str, application_id: int, actor: int, text: str, message: tuple[int, int]
) -> dict[str, Any]:
    """Send the owner's words to the person; ``message`` is their chat and number, where the delivery is shown.

    Raises ``Refusal``: ``case-take-first``, ``case-not-yours``, ``case-state``.
    """

    async def relaying(tx: Transaction, case: Case) -> dict[str, Any]:
        _require_may(case, actor)
        sql, params = staff_messages.kept(case.id, *message, "word")
        await tx.execute(sql, *params)
        await _tell(services, tx, case, "case-word", text, key, message[1])
        await _note(services, tx, case, actor, "word", text)
        return {"code": case.code}

    return await act(services, key, application_id, relaying)


async def correct_word(
    services: Services, *, key: str, application_id: int, actor: int, text: str, message: tuple[int, int]
) -> dict[str, Any]:
    """Send the new wording of words relayed before."""

    async def correcting(tx: Transaction, case: Case) -> dict[str, Any]:
        _require_may(case, actor)
        await _tell(services, tx, case, "case-word-corrected", text, key, message[1])
        await _note(services, tx, case, actor, "word_corrected", text)
        return {"code": case.code}

    return await act(services, key, application_id, correcting)


def _require_may(case: Case, actor: int) -> None:
    require_open(case)
    require_owner(case, actor)


async def _tell(
    services: Services, tx: Transaction, case: Case, text_key: str, text: str, key: str, staff_message: int
) -> None:
    await tell_citizen(
        services,
        tx,
        case,
        text_key,
        {"text": text, "name": case.owner_name or ""},
        dedupe=f"word:{key}",
        buttons=[[button("case-button-answer", "answer", case)]],
        staff_message=staff_message,
    )


async def _note(services: Services, tx: Transaction, case: Case, actor: int, kind: str, text: str) -> None:
    await cases.add_event(tx, services.vault, case.id, kind, Role.SPECIALIST, actor, services.now, {"text": text})
