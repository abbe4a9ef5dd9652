"""How long from the start of the process to the first screen, against a bare ``import aiogram`` in the same run.

``python -m bench.start`` prints medians of interleaved rounds; a person's ``/start`` is waiting when the bot starts.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from simulator import Person, Simulator
from simulator.driver import Driver

ROUNDS = 5
_TOKEN = "7000000001:BENCH-local-telegram-needs-no-secret-0"  # noqa: S105 - the local Telegram's


async def _first_screen(simulator: Simulator, folder: Path, user_id: int) -> tuple[float, float]:
    """Return seconds to the first screen and the process's memory in MB."""
    environment = {
        **os.environ,
        "BOT_TOKEN": _TOKEN,
        "BOT_API_URL": simulator.url,
        "DATA_DIR": str(folder),
        "HTTP_PORT": "0",
        "OPERATOR_NAME": "Bench",
        "OPERATOR_BIN": "000040000009",
        "LOG_LEVEL": "ERROR",
    }
    async with Driver(simulator.url) as telegram:
        actor = telegram.person(user_id)
        await actor.sends("/start")
        began = time.monotonic()
        process = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run", env=environment)
        try:
            await actor.sees("Сәлеметсіз бе", timeout=60)
            return time.monotonic() - began, _memory_mb(process.pid)
        finally:
            process.terminate()
            await process.wait()


def _memory_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def _import_aiogram() -> float:
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", "import aiogram, aiogram_dialog"], check=True)
    return time.monotonic() - began


async def main() -> None:
    """Run the rounds and print one table."""
    people = [Person(id=501 + number, first_name="A", phone="+77000000001") for number in range(ROUNDS + 1)]
    screens, imports, memories = [], [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        simulator = Simulator(token=_TOKEN, bot_username="bench_bot", people=people, clock_file=folder / "clock")
        await simulator.start(host="127.0.0.1", port=0)
        for person in people:
            took, memory = await _first_screen(simulator, folder, person.id)
            screens.append(took)
            memories.append(memory)
            imports.append(await asyncio.to_thread(_import_aiogram))
        await simulator.stop()
    # The first round migrates the database and warms the caches.
    screens, imports, memories = screens[1:], imports[1:], memories[1:]
    ratio = statistics.median(screen / bare for screen, bare in zip(screens, imports, strict=True))
    print(f"first screen:            {statistics.median(screens):.2f} s ({min(screens):.2f} to {max(screens):.2f})")
    print(f"import aiogram + dialog: {statistics.median(imports):.2f} s")
    print(f"ratio:                   {ratio:.2f}")
    print(f"memory:                  {statistics.median(memories):.0f} MB")


if __name__ == "__main__":
    asyncio.run(main())
