"""Find the project's data files: where ``data/`` is, and its tables as rows."""

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bot.domain.bilingual import Names
from bot.domain.branches.branches import PaperService, read_paper_service, read_region
from bot.domain.cases.case import AID
from bot.domain.csv_cells import Entries

ROOT = Path(__file__).parent.parent
"""The project's folder, which a process of ours must be started in."""
DATA = ROOT / "data"
_AID_ROW = "appeal-14"
"""АӘК among the services: it has a form and a dialog of its own."""


def rows(name: str) -> list[dict[str, str]]:
    """Read a CSV table of ``data/``."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_toml(name: str) -> dict[str, Any]:
    """Read a TOML file of ``data/``."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


@cache
def regions() -> dict[str, Names]:
    """Return the names of the regions by KATO code, in the order of ``data/branches/regions.csv``."""
    return {region.kato: region.names for region in map(read_region, rows("branches/regions.csv"))}


@cache
def paper_services() -> Mapping[str, PaperService]:
    """Return every paper service that has a name, by its code (АӘК is ``aid``); only active ones may be applied for."""
    read = [read_paper_service(row) for row in rows("paper_services/services.csv")]
    return Entries({AID if each.code == _AID_ROW else each.code: each for each in read if each.shown})
