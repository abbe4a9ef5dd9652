"""The composition root: everything is built here in its order, and made ready for the first update."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, replace

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from aiogram.types import LinkPreviewOptions
from aiogram.utils.token import TokenValidationError

from bot.bot_profile import sync_bot_profile
from bot.dispatcher import build_dispatcher
from bot.domain.calendar.clock import Clock
from bot.installation import files_folder, lock_data_dir, open_installation, told_in_one_line
from bot.jobs import SWEEP_SECONDS, running_jobs
from bot.outbox.handler_table import migrated_chat, outbox_handlers
from bot.outbox.sender import Sender
from bot.runtime.background import BackgroundTasks
from bot.runtime.clock import moved_by
from bot.runtime.debounce import Debounce
from bot.runtime.polling import ALLOWED_UPDATES, poll
from bot.runtime.rate_limit import RateLimiter
from bot.runtime.telegram_session import make_session
from bot.runtime.update_processor import UpdateProcessor
from bot.runtime.webhook import WEBHOOK_PATH, http_server
from bot.services.branches.directory import load_branches
from bot.services.guides.library import GuideError, load_guides, load_quizzes
from bot.services.payments.source.client import HttpPaymentSource, open_payment_source
from bot.services.staff_chats.digest import plan_missing_digests
from bot.services.work import OperatorSettings, Services
from bot.settings import Settings, SetupError
from bot.texts import Texts, shipped_texts
from handlers.staff.registry.worker import RegistryWorker
from storage import failures, reminders
from storage.engine.database import Database, Transaction
from storage.engine.dialog_state import DialogStorage
from storage.engine.files import FileStore

log = structlog.get_logger(__name__)
_DRAIN_SECONDS = 10


@dataclass(frozen=True, slots=True)
class App:
    """The running bot, for whoever started it."""

    bot: Bot
    services: Services
    processor: UpdateProcessor
    texts: Texts


@asynccontextmanager
async def running_app(
    settings: Settings, clock: Clock, *, demo: bool = False, sweep_seconds: float = SWEEP_SECONDS
) -> AsyncIterator[App]:
    """Run the bot until the block ends; what is being handled then is finished first.

    ``demo`` lets people see what is not real: only whoever starts the local Telegram may say so. What is due is looked
    for every ``sweep_seconds``.

    Raises SetupError with one line when it cannot start.
    """
    async with AsyncExitStack() as stack:
        limiter = RateLimiter()
        made = _make_bot(settings, limiter)
        with told_in_one_line(settings):
            stack.enter_context(lock_data_dir(settings))
        encryption = await asyncio.to_thread(open_installation, settings)
        db = await stack.enter_async_context(Database.open(settings.database_path))
        awake = asyncio.Event()
        source = await stack.enter_async_context(_payment_source(settings))
        services = Services(
            db=db,
            encryption=encryption,
            clock=clock,
            files=FileStore(files_folder(settings)),
            settings=replace(operator_settings_of(settings), demo=demo, demo_places=demo or settings.demo_places),
            wake_sender=awake.set,
            source=source,
        )
        texts = shipped_texts()
        bot = await stack.enter_async_context(made.context())
        storage = DialogStorage(db, encryption, clock)
        dispatcher = build_dispatcher(services, texts, storage)
        await dispatcher.emit_startup(bot=bot)
        background = await stack.enter_async_context(BackgroundTasks())
        dispatcher["debounce"] = Debounce(background)
        registry = RegistryWorker(bot, services, texts)
        dispatcher["registry"] = registry.board
        processor = UpdateProcessor(
            bot=bot,
            dispatcher=dispatcher,
            db=db,
            encryption=encryption,
            storage=storage,
            clock=clock,
            background=background,
        )
        sender = Sender(
            db=db,
            encryption=encryption,
            clock=clock,
            background=background,
            limiter=limiter,
            deliver=outbox_handlers(bot, services, texts, registry.board),
            migrated=migrated_chat(services),
            awake=awake,
        )
        with told_in_one_line(settings):
            await prepare(services)
        await stack.enter_async_context(http_server(settings, db, processor))
        await sender.recover()
        resumed = await processor.resume()
        log.info("started", resumed_updates=resumed)
        if settings.clock_file and not demo:
            log.warning("CLOCK_FILE moves the time", seconds=moved_by(settings.clock_file))
        await stack.enter_async_context(running_jobs(services, storage, sweep_seconds))
        background.start(sender.run(), name="outbox sender")
        background.start(registry.run(), name="registry imports")
        background.start(sync_bot_profile(bot, texts), name="introduction")
        taking = await _take_updates(settings, bot, processor, background)
        app = App(bot, services, processor, texts)
        try:
            yield app
        finally:
            taking.cancel()
            if not await processor.drain(_DRAIN_SECONDS):
                log.warning("stopped with updates under way; they are handled at the next start")
            with suppress(TimeoutError):
                async with asyncio.timeout(_DRAIN_SECONDS):
                    await sender.finish()


@asynccontextmanager
async def _payment_source(settings: Settings) -> AsyncIterator[HttpPaymentSource | None]:
    if not settings.payments_api_url:
        yield None
        return
    key = settings.payments_api_key.get_secret_value()
    async with open_payment_source(settings.payments_api_url, key, settings.payments_api_timeout) as source:
        yield source


async def _take_updates(
    settings: Settings, bot: Bot, processor: UpdateProcessor, background: BackgroundTasks
) -> "asyncio.Task[None]":
    if settings.webhook_url:
        return background.start(_set_webhook(settings, bot), name="webhook")
    return background.start(_poll(bot, processor), name="polling")


async def _poll(bot: Bot, processor: UpdateProcessor) -> None:
    info = await bot.get_webhook_info()
    if info.url:
        await bot.delete_webhook()
    await poll(bot, processor)


async def _set_webhook(settings: Settings, bot: Bot) -> None:
    address = settings.webhook_url + WEBHOOK_PATH
    await bot.set_webhook(
        address, secret_token=settings.webhook_secret.get_secret_value(), allowed_updates=list(ALLOWED_UPDATES)
    )


def _make_bot(settings: Settings, limiter: RateLimiter) -> Bot:
    defaults = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview=LinkPreviewOptions(is_disabled=True))
    try:
        return Bot(settings.bot_token.get_secret_value(), session=make_session(settings, limiter), default=defaults)
    except TokenValidationError:
        raise SetupError("wrong setting: BOT_TOKEN: it looks like 123456789:AA…, as BotFather gives it") from None


def operator_settings_of(settings: Settings) -> OperatorSettings:
    """Return the rules an operator has set."""
    return OperatorSettings(
        reminder_offsets=settings.reminder_offsets,
        quiet_hours=settings.quiet_hours,
        hold_seconds=settings.hold_seconds,
        admin_ids=settings.admin_ids,
        demo_places=settings.demo_places,
    )


async def prepare(services: Services) -> None:
    """Read the guides, load the directories that are not there yet, and have every staff chat told each morning.

    Raises SetupError naming a guide's or quiz's file that is wrong: an administrator has just changed it.
    """
    try:
        load_guides()
        load_quizzes()
    except GuideError as error:
        raise SetupError(str(error)) from None
    await load_branches(services)
    await services.db.write(lambda tx: _try_again(tx, services.now))
    await plan_missing_digests(services)


async def _try_again(tx: Transaction, now: int) -> None:
    await failures.try_again(tx, now)
    await reminders.try_again(tx)
