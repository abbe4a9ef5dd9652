"""``python -m bot import-payments FILE``: a payment registry from the command line, also while the bot runs."""

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path

from bot.cli.offline import offline_services
from bot.domain.errors import DomainError
from bot.domain.registry import RegistryImport
from bot.services.registry.file import ImportReport, import_payments
from bot.services.registry.reading import Progress
from bot.services.registry.runner import BusyError
from bot.settings import Settings, SetupError
from bot.texts import TextRef, Texts, shipped_texts
from bot.texts.error_messages import problem_key, terminal_text

_SHOWN_PROBLEMS = 100


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to import: ``preview`` changes nothing, ``leave_bad_out`` applies the good rows of a file with wrong ones."""

    language: str = "ru"
    preview: bool = False
    leave_bad_out: bool = False


def import_file(settings: Settings, file: Path, wanted: Wanted) -> str:
    """Take over the file; return the summary.

    Raises SetupError with one line for a file that cannot be read, or with a line for each wrong row.
    """
    texts, language = shipped_texts(), wanted.language
    try:
        with file.open("rb"):
            report = asyncio.run(_import(settings, file, wanted))
    except OSError as error:
        raise SetupError(f"{file} cannot be read: {error.strerror}") from None
    except BusyError:
        raise SetupError(terminal_text(texts, language, TextRef("refusal-registry-busy"))) from None
    except DomainError as problem:
        raise SetupError(f"{file}: {terminal_text(texts, language, problem_key(problem))}") from None
    if report.bad and not (report.applied or wanted.preview):
        raise SetupError(_problems(texts, language, report))
    return "\n".join(terminal_text(texts, language, words) for words in _summary(report))


async def _import(settings: Settings, file: Path, wanted: Wanted) -> ImportReport:
    async with offline_services(settings) as services:
        return await import_payments(
            services,
            file,
            leave_bad_out=wanted.leave_bad_out,
            preview=wanted.preview,
            sharing=True,
            show=_percent if sys.stderr.isatty() else None,
        )


async def _percent(_found: RegistryImport, progress: Progress) -> None:
    if progress.total:
        print(f"\r{100 * progress.done // progress.total} %", end="", file=sys.stderr, flush=True)  # noqa: T201


def _summary(report: ImportReport) -> list[TextRef]:
    counts = {"added": report.added, "changed": report.changed, "unchanged": report.unchanged}
    lines = [TextRef("payments-imported", counts)]
    if not report.applied:
        lines = [TextRef("payments-preview", {**counts, "bad": report.bad})]
    if report.restored:
        lines.append(TextRef("payments-restored", {"count": report.restored}))
    if report.applied and report.bad:
        lines.append(TextRef("payments-left-out", {"count": report.bad}))
    if report.mended:
        lines.append(TextRef("payments-mended", {"count": report.mended}))
    return lines


def _problems(texts: Texts, language: str, report: ImportReport) -> str:
    rows = [
        TextRef("payments-line", {"line": str(problem.line), "words": problem_key(problem.problem)})
        for problem in report.problems[:_SHOWN_PROBLEMS]
    ]
    head = TextRef("payments-refused", {"count": report.bad})
    more = ["…"] if report.bad > len(rows) else []
    return "\n".join([*(terminal_text(texts, language, words) for words in (head, *rows)), *more])
