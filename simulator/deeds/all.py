"""Every deed that is there: importing this module registers them."""

from simulator.deeds import blocking, buttons, files, talk
from simulator.deeds.desk import DEEDS

MODULES = (blocking, buttons, files, talk)

__all__ = ["DEEDS", "MODULES"]
