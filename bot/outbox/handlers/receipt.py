"""The receipt of a submitted application: the filled form as a PDF, its number, what happens next and by when."""

from aiogram import Bot
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import CaseNotification
from bot.domain.sealing import DataKeyDestroyedError
from bot.outbox.sender import Delivered, OutboxHandler, StaleMessageError
from bot.printing.application_form import application_form
from bot.services.cases.deadlines import dates_of
from bot.services.paper_services import short_name_of
from bot.services.work import Services
from bot.texts import LocalDate, Texts
from storage.applications import applications, attachments
from storage.cases import cases
from storage.engine.outbox import LeasedMessage
from storage.people import citizens


def receipt_handler(bot: Bot, services: Services, texts: Texts) -> OutboxHandler:
    """Return what sends a receipt; it is pointless once the person was erased."""

    async def deliver(leased: LeasedMessage) -> Delivered:
        chat_id, application_id = leased.message.chat_id, leased.message.payload["application_id"]
        async with services.db.read() as reader:
            language = await citizens.language_of(reader, chat_id)
            try:
                application = await applications.read(reader, services.encryption, application_id)
                case = await cases.load(reader, services.encryption, application_id)
            except DataKeyDestroyedError:
                raise StaleMessageError("the application was erased") from None
            if not case.may_act:
                raise StaleMessageError("the assistant acts for the person no more")
            pages = await attachments.pages_of(reader, application_id)
        username = (await bot.me()).username or ""
        pdf = await application_form(
            application, pages, texts, bot_username=username, operator=services.settings.operator
        )
        dates = dates_of(case)
        button = InlineKeyboardButton(
            text=texts.plain(language, "aid-open-case"), callback_data=CaseNotification("open", case.id).pack()
        )
        message = await bot.send_document(
            chat_id,
            BufferedInputFile(pdf, texts.plain(application.language, "receipt-file", number=case.code)),
            caption=texts.get(
                language,
                "aid-receipt",
                number=case.code,
                service=short_name_of(case.service),
                forward_by=LocalDate.of(dates.forward_by),
                check_by=LocalDate.of(dates.check_by),
            ),
            reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]),
        )
        return Delivered(message.message_id)

    return deliver
