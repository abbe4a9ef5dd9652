"""Every deed that is there: importing this module registers them."""

from simulator.actions import blocking, buttons, files, groups, talk, topics
from simulator.actions.deeds import DEEDS

MODULES = (blocking, buttons, files, groups, talk, topics)

__all__ = ["DEEDS", "MODULES"]
