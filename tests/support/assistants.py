"""An assistant with a person taken on, and a case filed for that person."""

from bot.domain.cases.case import Case
from bot.services.applications.submission import submit_application
from bot.services.assistants.clients import add_client
from bot.services.assistants.roles import accept_invitation, invite_assistant
from bot.services.work import Services
from storage.cases import cases
from tests.support.forms.aid import filled

ASSISTANT, PERSON, STRANGER = 502, 503, 504
NAME, CLIENT = "Сапарова Гүлнар", "Әбдіғаппарова Ұлжан"
CHAT = -1


async def becomes_assistant(services: Services, user_id: int = ASSISTANT, chat_id: int = CHAT) -> None:
    """Make somebody an assistant: invited by staff, and come."""
    made = await invite_assistant(services, key=f"{user_id}:invite", chat_id=chat_id, actor=601, name=NAME)
    await accept_invitation(services, key=f"{user_id}:come", user_id=user_id, typed=made.code)


async def takes_on(
    services: Services, user_id: int = ASSISTANT, name: str = CLIENT, phone: str = "+77000000009"
) -> int:
    """Take a person on by phone; return the id."""
    return await add_client(
        services, key=f"{user_id}:{sum(name.encode())}", user_id=user_id, name=name, language="kk", phone=phone
    )


async def files(services: Services, user_id: int = ASSISTANT, key: str = "submit") -> Case:
    """Fill and submit for whom the assistant files now."""
    draft = await filled(services, user_id, "kk")
    done = await submit_application(
        services, key=f"{user_id}:{key}", user_id=user_id, application_id=draft.application.id, language="kk"
    )
    async with services.db.read() as reader:
        return await cases.load(reader, services.encryption, done.application_id)
