"""What a question is about, for the person and for the staff."""

from bot.domain.cases.case import Case
from bot.domain.cases.retake import Flaw, Retake, read_retake
from bot.forms.loading import form_for
from bot.texts import TextRef


def question_text(case: Case, item: str, text: str) -> dict[str, TextRef | str]:
    """Return what is asked about and the question itself, for the person."""
    again = read_retake(item)
    if again is None:
        return {"item": TextRef(f"case-item-{item}"), "text": text}
    return {"item": page_text(case, again), "text": _why(again, text)}


def staff_item(case: Case, item: str) -> TextRef:
    """Return what a question is about, for the staff."""
    again = read_retake(item)
    return page_text(case, again) if again else TextRef(f"staff-item-{item}")


def page_text(case: Case, again: Retake) -> TextRef:
    """Return a page as «paper, page number»."""
    return TextRef("case-item-page", {"paper": paper_text(case, again.paper), "number": str(again.number)})


def paper_text(case: Case, paper: str) -> TextRef:
    """Return the name of a paper of the application."""
    return TextRef(f"{form_for(case.service).field(paper).key}-short")


def _why(again: Retake, text: str) -> TextRef:
    why: TextRef | str = text if again.flaw is Flaw.OTHER else TextRef(f"reshoot-why-{again.flaw}")
    return TextRef("reshoot-ask", {"why": why})
