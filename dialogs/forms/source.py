"""A form as the engine asks it: its draft, its screens, and the way forth and back."""

from dataclasses import dataclass
from typing import Protocol

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from bot.domain.forms.fields import FormField
from bot.domain.people.consents import Purpose
from dialogs.forms.asking import QuestionSource, go_on
from dialogs.forms.data import PositionData
from dialogs.forms.sheet import Question, SheetKind


@dataclass(frozen=True, slots=True)
class FormScreens:
    """The screens around a form's questions."""

    intro: State
    recap: State
    edit: State
    name: State
    """The parts of a whole name, to be confirmed."""
    member: State | None = None
    """All answers about one of the family."""


class FormSource(QuestionSource[Question[SheetKind]], Protocol[SheetKind]):
    """A form described by data; what is not here the engine does for all of them."""

    screens: FormScreens

    async def purpose(self, manager: DialogManager, /) -> Purpose:
        """Return what the answers are for: before the consent to it nothing is asked."""
        ...

    async def whole(self, manager: DialogManager) -> SheetKind:
        """Return the whole form as it is filled now."""
        ...

    async def sheet(self, manager: DialogManager) -> SheetKind:
        """Return what the question on the screen is of."""
        return await self.whole(manager)

    def window_of(self, field: FormField) -> State:
        """Return the screen that asks such a field."""
        ...

    def overview_of(self, sheet: SheetKind) -> State:
        """Return the screen an answer is opened from to be corrected."""
        return self.screens.member if sheet.member and self.screens.member else self.screens.recap

    async def resume(self, manager: DialogManager) -> None:
        """Ask what comes next of a form come back to."""
        await go_on(self, manager)

    async def leave(self, manager: DialogManager, sheet: SheetKind) -> None:
        """Show what stands before the first question."""
        ...

    async def next_question(self, manager: DialogManager) -> Question[SheetKind] | None:
        """Return the first question of the sheet without an answer; after «Back» each answered one on the way there."""
        sheet, position = await self.sheet(manager), PositionData(manager)
        following = sheet.after(position.field) if position.back else None
        if following is not None and following != sheet.next_field:
            return Question(sheet, following)
        position.back = False
        return Question(sheet, sheet.next_field) if sheet.next_field else None

    async def ask(self, manager: DialogManager, question: Question[SheetKind], *, edit: bool = False) -> None:
        """Put a question on the screen, with ``edit`` to correct its answer."""
        position = PositionData(manager)
        position.field, position.member, position.edit = question.field.id, question.sheet.member, edit
        position.back = position.back and not edit
        await manager.switch_to(self.window_of(question.field))

    async def finish(self, manager: DialogManager) -> None:
        """Show all answers."""
        await manager.switch_to(self.screens.recap)


async def question_here(form: FormSource[SheetKind], manager: DialogManager) -> Question[SheetKind]:
    """Return the question on the screen."""
    sheet = await form.sheet(manager)
    return Question(sheet, sheet.form.field(PositionData(manager).field))


async def go_back(form: FormSource[SheetKind], manager: DialogManager) -> None:
    """Return to the question before, or to where this one was opened from."""
    question = await question_here(form, manager)
    sheet, before = question.sheet, question.sheet.before(question.field)
    if PositionData(manager).edit:
        await manager.switch_to(form.overview_of(sheet))
    elif before is None:
        await form.leave(manager, sheet)
    else:
        await form.ask(manager, Question(sheet, before))
        PositionData(manager).back = True
