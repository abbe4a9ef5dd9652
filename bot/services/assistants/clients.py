"""The people an assistant files for: taken on with recorded consent, chosen, let go (product A11, domain §9)."""

from dataclasses import dataclass

from bot.domain.assistants import Client, Consent
from bot.domain.errors import Refusal
from bot.domain.people.consents import Purpose
from bot.services.assistants.roles import require_assistant
from bot.services.cases.questions.answering import Paper
from bot.services.consents.agreeing import require_consent
from bot.services.received_files.inspection import inspect_page
from bot.services.work import Services
from storage.assistants import assistants, clients
from storage.engine.database import Transaction
from storage.engine.encryption import DataKey
from storage.privacy import erasure

CONSENT_VERSION = "2026-12"
"""Version of the text ``assistant-consent-text``: what exactly a person agreed to."""
MOST = 50


@dataclass(frozen=True, slots=True)
class ForWhom:
    """Whether the user is an assistant now, under which name, and for whom they file; None for themselves."""

    is_assistant: bool
    name: str
    client: Client | None


@dataclass(frozen=True, slots=True)
class ClientAdded:
    """The person who was taken on."""

    client: int


@dataclass(frozen=True, slots=True)
class LetGo:
    """The files that are to be removed."""

    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyMade:
    """The data key that was made for a person."""

    key: int


async def for_whom(services: Services, user_id: int) -> ForWhom:
    """Return for whom the user files now; whoever lost the role files for themselves, their drafts for others stay."""
    async with services.db.read() as reader:
        found = await assistants.find(reader, services.encryption, user_id)
        if found is None or found.removed_at is not None:
            return ForWhom(is_assistant=False, name="", client=None)
        if found.client_id is None:
            return ForWhom(is_assistant=True, name=found.name, client=None)
        client = await clients.find(reader, services.encryption, found.client_id, user_id)
        return ForWhom(is_assistant=True, name=found.name, client=client)


async def step_back(services: Services, user_id: int) -> bool:
    """Let somebody whose role was taken away file for themselves again; tell whether that was so."""

    async def step(tx: Transaction) -> bool:
        try:
            await assistants.acting_for(tx, user_id)
        except Refusal:
            await assistants.act_for(tx, user_id, None)
            return True
        return False

    return await services.db.write(step)


async def clients_of(services: Services, user_id: int) -> list[Client]:
    """Return everybody the user files for."""
    async with services.db.read() as reader:
        return await clients.of_assistant(reader, services.encryption, user_id)


async def choose_client(services: Services, user_id: int, client_id: int | None) -> None:
    """File for this person from now on, or for oneself; raises ``Refusal``: ``assistant-removed``, ``client-gone``."""

    async def choose(tx: Transaction) -> None:
        await require_assistant(services, tx, user_id)
        if client_id is not None and await clients.find(tx, services.encryption, client_id, user_id) is None:
            raise Refusal("client-gone")
        await assistants.act_for(tx, user_id, client_id)

    await services.db.write(choose)


async def add_client(
    services: Services,
    *,
    key: str,
    user_id: int,
    name: str,
    language: str,
    phone: str | None = None,
    paper: Paper | None = None,
) -> int:
    """Take a person on, with consent by phone or on signed paper, and file for them from now on; return the id.

    Raises ``InvalidInput`` for what is no photo and no PDF, ``Refusal``: ``assistant-removed``, ``clients-full``.
    """
    if paper is not None:
        await inspect_page(services, paper.content)
    data_key, file = await _sealed(services, key, paper)

    async def add(tx: Transaction) -> ClientAdded:
        await require_assistant(services, tx, user_id)
        await require_consent(tx, user_id, Purpose.ASSISTANCE)
        if len(await clients.of_assistant(tx, services.encryption, user_id)) >= MOST:
            raise Refusal("clients-full", max=MOST)
        consent = Consent(CONSENT_VERSION, language, services.now, phone, file)
        client_id = await clients.add(tx, user_id, data_key, name, consent)
        await assistants.act_for(tx, user_id, client_id)
        return ClientAdded(client_id)

    return (await services.run_once(key, add)).client


async def let_go(services: Services, *, key: str, user_id: int, client_id: int) -> None:
    """Forget a person with drafts and consent; raises ``Refusal("client-live")`` (param ``case``) during a case."""

    async def forget(tx: Transaction) -> LetGo:
        client = await clients.find(tx, services.encryption, client_id, user_id)
        if client is None:
            return LetGo()
        code = await clients.live_case(tx, client_id)
        if code is not None:
            raise Refusal("client-live", case=code)
        pages = await erasure.erase_drafts_for(tx, client_id, services.now)
        files = await clients.erase(tx, [client], services.now)
        return LetGo((*files, *(row["stored_as"] for row in pages)))

    for name in (await services.run_once(key, forget)).files:
        await services.files.remove(name)


async def _sealed(services: Services, key: str, paper: Paper | None) -> tuple[DataKey, str | None]:
    """Make the person's key, and store the paper under it before any row names it; a replay makes the same."""

    async def make_key(tx: Transaction) -> KeyMade:
        return KeyMade((await services.encryption.new_key(tx, services.now)).id)

    made = await services.run_once(f"{key}:key", make_key)
    async with services.db.read() as reader:
        data_key = await services.encryption.key(reader, made.key)
    if paper is None:
        return data_key, None
    digest = services.encryption.content_hash(paper.content)
    return data_key, await services.files.put(data_key, digest, paper.content)
