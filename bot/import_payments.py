"""``python -m bot import-payments FILE``: a payment registry from the command line, also while the bot runs."""

import asyncio
import re
from pathlib import Path

from bot.app import rules_of
from bot.clock import FileClock, SystemClock
from bot.domain.errors import InvalidInput
from bot.problems import problem_key
from bot.services.core import Services
from bot.services.payment_import import ImportReport, import_payments
from bot.settings import Settings, SetupError, secret_bytes
from bot.texts import Texts
from storage.database import Database
from storage.files import FileStore
from storage.migrate import migrate
from storage.vault import Vault


def import_file(settings: Settings, file: Path, language: str) -> str:
    """Take over the file; return the summary in one line.

    Raises SetupError with one line for a file that cannot be read, or with a line for each wrong row.
    """
    texts = Texts()
    try:
        content = file.read_bytes()
    except OSError as error:
        raise SetupError(f"{file} cannot be read: {error.strerror}") from None
    try:
        report = asyncio.run(_import(settings, content))
    except InvalidInput as problem:
        words = problem_key(problem)
        raise SetupError(f"{file}: {texts.plain(language, words.key, **words.args)}") from None
    if report.problems:
        raise SetupError(_problems(texts, language, report))
    return texts.plain(
        language, "payments-imported", added=report.added, changed=report.changed, unchanged=report.unchanged
    )


async def _import(settings: Settings, content: bytes) -> ImportReport:
    migrate(settings.database_path)
    async with Database.open(settings.database_path) as db:
        services = Services(
            db=db,
            vault=Vault(secret_bytes(settings)),
            clock=FileClock(settings.clock_file) if settings.clock_file else SystemClock(),
            files=FileStore(settings.data_dir / "files"),
            rules=rules_of(settings),
            # The running bot looks into the outbox by itself.
            wake_sender=lambda: None,
        )
        return await import_payments(services, content)


def _problems(texts: Texts, language: str, report: ImportReport) -> str:
    lines = [
        texts.plain(language, "payments-line", line=str(problem.line), words=problem_key(problem.problem))
        for problem in report.problems
    ]
    # Texts are written for Telegram.
    lines = [re.sub(r"</?\w+>", "", line) for line in lines]
    return "\n".join([texts.plain(language, "payments-refused", count=len(lines)), *lines])
