"""Pin the names that are new: ``python -m tests.architecture.stored_names``; nothing while a pinned one is gone."""

import sys

from tests.architecture.stored_names.kinds import KINDS
from tests.architecture.stored_names.table import gone, pinned, write

if __name__ == "__main__":
    before = pinned()
    lost = [f"{kind.name}: {name}" for kind in KINDS for name in gone(before.get(kind.name, {}), kind.gather())]
    if lost and "--anyway" not in sys.argv:
        sys.exit("\n".join(["These names are stored somewhere, and the code no longer has them:", *lost]))
    write()
