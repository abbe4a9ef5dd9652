"""A local Telegram: a strict Bot API server with a world behind it (docs/simulator.md)."""

from simulator.model.people import Person
from simulator.model.steps import Step
from simulator.server import Simulator

__all__ = ["Person", "Simulator", "Step"]
