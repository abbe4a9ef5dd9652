"""What an assistant's submission adds: their name and the person's consent, with its paper among the attachments."""

from bot.domain.applications.application import Application, StoredFile
from bot.domain.assistants import Client
from bot.domain.errors import Refusal
from bot.domain.forms.forms import Answer
from bot.services.assistants.roles import require_assistant
from bot.services.received_files.inspection import inspect_page
from bot.services.received_files.store_file import store_file
from bot.services.work import Services
from storage.applications import applications, attachments
from storage.assistants import clients
from storage.engine.database import Transaction

CONSENT_PAPER = "assistant_consent"
"""The item of the signed consent among a case's attachments."""


async def store_consent(services: Services, application_id: int) -> StoredFile | None:
    """Store the person's signed consent under the application's own key; None without one."""
    async with services.db.read() as reader:
        application = await applications.read(reader, services.encryption, application_id)
        client = await _client(services, reader, application)
    if client is None or client.consent.file is None:
        return None
    content = await services.files.get(client.key, client.consent.file)
    seen = await inspect_page(services, content)
    return await store_file(services, application.key, content, seen.media_type)


async def file_for_client(
    services: Services, tx: Transaction, application: Application, paper: StoredFile | None
) -> dict[str, Answer]:
    """Return what the case keeps of its assistant; nothing where the person files for themselves.

    Raises ``Refusal``: ``assistant-removed``, ``client-gone``.
    """
    if application.client_id is None:
        return {}
    assistant = await require_assistant(services, tx, application.made_by)
    client = await _client(services, tx, application)
    if client is None:
        raise Refusal("client-gone")
    if paper is not None:
        await attachments.add_page(tx, application.id, CONSENT_PAPER, paper, page=0, now=services.now)
    return {
        "assistant": assistant.name,
        "consent_at": client.consent.at,
        "consent_version": client.consent.version,
        "consent_phone": client.consent.phone,
    }


async def _client(services: Services, tx: Transaction, application: Application) -> Client | None:
    if application.client_id is None:
        return None
    return await clients.find(tx, services.encryption, application.client_id, application.made_by)
