"""``/mydata``: all that is held about a Telegram user, as one value to hand over (product X5)."""

from dataclasses import dataclass

from bot.domain.applications.application import Application
from bot.domain.errors import Refusal
from bot.domain.forms.forms import Answers
from bot.domain.people.identifiers import mask_iin
from bot.domain.sealing import DataKeyDestroyedError
from bot.domain.subject import Subject, SubjectKind
from bot.services.privacy.export_cases import case_record
from bot.services.privacy.records import Record, moment, timed, without
from bot.services.work import Services
from storage import eligibility, guide_ticks, inquiries, staff_chats
from storage.applications import applications, attachments
from storage.assistants import assistants, clients
from storage.engine.database import Row, Transaction
from storage.payment_applications import events, payment_applications
from storage.people import citizens, iin_proofs, persons
from storage.privacy import audit_log, consents, export

_OWN = "self"


@dataclass(frozen=True, slots=True)
class ClientData:
    """A person an assistant has taken on; how they agreed to it: ``phone`` or ``paper``."""

    name: str
    consent_at: str
    by: str


@dataclass(frozen=True, slots=True)
class AssistantData:
    """The role of an assistant, and the people taken on."""

    name: str
    given_at: str
    removed_at: str | None
    people: list[ClientData]


@dataclass(frozen=True, slots=True)
class MyData:
    """What is handed over; the fields' names are those of the file."""

    telegram_id: int
    collected_at: str
    language: str | None
    known_since: str | None
    profile: dict[str, str]
    reminders: list[int] | None
    consents: list[Record]
    bookings: list[Record]
    visits: list[Record]
    applications: list[Record]
    inquiries: list[Record]
    guide_steps: list[Record]
    estimate: Answers
    assistant: AssistantData | None
    payment_applications: list[Record]
    waiting_list: list[Record]
    payments_followed: list[Record]
    access_log: list[Record]
    own_numbers: list[Record]


async def collect_my_data(services: Services, user_id: int) -> MyData:
    """Return profile, consents, bookings, visits, applications, payments and look-ups; the export itself is put on
    record.

    Numbers of other people, whom the user booked for, are masked. Moments are ISO 8601 in UTC.
    """

    async def collect(tx: Transaction) -> MyData:
        collected = await _collect(services, tx, user_id)
        await audit_log.record(tx, Subject(SubjectKind.CITIZEN, user_id), user_id, "own data exported", services.now)
        return collected

    return await services.db.write(collect)


async def _collect(services: Services, tx: Transaction, user_id: int) -> MyData:
    citizen = await citizens.find(tx, user_id)
    profile = await citizens.profile(tx, services.encryption, user_id)
    iin_lookup = services.encryption.lookup("iin", profile["iin"]) if "iin" in profile else None
    return MyData(
        telegram_id=user_id,
        collected_at=moment(services.now),
        language=citizen.language if citizen else None,
        known_since=moment(await export.known_since(tx, user_id)) if citizen else None,
        profile=profile,
        reminders=_hours(await citizens.reminder_offsets(tx, user_id)),
        consents=[timed(row) for row in await consents.of_citizen(tx, user_id)],
        bookings=[await _booking(services, tx, row) for row in await export.bookings(tx, user_id)],
        visits=[timed(row) for row in await export.visits(tx, user_id)],
        applications=[await _application(services, tx, row) for row in await export.applications(tx, user_id)],
        inquiries=[await _inquiry(services, tx, row) for row in await inquiries.of_user(tx, user_id)],
        guide_steps=[timed(row) for row in await guide_ticks.of_user(tx, user_id)],
        estimate=await eligibility.read(tx, services.encryption, user_id),
        assistant=await _assistant(services, tx, user_id),
        payment_applications=[
            await _payment_application(services, tx, row) for row in await export.payment_applications(tx, user_id)
        ],
        waiting_list=[timed(row) for row in await export.waiting(tx, user_id)],
        payments_followed=[without(timed(row), "payment_id") for row in await export.payments(tx, user_id)],
        access_log=[await _look_up(tx, row, user_id) for row in await export.look_ups(tx, user_id, iin_lookup)],
        own_numbers=[await _proof(services, tx, row) for row in await iin_proofs.of_user(tx, user_id)],
    )


