"""АӘК for the next quarter: begun from the last application (product A10)."""

from dataclasses import dataclass

from bot.domain.applications.renewals import Renewal
from bot.domain.cases.case import AID, Case
from bot.domain.errors import Refusal
from bot.domain.forms.forms import Answer, Answers
from bot.domain.sealing import DataKeyDestroyedError
from bot.forms.loading import form_for
from bot.forms.renewal import renewed
from bot.services.applications.drafts import change_answers, open_draft
from bot.services.calendar import today
from bot.services.cases.renewal_reminders import ASSIGNED, covered
from bot.services.work import Services
from storage.applications import applications
from storage.cases import cases


@dataclass(frozen=True, slots=True)
class Renewable:
    """The last case help was assigned by, and when it may be applied for anew."""

    case: Case
    renewal: Renewal


async def find_renewable(services: Services, user_id: int, case_id: int | None = None) -> Renewable | None:
    """Return this case, or the last АӘК case of the citizen, or of whom they assist now, if it was decided with help.

    None once the person has an application for the time after it.
    """
    async with services.db.read() as reader:
        found = case_id or await applications.last_case(reader, user_id, AID)
        if found is None or (case_id and await applications.newer_case(reader, case_id)):
            return None
        try:
            case = await cases.load(reader, services.encryption, found)
        except (DataKeyDestroyedError, Refusal):
            return None
        if case.made_by != user_id or not case.may_act:
            return None
        events = await cases.history(reader, services.encryption, case)
    renewal = covered(case, events) if case.state in ASSIGNED else None
    return Renewable(case, renewal) if renewal else None


async def begin_renewal(
    services: Services, user_id: int, language: str, *, changed: bool, case_id: int | None = None
) -> None:
    """Fill the draft with the answers of this or the last case; a draft with answers of its own is left as it is."""
    found = await find_renewable(services, user_id, case_id)
    if found is None or found.renewal.opens > today(services.now):
        return
    await open_draft(services, user_id=user_id, service=AID, language=language)

    def change(answers: Answers) -> dict[str, Answer]:
        if answers:
            return dict(answers)
        return renewed(form_for(AID), found.case.answers, changed=changed)

    await change_answers(services, user_id, AID, change)
