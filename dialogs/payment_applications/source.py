"""The form of a payment programme: answers are in the citizen's application, in a correction those asked anew."""

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.domain.forms.fields import ChoiceField, FormField, PlainField, PlainType
from bot.domain.payments.programmes import Programme
from bot.domain.people.consents import Purpose
from bot.domain.people.identifiers import Iin
from bot.services.payment_applications.form import FilledForm, answer_question, open_form
from bot.services.payment_applications.submission import own_for_number
from bot.services.payments.programmes import programmes
from dialogs.forms.sheet import Question
from dialogs.forms.source import FormScreens, FormSource
from dialogs.payment_applications.data import PaymentApplicationData
from dialogs.payment_applications.sheet import PaymentSheet, sheet_of
from dialogs.states import Intake


class PaymentForm(FormSource[PaymentSheet]):
    """The form of the programme that is applied to."""

    screens = FormScreens(intro=Intake.intro, recap=Intake.recap, edit=Intake.edit, name=Intake.name)

    async def purpose(self, _manager: DialogManager, /) -> Purpose:
        """Return what personal data of payments are for."""
        return Purpose.PAYMENTS

    async def whole(self, manager: DialogManager) -> PaymentSheet:
        """Return the application as it is filled now."""
        return sheet_of(await filled_here(manager))

    def window_of(self, field: FormField) -> State:
        """Return the screen that asks such a field."""
        return Intake.choice if isinstance(field, ChoiceField) else Intake.typed

    async def write(
        self, manager: DialogManager, question: Question[PaymentSheet], value: str | int | None
    ) -> State | None:
        """Write an answer down; a number applied for already leads to its application.

        Raises ``Refusal("intake-state")`` when it was sent meanwhile.
        """
        services, user_id, field = services_of(manager), context_of(manager).user_id, question.field
        filled = await answer_question(
            services,
            user_id=user_id,
            application_id=PaymentApplicationData(manager).application,
            field_id=field.id,
            value=value,
        )
        if not isinstance(field, PlainField) or field.type is not PlainType.IIN or filled.is_correction:
            return None
        standing = await own_for_number(services, user_id, filled.programme.id, Iin(str(value)))
        if standing is None:
            return None
        PaymentApplicationData(manager).standing = standing
        return Intake.standing

    async def leave(self, manager: DialogManager, sheet: PaymentSheet) -> None:
        """Show what staff ask for, or the programme."""
        await manager.switch_to(Intake.asked if sheet.filled.is_correction else Intake.intro)


FORM = PaymentForm()


async def filled_here(manager: DialogManager) -> FilledForm:
    """Return what is being filled, as it is now."""
    return await open_form(
        services_of(manager), context_of(manager).user_id, PaymentApplicationData(manager).application
    )


def programme_here(manager: DialogManager) -> Programme:
    """Return the programme of this screen."""
    return programmes()[PaymentApplicationData(manager).programme]
