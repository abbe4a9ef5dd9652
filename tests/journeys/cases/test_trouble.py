"""What goes wrong around a case: topics deleted or closed, groups upgraded, people who blocked the bot, strangers."""

import asyncio
import re

import pytest
from aiogram.types import Message

from bot.domain.cases.case import Case
from bot.domain.cases.states import CaseState
from bot.forms.loading import AID, form_for
from bot.services.cases.messages.canned_answers import canned_answers
from bot.services.cases.owner.assignment import release_case
from bot.services.cases.transitions import withdraw_case
from bot.texts import TextRef
from simulator.client.actor import Actor
from tests.support.cases.journeys import (
    OTHER,
    OWNER,
    PATIENCE,
    STRANGER,
    Office,
    binds,
    events_of,
    make_code,
    now_of,
    open_group,
    open_office,
    submitted,
    taken,
)
from tests.support.forms.aid import OTHER_IIN
from tests.support.world import ADMIN, Reader, World

CITIZEN, OTHER_CITIZEN = 501, 502


async def _writes(citizen: Reader, case: Case, words: str) -> None:
    await citizen.says("/applications")
    await citizen.actor.presses(case.code)
    await citizen.presses("case-button-write")
    await citizen.says(words)


async def test_a_deleted_topic_comes_back_with_everything(rough: World) -> None:
    office, case, citizen, _ = await taken(rough)
    old = (await office.place(case))["thread_id"]
    boss = rough.telegram.person(ADMIN)
    await boss.does("delete_topic", chat_id=office.chat_id, thread_id=old)
    await _writes(citizen, case, "Қағазды ертең әкелемін")
    await office.clerk().actor.sees("Қағазды ертең әкелемін", timeout=PATIENCE)
    fresh = (await office.place(case))["thread_id"]
    assert fresh != old
    clerk = office.clerk(OWNER, fresh)
    await clerk.sees("staff-rebuilt", code=case.code)
    await clerk.actor.sees(lambda message: bool(message.photo), timeout=PATIENCE)
    await rough.settles()
    pictures = [message for message in clerk.actor.from_bot() if message.photo]
    assert len(pictures) == 2
    await clerk.says("Хорошо, жду")
    await citizen.actor.sees("Хорошо, жду", timeout=PATIENCE)


async def test_a_topic_whose_making_nobody_could_record_is_found_again(rough: World) -> None:
    await rough.citizen(CITIZEN, "ru")
    office = await open_office(rough, "ru")
    await rough.telegram.faults([{"kind": "reset_after", "times": 1, "methods": ["createForumTopic"]}])
    case = await submitted(rough.app.services, CITIZEN, "ru")
    await rough.settles()
    # The sender tries again in a moment; meanwhile Telegram's own message has told of the topic.
    await rough.telegram.advance(seconds=10)
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    assert len(await _topics(rough, office)) == 1


async def test_a_topic_made_before_the_one_that_is_kept_is_removed_while_nothing_is_in_it(rough: World) -> None:
    office, case, _citizen, _clerk = await taken(rough)
    [(full, name)] = await _topics(rough, office)
    empty = (await rough.app.bot.create_forum_topic(office.chat_id, name)).message_thread_id
    kept = (await rough.app.bot.create_forum_topic(office.chat_id, name)).message_thread_id
    await rough.settles()
    place = "UPDATE case_topic SET thread_id = ? WHERE application_id = ?"
    await rough.app.services.db.run([(place, (kept, case.id))])
    for number, thread_id in enumerate((full, empty, kept)):
        await rough.app.processor.accept([_told_of_topic(rough, office, 9_000_000 + number, thread_id, name)])
        await rough.settles()
    assert [number for number, _name in await _topics(rough, office)] == [full, kept]


def _told_of_topic(world: World, office: Office, update_id: int, thread_id: int, name: str) -> dict[str, object]:
    message = {
        "message_id": thread_id,
        "date": world.app.services.now,
        "chat": {"id": office.chat_id, "type": "supergroup", "title": "", "is_forum": True},
        "from": {"id": world.app.bot.id, "is_bot": True, "first_name": ""},
        "message_thread_id": thread_id,
        "is_topic_message": True,
        "forum_topic_created": {"name": name, "icon_color": 7322096},
    }
    return {"update_id": update_id, "message": message}


async def _topics(world: World, office: Office) -> list[tuple[int, str]]:
    [chat] = [chat for chat in (await world.telegram.state())["chats"] if chat["id"] == office.chat_id]
    return [(topic["id"], topic["name"]) for topic in chat["topics"]]


