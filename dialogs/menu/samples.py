"""Everything that may be offered to be continued, for previews."""

from bot.domain.inquiries import InquiryKind
from bot.texts import COUNTRY_ZONE, LocalDateTime, TextRef
from dialogs.samples import CASE_CODE, NOW

_UNTIL = LocalDateTime(NOW, COUNTRY_ZONE, "time")
_PROGRESS = {"answered": "12", "total": "26"}
UNFINISHED = (
    TextRef("unfinished-booking"),
    TextRef("unfinished-booking-held", {"until": _UNTIL}),
    TextRef("unfinished-booking-lapsed"),
    TextRef("unfinished-move"),
    TextRef("unfinished-move-held", {"until": _UNTIL}),
    TextRef("unfinished-move-lapsed"),
    TextRef("unfinished-waiting"),
    TextRef("unfinished-application", _PROGRESS),
    TextRef("unfinished-payment-application", _PROGRESS),
    TextRef("unfinished-eligibility"),
    TextRef("unfinished-payment"),
    TextRef("unfinished-answer", {"code": CASE_CODE}),
    *(TextRef(f"unfinished-inquiry-{kind}") for kind in (*InquiryKind, "more")),
    TextRef("unfinished-client"),
    TextRef("unfinished-takeover"),
    TextRef("unfinished-withdrawal"),
    TextRef("unfinished-quiz"),
)
