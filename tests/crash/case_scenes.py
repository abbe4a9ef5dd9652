"""Journeys of a case, each led to the press that counts."""

from pathlib import Path

from aiogram.types import Message

from bot.domain.cases.retake import Flaw
from bot.services.assistants.takeover import print_code
from bot.services.cases.questions.asking import ask_applicant
from bot.services.cases.questions.retakes import pages_to_shoot
from bot.services.cases.questions.texts import page_text
from bot.texts import TextRef
from tests.crash.scenes import CITIZEN, Scene, rows
from tests.support.assistants import ASSISTANT, PERSON, becomes_assistant, files, takes_on
from tests.support.cases.journeys import OWNER, PATIENCE, card_says, now_of, open_office, photo, submitted
from tests.support.forms.aid import IIN, filled
from tests.support.world import World

FIX = "Алимент анықтамасы керек"


async def submission(world: World, language: str) -> Scene:
    """The submission of an application."""
    office = await open_office(world, language)
    person = await world.citizen(CITIZEN, language)
    await filled(world.app.services, CITIZEN, language)
    await person.says("/aid")
    await person.presses("aid-see-answers")
    await person.presses("aid-to-consent")
    await person.actor.sees("Ұлжан")

    def cards() -> list[Message]:
        shown = office.clerk().actor.from_bot()
        return [message for message in shown if message.reply_markup and "№" in (message.text or "")]

    def holds(folder: Path) -> None:
        # Forwarded: the card and every paper have Telegram's message ids.
        assert rows(folder, "SELECT state FROM application") == [("forwarded",)]
        assert rows(folder, "SELECT COUNT(*) FROM case_topic WHERE card_message_id IS NOT NULL") == [(1,)]
        assert rows(folder, "SELECT COUNT(*) FROM case_event WHERE type = 'submit'") == [(1,)]
        assert len(cards()) == 1
        assert len([message for message in person.actor.from_bot() if message.document]) == 1

    async def arrives() -> None:
        await person.actor.sees(lambda message: message.document is not None, timeout=60)
        await office.clerk().actor.sees(lambda message: message in cards(), timeout=60)

    return Scene(
        press=lambda: person.presses("aid-submit", wait=False),
        replies=("editMessageText",),
        messages=("sendDocument",),
        arrives=arrives,
        holds=holds,
    )


async def decision(world: World, language: str) -> Scene:
    """A clerk refuses; the citizen is told once."""
    office = await open_office(world, language)
    person = await world.citizen(CITIZEN, language)
    case = await submitted(world.app.services, CITIZEN, language, files=0)
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    await clerk.presses("staff-button-decide")
    await clerk.presses("staff-refusal-documents_missing")
    reason = TextRef("staff-refusal-documents_missing")
    await clerk.actor.replies_to(await clerk.sees("staff-refuse-prompt", code=case.code, reason=reason), FIX)
    await clerk.actor.sees(FIX)
    assert (await now_of(world, case)).state == "in_check"

    def told() -> list[Message]:
        return [message for message in person.actor.from_bot() if FIX in (message.text or "")]

    def holds(folder: Path) -> None:
        assert rows(folder, "SELECT state FROM application") == [("decided_refused",)]
        assert rows(folder, "SELECT COUNT(*) FROM case_event WHERE type = 'refuse'") == [(1,)]
        assert len(told()) == 1

    return Scene(
        press=lambda: clerk.presses("staff-button-confirm-refusal", wait=False),
        replies=("answerCallbackQuery", "editMessageText"),
        messages=("sendMessage",),
        arrives=lambda: person.actor.sees(FIX, timeout=PATIENCE),
        holds=holds,
    )


async def takeover(world: World, language: str) -> Scene:
    """The person types the second proof, and the case is theirs."""
    services = world.app.services
    office = await open_office(world, language)
    assistant = await world.citizen(ASSISTANT, language)
    await becomes_assistant(services, ASSISTANT, office.chat_id)
    await takes_on(services)
    case = await files(services)
    await world.settles()
    code = await print_code(services, key="slip", application_id=case.id, user_id=ASSISTANT)
    person = await world.citizen(PERSON, language, f"take_{code.replace('-', '')}")
    await person.sees("takeover-iin")

    yours = person.words("takeover-yours", code=case.code)
    gone = assistant.words("takeover-gone", code=case.code)

    def told(words: str, messages: list[Message]) -> int:
        return len([message for message in messages if words in (message.text or "")])

    def holds(folder: Path) -> None:
        assert rows(folder, "SELECT made_by, client_id FROM application") == [(PERSON, None)]
        assert rows(folder, "SELECT COUNT(*) FROM case_event WHERE type = 'take_over'") == [(1,)]
        assert rows(folder, "SELECT COUNT(*) FROM takeover_code WHERE used_by IS NOT NULL") == [(1,)]
        assert told(yours, person.actor.from_bot()) == 1
        assert told(gone, assistant.actor.from_bot()) == 1

    async def arrives() -> None:
        await person.sees("takeover-yours", code=case.code, timeout=PATIENCE)
        await assistant.sees("takeover-gone", code=case.code, timeout=PATIENCE)

    return Scene(
        press=lambda: person.says(IIN),
        replies=("sendMessage",),
        messages=("sendMessage",),
        arrives=arrives,
        holds=holds,
        words=(yours, gone),
    )


async def page_again(world: World, language: str) -> Scene:
    """The photo of a page that was asked for anew: it is in the old one's place, once, and the old one is kept."""
    services = world.app.services
    office = await open_office(world, language)
    person = await world.citizen(CITIZEN, language)
    case = await submitted(services, CITIZEN, language)
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    first, _second = await pages_to_shoot(services, application_id=case.id, actor=OWNER)
    await ask_applicant(
        services,
        key="again",
        application_id=case.id,
        actor=OWNER,
        item=first.item.replace(Flaw.OTHER, Flaw.DARK),
        text="",
        staff_message=1,
    )
    await person.presses("case-button-answer")

    def holds(folder: Path) -> None:
        kept = rows(folder, "SELECT page, replaced_by IS NULL FROM document ORDER BY page, id")
        assert kept == [(1, 0), (1, 1), (2, 1)]
        assert rows(folder, "SELECT COUNT(*) FROM case_event WHERE type = 'answer'") == [(1,)]
        assert rows(folder, "SELECT state FROM application") == [("in_check",)]
        assert len([path for path in (folder / "files").rglob("*") if path.is_file()]) == len(kept)

    async def arrives() -> None:
        await clerk.sees("staff-answer-paper", timeout=PATIENCE, code=case.code, about=page_text(case, first))

    return Scene(
        press=lambda: person.actor.sends_document(photo(200), "new.jpg"),
        replies=("sendMessage", "editMessageText"),
        messages=("sendPhoto", "sendDocument"),
        arrives=arrives,
        holds=holds,
    )
