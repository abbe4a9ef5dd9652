"""The regions people choose from."""

from functools import cache

from bot.domain.directory import Names, read_region
from bot.services.case_facts import rows


@cache
def regions() -> dict[str, Names]:
    """Return the names of the regions by KATO code, in the order of ``data/regions.csv``."""
    return {region.kato: region.names for region in map(read_region, rows("regions.csv"))}
