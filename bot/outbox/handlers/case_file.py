"""Making and sending the file of a case: a PDF and a ZIP in one go."""

from collections import Counter

from aiogram import Bot
from aiogram.types import BufferedInputFile, InputMediaDocument

from bot.domain.sealing import DataKeyDestroyedError
from bot.outbox.handlers.deliveries import note_delivery
from bot.outbox.sender import Delivered, OutboxHandler, StaleMessageError, number_of
from bot.printing.application_form import application_form
from bot.printing.case_file import CaseFile, Paper, pack, print_case
from bot.services.cases.common import decision_of
from bot.services.cases.viewing.for_person import for_the_person
from bot.services.privacy.deliveries import PAPERS
from bot.services.work import Services
from bot.texts import Texts, first_of
from handlers.staff.cases.card import region_name
from handlers.staff.context import StaffContext
from storage import staff_chats
from storage.applications import applications, attachments
from storage.cases import cases
from storage.engine.outbox import LeasedMessage
from storage.people import citizens

_NAMES_SHOWN = 10
"""A caption has room for a thousand characters."""


def case_file_handler(bot: Bot, services: Services, texts: Texts) -> OutboxHandler:
    """Return what sends it; pointless once the person was erased."""

    async def deliver(leased: LeasedMessage) -> Delivered:
        chat_id, case_id = leased.message.chat_id, number_of(leased.message)
        async with services.db.read() as reader:
            chat = await staff_chats.find(reader, chat_id) if chat_id < 0 else None
            language = (chat.language if chat else None) or await citizens.language_of(reader, chat_id) or "kk"
            try:
                case = await cases.load(reader, services.encryption, case_id)
                application = await applications.read(reader, services.encryption, case_id)
                key = await services.encryption.key(reader, case.data_key_id)
                events = await cases.history(reader, services.encryption, case)
                decision = await decision_of(reader, services.encryption, case)
            except DataKeyDestroyedError:
                raise StaleMessageError("the case was erased") from None
            pages = await attachments.pages_of(reader, case_id)
            before = await attachments.replaced_pages(reader, case_id)
        if chat is None:
            events = for_the_person(events)
        names = [(page.name, page) for page in pages] + [(f"before-{page.id}-{page.name}", page) for page in before]
        papers = [Paper(name, await services.files.get(key, page.stored_as)) for name, page in names]
        username = (await bot.me()).username or ""
        counts = Counter(page.item for page in pages)
        file = CaseFile(case, events, papers, counts, region_name(case, language), decision)
        readable = await print_case(file, texts, language, services.now)
        printed = {
            f"{case.code}.pdf": readable,
            f"{case.code}-application.pdf": await application_form(
                application, pages, texts, bot_username=username, operator=services.settings.operator
            ),
        }
        archive = pack(case, events, printed, papers)
        caption = texts.get(language, "case-file-caption", code=case.code)
        if archive.left_out:
            caption += "\n" + texts.get(language, "case-file-left-out", names=first_of(archive.left_out, _NAMES_SHOWN))
        if chat is not None:
            await note_delivery(StaffContext(bot, services, texts), case.subject, chat_id, PAPERS)
        sent = await bot.send_media_group(
            chat_id,
            [
                InputMediaDocument(media=BufferedInputFile(readable, f"{case.code}.pdf")),
                InputMediaDocument(media=BufferedInputFile(archive.content, f"{case.code}.zip"), caption=caption),
            ],
            message_thread_id=leased.message.payload["thread"],
        )
        return Delivered(sent[0].message_id)

    return deliver
