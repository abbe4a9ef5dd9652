"""Every deed that is there: importing this module registers them."""

from simulator.deeds import blocking, buttons, files, groups, talk, topics
from simulator.deeds.desk import DEEDS

MODULES = (blocking, buttons, files, groups, talk, topics)

__all__ = ["DEEDS", "MODULES"]
