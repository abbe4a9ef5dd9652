"""Cases without Telegram: a citizen, a bound chat, a clock that is set."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.domain.cases.case import Case
from bot.domain.cases.refusal_reasons import AidRefusal
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.cases.assignment import take_case
from bot.services.cases.decision import draft_refusal, refuse_aid
from bot.services.cases.forwarding import mark_forwarded
from bot.services.cases.plan.agreement import agree_plan, send_agreement_text
from bot.services.cases.plan.sending import draft_plan, send_plan
from bot.services.cases.questions.asking import ask_applicant
from storage import staff_chats
from storage.cases import cases, message_map
from storage.engine.database import Transaction
from storage.people import citizens
from tests.support.cases.journeys import OWNER, submitted
from tests.support.payments.services import Desk, open_desk

CITIZEN = 501
CHAT = -1


@asynccontextmanager
async def open_case_desk(folder: Path) -> AsyncIterator[Desk]:
    """Services with a citizen and a bound chat."""
    async with open_desk(folder) as desk:

        async def job(tx: Transaction) -> None:
            await citizens.ensure(tx, desk.services.encryption, CITIZEN, desk.services.now)
            chat = StaffChat(CHAT, "aid", None, "ru", "АСП", is_forum=False, bound_by=900)
            await staff_chats.bind(tx, chat, desk.services.now)

        await desk.services.db.write(job)
        yield desk


async def forwarded(desk: Desk, **answers: object) -> Case:
    """Submit a case whose parts all reached the chat."""
    case = await submitted(desk.services, CITIZEN, "ru", files=0, **answers)
    await arrives(desk, case)
    return await now(desk, case)


async def arrives(desk: Desk, case: Case) -> None:
    """Let the parts of a submitted case without documents have reached the chat."""
    numbers = enumerate(("card", "part:form"), 100 * case.id)
    await desk.services.db.run([message_map.kept(case.id, CHAT, number, kind) for number, kind in numbers])
    assert await mark_forwarded(desk.services, case.id)


async def now(desk: Desk, case: Case) -> Case:
    """Return the case as it is now."""
    async with desk.services.db.read() as reader:
        return await cases.load(reader, desk.services.encryption, case.id)


async def take(desk: Desk, case: Case, actor: int = OWNER) -> str:
    """Take it; return `taken`, or the refusal and who has it."""
    try:
        await take_case(desk.services, key=f"{actor}:take", application_id=case.id, actor=actor, name=f"Клерк {actor}")
    except Refusal as refusal:
        return f"{refusal.code} {refusal.params.get('owner')}"
    return "taken"


async def ask(desk: Desk, case: Case, actor: int = OWNER, key: str = "1") -> None:
    """Ask the person about incomes."""
    await ask_applicant(
        desk.services,
        key=f"{key}:ask",
        application_id=case.id,
        actor=actor,
        item="income",
        text="Сколько?",
        staff_message=9,
    )


async def kinds(desk: Desk, kind: str) -> int:
    """Count the letters of a kind."""
    return len(await desk.services.db.all("SELECT id FROM outbox WHERE kind = ?", kind))


async def agree(desk: Desk, case: Case, *measures: str) -> None:
    """Send a plan with these measures, and have the person agree to it."""
    await send(desk, case, *measures)
    await agree_to_sent(desk, case)


async def send(desk: Desk, case: Case, *measures: str, key: str = "1") -> None:
    """Send a plan with these measures."""
    drafted = await draft_plan(
        desk.services, key=f"{key}:plan", application_id=case.id, actor=OWNER, measures=list(measures)
    )
    printed = f"%PDF-1.7 plan {key}".encode()
    sent = {"application_id": case.id, "actor": OWNER, "seq": drafted.seq, "staff_message": 9}
    await send_plan(desk.services, key=f"{key}:send", printed=printed, **sent)


async def agree_to_sent(desk: Desk, case: Case) -> None:
    """Have the person agree to the plan that was sent."""
    await send_agreement_text(desk.services, key="words", application_id=case.id, user_id=CITIZEN, words="Келісемін")
    await agree_plan(desk.services, key="agree", application_id=case.id, user_id=CITIZEN)


async def refuse(desk: Desk, case: Case, reason: AidRefusal = AidRefusal.FALSE_DATA) -> None:
    """Refuse with a reason, in the owner's name."""
    staff = {"application_id": case.id, "actor": OWNER}
    drafted = await draft_refusal(desk.services, key="refusal", **staff, reason=reason, fix="Проверьте адрес")
    await refuse_aid(desk.services, key="refuse", **staff, seq=drafted.seq, staff_message=9)


async def letters(desk: Desk) -> list[tuple[int, str]]:
    """Return whom the letters so far are for and the text each says; cards are left out."""
    rows = await desk.services.db.all("SELECT chat_id, payload FROM outbox WHERE payload IS NOT NULL ORDER BY id")
    opened = [(row["chat_id"], desk.services.encryption.open_transit("outbox", row["payload"])) for row in rows]
    return [(chat_id, payload["key"]) for chat_id, payload in opened if "key" in payload]
