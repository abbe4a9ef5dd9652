"""What is asked and answered, as ``docs/payments-api.yaml`` describes it (a test compares the two)."""

from datetime import date
from typing import Annotated, Any

import structlog
from pydantic import BaseModel, ConfigDict, Field, PositiveInt, TypeAdapter, ValidationError

from bot.domain.payments.statuses import PaymentReason, PaymentStatus

log = structlog.get_logger(__name__)
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


_RAW: TypeAdapter[Any] = TypeAdapter(Any)


def read_answer(content: bytes) -> tuple[SourcePayment, ...]:
    """Return the payments of an answer; those that break the contract are left out while others keep it.

    Raises ``ValidationError`` for an answer that is none, or of which nothing is left.
    """
    try:
        return LookUpAnswer.model_validate_json(content).payments
    except ValidationError as error:
        broken = {fault["loc"][1] if fault["loc"][:1] == ("payments",) and len(fault["loc"]) > 2 else None
                  for fault in error.errors(include_url=False, include_context=False, include_input=False)}  # fmt: skip
        if None in broken:
            raise
        answer = _RAW.validate_json(content)
        left = [payment for place, payment in enumerate(answer["payments"]) if place not in broken]
        if not left:
            raise
    log.warning("the payments' source told payments against the contract", count=len(broken))
    return LookUpAnswer.model_validate_json(_RAW.dump_json({**answer, "payments": left})).payments