async def test_a_closed_topic_is_opened_again(rough: World) -> None:
    office, case, citizen, clerk = await taken(rough)
    boss = rough.telegram.person(ADMIN)
    place = await office.place(case)
    await boss.does("close_topic", chat_id=office.chat_id, thread_id=place["thread_id"])
    await boss.does("demote", chat_id=office.chat_id, user_id=rough.telegram.feed.bot_id)
    await _writes(citizen, case, "Мен осындамын")
    await office.clerk().actor.sees("Мен осындамын", timeout=PATIENCE)
    assert clerk.actor.chat_id == office.chat_id


async def test_a_group_that_became_a_supergroup_keeps_its_cases(rough: World) -> None:
    office, case, citizen, _ = await taken(rough, is_forum=False)
    moved = await rough.telegram.person(ADMIN).does("migrate", chat_id=office.chat_id)
    office.chat_id = moved["chat"]["id"]
    clerk = office.clerk()
    await clerk.actor.sees(case.code, timeout=PATIENCE)
    await _writes(citizen, case, "Сәлеметсіз бе")
    note = await clerk.actor.sees("Сәлеметсіз бе", timeout=PATIENCE)
    await clerk.actor.replies_to(note, "Здравствуйте!")
    await citizen.actor.sees("Здравствуйте!", timeout=PATIENCE)
    assert (await now_of(rough, case)).staff_chat == office.chat_id


async def test_staff_are_told_that_the_person_blocked_the_bot(rough: World) -> None:
    _, case, citizen, clerk = await taken(rough)
    await citizen.actor.blocks()
    word = await clerk.says("Принесите справку")
    await clerk.sees("staff-undelivered-blocked", timeout=PATIENCE, code=case.code)
    signs = [event["message_id"] for event in rough.telegram.feed.events if event["type"] == "reaction"]
    assert word.message_id not in signs


async def test_whoever_left_the_group_can_do_nothing(rough: World) -> None:
    office, case, _, clerk = await taken(rough)
    card = (await office.place(case))["card_message_id"]
    boss = rough.telegram.person(ADMIN)
    await clerk.presses("staff-button-hand")
    await clerk.presses("staff-button-release")
    await rough.settles()
    leaver = office.clerk(OTHER)
    await rough.telegram.faults([{"kind": "latency", "methods": ["getChatMember"], "seconds": 0.6}])
    pressing = asyncio.ensure_future(  # noqa: TID251 - the press and the leaving must overlap
        leaver.actor.does("press", chat_id=office.chat_id, message_id=card, data=f"c:take:{case.id}:1:")
    )
    await pressing
    await boss.does("remove_member", chat_id=office.chat_id, user_id=OTHER)
    await rough.telegram.idle(quiet=0.8)
    assert (await now_of(rough, case)).owner is None
    assert leaver.actor.alerts[-1] == leaver.words("refusal-staff-only")
    noted = await rough.app.services.db.all("SELECT what FROM access_log WHERE actor = ?", OTHER)
    assert [row["what"] for row in noted] == ["refused"]


async def test_words_of_an_anonymous_administrator_go_nowhere(rough: World) -> None:
    office, case, citizen, _ = await taken(rough)
    place = await office.place(case)
    boss = rough.telegram.person(ADMIN)
    order = {"chat_id": office.chat_id, "thread_id": place["thread_id"], "text": "Откажите ему"}
    await boss.does("send_as_anonymous_admin", **order, reply_to=place["card_message_id"])
    clerk = office.clerk(OWNER, place["thread_id"])
    await clerk.sees("staff-anonymous", timeout=PATIENCE)
    await rough.settles()
    assert "Откажите" not in citizen.actor.transcript()
    assert "word" not in await events_of(rough, case)


@pytest.mark.parametrize("command", ["/mine", "/overdue", "/find AB3CD4EF", "/answers", "/withdraw", "/bind AB2CD3EF"])
async def test_commands_of_an_anonymous_administrator_are_answered_and_do_nothing(rough: World, command: str) -> None:
    office, *_ = await taken(rough)
    boss = rough.telegram.person(ADMIN)
    await boss.does("send_as_anonymous_admin", chat_id=office.chat_id, text=command)
    await office.clerk().sees("staff-anonymous", timeout=PATIENCE)


