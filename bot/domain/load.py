"""How full a time or a day is, in words of three (product.md Q6). The bounds are ours: no source gives any."""

from enum import StrEnum

BUSY_FROM_PERCENT = 80
NORMAL_FROM_PERCENT = 40


class Load(StrEnum):
    """The tail of a text key."""

    QUIET = "quiet"
    NORMAL = "normal"
    BUSY = "busy"


def load_of(taken: int, seats: int) -> Load:
    """Return the load of `taken` visitors on `seats`; without seats it is busy."""
    percent = 100 * taken // seats if seats else 100
    if percent >= BUSY_FROM_PERCENT:
        return Load.BUSY
    return Load.NORMAL if percent >= NORMAL_FROM_PERCENT else Load.QUIET
