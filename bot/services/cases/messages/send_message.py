"""Messages of the specialist to the person: handed on with the case's number, corrected, retracted."""

from bot.domain.cases.case import Case, Event
from bot.domain.cases.states import Actor, Role
from bot.domain.errors import Refusal
from bot.domain.work_items import require_owner
from bot.services.cases.common import button, require_open, run_case_action, tell_citizen
from bot.services.work import Services
from bot.texts import Bilingual, Value
from storage.cases import cases, message_map
from storage.engine import outbox
from storage.engine.database import Transaction
from storage.engine.outbox import URGENT, OutboxMessage

WITHDRAWAL = "case_word_withdrawal"
WORD, CORRECTED, WITHDRAWN = "word", "word_corrected", "word_withdrawn"


async def send_message_to_citizen(
    services: Services, *, key: str, application_id: int, actor: int, text: str | Bilingual, message: tuple[int, int]
) -> None:
    """Send the owner's words to the person, a ready answer in the person's language.

    ``message`` is their chat and number, where the delivery is shown.

    Raises ``Refusal``: ``case-take-first``, ``case-not-yours``, ``case-state``.
    """

    async def sending(tx: Transaction, case: Case) -> None:
        _require_may(case, actor)
        sql, params = message_map.kept(case.id, *message, f"word:{key}")
        await tx.execute(sql, *params)
        await _tell(services, tx, case, "case-word", text, key, message[1])
        said = text if isinstance(text, str) else text.ru if case.language == "ru" else text.kk
        await _note(services, tx, case, actor, WORD, {"text": said, "word": key})

    await run_case_action(services, key, application_id, sending)


async def correct_message(
    services: Services, *, key: str, application_id: int, actor: int, text: str, word: str, message: tuple[int, int]
) -> None:
    """Send the new wording of a message sent before; ``word`` is the key it was sent under.

    The same words again are no news: Telegram also tells of an edit when a link in it gets a preview.
    Raises ``Refusal`` like ``retract_message``: words taken back do not return by being edited.
    """

    async def correcting(tx: Transaction, case: Case) -> None:
        said = await _standing(services, tx, case, word)
        if said and said[-1].payload["text"] == text:
            return
        _require_may(case, actor)
        await _tell(services, tx, case, "case-word-corrected", text, f"{word}:{key}", message[1])
        await _note(services, tx, case, actor, CORRECTED, {"text": text, "word": word})

    await run_case_action(services, key, application_id, correcting)


async def retract_message(services: Services, *, key: str, application_id: int, actor: int, word: str) -> None:
    """Take back what was sent under ``word``: the person's copies go, the history keeps both.

    Raises ``Refusal``: ``case-take-first``, ``case-not-yours``, ``case-state``, ``word-withdrawn`` (it is already),
    ``word-old`` (so long ago that nobody knows any more which messages had it).
    """

    async def retracting(tx: Transaction, case: Case) -> None:
        _require_may(case, actor)
        said = await _standing(services, tx, case, word)
        await _note(services, tx, case, actor, WITHDRAWN, {"word": word})
        told = f"{case.subject}:word:{word}"
        if not await outbox.was_enqueued(tx, told):
            if said and said[0].at > services.now - outbox.KEEP_SECONDS:
                return  # nobody was told: an assistant who is none any more
            raise Refusal("word-old")
        await outbox.cancel_key(tx, told)
        outgoing = OutboxMessage(
            dedupe_key=f"{case.subject}:unsay:{word}",
            chat_id=case.made_by,
            kind=WITHDRAWAL,
            payload={"word": told},
            subject=case.subject,
            priority=URGENT,
        )
        await services.enqueue(tx, outgoing)

    await run_case_action(services, key, application_id, retracting)


def _require_may(case: Case, actor: int) -> None:
    require_open(case)
    require_owner(case, actor)


async def _standing(services: Services, tx: Transaction, case: Case, word: str) -> list[Event]:
    """Return what was said under ``word``, the newest wording last."""
    events = [each for each in await cases.history(tx, services.encryption, case) if each.payload.get("word") == word]
    if any(event.type == WITHDRAWN for event in events):
        raise Refusal("word-withdrawn")
    return [event for event in events if event.type in {WORD, CORRECTED}]


async def _tell(
    services: Services, tx: Transaction, case: Case, text_key: str, text: Value, key: str, staff_message: int
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


async def _note(
    services: Services, tx: Transaction, case: Case, actor: int, kind: str, payload: dict[str, str]
) -> None:
    await cases.add_event(tx, services.encryption, case.id, kind, Actor(Role.SPECIALIST, actor), services.now, payload)
