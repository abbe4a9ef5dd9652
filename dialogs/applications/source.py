"""The form of an application: answers are in the citizen's draft; the family is asked member by member."""

from typing import TypeAlias

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.domain.forms.fields import ChoiceField, DirectoryField, DocumentsField, FormField, ListField
from bot.domain.forms.forms import Answer, Answers
from bot.domain.people.consents import Purpose, purpose_of
from bot.forms import draft_progress, family_members
from bot.services.applications.drafts import Change, Draft, change_answers, open_draft
from bot.services.assistants.clients import for_whom
from bot.services.calendar import today
from dialogs.applications.data import ApplicationData
from dialogs.applications.sheet import ApplicationSheet, form_sheet, member_sheet
from dialogs.forms.data import PositionData
from dialogs.forms.sheet import Question
from dialogs.forms.source import FormScreens, FormSource, question_here
from dialogs.states import Aid

Asked: TypeAlias = Question[ApplicationSheet]


class ApplicationForm(FormSource[ApplicationSheet]):
    """The form of the service that is applied for."""

    screens = FormScreens(intro=Aid.intro, recap=Aid.recap, edit=Aid.edit, name=Aid.name, member=Aid.member)

    async def purpose(self, manager: DialogManager, /) -> Purpose:
        """Return what the service's personal data are for."""
        return await applying_for(manager)

    async def whole(self, manager: DialogManager) -> ApplicationSheet:
        """Return the form itself."""
        draft = await draft_here(manager)
        return form_sheet(draft, await _whose(manager, draft))

    async def sheet(self, manager: DialogManager) -> ApplicationSheet:
        """Return what is asked about the member of the position, or the form itself."""
        whole = await self.whole(manager)
        item = family_members.member(whole.answers, PositionData(manager).member)
        return member_sheet(whole.draft, item, whole.whose) if item else whole

    def window_of(self, field: FormField) -> State:
        """Return the screen that asks such a field."""
        match field:
            case ChoiceField():
                return Aid.choice
            case DirectoryField():
                return Aid.region
            case ListField(type="members"):
                return Aid.members
            case ListField():
                return Aid.incomes
            case DocumentsField():
                return Aid.paper
            case _:
                return Aid.typed

    async def write(self, manager: DialogManager, question: Asked, value: str | int | None) -> None:
        """Write an answer into the draft. Raises ``InvalidInput("iin-repeated")``."""
        form, field_id, member = question.sheet.draft.form, question.field.id, question.sheet.member
        day = today(services_of(manager).now)

        def change(answers: Answers) -> dict[str, Answer]:
            if member:
                return family_members.with_part(answers, member, field_id, value, day)
            return draft_progress.with_answer(form, answers, field_id, value)

        await change_here(manager, change)

    async def finish(self, manager: DialogManager) -> None:
        """Show the family after its member, the member's card after a correction, all answers after the form."""
        sheet = await self.sheet(manager)
        if sheet.member and not PositionData(manager).edit:
            await leave_member(manager)
        else:
            await manager.switch_to(self.overview_of(sheet))

    async def resume(self, manager: DialogManager) -> None:
        """Ask what comes next of a draft come back to; a member of the family told in part is gone on with."""
        PositionData(manager).back = False
        sheet = await self.whole(manager)
        asks_family = sheet.next_field is not None and sheet.next_field.id == "members"
        begun = family_members.unfinished(sheet.answers) if asks_family else None
        if begun:
            sheet = member_sheet(sheet.draft, begun, sheet.whose)
        if sheet.next_field is None:
            await manager.switch_to(Aid.recap)
        else:
            await self.ask(manager, Question(sheet, sheet.next_field))

    async def leave(self, manager: DialogManager, sheet: ApplicationSheet) -> None:
        """Show the family before a member's first question, what the service is before the form's."""
        if sheet.member:
            await leave_member(manager)
        else:
            await manager.switch_to(Aid.intro)


async def applying_for(manager: DialogManager) -> Purpose:
    """Return what the personal data of this application are for."""
    return purpose_of(ApplicationData(manager).service)


FORM = ApplicationForm()


async def draft_here(manager: DialogManager) -> Draft:
    """Return the citizen's draft."""
    context = context_of(manager)
    return await open_draft(
        services_of(manager),
        user_id=context.user_id,
        service=ApplicationData(manager).service,
        language=context.language,
    )


async def asked_here(manager: DialogManager) -> Asked:
    """Return the question on the screen."""
    return await question_here(FORM, manager)


async def change_here(manager: DialogManager, change: Change) -> None:
    """Apply a change to the answers of the draft."""
    await change_answers(services_of(manager), context_of(manager).user_id, ApplicationData(manager).service, change)


async def leave_member(manager: DialogManager) -> None:
    """Go from a member to the list of the family; one begun and left without an answer is dropped."""
    position = PositionData(manager)
    member_id = position.member

    def change(answers: Answers) -> dict[str, Answer]:
        begun = family_members.member(answers, member_id)
        return (
            family_members.without(answers, member_id) if begun is not None and set(begun) == {"id"} else dict(answers)
        )

    await change_here(manager, change)
    position.field, position.member = "members", ""
    await manager.switch_to(Aid.members)


async def _whose(manager: DialogManager, draft: Draft) -> str | None:
    if draft.application.client_id is None:
        return None
    client = (await for_whom(services_of(manager), context_of(manager).user_id)).client
    return client.name if client else None
