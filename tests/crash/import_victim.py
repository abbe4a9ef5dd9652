"""An import in a process of its own that dies, as by SIGKILL, right after its n-th transaction.

``python -m tests.crash.import_victim FOLDER FILE N``; with N 0 it lives.
"""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.services.registry.file import import_payments
from storage.engine.database import Database, Transaction
from tests.support.payments.services import open_harness


def _die_after(number: int) -> None:
    write = Database.write
    done = 0

    async def counted(database: Database, job: Callable[[Transaction], Awaitable[Any]], **how: bool) -> Any:
        nonlocal done
        result = await write(database, job, **how)
        done += 1
        if done == number:
            os._exit(9)
        return result

    Database.write = counted  # type: ignore[assignment, method-assign]


async def main(folder: Path, file: Path) -> None:
    """Import it."""
    async with open_harness(folder) as harness:
        report = await import_payments(harness.services, file)
    print(report.added, report.changed, report.unchanged)


if __name__ == "__main__":
    if dying := int(sys.argv[3]):
        _die_after(dying)
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2])))