async def test_a_deleted_card_comes_back_where_it_was(rough: World) -> None:
    office, case, citizen, clerk = await taken(rough)
    before = await office.place(case)
    boss = rough.telegram.person(ADMIN)
    await boss.does("delete", chat_id=office.chat_id, message_ids=[before["card_message_id"]])
    await clerk.says("Здравствуйте!")
    await citizen.actor.sees("Здравствуйте!", timeout=PATIENCE)
    services = rough.app.services
    await release_case(services, key="back", application_id=case.id, actor=OWNER, name="Клерк", is_chief=False)
    await rough.settles()
    after = await office.place(case)
    assert after["thread_id"] == before["thread_id"]
    assert after["card_message_id"] != before["card_message_id"]
    assert len([message for message in office.clerk().actor.from_bot() if message.photo]) == 2
    await office.clerk(OTHER, after["thread_id"]).presses("staff-button-take")
    assert (await now_of(rough, case)).owner == OTHER


async def test_a_group_that_lets_no_photos_in_delays_no_other_case_and_gets_them_later(rough: World) -> None:
    office, first, citizen, clerk = await taken(rough)
    files = ["sendPhoto", "sendMediaGroup", "sendDocument"]
    refused = {"kind": "refusal", "methods": files, "text": "Bad Request: not enough rights to send photos to the chat"}
    await rough.telegram.faults([refused])
    await rough.citizen(OTHER_CITIZEN, "ru")
    second = await submitted(rough.app.services, OTHER_CITIZEN, "ru", iin=OTHER_IIN)
    await rough.settles()
    await clerk.says("Здравствуйте!")
    await citizen.actor.sees("Здравствуйте!", timeout=PATIENCE)
    await _writes(citizen, first, "Сәлеметсіз бе")
    await office.clerk().actor.sees("Сәлеметсіз бе", timeout=PATIENCE)
    assert (await now_of(rough, second)).state is CaseState.SUBMITTED
    await rough.telegram.faults([])
    await rough.telegram.advance(minutes=11)
    await office.at_case(second)
    assert (await now_of(rough, second)).state is CaseState.FORWARDED


async def test_a_code_binds_once_in_time_and_not_by_guessing(rough: World) -> None:
    office = await open_group(rough, "ru", is_forum=True)
    boss = Reader(rough.telegram.person(ADMIN).in_chat(office.chat_id), "ru")
    lapsed = await make_code(rough, "ru")
    await rough.telegram.advance(minutes=16)
    assert (await binds(office, lapsed)).text == boss.words("refusal-bind-lapsed")
    code = await make_code(rough, "ru")
    assert "✅" in str((await binds(office, code.lower())).text)
    assert (await binds(office, code)).text == boss.words("refusal-bind-used")
    await rough.telegram.advance(minutes=16)
    answers = [(await binds(office, "AB2CD3EF")).text for _ in range(6)]
    assert answers == [boss.words("refusal-bind-wrong")] * 5 + [boss.words("refusal-bind-wait", minutes=15)]


async def test_a_case_nobody_serves_waits_and_none_is_lost(rough: World) -> None:
    await rough.citizen(CITIZEN, "kk")
    case = await submitted(rough.app.services, CITIZEN, "kk")
    assert (await now_of(rough, case)).staff_chat is None
    office = await open_office(rough, "ru")
    clerk = await office.at_case(case)
    boss = rough.telegram.person(ADMIN)
    await boss.does("remove_member", chat_id=office.chat_id, user_id=rough.telegram.feed.bot_id)
    private = Reader(boss, "ru")
    await private.sees("admin-chat-lost", timeout=PATIENCE, title="АСП", moved=0)
    assert (await now_of(rough, case)).staff_chat is None
    await boss.does("add_member", chat_id=office.chat_id, user_id=rough.telegram.feed.bot_id)
    await clerk_of(office, boss).sees("staff-added")
    await boss.does("promote", chat_id=office.chat_id, user_id=rough.telegram.feed.bot_id)
    await binds(office, await make_code(rough, "ru"))
    await (await office.at_case(case)).presses("staff-button-take")
    assert clerk.actor.chat_id == office.chat_id


def clerk_of(office: Office, person: Actor) -> Reader:
    """Return the same person in the group; the group speaks the person's language while it is not bound."""
    return Reader(person.in_chat(office.chat_id), office.language)


