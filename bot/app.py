"""The composition root: everything is built here in its order, and made ready for the first update."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from aiogram.types import LinkPreviewOptions
from aiogram.utils.token import TokenValidationError

from bot.bot_profile import sync_bot_profile
from bot.dispatcher import build_dispatcher
from bot.domain.calendar.clock import Clock
from bot.domain.watching import CONTACT, RECORDING, SENDING, UPDATES, WRITING
from bot.installation import files_folder, lock_data_dir, open_installation, told_in_one_line
from bot.jobs import SWEEP_SECONDS, running_jobs
from bot.outbox.handler_table import post_of
from bot.outbox.sender import Sender
from bot.runtime.background import BackgroundTasks
from bot.runtime.calls.rate_limit import RateLimiter
from bot.runtime.calls.telegram_session import make_session
from bot.runtime.clock import moved_by
from bot.runtime.health.pages import HealthPages
from bot.runtime.health.vital import VitalTasks
from bot.runtime.health.watch import Watch
from bot.runtime.patience import Patience
from bot.runtime.redrawing.debounce import Debounce
from bot.runtime.updates.polling import poll
from bot.runtime.updates.update_processor import UpdateProcessor
from bot.runtime.updates.webhook import WEBHOOK_PATH, http_server
from bot.runtime.updates.webhook_keeping import keep_webhook
from bot.services.alerts.unhandled_updates import apology, burst_notice
from bot.services.alerts.watchdog import Watchdog
from bot.services.branches.directory import load_branches
from bot.services.form_files import FormFileError, check_forms
from bot.services.guides.library import GuideError, load_guides, load_quizzes
from bot.services.payment_source.client import HttpPaymentSource, open_payment_source
from bot.services.payments.programme_files import ProgrammeError
from bot.services.staff_chats.digest import plan_missing_digests
from bot.services.sweeping import name_of
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
    vital: VitalTasks

    async def until(self, stop: asyncio.Event) -> None:
        """Wait to be stopped; raises UnhealableError when the bot cannot go on."""
        self.vital.when_unhealable(stop.set)
        await stop.wait()
        self.vital.check()


@asynccontextmanager
async def running_app(
    settings: Settings,
    clock: Clock,
    *,
    demo: bool = False,
    sweep_seconds: float = SWEEP_SECONDS,
    patience: Patience | None = None,
) -> AsyncIterator[App]:
    """Run the bot until the block ends; what is being handled then is finished first.

    ``demo`` lets people see what is not real: only whoever starts the local Telegram may say so. What is due is looked
    for every ``sweep_seconds``; ``patience`` says how long is waited for what else.

    Raises SetupError with one line when it cannot start.
    """
    patience = patience or Patience()
    async with AsyncExitStack() as stack:
        limiter = RateLimiter()
        made = _make_bot(settings, limiter, demo=demo)
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
        watch, vital = _watched(patience), VitalTasks(background, patience)
        registry = RegistryWorker(bot, services, texts)
        dispatcher.workflow_data.update(debounce=Debounce(background), registry=registry.board)
        processor = UpdateProcessor(
            bot=bot,
            dispatcher=dispatcher,
            db=db,
            encryption=encryption,
            storage=storage,
            clock=clock,
            background=background,
            apology=apology,
            burst_notice=burst_notice,
            patience=patience,
            recorded=partial(_recorded, watch),
            wake_sender=awake.set,
        )
        watch.measure(UPDATES, processor.oldest_seconds, patience.waiting)
        sender = Sender(
            db=db,
            encryption=encryption,
            clock=clock,
            background=background,
            limiter=limiter,
            post=post_of(bot, services, texts, registry.board),
            awake=awake,
            patience=patience,
            turned=partial(watch.beat, SENDING),
        )
        health = HealthPages(db, watch, vital, settings.clock_file)
        with told_in_one_line(settings):
            await prepare(services)
        await stack.enter_async_context(http_server(settings, health, processor))
        resumed = await processor.resume()
        log.info("started", resumed_updates=resumed)
        _tell_moved_clock(settings, demo=demo)
        await stack.enter_async_context(running_jobs(services, storage, sweep_seconds, watch))
        vital.start(sender.run, "outbox sender")
        vital.start(registry.run, "registry imports")
        vital.start(Watchdog(services, watch, health.problems, patience).run, "watchdog")
        vital.start(partial(_take_up, processor, patience), "updates left over")
        background.start(sync_bot_profile(bot, texts, patience), name="introduction")
        taking = vital.start(_receiving(settings, bot, processor, watch, patience), "receiving")
        app = App(bot, services, processor, texts, vital)
        try:
            yield app
        finally:
            vital.stop()
            taking.cancel()
            if not await processor.drain(_DRAIN_SECONDS):
                log.warning("stopped with updates under way; they are handled at the next start")
            with suppress(TimeoutError):
                async with asyncio.timeout(_DRAIN_SECONDS):
                    await sender.finish()


def _tell_moved_clock(settings: Settings, *, demo: bool) -> None:
    if settings.clock_file and not demo:
        log.warning("CLOCK_FILE moves the time", seconds=moved_by(settings.clock_file))


@asynccontextmanager
async def _payment_source(settings: Settings) -> AsyncIterator[HttpPaymentSource | None]:
    if not settings.payments_api_url:
        yield None
        return
    key = settings.payments_api_key.get_secret_value()
    async with open_payment_source(settings.payments_api_url, key, settings.payments_api_timeout) as source:
        yield source


def _watched(patience: Patience) -> Watch:
    watch = Watch()
    watch.expect(CONTACT, patience.contact, at_once=True)
    watch.expect(SENDING, patience.contact)
    watch.expect(WRITING, patience.contact)
    return watch


def _recorded(watch: Watch, error: Exception | None) -> None:
    if error is None:
        watch.beat(RECORDING)
    else:
        watch.trouble(RECORDING, name_of(error))


def _receiving(
    settings: Settings, bot: Bot, processor: UpdateProcessor, watch: Watch, patience: Patience
) -> Callable[[], Coroutine[Any, Any, None]]:
    if settings.webhook_url:
        address, secret = settings.webhook_url + WEBHOOK_PATH, settings.webhook_secret.get_secret_value()
        return partial(keep_webhook, bot, address, secret, watch, patience)
    return partial(poll, bot, processor, watch, patience)


async def _take_up(processor: UpdateProcessor, patience: Patience) -> None:
    """Take up what came out of quarantine, and what was left by a fault."""
    while True:
        await asyncio.sleep(patience.look)
        if taken := await processor.resume():
            log.info("updates taken up", updates=taken)


def _make_bot(settings: Settings, limiter: RateLimiter, *, demo: bool) -> Bot:
    if not (demo or settings.operator.is_named):
        raise SetupError("OPERATOR_NAME and OPERATOR_BIN must be set: consents name who answers for people's data")
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
        operator=settings.operator,
        demo_places=settings.demo_places,
    )


async def prepare(services: Services) -> None:
    """Read guides and forms, load the directories that are not there yet, and have every staff chat told each morning.

    Raises SetupError naming a file that is wrong: an administrator has just changed it.
    """
    try:
        load_guides()
        load_quizzes()
        check_forms()
    except (GuideError, ProgrammeError, FormFileError) as error:
        raise SetupError(str(error)) from None
    await load_branches(services)
    await services.db.write(lambda tx: _try_again(tx, services.now))
    await plan_missing_digests(services)


async def _try_again(tx: Transaction, now: int) -> None:
    await failures.try_again(tx, now)
    await reminders.try_again(tx)
