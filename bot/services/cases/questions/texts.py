"""What a question is about, for the person and for the staff."""

from bot.domain.cases.case import Case
from bot.domain.cases.retake import Flaw, Reshoot, read_reshoot
from bot.forms.loading import form_for
from bot.texts import Key


def asked_words(case: Case, item: str, text: str) -> dict[str, Key | str]:
    """Return what is asked about and the question itself, for the person."""
    again = read_reshoot(item)
    if again is None:
        return {"item": Key(f"case-item-{item}"), "text": text}
    return {"item": page_words(case, again), "text": _why(again, text)}


def staff_item(case: Case, item: str) -> Key:
    """Return what a question is about, for the staff."""
    again = read_reshoot(item)
    return page_words(case, again) if again else Key(f"staff-item-{item}")


def page_words(case: Case, again: Reshoot) -> Key:
    """Return a page as «paper, page number»."""
    return Key("case-item-page", {"paper": paper_words(case, again.paper), "number": str(again.number)})


def paper_words(case: Case, paper: str) -> Key:
    """Return the name of a paper of the application."""
    return Key(f"{form_for(case.service).field(paper).key}-short")


def _why(again: Reshoot, text: str) -> Key:
    why: Key | str = text if again.flaw is Flaw.OTHER else Key(f"reshoot-why-{again.flaw}")
    return Key("reshoot-ask", {"why": why})
