"""Who answers for the data that people entrust to this installation (product O4, domain §9)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Operator:
    """The organisation that runs the bot, as consents and papers name it."""

    name: str = ""
    bin: str = ""
    address: str = ""
    contacts: str = ""

    @property
    def is_named(self) -> bool:
        """Whether name and БСН are set; in the demo there is nobody to name."""
        return bool(self.name and self.bin)


NOBODY = Operator()
"""Whom the demo names."""
