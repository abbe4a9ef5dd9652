"""``python -m tests.soak --minutes 60 --people 200``: a soak as a command."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.soak.soak import FLAT, soak


def main() -> int:
    """Soak and print; 1 when something was lost, doubled, out of order or grew."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--rate", type=float, default=6, help="messages a second of all people together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limits", action="store_true", help="refuse what is over Telegram's own limits of sending")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        seconds = given.minutes * 60
        run = soak(
            Path(folder), people=given.people, seconds=seconds, rate=given.rate, seed=given.seed, limits=given.limits
        )
        figures = asyncio.run(run)
    for name, value in figures.table():
        print(f"{name:45} {value}")
    return 0 if figures.is_well and figures.growth <= FLAT else 1


if __name__ == "__main__":
    sys.exit(main())
