"""An application as the form engine shows it: the form itself, or what is asked about one of the family."""

from dataclasses import dataclass

from bot.domain.forms.fields import FormField
from bot.domain.forms.forms import Item, next_unanswered, visible_fields
from bot.forms import family_members
from bot.forms.answer_values import told
from bot.forms.loading import MEMBER, form_for
from bot.services.applications.drafts import Draft
from bot.texts import TextRef, Value
from dialogs.forms.sheet import Sheet


@dataclass(frozen=True, slots=True)
class ApplicationSheet(Sheet):
    """Questions of a draft."""

    draft: Draft
    whose: str | None
    """Whom an assistant files for; None for whoever files for themselves."""
    name: str
    """The name of the member it is about."""

    def told(self, field: FormField) -> Value:
        """Return an answer as a person reads it back; of a paper, how many pages there are."""
        return told(field, self.answers, {} if self.member else self.draft.page_counts)

    def given(self, field: FormField) -> TextRef | None:
        """Return what is said under a question that was answered before."""
        return TextRef("aid-given", {"answer": self.told(field)}) if field.id in self.answers else None

    def heading(self, field: FormField) -> TextRef:
        """Return what stands above a question: about whom it is, where that is not oneself."""
        heading = TextRef(f"{field.key}-short")
        if self.member:
            heading = TextRef("aid-about-member", {"name": self.name or TextRef("aid-member-new"), "short": heading})
        return TextRef("assistant-about", {"name": self.whose, "short": heading}) if self.whose else heading

    def place(self, field: FormField) -> tuple[int, int]:
        """Return the number of a question, from one, and how many there are; the family is one question."""
        if not self.member:
            return Sheet.place(self, field)
        return Sheet.place(form_sheet(self.draft), self.draft.form.field("members"))


def form_sheet(draft: Draft, whose: str | None = None) -> ApplicationSheet:
    """Return the form itself."""
    fields = visible_fields(draft.form, draft.answers)
    return ApplicationSheet(draft.form, draft.answers, fields, draft.next_question, "", draft, whose, "")


def member_sheet(draft: Draft, item: Item, whose: str | None = None) -> ApplicationSheet:
    """Return what is asked about one of the family."""
    form, answers = form_for(MEMBER), family_members.sheet(item)
    fields, open_field = visible_fields(form, answers), next_unanswered(form, answers)
    name = str(item.get("name", ""))
    return ApplicationSheet(form, answers, fields, open_field, str(item["id"]), draft, whose, name)
