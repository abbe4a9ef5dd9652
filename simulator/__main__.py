"""`python -m simulator --port 8081 --token …`: the local Telegram alone."""

import argparse
import asyncio
import signal
from pathlib import Path

from simulator import Person, Simulator

PEOPLE = (
    Person(id=501, first_name="Асел", phone="+77010000001", language_code="kk", note="citizen, writes Kazakh"),
    Person(id=502, first_name="Ольга", phone="+77010000002", language_code="ru", note="citizen, writes Russian"),
    Person(id=900, first_name="Данияр", phone="+77010000900", language_code="ru", note="clerk"),
)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m simulator", description="A local Telegram for one bot.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default="7000000001:local", help="the token the bot will use")
    parser.add_argument("--username", default="local_bot", help="the bot's username")
    parser.add_argument("--state", type=Path, help="folder that keeps the world between runs")
    parser.add_argument("--clock-file", type=Path, help="file the clock's offset is written to")
    return parser.parse_args()


async def _run(arguments: argparse.Namespace) -> None:
    simulator = Simulator(
        token=arguments.token,
        bot_username=arguments.username,
        people=PEOPLE,
        state_dir=arguments.state,
        clock_file=arguments.clock_file,
    )
    await simulator.start(arguments.host, arguments.port)
    print(f"{simulator.url}/  the page\n{simulator.url}   the Bot API server", flush=True)  # noqa: T201 - the command's answer
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    await stopped.wait()
    await simulator.stop()


if __name__ == "__main__":
    asyncio.run(_run(_arguments()))
