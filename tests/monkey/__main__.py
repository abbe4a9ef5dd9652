"""``python -m tests.monkey``: a long walk as a command."""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.monkey.walker import Walk
from tests.support.world import running_world


async def _walk(seed: int, steps: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with running_world(Path(folder)) as world:
            walk = Walk(world, seed, people=[501, 502, 503, 504, 900])
            await walk.open_office([601, 602])
            await walk.settle_people()
            began = time.monotonic()
            await walk.walk(steps)
            print(f"seed {seed}: {steps} steps in {time.monotonic() - began:.0f} s, nothing went wrong")  # noqa: T201
            for name, count in walk.taken.most_common():
                print(f"  {count:6} {name}")  # noqa: T201


def main() -> int:
    """Walk; a failed step ends with its transcript."""
    parser = argparse.ArgumentParser(prog="python -m tests.monkey")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=3000)
    arguments = parser.parse_args()
    asyncio.run(_walk(arguments.seed, arguments.steps))
    return 0


if __name__ == "__main__":
    sys.exit(main())
