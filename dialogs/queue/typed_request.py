"""What a phrase about a booking says of its own: «ертең сағат 10-ға Астанада» – the day, the time, the city."""

from dataclasses import dataclass
from datetime import date, time

from bot.free_text.dates import DateRequest, read_date_request
from bot.free_text.normalize import tokens
from bot.services.branches.directory import regions
from bot.services.queue.texts import both
from bot.texts import Bilingual, LocalDate, TextRef

_NONE = "0"


@dataclass(frozen=True, slots=True)
class BookingRequest:
    """A wish with the region's code; `link` is the value of the deep link `book`."""

    request: DateRequest
    region: str

    @property
    def link(self) -> str:
        """The wish as a link's value: day, time or part of the day, region; `0` for what was not said."""
        day = self.request.day.strftime("%Y%m%d") if self.request.day else _NONE
        at = self.request.at.strftime("%H%M") if self.request.at else self.request.part or _NONE
        return f"{day}-{at}-{self.region or _NONE}"

    @property
    def label(self) -> TextRef:
        """What the button says."""
        day: LocalDate | str = LocalDate.of(self.request.day, "visit") if self.request.day else ""
        at = f"{self.request.at:%H:%M}" if self.request.at else ""
        part = TextRef(f"wish-part-{self.request.part}") if self.request.part else ""
        place: Bilingual | str = both(regions()[self.region].centre) if self.region else ""
        told = [value for value in (day, at or part, place) if value]
        names = ("first", "second", "third")
        return TextRef(f"wish-tson-book-{len(told)}", dict(zip(names, told, strict=False)))


def booking_request_of(text: str, today: date) -> BookingRequest | None:
    """Return what the phrase says; None when it says nothing of its own."""
    request, region = read_date_request(text, today), _region(text)
    return BookingRequest(request, region) if request != DateRequest() or region else None


def read_link(value: str) -> BookingRequest | None:
    """Read a link's value back; None for anything that is not one."""
    day, _, rest = value.partition("-")
    at, _, region = rest.partition("-")
    try:
        request = DateRequest(
            date(int(day[:4]), int(day[4:6]), int(day[6:])) if day != _NONE else None,
            time(int(at[:2]), int(at[2:])) if at.isdigit() and at != _NONE else None,
            at if at in {"morning", "noon", "evening"} else "",
        )
    except ValueError:
        return None
    return BookingRequest(request, region if region in regions() else "")


def _region(text: str) -> str:
    """Return the one region whose name or centre the phrase has; nothing when it names two."""
    typed = tokens(text)
    found = set()
    for kato, region in regions().items():
        names = (region.centre.kk, region.centre.ru, region.names.kk, region.names.ru)
        for stem in {tokens(name)[0][:6] for name in names} - _COMMON:
            if len(stem) >= 4 and any(word.startswith(stem[: max(4, len(stem) - 1)]) for word in typed):
                found.add(kato)
    exact = {kato for kato in found if _is_city(kato)}
    return next(iter(exact or found)) if len(exact or found) == 1 else ""


def _is_city(kato: str) -> bool:
    """Tell Astana, Almaty, Shymkent: the city stands before the oblast of the same name."""
    return kato in {"710000000", "750000000", "790000000"}


_COMMON = frozenset(tokens("область город батыс шығыс солтүстік западно восточно северо"))
