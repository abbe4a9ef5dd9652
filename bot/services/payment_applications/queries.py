"""What screens and cards need to know of applications for payments."""

from dataclasses import dataclass

from bot.domain.payment_applications import PaymentApplication, SentApplication
from bot.services.payment_applications.form import FilledForm, form_of
from bot.services.work import Services
from storage.payment_applications import payment_applications as store


@dataclass(frozen=True, slots=True)
class OwnApplications:
    """What a citizen has of one programme: a draft, and what was sent, the newest first."""

    draft: FilledForm | None
    sent: list[SentApplication]


async def own_applications(services: Services, user_id: int, programme_id: str) -> OwnApplications:
    """Return what a citizen has begun and sent for the programme."""
    async with services.db.read() as reader:
        draft = await store.find_draft(reader, services.encryption, user_id, programme_id)
        sent = await store.sent_by(reader, user_id, programme_id)
    return OwnApplications(form_of(draft) if draft else None, sent)


async def application_of(services: Services, application_id: int) -> PaymentApplication:
    """Return an application as it is now; raises ``Refusal("intake-unknown")``."""
    async with services.db.read() as reader:
        return await store.load(reader, services.encryption, application_id)
