"""Assistants and taking over: rights asked when acted on, codes used once, both told; two who race get one case."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import AsyncMock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cases.case import Case
from bot.domain.codes import LONG_ALPHABET, LONG_LENGTH, in_fours, long_code, parse_long_code
from bot.domain.errors import InvalidInput, Refusal
from bot.forms.loading import AID
from bot.outbox.handlers.cases import case_handlers
from bot.outbox.handlers.receipt import receipt_handler
from bot.outbox.sender import StaleMessageError
from bot.services.applications.drafts import change_answers, find_draft, open_draft
from bot.services.applications.renewal import begin_renewal, find_renewable
from bot.services.applications.submission import RECEIPT, submit_application
from bot.services.assistants.clients import add_client, choose_client, clients_of, for_whom, let_go, step_back
from bot.services.assistants.filing import CONSENT_PAPER
from bot.services.assistants.roles import (
    TRIES,
    TRY_SECONDS,
    accept_invitation,
    assistants_of,
    invite_assistant,
    remove_assistant,
)
from bot.services.assistants.takeover import print_code, print_code_by_staff, take_over
from bot.services.cases.common import CASE_NOTIFICATION
from bot.services.cases.deciding.decision import assign_aid
from bot.services.cases.drafts import AidSum
from bot.services.cases.owner.assignment import take_case
from bot.services.cases.questions.answering import Paper, Words, answer_by_text
from bot.services.cases.transitions import withdraw_case
from bot.services.privacy.consent import withdraw_consent
from bot.services.privacy.export import collect_my_data
from bot.services.reminders import fire_due_reminders
from bot.services.staff_chats.chat_migration import migrate_chat
from storage.applications import applications, attachments
from storage.cases import cases
from storage.engine.outbox import LeasedMessage, OutboxMessage
from tests.support.assistants import ASSISTANT, CHAT, CLIENT, NAME, PERSON, STRANGER, becomes_assistant, files, takes_on
from tests.support.cases.journeys import OWNER
from tests.support.cases.services import arrives, enqueued, now, open_case_harness, refuse, take
from tests.support.consents import consent_to_all
from tests.support.forms.aid import IIN, OTHER_IIN, filled, photo
from tests.support.payments.services import Harness
from tests.support.world import TEXTS


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    """Services, a bound chat, and the people of these tests."""
    async with open_case_harness(tmp_path) as opened:
        await consent_to_all(opened.services, ASSISTANT, PERSON, STRANGER)
        yield opened


async def refused(code: str, action: object) -> None:
    """Await what must be refused with this code."""
    with pytest.raises(Refusal) as refusal:
        await action  # type: ignore[misc]
    assert refusal.value.code == code


@given(st.integers(0, 2**96))
def test_a_long_code_is_read_back_however_it_is_typed(number: int) -> None:
    code = long_code(number)
    assert len(code) == LONG_LENGTH
    assert len(LONG_ALPHABET) ** LONG_LENGTH > 2**60
    assert parse_long_code(in_fours(code).lower()) == code
    looks = code.translate(str.maketrans("5683ACEHKMPTXY", "SGBЗАСЕНКМРТХУ"))
    assert parse_long_code(looks.replace("-", " ")) == code


@pytest.mark.parametrize("text", ["", "A" * 15, "A" * 17, "0" * 16, "ACDE-2345-FHJK-678!", "😀" * 16])
def test_what_is_no_long_code_is_told(text: str) -> None:
    with pytest.raises(InvalidInput, match="long-code-format"):
        parse_long_code(text)


async def test_each_person_has_a_draft_of_their_own(harness: Harness) -> None:
    services = harness.services
    await filled(services, ASSISTANT, surname="Өзі")
    await becomes_assistant(services)
    first = await takes_on(services, name="Бірінші Адам")
    await filled(services, ASSISTANT, surname="Бірінші")
    second = await takes_on(services, name="Екінші Адам")
    assert await find_draft(services, ASSISTANT, AID) is None
    await filled(services, ASSISTANT, surname="Екінші")
    for client_id, surname in ((first, "Бірінші"), (second, "Екінші"), (None, "Өзі")):
        await choose_client(services, ASSISTANT, client_id)
        draft = await find_draft(services, ASSISTANT, AID)
        assert draft is not None
        assert draft.answers["surname"] == surname


async def test_both_names_and_the_consent_are_on_the_case(harness: Harness) -> None:
    services = harness.services
    await becomes_assistant(services)
    paper = Paper(photo(7), "consent.jpg", 1)
    await add_client(services, key="c", user_id=ASSISTANT, name=CLIENT, language="kk", paper=paper)
    case = await files(services)
    assert case.answers["assistant"] == NAME
    assert case.role == "assistant"
    async with services.db.read() as reader:
        submitted, *_ = await cases.history(reader, services.encryption, case)
        pages = await attachments.pages_of(reader, case.id, CONSENT_PAPER)
        key = await services.encryption.key(reader, case.data_key_id)
    assert submitted.actor_role == "assistant"
    assert submitted.payload["assistant"] == NAME
    assert submitted.payload["consent_at"] == services.now
    assert [await services.files.get(key, page.stored_as) for page in pages] == [photo(7)]


async def _arrived(harness: Harness) -> Case:
    """Return a case an assistant filed, in the chat."""
    await becomes_assistant(harness.services)
    await takes_on(harness.services)
    case = await files(harness.services)
    await arrives(harness, case)
    return case


async def test_messages_say_whose_case_it_is(harness: Harness) -> None:
    services = harness.services
    case = await _arrived(harness)
    row = await services.db.one("SELECT payload FROM outbox WHERE kind = 'case_notice'")
    assert row is not None
    assert services.encryption.open_transit("outbox", row["payload"])["args"]["code"] == f"{case.code} (Ұлжан Ә.)"


async def test_a_role_taken_away_in_the_middle_stops_everything_and_keeps_the_draft(harness: Harness) -> None:
    services = harness.services
    await becomes_assistant(services)
    await takes_on(services)
    case = await files(services)
    await takes_on(services, name="Екінші Адам")
    draft = await filled(services, ASSISTANT, iin=OTHER_IIN)
    assert await remove_assistant(services, key="off", chat_id=CHAT, user_id=ASSISTANT)
    assert not await remove_assistant(services, key="off2", chat_id=CHAT, user_id=ASSISTANT)
    left = await services.db.all("SELECT chat_id, payload FROM outbox WHERE dedupe_key LIKE 'assistant-left:%'")
    assert [row["chat_id"] for row in left] == [CHAT]
    assert services.encryption.open_transit("outbox", left[0]["payload"])["args"]["codes"] == case.code
    await refused("assistant-removed", open_draft(services, user_id=ASSISTANT, service=AID, language="kk"))
    await refused("assistant-removed", change_answers(services, ASSISTANT, AID, dict))
    await refused("assistant-removed", files(services, key="late"))
    await refused("assistant-removed", takes_on(services, name="Үшінші Адам"))
    await refused("assistant-removed", withdraw_case(services, key="w", application_id=case.id, user_id=ASSISTANT))
    said = answer_by_text(services, key="t", application_id=case.id, user_id=ASSISTANT, words=Words("Сәлем", 1))
    await refused("assistant-removed", said)
    assert await step_back(services, ASSISTANT)
    assert await find_draft(services, ASSISTANT, AID) is None
    await becomes_again(harness)
    await choose_client(services, ASSISTANT, draft.application.client_id)
    kept = await find_draft(services, ASSISTANT, AID)
    assert kept is not None
    assert kept.answers == draft.answers


async def becomes_again(harness: Harness) -> None:
    """Make somebody an assistant once more."""
    made = await invite_assistant(harness.services, key="again", chat_id=CHAT, actor=601, name=NAME)
    await accept_invitation(harness.services, key="again:come", user_id=ASSISTANT, typed=made.code)


async def test_another_chat_takes_no_role_away(harness: Harness) -> None:
    await becomes_assistant(harness.services)
    assert not await remove_assistant(harness.services, key="off", chat_id=-2, user_id=ASSISTANT)
    assert (await for_whom(harness.services, ASSISTANT)).is_assistant


async def test_an_invitation_works_once_and_a_day(harness: Harness) -> None:
    services = harness.services
    made = await invite_assistant(services, key="i", chat_id=CHAT, actor=601, name="гүлнар")
    first = await accept_invitation(services, key="a", user_id=ASSISTANT, typed=made.code)
    assert first == await accept_invitation(services, key="a", user_id=ASSISTANT, typed=made.code)
    await refused("invitation-wrong", accept_invitation(services, key="b", user_id=STRANGER, typed=made.code))
    old = await invite_assistant(services, key="old", chat_id=CHAT, actor=601, name="гүлнар")
    harness.clock.move(hours=25)
    await refused("invitation-wrong", accept_invitation(services, key="c", user_id=STRANGER, typed=old.code))
    assert not (await for_whom(services, STRANGER)).is_assistant


async def test_the_person_takes_the_case_over_once_and_the_assistant_has_it_no_more(harness: Harness) -> None:
    services = harness.services
    await becomes_assistant(services)
    await takes_on(services)
    case = await files(services)
    code = await print_code(services, key="u1", application_id=case.id, user_id=ASSISTANT)
    assert code == await print_code(services, key="u1", application_id=case.id, user_id=ASSISTANT)
    given = {"typed": in_fours(code), "typed_iin": IIN}
    done = await take_over(services, key="t", user_id=PERSON, **given)
    assert done == await take_over(services, key="t", user_id=PERSON, **given)
    taken = await now(harness, case)
    assert (taken.made_by, taken.role, taken.answers["assistant"]) == (PERSON, "citizen", NAME)
    said = answer_by_text(services, key="s", application_id=case.id, user_id=ASSISTANT, words=Words("Сәлем", 1))
    await refused("case-unknown", said)
    rows = await services.db.all("SELECT payload FROM outbox WHERE kind = 'case_notice' AND payload IS NOT NULL")
    args = [services.encryption.open_transit("outbox", row["payload"])["args"] for row in rows]
    assert args[-1]["code"] == case.code, "their own case has no name beside its number"
    told = await enqueued(harness)
    assert (PERSON, "takeover-yours") in told
    assert (ASSISTANT, "takeover-gone") in told
    assert (ASSISTANT, "case-forwarded") not in told
    await refused("takeover-wrong", take_over(services, key="x", user_id=STRANGER, **given))
    waiting = await services.db.all("SELECT chat_id FROM outbox WHERE kind = 'case_receipt'")
    assert [row["chat_id"] for row in waiting] == [PERSON]


async def test_an_assistant_files_for_fifty_and_not_for_one_more(harness: Harness) -> None:
    services = harness.services
    await becomes_assistant(services)
    people = [await takes_on(services, name=f"Бейтаныс {'А' * number}") for number in range(1, 50)]
    people.append(await takes_on(services, name="Елуінші"))
    with pytest.raises(Refusal) as full:
        await takes_on(services, name="Елу Бірінші")
    assert (full.value.code, full.value.params) == ("clients-full", {"max": 50})
    assert [client.id for client in await clients_of(services, ASSISTANT)] == people
    await let_go(services, key="go", user_id=ASSISTANT, client_id=people[0])
    await takes_on(services, name="Елу Бірінші")
    assert len(await clients_of(services, ASSISTANT)) == 50


async def test_two_people_with_one_slip_get_one_case(harness: Harness) -> None:
    services = harness.services
    await becomes_assistant(services)
    await takes_on(services)
    case = await files(services)
    code = await print_code(services, key="u", application_id=case.id, user_id=ASSISTANT)

    async def tries(user_id: int) -> bool:
        try:
            await take_over(services, key=f"{user_id}", user_id=user_id, typed=code, typed_iin=IIN)
        except Refusal:
            return False
        return True

    won = await asyncio.gather(*(tries(user_id) for user_id in (PERSON, STRANGER)))
    assert sorted(won) == [False, True]
    assert (await now(harness, case)).made_by == (PERSON, STRANGER)[won.index(True)]
    async with services.db.read() as reader:
        events = [event.type for event in await cases.history(reader, services.encryption, case)]
    assert events.count("take_over") == 1


async def test_a_new_slip_ends_the_old_and_a_strangers_number_opens_nothing(harness: Harness) -> None:
    services = harness.services
    await becomes_assistant(services)
    await takes_on(services)
    case = await files(services)
    old = await print_code(services, key="u1", application_id=case.id, user_id=ASSISTANT)
    code = await print_code(services, key="u2", application_id=case.id, user_id=ASSISTANT)
    assert old != code
    await refused("takeover-wrong", take_over(services, key="1", user_id=PERSON, typed=old, typed_iin=IIN))
    await refused("takeover-iin", take_over(services, key="2", user_id=PERSON, typed=code, typed_iin=OTHER_IIN))
    await refused("takeover-iin", take_over(services, key="3", user_id=PERSON, typed=code, typed_iin="?"))
    await refused("case-unknown", print_code(services, key="u3", application_id=case.id, user_id=STRANGER))
    assert (await now(harness, case)).made_by == ASSISTANT
    rows = await services.db.all("SELECT * FROM takeover_code")
    assert code not in str(rows)


async def test_staff_print_a_slip_for_a_case_of_their_chat_only(harness: Harness) -> None:
    services = harness.services
    await becomes_assistant(services)
    await takes_on(services)
    case = await files(services)
    await remove_assistant(services, key="off", chat_id=CHAT, user_id=ASSISTANT)
    await services.db.run([("UPDATE application SET staff_chat = ? WHERE id = ?", (CHAT, case.id))])
    await refused("case-elsewhere", print_code_by_staff(services, key="s", application_id=case.id, chat_id=-2))
    code = await print_code_by_staff(services, key="s", application_id=case.id, chat_id=CHAT)
    await take_over(services, key="t", user_id=PERSON, typed=code, typed_iin=IIN)
    assert (await now(harness, case)).may_act
    await refused("not-assisted", print_code_by_staff(services, application_id=case.id, key="s2", chat_id=CHAT))


async def test_guessing_is_limited_in_time(harness: Harness) -> None:
    services = harness.services
    await becomes_assistant(services)
    await takes_on(services)
    case = await files(services)
    code = await print_code(services, key="u", application_id=case.id, user_id=ASSISTANT)
    for number in range(TRIES):
        wrong = take_over(services, key=f"{number}", user_id=PERSON, typed=long_code(number), typed_iin=IIN)
        await refused("takeover-wrong", wrong)
    await refused("code-wait", take_over(services, key="last", user_id=PERSON, typed=code, typed_iin=IIN))
    harness.clock.move(seconds=TRY_SECONDS + 1)
    assert (await take_over(services, key="later", user_id=PERSON, typed=code, typed_iin=IIN)).application == case.id


async def test_a_person_with_a_live_case_is_not_let_go_and_others_leave_nothing(harness: Harness) -> None:
    services = harness.services
    await becomes_assistant(services)
    busy = await takes_on(services)
    case = await files(services)
    paper = Paper(photo(3), "consent.jpg", 1)
    other = await add_client(services, key="c", user_id=ASSISTANT, name="Екінші Адам", language="kk", paper=paper)
    await filled(services, ASSISTANT)
    await refused("client-live", let_go(services, key="1", user_id=ASSISTANT, client_id=busy))
    await let_go(services, key="2", user_id=STRANGER, client_id=other)
    assert len(await clients_of(services, ASSISTANT)) == 2
    await let_go(services, key="3", user_id=ASSISTANT, client_id=other)
    assert [each.id for each in await clients_of(services, ASSISTANT)] == [busy]
    rows = await services.db.all("SELECT id FROM application WHERE state = 'draft'")
    assert rows == []
    assert (await now(harness, case)).client_id == busy


async def test_ones_data_tells_of_both_and_goes_with_consent(harness: Harness) -> None:
    services = harness.services
    await becomes_assistant(services)
    await takes_on(services)
    case = await files(services)
    told = await collect_my_data(services, ASSISTANT)
    assert told.assistant is not None
    assert told.assistant.people[0].name == CLIENT
    assert told.applications[0]["filed_by"] == NAME
    await refused("consent-case-live", withdraw_consent(services, key="w", user_id=ASSISTANT))
    code = await print_code(services, key="u", application_id=case.id, user_id=ASSISTANT)
    await take_over(services, key="t", user_id=PERSON, typed=code, typed_iin=IIN)
    own = await collect_my_data(services, PERSON)
    assert own.applications[0]["filed_by"] == NAME
    assert own.assistant is None
    await withdraw_consent(services, key="w2", user_id=ASSISTANT)
    assert (await collect_my_data(services, ASSISTANT)).assistant is None
    assert await clients_of(services, ASSISTANT) == []
    assert (await now(harness, case)).answers["assistant"] == NAME


async def test_an_assistant_follows_a_group_that_became_a_supergroup(harness: Harness) -> None:
    await becomes_assistant(harness.services)
    await migrate_chat(harness.services, CHAT, -100_77)
    assert [each.user_id for each in await assistants_of(harness.services, -100_77)] == [ASSISTANT]
    assert await remove_assistant(harness.services, key="off", chat_id=-100_77, user_id=ASSISTANT)


async def _decided(harness: Harness) -> Case:
    """Return a case an assistant filed, refused by the owner."""
    case = await _arrived(harness)
    assert await take(harness, case) == "taken"
    await refuse(harness, case)
    return await now(harness, case)


@pytest.mark.parametrize("way", ["let_go", "withdraw_consent"])
async def test_a_case_of_somebody_let_go_is_never_the_assistants_own(harness: Harness, way: str) -> None:
    services = harness.services
    case = await _decided(harness)
    if way == "let_go":
        await let_go(services, key="go", user_id=ASSISTANT, client_id=case.client_id or 0)
    else:
        await withdraw_consent(services, key="w", user_id=ASSISTANT)
        await consent_to_all(services, ASSISTANT)
        await becomes_again(harness)
    await takes_on(services, name="Екінші Адам")
    left = await now(harness, case)
    assert (left.role, left.may_act) == ("assistant", False)
    said = answer_by_text(services, key="t", application_id=case.id, user_id=ASSISTANT, words=Words("Сәлем", 1))
    await refused("client-gone", said)
    async with services.db.read() as reader:
        assert await cases.of_citizen(reader, ASSISTANT) == []
        assert await applications.last_case(reader, ASSISTANT, AID) is None
    assert (await collect_my_data(services, ASSISTANT)).applications == []
    code = await print_code_by_staff(services, key="s", application_id=case.id, chat_id=CHAT)
    await take_over(services, key="t", user_id=PERSON, typed=code, typed_iin=IIN)
    taken = await now(harness, case)
    assert (taken.made_by, taken.role, taken.may_act) == (PERSON, "citizen", True)


async def test_whoever_is_no_assistant_hears_nothing_more_and_staff_know_it(harness: Harness) -> None:
    services = harness.services
    case = await _arrived(harness)
    await remove_assistant(services, key="off", chat_id=CHAT, user_id=ASSISTANT)
    before = await enqueued(harness)
    await take(harness, case)
    await refuse(harness, case)
    harness.clock.move(days=8)
    await fire_due_reminders(services)
    told = (await enqueued(harness))[len(before) :]
    assert ASSISTANT not in {chat_id for chat_id, _ in told}
    assert told.count((CHAT, "staff-untold")) == 2


async def test_a_role_given_again_makes_the_cases_theirs_again(harness: Harness) -> None:
    services = harness.services
    await becomes_assistant(services)
    await takes_on(services)
    case = await files(services)
    await remove_assistant(services, key="off", chat_id=CHAT, user_id=ASSISTANT)
    assert not (await now(harness, case)).may_act
    await becomes_again(harness)
    assert (await now(harness, case)).may_act


async def _helped(harness: Harness, name: str, phone: str, **answers: str) -> Case:
    """Return the case of a person taken on and filed for, who got help."""
    services = harness.services
    await takes_on(services, name=name, phone=phone)
    draft = (await filled(services, ASSISTANT, "ru", state="pensioner", **answers)).application
    sent = await submit_application(
        services, key=f"{name}:send", user_id=ASSISTANT, application_id=draft.id, language="ru"
    )
    async with services.db.read() as reader:
        case = await cases.load(reader, services.encryption, sent.application_id)
    await arrives(harness, case)
    await take_case(services, key=f"{name}:take", application_id=case.id, actor=OWNER, name="Клерк")
    aid = AidSum(20_000, 2)
    await assign_aid(services, key=f"{name}:aid", application_id=case.id, actor=OWNER, aid=aid, staff_message=1)
    return case


async def test_a_reminder_renews_the_case_it_is_about(harness: Harness) -> None:
    services = harness.services
    await becomes_assistant(services)
    first = await _helped(harness, "Клиент Первый", "+77000000009", surname="Первый")
    second = await _helped(harness, "Клиент Второй", "+77000000010", surname="Второй", iin=OTHER_IIN, born="1990-01-01")
    harness.clock.at = datetime(2027, 1, 2, 6, tzinfo=UTC)
    for case in (first, second):
        found = await find_renewable(services, ASSISTANT, case.id)
        assert found is not None
        await choose_client(services, ASSISTANT, found.case.client_id)
        await begin_renewal(services, ASSISTANT, "ru", changed=False, case_id=case.id)
        draft = await find_draft(services, ASSISTANT, AID)
        assert draft is not None
        assert draft.answers["surname"] == case.answers["surname"]
    assert await find_renewable(services, STRANGER, first.id) is None


async def test_what_still_waits_for_an_assistant_goes_to_nobody_once_they_are_none(harness: Harness) -> None:
    services = harness.services
    await becomes_assistant(services)
    await takes_on(services)
    case = await files(services)
    await remove_assistant(services, key="off", chat_id=CHAT, user_id=ASSISTANT)
    outgoing = OutboxMessage("late", ASSISTANT, CASE_NOTIFICATION, {"key": "case-taken", "args": {}}, case.subject)
    deliver = case_handlers(AsyncMock(), services, TEXTS)[CASE_NOTIFICATION]
    await services.db.run([("UPDATE application SET staff_chat = ? WHERE id = ?", (CHAT, case.id))])
    with pytest.raises(StaleMessageError):
        await deliver(LeasedMessage(1, outgoing, 0))
    receipt = OutboxMessage("receipt", ASSISTANT, RECEIPT, {"application_id": case.id}, case.subject)
    with pytest.raises(StaleMessageError):
        await receipt_handler(AsyncMock(), services, TEXTS)(LeasedMessage(2, receipt, 0))
    assert (CHAT, "staff-untold") in await enqueued(harness)
