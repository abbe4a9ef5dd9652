"""Cases without Telegram: a citizen, a bound chat, a clock that is set."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.domain.cases.case import Case
from bot.domain.cases.refusal_reasons import AidRefusal
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.cases.deciding.decision import draft_refusal, refuse_aid
from bot.services.cases.forwarding import mark_forwarded
from bot.services.cases.owner.assignment import take_case
from bot.services.cases.plan.agreement import agree_plan, send_agreement_text
from bot.services.cases.plan.sending import draft_plan, send_plan
from bot.services.cases.questions.asking import ask_applicant
from storage import staff_chats
from storage.cases import cases, message_map
from storage.engine.database import Transaction
from tests.support.cases.journeys import OWNER, submitted
from tests.support.consents import consent_to_all
from tests.support.payments.services import Harness, open_harness

CITIZEN = 501
CHAT = -1


@asynccontextmanager
async def open_case_harness(folder: Path) -> AsyncIterator[Harness]:
    """Open services with a citizen and a bound chat."""
    async with open_harness(folder) as harness:
        await consent_to_all(harness.services, CITIZEN)

        async def job(tx: Transaction) -> None:
            chat = StaffChat(CHAT, "aid", None, "ru", "АСП", is_forum=False, bound_by=900)
            await staff_chats.bind(tx, chat, harness.services.now)

        await harness.services.db.write(job)
        yield harness


async def forwarded(harness: Harness, **answers: object) -> Case:
    """Submit a case whose parts all reached the chat."""
    case = await submitted(harness.services, CITIZEN, "ru", files=0, **answers)
    await arrives(harness, case)
    return await now(harness, case)


async def arrives(harness: Harness, case: Case) -> None:
    """Let the parts of a submitted case without documents have reached the chat."""
    numbers = enumerate(("card", "part:form"), 100 * case.id)
    await harness.services.db.run([message_map.kept(case.id, CHAT, number, kind) for number, kind in numbers])
    assert await mark_forwarded(harness.services, case.id)


async def now(harness: Harness, case: Case) -> Case:
    """Return the case as it is now."""
    async with harness.services.db.read() as reader:
        return await cases.load(reader, harness.services.encryption, case.id)


async def take(harness: Harness, case: Case, actor: int = OWNER) -> str:
    """Take it; return `taken`, or the refusal and who has it."""
    try:
        await take_case(
            harness.services, key=f"{actor}:take", application_id=case.id, actor=actor, name=f"Клерк {actor}"
        )
    except Refusal as refusal:
        return f"{refusal.code} {refusal.params.get('owner')}"
    return "taken"


async def ask(harness: Harness, case: Case, actor: int = OWNER, key: str = "1") -> None:
    """Ask the person about incomes."""
    await ask_applicant(
        harness.services,
        key=f"{key}:ask",
        application_id=case.id,
        actor=actor,
        item="income",
        text="Сколько?",
        staff_message=9,
    )


async def kinds(harness: Harness, kind: str) -> int:
    """Count the messages of a kind."""
    return len(await harness.services.db.all("SELECT id FROM outbox WHERE kind = ?", kind))


async def agree(harness: Harness, case: Case, *measures: str) -> None:
    """Send a plan with these measures, and have the person agree to it."""
    await send(harness, case, *measures)
    await agree_to_sent(harness, case)


async def send(harness: Harness, case: Case, *measures: str, key: str = "1") -> None:
    """Send a plan with these measures."""
    drafted = await draft_plan(
        harness.services, key=f"{key}:plan", application_id=case.id, actor=OWNER, measures=list(measures)
    )
    printed = f"%PDF-1.7 plan {key}".encode()
    sent = {"application_id": case.id, "actor": OWNER, "seq": drafted.seq, "staff_message": 9}
    await send_plan(harness.services, key=f"{key}:send", printed=printed, **sent)


async def agree_to_sent(harness: Harness, case: Case) -> None:
    """Have the person agree to the plan that was sent."""
    await send_agreement_text(harness.services, key="words", application_id=case.id, user_id=CITIZEN, words="Келісемін")
    await agree_plan(harness.services, key="agree", application_id=case.id, user_id=CITIZEN)


async def refuse(harness: Harness, case: Case, reason: AidRefusal = AidRefusal.FALSE_DATA) -> None:
    """Refuse with a reason, in the owner's name."""
    staff = {"application_id": case.id, "actor": OWNER}
    drafted = await draft_refusal(harness.services, key="refusal", **staff, reason=reason, fix="Проверьте адрес")
    await refuse_aid(harness.services, key="refuse", **staff, seq=drafted.seq, staff_message=9)


async def enqueued(harness: Harness) -> list[tuple[int, str]]:
    """Return whom the messages so far are for and the text each says; cards are left out."""
    rows = await harness.services.db.all("SELECT chat_id, payload FROM outbox WHERE payload IS NOT NULL ORDER BY id")
    opened = [(row["chat_id"], harness.services.encryption.open_transit("outbox", row["payload"])) for row in rows]
    return [(chat_id, payload["key"]) for chat_id, payload in opened if "key" in payload]
