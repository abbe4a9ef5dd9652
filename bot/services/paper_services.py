"""The services of the electronic appeal beside АӘК: what is offered, and what each is called (product A4)."""

from bot.data_files import paper_services
from bot.domain.bilingual import Names
from bot.domain.branches.branches import PaperService, PaperServiceSection, Recipient
from bot.domain.cases.case import AID
from bot.texts import Bilingual

LINKS = "appeal_"
"""How the deep links of the services begin."""


def offered_services() -> dict[str, PaperService]:
    """Return what may be applied for beside АӘК, by code, in the order of the table."""
    return {code: each for code, each in paper_services().items() if each.active and code != AID}


def in_section(section: PaperServiceSection) -> dict[str, PaperService]:
    """Return what may be applied for of one section."""
    return {code: each for code, each in offered_services().items() if each.section is section}


def short_name_of(service: str) -> Bilingual:
    """Return what a list calls a service; raise KeyError for an unknown one."""
    return _both(paper_services()[service].short)


def official_name_of(service: str) -> Bilingual:
    """Return the official name of a service as a sentence begins."""
    names = paper_services()[service].names
    return _both(Names(*(name[:1].upper() + name[1:] for name in (names.kk, names.ru))))


def recipient_of(service: str) -> Recipient:
    """Return the body that takes an application for the service."""
    return paper_services()[service].recipient


def link_of(service: str) -> str:
    """Return the deep link of a service: ``appeal_03``, or ``aid``."""
    return service.replace("-", "_")


def service_of_link(link: str) -> str | None:
    """Return the service of a deep link; None when there is none such to apply for."""
    code = link.replace("_", "-")
    return code if code in offered_services() else None


def _both(names: Names) -> Bilingual:
    return Bilingual(names.kk, names.ru)
