"""The services of the electronic appeal beside АӘК: what is offered, and what each is called (product A4)."""

from collections.abc import Mapping
from functools import cache

from bot.data_files import rows
from bot.domain.bilingual import Names
from bot.domain.branches.branches import AppealSection, AppealService, Recipient, read_appeal_service
from bot.services.cases.facts import AID
from bot.texts import Both

LINKS = "appeal_"
"""How the deep links of the services begin."""
AID_ROW = "appeal-14"
"""АӘК among the services: it has a form and a dialog's door of its own."""


@cache
def appeal_services() -> Mapping[str, AppealService]:
    """Return every service that has a name, by its code (АӘК is ``aid``); only active ones may be applied for."""
    read = [read_appeal_service(row) for row in rows("paper_services/services.csv")]
    return {AID if each.code == AID_ROW else each.code: each for each in read if each.shown}


def offered_services() -> dict[str, AppealService]:
    """Return what may be applied for beside АӘК, by code, in the order of the table."""
    return {code: each for code, each in appeal_services().items() if each.active and code != AID}


def in_section(section: AppealSection) -> dict[str, AppealService]:
    """Return what may be applied for of one section."""
    return {code: each for code, each in offered_services().items() if each.section is section}


def short_name_of(service: str) -> Both:
    """Return what a list calls a service; raise KeyError for an unknown one."""
    return _both(appeal_services()[service].short)


def official_name_of(service: str) -> Both:
    """Return the official name of a service as a sentence begins."""
    names = appeal_services()[service].names
    return _both(Names(*(name[:1].upper() + name[1:] for name in (names.kk, names.ru))))


def recipient_of(service: str) -> Recipient:
    """Return the body that takes an application for the service."""
    return appeal_services()[service].recipient


def link_of(service: str) -> str:
    """Return the deep link of a service: ``appeal_03``, or ``aid``."""
    return service.replace("-", "_")


def service_of_link(link: str) -> str | None:
    """Return the service of a deep link; None when there is none such to apply for."""
    code = link.replace("_", "-")
    return code if code in offered_services() else None


def _both(names: Names) -> Both:
    return Both(names.kk, names.ru)
