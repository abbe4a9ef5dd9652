"""Our tables read as values, and what they must say."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.data_files import rows
from bot.domain.branches.branches import (
    BranchKind,
    Recipient,
    ServiceGroup,
    read_branch,
    read_paper_service,
    read_region,
    read_tson_service,
    read_weekly_hours,
)
from bot.domain.branches.hours import Schedule
from bot.domain.calendar.working_days import WorkCalendar
from bot.domain.errors import InvalidInput
from bot.domain.geo import distance_km, nearest
from bot.domain.queue.bookings import BookingKind
from bot.domain.queue.load import Load, load_of
from tests.support.data_tables import holiday_rows

BRANCHES = [read_branch(row) for row in rows("branches/branches.csv")]
REGIONS = {region.kato: region for region in map(read_region, rows("branches/regions.csv"))}
TSON = {service.code: service for service in map(read_tson_service, rows("queue/services.csv"))}
APPEAL = [read_paper_service(row) for row in rows("paper_services/services.csv")]


def test_all_regions_are_at_utc_plus_five_today() -> None:
    assert len(REGIONS) == 20
    for region in REGIONS.values():
        offset = datetime(2026, 11, 23, tzinfo=region.tz).utcoffset()
        assert offset is not None
        assert offset.total_seconds() == 5 * 3600


def test_branches_have_ids_of_their_own_in_known_regions() -> None:
    assert len({branch.id for branch in BRANCHES}) == len(BRANCHES)
    assert {branch.region for branch in BRANCHES} <= set(REGIONS)


def test_only_demo_places_take_bookings_and_they_say_what_they_are() -> None:
    demo = [branch for branch in BRANCHES if branch.demo]
    assert {branch.city.kk for branch in demo} == {"Астана", "Алматы", "Шымкент", "Қарағанды", "Өскемен"}
    for branch in BRANCHES:
        assert branch.takes_bookings is branch.demo
        assert branch.names.kk.startswith("Демо-") is branch.names.ru.startswith("Демо-") is branch.demo
        assert (branch.point is not None) is branch.demo


def test_real_places_are_known_well_enough() -> None:
    assert {branch.confidence for branch in BRANCHES if not branch.demo} == {"high", "medium"}


@pytest.mark.parametrize(
    ("kind", "duty", "day", "spans"),
    [
        (BranchKind.TSON, False, date(2026, 11, 23), [(time(9), time(18))]),
        (BranchKind.TSON, True, date(2026, 11, 23), [(time(9), time(20))]),
        (BranchKind.SPEC_TSON, True, date(2026, 11, 21), [(time(9), time(13))]),
        (BranchKind.TSON, False, date(2026, 11, 21), []),
        (BranchKind.EMPLOYMENT_CENTRE, False, date(2026, 11, 23), [(time(9), time(13)), (time(14), time(18))]),
        (BranchKind.DIGITAL_TSON, False, date(2026, 11, 23), []),
    ],
)
def test_hours_by_kind(kind: BranchKind, day: date, spans: list[tuple[time, time]], *, duty: bool) -> None:
    weekly = read_weekly_hours(rows("branches/hours.csv"), kind, duty=duty)
    schedule = Schedule(ZoneInfo("Asia/Almaty"), weekly, WorkCalendar(holiday_rows()), duty=duty)
    assert [(part.start.time(), part.end.time()) for part in schedule.opening(day)] == spans


def test_what_is_online_only_says_where() -> None:
    assert TSON["digital_signature"].online_where == "egov.kz; pki.gov.kz"
    assert TSON["residence"].online_where == "egov.kz"
    assert TSON["result"].online_where is None
    assert [code for code, service in TSON.items() if service.seller_name] == ["vehicle_registration"]


def test_limits_of_booking_are_counted_by_kind() -> None:
    assert BookingKind.of(ServiceGroup.SPECIAL) is BookingKind.SPECIAL
    assert BookingKind.of(ServiceGroup.ORDINARY) is BookingKind.of(ServiceGroup.MIGRATION) is BookingKind.ORDINARY
    assert {service.group for service in TSON.values()} == set(ServiceGroup)


def test_the_services_of_the_appeal() -> None:
    assert len(APPEAL) == 31
    assert sum(service.shown for service in APPEAL) == 27
    assert [service.code for service in APPEAL if service.needs_plan] == ["appeal-14"]
    assert APPEAL[13].recipient is Recipient.EMPLOYMENT_COORDINATION
    assert all(service.recipient is Recipient.UNKNOWN for service in APPEAL if not service.shown)


@pytest.mark.parametrize(
    ("change", "code", "column"),
    [
        ({"kind": "kiosk"}, "table-value", "kind"),
        ({"duty": "иә"}, "table-value", "duty"),
        ({"lat": "солтүстік"}, "table-value", "lat"),
        ({"name_kk": " "}, "table-value", "name_kk"),
        ({"demo": None}, "table-column", "demo"),
    ],
)
def test_a_wrong_cell_is_named(change: dict[str, str | None], code: str, column: str) -> None:
    row = {**rows("branches/branches.csv")[-1], **change}
    clean = {name: value for name, value in row.items() if value is not None}
    with pytest.raises(InvalidInput) as caught:
        read_branch(clean)
    assert (caught.value.code, caught.value.params["column"]) == (code, column)


def test_an_unknown_zone_is_a_wrong_cell() -> None:
    row = {**rows("branches/regions.csv")[0], "tzdata": "Asia/Nowhere"}
    with pytest.raises(InvalidInput, match="table-value"):
        read_region(row)


def test_the_nearest_known_places_come_first() -> None:
    found = nearest(BRANCHES, (51.13, 71.43), count=3)
    assert [branch.city.ru for branch, _ in found] == ["Астана"] * 3
    assert found[0][0].id == "demo-astana-1"
    assert [distance for _, distance in found] == sorted(distance for _, distance in found)


def test_distance_from_astana_to_almaty() -> None:
    assert distance_km((51.17, 71.45), (43.24, 76.95)) == pytest.approx(973, abs=5)


@pytest.mark.parametrize(
    ("taken", "seats", "load"),
    [(0, 10, Load.QUIET), (3, 10, Load.QUIET), (4, 10, Load.NORMAL), (8, 10, Load.BUSY), (0, 0, Load.BUSY)],
)
def test_load_in_three_words(taken: int, seats: int, load: Load) -> None:
    assert load_of(taken, seats) is load
