"""What a member of the staff was asked to write: their next words there answer it, also without Telegram's «reply»."""

from dataclasses import dataclass

from bot.services.work import Services
from storage import staff_prompts
from storage.engine.database import Transaction

AWAITED_SECONDS = 10 * 60
"""After this long words that are no reply are no answer any more (ours)."""
_KEPT_SECONDS = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class At:
    """Who speaks where; ``thread`` is the topic, 0 for none."""

    chat: int
    thread: int
    user: int


@dataclass(frozen=True, slots=True)
class Prompt:
    """The message that asks; unless ``is_sure``, words after it only may be its answer."""

    message: int
    is_sure: bool


async def keep_prompt(services: Services, at: At, message_id: int, *, is_sure: bool = True) -> None:
    """Note that a message asks them for words; what was asked a day ago is forgotten."""

    async def keep(tx: Transaction) -> None:
        await staff_prompts.clear(tx, at.chat, services.now - _KEPT_SECONDS)
        await staff_prompts.put(
            tx, at.chat, at.thread, at.user, message_id=message_id, is_sure=is_sure, now=services.now
        )

    await services.db.write(keep)


async def prompt_for(services: Services, at: At, message_id: int) -> Prompt | None:
    """Return what their message answers by coming next; the same message again answers the same."""
    async with services.db.read() as reader:
        row = await staff_prompts.awaited(
            reader, at.chat, at.thread, at.user, since=services.now - AWAITED_SECONDS, by=message_id
        )
    return Prompt(row["message_id"], bool(row["is_sure"])) if row else None


async def answer_prompt(services: Services, at: At, prompt: int, message_id: int) -> None:
    """Note that a message of theirs has answered what was asked: their words after it are words again."""
    await services.db.write(lambda tx: staff_prompts.answer(tx, at.chat, at.user, prompt, message_id))