async def _proof(services: Services, tx: Transaction, row: Row) -> Record:
    iin = await _iin(services, tx, row["person_id"])
    reason = await _reason(services, tx, iin, row) if iin else None
    return {**without(timed(row), "person_id"), "iin": mask_iin(iin) if iin else None, "reason": reason}


async def _reason(services: Services, tx: Transaction, iin: str, row: Row) -> str | None:
    _person, key = await persons.ensure_person(tx, services.encryption, iin, services.now)
    return iin_proofs.reason_of(key, row)


async def _booking(services: Services, tx: Transaction, row: Row) -> Record:
    iin = await _iin(services, tx, row["person_id"])
    shown = iin if iin is None or row["relation"] == _OWN else mask_iin(iin)
    return {**without(timed(row), "person_id"), "iin": shown}


async def _application(services: Services, tx: Transaction, row: Row) -> Record:
    iin = await _iin(services, tx, row["person_id"]) if row["person_id"] else None
    kept = await _told(services, tx, row["id"])
    own = kept is None or kept.client_id is None
    items = [page.item for page in await attachments.pages_of(tx, row["id"])]
    return {
        **without(timed(row), "person_id", "id"),
        "iin": mask_iin(iin) if iin else None,
        "filed_by": kept.answers.get("assistant") if kept and row["submitted_at"] else None,
        # What was told of somebody whom this user assists is that person's.
        "answers": dict(kept.answers) if kept and own else None,
        "pages": {item: items.count(item) for item in items},
        **(await case_record(services, tx, row["id"]) if own else {}),
    }


async def _payment_application(services: Services, tx: Transaction, row: Row) -> Record:
    kept = await payment_applications.load(tx, services.encryption, row["id"])
    history = [
        {"at": moment(each.at), "what": each.type, "said": without(each.payload, "name")}
        for each in await events.history(tx, kept)
    ]
    return {**without(timed(row), "id"), "answers": kept.answers, "corrected": kept.corrected, "history": history}


async def _told(services: Services, tx: Transaction, application_id: int) -> Application | None:
    """Return the application opened; None when it is erased."""
    try:
        return await applications.read(tx, services.encryption, application_id)
    except DataKeyDestroyedError:
        return None


async def _assistant(services: Services, tx: Transaction, user_id: int) -> AssistantData | None:
    """Return the role, and the people taken on; None for whoever never was an assistant."""
    found = await assistants.find(tx, services.encryption, user_id)
    if found is None:
        return None
    people = [
        ClientData(each.name, moment(each.consent.at), "phone" if each.consent.phone else "paper")
        for each in await clients.of_assistant(tx, services.encryption, user_id)
    ]
    removed = moment(found.removed_at) if found.removed_at else None
    return AssistantData(found.name, moment(found.given_at), removed, people)


async def _inquiry(services: Services, tx: Transaction, row: Row) -> Record:
    try:
        body = (await inquiries.load(tx, services.encryption, row["id"])).body
    except Refusal:
        body = {}
    return {**without(timed(row), "id"), **body}


async def _iin(services: Services, tx: Transaction, person_id: int) -> str | None:
    try:
        return str((await persons.details(tx, services.encryption, person_id))["iin"])
    except DataKeyDestroyedError:
        return None


async def _look_up(tx: Transaction, row: Row, user_id: int) -> Record:
    # Neither the hash by which a number is found nor another person's Telegram id is for handing out.
    by = "you" if row["actor"] == user_id else f"Telegram …{row['actor'] % 1000:03}"
    if row["actor"] < 0:
        chat = await staff_chats.find(tx, row["actor"])
        by = chat.title if chat else "Telegram group"
    return {
        "about": str(Subject.parse(row["subject"]).kind),
        "by": by,
        "people": row["people"],
        "what": row["what"],
        "at": moment(row["at"]),
    }


def _hours(offsets: tuple[int, ...] | None) -> list[int] | None:
    """Return how many hours before a visit the person chose to be reminded; None while they have not chosen."""
    return None if offsets is None else [offset // 3600 for offset in offsets]
