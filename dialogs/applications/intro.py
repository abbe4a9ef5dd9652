"""What the service is, what is needed, how long it takes; a draft begun before is offered first (product A2, A4)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.applications.renewals import renewal_of
from bot.domain.cases.deadlines import DEFAULT_TERMS
from bot.domain.cases.states import CaseState
from bot.domain.errors import Refusal
from bot.domain.people.consents import Purpose
from bot.forms.loading import AID
from bot.services.applications.drafts import Draft, find_draft
from bot.services.applications.renewal import Renewable, begin_renewal, find_renewable
from bot.services.assistants.clients import ForWhom, for_whom, step_back
from bot.services.calendar import today
from bot.services.paper_services import official_name_of, recipient_of
from bot.texts import LocalDate, TextRef
from dialogs.applications.data import ApplicationData
from dialogs.applications.samples import sample_draft, sample_services
from dialogs.applications.source import FORM
from dialogs.assistants.whom import sample_client
from dialogs.cases.api import open_cases
from dialogs.cases.samples import sample_case
from dialogs.samples import NAME, TODAY
from dialogs.states import Aid
from dialogs.widgets.link_button import link_button
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText


async def _intro(dialog_manager: DialogManager, **_data: Any) -> Shown:
    services, user_id = services_of(dialog_manager), context_of(dialog_manager).user_id
    if await step_back(services, user_id):
        show_error(dialog_manager, Refusal("assistant-removed"))
    whom = await for_whom(services, user_id)
    opened = ApplicationData(dialog_manager)
    draft, is_aid = await find_draft(services, user_id, opened.service), opened.service == AID
    again = await find_renewable(services, user_id, opened.renewed) if is_aid and not _is_begun(draft) else None
    return _shown(opened.service, whom, draft, again, today(services.now))


def _is_begun(draft: Draft | None) -> bool:
    return draft is not None and bool(draft.answers or draft.pages)


def _shown(service: str, whom: ForWhom, draft: Draft | None, again: Renewable | None, day: date) -> Shown:
    begun = _is_begun(draft)
    opened = again is not None and again.renewal.opens <= day
    return {
        "words": _intro_words(service),
        "is_aid": service == AID,
        "other": service != AID,
        "draft": _draft_key(draft) if draft and begun else None,
        "new_form": draft is not None and begun and draft.application.form_version != draft.form.version,
        "fresh": not begun and not opened,
        "again": _again_key(again, opened=opened) if again else None,
        "renewing": opened,
        "whom": TextRef("assistant-filing-for", {"name": whom.client.name}) if whom.client else None,
        "assisting": whom.is_assistant,
    }


def _previews() -> Iterator[Shown]:
    oneself = ForWhom(is_assistant=False, name="", client=None)
    assistant = ForWhom(is_assistant=True, name=NAME, client=sample_client(None))
    yield from (_shown(service, oneself, None, None, TODAY) for service in sample_services())
    for service in sample_services():
        yield _shown(service, assistant, sample_draft(service=service, form_version=9), None, TODAY)
        for field in sample_draft(service=service).form.fields:
            before = {name: kept for name, kept in sample_draft(service=service).answers.items() if name != field.id}
            yield _shown(service, oneself, sample_draft(before, service), None, TODAY)
    for day in (TODAY, TODAY + timedelta(days=90)):
        yield _shown(AID, oneself, None, Renewable(sample_case(CaseState.CLOSED), renewal_of(TODAY, 3)), day)


def _intro_words(service: str) -> TextRef:
    check = DEFAULT_TERMS.forward + DEFAULT_TERMS.check
    if service == AID:
        terms = {"centre": DEFAULT_TERMS.decide_centre, "rural": DEFAULT_TERMS.decide_rural, "check": check}
        return TextRef("aid-intro", terms)
    recipient = TextRef(f"appeal-recipient-{recipient_of(service)}")
    return TextRef("appeal-intro", {"service": official_name_of(service), "recipient": recipient, "check": check})


def _again_key(again: Renewable, *, opened: bool) -> TextRef:
    told = {
        "code": again.case.code,
        "covered": LocalDate.of(again.renewal.covered_to),
        "opens": LocalDate.of(again.renewal.opens),
    }
    return TextRef("aid-renew-open" if opened else "aid-renew-later", told)


async def _renew(_event: CallbackQuery, button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    changed = button.widget_id == "renew_changed"
    by = ApplicationData(manager).renewed
    await begin_renewal(services_of(manager), context.user_id, context.language, changed=changed, case_id=by)
    await FORM.resume(manager)


def _draft_key(draft: Draft) -> TextRef:
    answered, total = draft.progress
    question = draft.next_question
    where = TextRef(f"{question.key}-short") if question else TextRef("aid-all-answered")
    return TextRef("aid-draft", {"answered": str(answered), "total": str(total), "next": where})


async def _go(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await FORM.resume(manager)


async def _my_cases(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_cases(manager)


async def _renewing_for(manager: DialogManager) -> Purpose | None:
    """Return what is agreed to by one press here: the last application's answers are taken over."""
    services, opened = services_of(manager), ApplicationData(manager)
    if opened.service != AID:
        return None
    again = await find_renewable(services, context_of(manager).user_id, opened.renewed)
    return Purpose.ASSISTANCE if again is not None and again.renewal.opens <= today(services.now) else None


intro_window = screen(
    DynamicText("words"),
    DynamicText("whom", when="whom"),
    DynamicText("draft", when="draft"),
    I18nText("aid-form-changed", when="new_form"),
    DynamicText("again", when="again"),
    Button(ButtonText("aid-apply"), id="apply", on_click=_go, when="fresh", style=Style(ButtonStyle.PRIMARY)),
    Button(
        ButtonText("aid-renew-same"),
        id="renew_same",
        on_click=_renew,
        when="renewing",
        style=Style(ButtonStyle.PRIMARY),
    ),
    Button(ButtonText("aid-renew-changed"), id="renew_changed", on_click=_renew, when="renewing"),
    Button(ButtonText("form-continue"), id="continue", on_click=_go, when="draft", style=Style(ButtonStyle.PRIMARY)),
    SwitchTo(ButtonText("aid-see-answers"), id="recap", state=Aid.recap, when="draft"),
    link_button("aid-check-first", "eligibility", when="is_aid"),
    link_button("appeal-others", "appeal", when="other"),
    link_button("assistant-whom", "assist", when="assisting"),
    Button(ButtonText("aid-my-cases"), id="cases", on_click=_my_cases),
    state=Aid.intro,
    getter=_intro,
    previews=_previews,
).asking(_renewing_for)