async def test_only_an_administrator_unbinds_and_the_case_waits(rough: World) -> None:
    office, case, _, _ = await taken(rough)
    clerk = office.clerk(OTHER)
    await clerk.says("/unbind")
    await clerk.sees("refusal-admins-only")
    boss = clerk_of(office, rough.telegram.person(ADMIN))
    await boss.says("/unbind")
    await boss.sees("staff-unbound", moved=0)
    left = await now_of(rough, case)
    assert (left.staff_chat, left.owner) == (None, None)


async def test_a_stranger_binds_nothing_and_gets_the_menu(rough: World) -> None:
    stranger = await rough.citizen(STRANGER, "ru")
    await stranger.says("/bind")
    await stranger.sees("menu-home")


async def test_the_duty_chat_takes_a_case_over(rough: World) -> None:
    office, case, _, clerk = await taken(rough)
    duty = await open_office(rough, "kk", role="duty")
    await clerk.presses("staff-button-hand")
    await clerk.presses("staff-button-duty")
    await clerk.sees("staff-passed", timeout=PATIENCE, code=case.code, chat="АСП")
    taker = await duty.at_case(case, OTHER)
    await taker.actor.sees(taker.words("staff-history", code=case.code), timeout=PATIENCE)
    await taker.presses("staff-button-take")
    moved = await now_of(rough, case)
    assert (moved.staff_chat, moved.owner) == (duty.chat_id, OTHER)
    assert office.chat_id != duty.chat_id


@pytest.mark.parametrize("refused", [[], ["sendPhoto", "sendMediaGroup", "sendDocument"]])
async def test_papers_of_a_case_withdrawn_in_the_meantime_are_shown_to_nobody(rough: World, refused: list[str]) -> None:
    office = await open_office(rough, "ru")
    await rough.citizen(CITIZEN, "kk")
    why = {"text": "Bad Request: not enough rights to send messages", "chat_id": office.chat_id}
    await rough.telegram.faults([{"kind": "refusal", "methods": refused, **why}])
    case = await submitted(rough.app.services, CITIZEN, "kk")
    await _messages_are(rough, "state = 'sent' OR (state = 'pending' AND attempts > 0)")
    await withdraw_case(rough.app.services, key="w", application_id=case.id, user_id=CITIZEN)
    await rough.telegram.faults([])
    await rough.telegram.advance(minutes=11)
    await _messages_are(rough, "state IN ('sent', 'cancelled')")
    shown = office.clerk().actor.from_bot()
    assert not [message for message in shown if message.photo or message.document]
    assert any(case.code in (message.text or "") for message in shown) is bool(refused), "a card that is out is redrawn"


async def _messages_are(world: World, wanted: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while await world.app.services.db.one(f"SELECT 1 AS yes FROM outbox WHERE NOT ({wanted})"):  # noqa: S608
            await asyncio.sleep(0.05)


async def test_a_ready_answer_pressed_thrice_goes_once(rough: World) -> None:
    office, case, citizen, clerk = await taken(rough)
    await clerk.presses("staff-button-answers")
    menu = await clerk.sees("staff-canned", code=case.code)
    answer = canned_answers()["no-answer"]
    await _taps(rough, office, menu, answer.title.ru)
    await citizen.actor.sees(answer.text.kk, timeout=PATIENCE)
    await rough.settles()
    assert (await events_of(rough, case)).count("word") == 1


async def test_a_page_to_be_shot_again_pressed_thrice_is_asked_for_once(rough: World) -> None:
    office, case, citizen, clerk = await taken(rough)
    await clerk.presses("staff-button-ask")
    await clerk.presses("staff-button-reshoot")
    await clerk.actor.presses(re.compile("^2$"))
    paper = TextRef(f"{form_for(AID).field('documents').key}-short")
    item = TextRef("case-item-page", {"paper": paper, "number": "2"})
    menu = await clerk.sees("staff-reshoot-why", item=item)
    await _taps(rough, office, menu, clerk.words("staff-reshoot-blurred"))
    await citizen.actor.sees(citizen.words("reshoot-why-blurred"), timeout=PATIENCE)
    await rough.settles()
    assert (await events_of(rough, case)).count("ask") == 1


async def _taps(world: World, office: Office, menu: Message, label: str) -> None:
    """Press one button of a message three times, as fast as it goes."""
    markup = menu.reply_markup
    assert markup is not None
    data = next(button.callback_data for row in markup.inline_keyboard for button in row if button.text == label)
    tapper = world.telegram.person(OWNER)
    for _ in range(3):
        await tapper.does("press", chat_id=office.chat_id, message_id=menu.message_id, data=data)
