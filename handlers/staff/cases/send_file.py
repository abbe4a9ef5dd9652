"""A file the specialist sends in a case's topic: it goes to the person."""

from bot.context import UpdateContext
from bot.domain.errors import InvalidInput
from bot.services.cases.messages.send_file import send_paper
from dialogs.cases.answer import download
from handlers.staff.cases.finding import Reply

_CAPTION_LIMIT = 600


async def paper_told(reply: Reply, context: UpdateContext, item: str) -> None:
    """Send it on; the sign of delivery is put on the specialist's message. Raises ``InvalidInput("text-long")``."""
    caption = reply.text.strip()
    if len(caption) > _CAPTION_LIMIT:
        raise InvalidInput("text-long", max=_CAPTION_LIMIT, length=len(caption))
    await send_paper(
        reply.services,
        key=context.key("paper"),
        application_id=reply.case.id,
        actor=context.user_id,
        item=item,
        paper=await download(reply.bot, reply.message),
        caption=caption,
    )
