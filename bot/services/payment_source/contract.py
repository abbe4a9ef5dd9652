"""What is asked and answered, as ``docs/payments-api.yaml`` describes it (a test compares the two)."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PositiveInt

from bot.domain.payments.statuses import PaymentReason, PaymentStatus

LOOK_UP_PATH = "/v1/payments/look-up"
Words = Annotated[str, Field(min_length=1, max_length=100)]


class LookUpQuestion(BaseModel):
    """Whose payments: the ИИН travels in the body, because addresses end up in logs."""

    model_config = ConfigDict(extra="forbid")

    iin: str = Field(pattern=r"^[0-9]{12}$")


class SourcePayment(BaseModel):
    """One payment as the source knows it; fields it may add later are not read."""

    model_config = ConfigDict(strict=True, frozen=True)

    programme: Words
    status: PaymentStatus
    status_on: date
    reason: PaymentReason | None = None
    amount: PositiveInt
    last_name: Words
    first_name: Words
    phone: str | None = Field(None, pattern=r"^\+7[0-9]{10}$")
    application_no: Words | None = None
    iban: str | None = Field(None, pattern=r"^KZ[0-9]{5}[0-9A-Z]{13}$")


class LookUpAnswer(BaseModel):
    """All payments of that person; none is an answer too."""

    model_config = ConfigDict(strict=True, frozen=True)

    payments: Annotated[tuple[SourcePayment, ...], Field(max_length=20, strict=False)]
