"""Cases for previews."""

from bot.domain.cases.case import AID, Case
from bot.domain.cases.states import CaseState
from bot.services.paper_services import offered_services
from dialogs.samples import CASE_CODE, NAME, NOW, PATRONYMIC, SURNAME

SENT = tuple(state for state in CaseState if state is not CaseState.DRAFT)


def other_service() -> str:
    """Return a service that is not АӘК."""
    return next(iter(offered_services()))


def sample_case(
    state: CaseState, service: str = AID, *, client_id: int | None = None, clock_due: int | None = None
) -> Case:
    """Return a case in a state; of another service, or of somebody an assistant filed for."""
    return Case(
        id=47,
        code=CASE_CODE,
        data_key_id=1,
        made_by=501,
        service=service,
        language="kk",
        state=state,
        region=None,
        staff_chat=-100,
        owner=601,
        owner_name="Маман",
        version=1,
        created_at=NOW,
        submitted_at=NOW,
        clock_due=clock_due,
        clock_paused_at=None,
        extended_at=None,
        answers={"surname": SURNAME, "name": NAME, "patronymic": PATRONYMIC},
        client_id=client_id,
        may_act=True,
    )
