"""A name in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """The same name in both languages."""

    kk: str
    ru: str
