"""The contracts of imports are kept, and each is broken by the import it forbids."""

import pathlib
from copy import deepcopy
from functools import cache
from types import ModuleType
from typing import Any

import aiogram
import grimp
import pytest
from importlinter.application.use_cases import _register_contract_types, read_user_options
from importlinter.configuration import configure
from importlinter.domain.contract import Contract, registry

import bot.app
import bot.domain.branches.branches
import bot.domain.queue.slots
import dialogs.queue.api
import handlers.citizen.commands
import simulator.server
import storage.people.citizens
import storage.queue.seats
from bot.data_files import ROOT
from bot.domain import money
from bot.services.queue import hold

# What each contract forbids, by the beginning of its name.
FORBIDDEN = {
    "Imports go down": (hold, dialogs.queue.api),
    "Handlers and dialogs": (handlers.citizen.commands, storage.people.citizens),
    "Business actions": (hold, aiogram),
    "Storage knows": (storage.queue.seats, aiogram),
    "The rules touch": (money, pathlib),
    "Subjects stand": (bot.domain.branches.branches, bot.domain.queue.slots),
    "Only the demo": (bot.app, simulator.server),
    "The local Telegram": (simulator.server, money),
}


@cache
def _contracts() -> dict[str, Contract]:
    configure()
    options = read_user_options(config_filename=str(ROOT / "pyproject.toml"))
    _register_contract_types(options)
    made = {}
    for each in options.contracts_options:
        kind = registry.get_contract_class(each["type"])
        made[each["name"]] = kind(name=each["name"], session_options=options.session_options, contract_options=each)
    return made


@cache
def _graph() -> grimp.ImportGraph:
    return grimp.build_graph(
        "bot", "handlers", "dialogs", "storage", "simulator", include_external_packages=True, cache_dir=None
    )


def _kept(contract: Contract, *added: tuple[ModuleType, ModuleType]) -> Any:
    graph = deepcopy(_graph())
    for importer, imported in added:
        graph.add_import(importer=importer.__name__, imported=imported.__name__)
    return contract.check(graph, verbose=False).kept


@pytest.mark.parametrize("beginning", FORBIDDEN)
def test_a_forbidden_import_breaks_its_contract(beginning: str) -> None:
    (contract,) = [contract for name, contract in _contracts().items() if name.startswith(beginning)]
    assert _kept(contract)
    assert not _kept(contract, FORBIDDEN[beginning])


def test_every_contract_is_broken_here() -> None:
    assert len(_contracts()) == len(FORBIDDEN)
