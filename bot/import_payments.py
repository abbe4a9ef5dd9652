"""``python -m bot import-payments FILE``: a payment registry from the command line, also while the bot runs."""

import asyncio
from pathlib import Path

from bot.domain.errors import InvalidInput
from bot.offline import offline_services
from bot.problems import problem_key, terminal_words
from bot.services.payments.registry import ImportReport, import_payments
from bot.settings import Settings, SetupError
from bot.texts import Key, Texts


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
        raise SetupError(f"{file}: {terminal_words(texts, language, problem_key(problem))}") from None
    if report.problems:
        raise SetupError(_problems(texts, language, report))
    return texts.plain(
        language, "payments-imported", added=report.added, changed=report.changed, unchanged=report.unchanged
    )


async def _import(settings: Settings, content: bytes) -> ImportReport:
    async with offline_services(settings) as services:
        return await import_payments(services, content)


def _problems(texts: Texts, language: str, report: ImportReport) -> str:
    rows = [
        Key("payments-line", {"line": str(problem.line), "words": problem_key(problem.problem)})
        for problem in report.problems
    ]
    head = Key("payments-refused", {"count": len(rows)})
    return "\n".join(terminal_words(texts, language, words) for words in (head, *rows))
