"""Laws of time: bounds, certainty, what is active when, and phrases that claim no more."""

from __future__ import annotations

import calendar
import json
import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from edtf import parse_edtf
from hypothesis import assume, example, given
from hypothesis import strategies as st

from mapapp.dates import parse_dates
from mapapp.errors import TimespanError
from mapapp.timespan import (
    CERTAINTIES,
    PRECISIONS,
    Timespan,
    certainly_active,
    parse_timespan,
    possibly_active,
)
from tests.time_strategies import ZONES, days, instants, marks, parts, spans, zones

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent.parent / "shared" / "active_cases.json").read_text(encoding="utf-8")
)["cases"]


@given(spans())
def test_start_is_never_after_end(span: Timespan) -> None:
    assert span.start is None or span.end is None or span.start <= span.end
    assert span.start_utc is None or span.end_utc is None or span.start_utc < span.end_utc


@given(spans())
def test_a_bound_is_open_in_days_and_instants_alike(span: Timespan) -> None:
    assert (span.start is None) == (span.start_utc is None)
    assert (span.end is None) == (span.end_utc is None)


@given(parts(), zones)
def test_instants_are_the_local_bounds_of_the_days(text: str, zone: str) -> None:
    span = parse_timespan(text, "within", zone)
    assume(span.start and span.end and span.start.year > 1 and span.end < date(9999, 12, 30))
    if span.start is None or span.end is None:
        raise AssertionError("a part has both bounds")

    local = ZoneInfo(zone)
    assert span.start_utc == datetime.combine(span.start, time.min, local)
    assert span.end_utc == datetime.combine(span.end + timedelta(days=1), time.min, local)


@given(days)
def test_a_month_covers_all_its_days_and_no_other(day: date) -> None:
    span = parse_timespan(day.isoformat()[:7], None, "UTC")
    length = calendar.monthrange(day.year, day.month)[1]

    assert span.start == day.replace(day=1)
    assert span.end == day.replace(day=length)


@given(days, marks)
def test_a_doubt_moves_no_bound(day: date, mark: str) -> None:
    plain = parse_timespan(day.isoformat(), "within", "UTC")
    doubted = parse_timespan(f"{day}{mark}", "within", "UTC")

    assert (plain.start, plain.end) == (doubted.start, doubted.end)


@given(spans())
def test_the_text_gives_the_same_timespan_again(span: Timespan) -> None:
    assert parse_timespan(span.edtf, span.certainty, span.tz) == span


@given(spans())
def test_words_are_from_the_vocabulary(span: Timespan) -> None:
    assert span.certainty in CERTAINTIES
    assert span.precision in PRECISIONS


@given(spans(), instants, instants)
def test_what_is_certain_is_possible(
    span: Timespan, start: datetime | None, end: datetime | None
) -> None:
    if certainly_active(span, start, end):
        assert possibly_active(span, start, end)


@given(spans(), instants, instants, instants, instants)
def test_a_wider_window_loses_nothing(
    span: Timespan,
    start: datetime | None,
    end: datetime | None,
    wider_start: datetime | None,
    wider_end: datetime | None,
) -> None:
    assume(start is None or end is None or start <= end)
    assume(wider_start is None or (start is not None and wider_start <= start))
    assume(wider_end is None or (end is not None and wider_end > end))

    if possibly_active(span, start, end):
        assert possibly_active(span, wider_start, wider_end)
    if certainly_active(span, start, end):
        assert certainly_active(span, wider_start, wider_end)


@given(spans())
def test_every_event_is_certain_in_all_time(span: Timespan) -> None:
    assert certainly_active(span, None, None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_shared_table_of_cases(case: dict[str, Any]) -> None:
    def instant(text: str | None) -> datetime | None:
        return None if text is None else datetime.fromisoformat(text)

    span = parse_timespan(case["when"], case["certainty"], case["tz"])
    start, end = (instant(text) for text in case["window"])

    assert (span.start_utc, span.end_utc) == (
        instant(case["start_utc"]),
        instant(case["end_utc"]),
    )
    assert possibly_active(span, start, end) is case["possibly"]
    assert certainly_active(span, start, end) is case["certainly"]


@given(parts())
@example("2025-01-25~")
@example("2025-21")
def test_our_reading_agrees_with_the_library(text: str) -> None:
    dates = parse_dates(text)
    assert dates.start is not None
    parsed = parse_edtf(text)

    assert dates.start.first.timetuple()[:3] == parsed.lower_strict()[:3]
    assert dates.start.last.timetuple()[:3] == parsed.upper_strict()[:3]


@given(days, st.times(), st.sampled_from(["", "Z", "+07:00", "+06:30", "-05:00"]))
def test_every_clock_time_that_we_read_is_edtf(day: date, at: time, offset: str) -> None:
    text = f"{day}T{at:%H:%M}"
    parse_dates(text + offset)

    assert parse_edtf(f"{text}:00{offset}") is not None


@pytest.mark.parametrize(
    ("when", "precision", "certainty"),
    [
        ("2025-02-05T09:00+07:00", "minute", "exact"),
        ("2025-02-05T09+07:00", "hour", "exact"),
        ("2025-02-05", "day", "exact"),
        ("2025-02-05~", "day", "within"),
        ("2025-02-05?", "day", "within"),
        ("2025-02", "month", "within"),
        ("2025-02-XX", "month", "within"),
        ("2025-22", "season", "within"),
        ("2025", "year", "within"),
        ("2025-02-05/..", "interval", "after"),
        ("../2025-02", "interval", "before"),
        (None, "unknown", "within"),
    ],
)
def test_precision_and_default_certainty(when: str | None, precision: str, certainty: str) -> None:
    span = parse_timespan(when, None, "Asia/Bangkok")

    assert (span.precision, span.certainty) == (precision, certainty)


def test_a_clock_time_is_a_minute_and_its_day_is_that_of_the_place() -> None:
    span = parse_timespan("2025-02-05T00:30+08:00", None, "Asia/Yangon")

    assert (span.start, span.end) == (date(2025, 2, 4), date(2025, 2, 4))
    assert span.start_utc == datetime(2025, 2, 4, 16, 30, tzinfo=UTC)
    assert span.end_utc == datetime(2025, 2, 4, 16, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "certainty", "message"),
    [
        ("", None, "write 2025-02-12, 2025-02 or 2025"),
        ("soon", None, "write 2025-02-12"),
        ("2025-02-30", None, "2025-02 has 28 days, not 30"),
        ("2025-00-01", None, "there is no month 00"),
        ("2025-13", None, "there is no month 13"),
        ("2025-24", None, "write '2025-12/2026-02'"),
        ("0000", None, "years go from 0001 to 9999"),
        ("-0044", None, "is not a date"),
        ("12025-01-01", None, "is not a date"),
        ("2025/2/5", None, "did you mean '2025-02-05'?"),
        ("2025.2.5", None, "did you mean '2025-02-05'?"),
        ("2025年2月5日", None, "did you mean '2025-02-05'?"),
        ("２０２５", None, "is not a date"),
        ("2025-02-05T25:00", None, "is not a time of day"),
        ("2025-02-05T24:00", None, "is not a time of day"),
        ("2025-02-05T09:00+25:00", None, "is not a time of day"),
        ("/2025", None, "write '../2025' for an open end"),
        ("2025/", None, "write '2025/..' for an open end"),
        ("../..", None, "write null"),
        ("2025-01/2025-02/2025-03", None, "more than two ends"),
        ("2025-06-30/2025-01-01", "span", "write '2025-01-01/2025-06-30'"),
        ("2025-02-05T09:00/2025-02-06", "span", "clock time in an interval"),
        ("2025-01/2025-02", None, "add time_certainty: within"),
        ("2025-01/2025-02", "exact", "write within or span"),
        ("2025-02", "exact", "write within or span"),
        ("2025-02-05~", "exact", "write within or span"),
        ("2025-02-05", "before", "write '../2025-02-05'"),
        ("2025-02-05", "after", "write '2025-02-05/..'"),
        ("../2025", "after", "write before or span"),
        ("202X", None, "is not a date"),
        ("2025-02-05~~", None, "is not a date"),
        ("9" * 10_000, None, "too long for a date"),
        (None, "before", "needs a date"),
    ],
)
def test_what_is_no_date_is_told_what_to_write(
    when: str | None, certainty: str | None, message: str
) -> None:
    with pytest.raises(TimespanError, match=re.escape(message)):
        parse_timespan(when, certainty, "UTC")


@pytest.mark.parametrize("tz", ["Asia/Bangkock", "", "../etc/passwd", "/etc/passwd", "UTC\0"])
def test_what_is_no_zone_is_told_so(tz: str) -> None:
    with pytest.raises(TimespanError, match="is not an IANA time zone"):
        parse_timespan("2025", None, tz)


@given(st.text(max_size=30), st.sampled_from([None, *CERTAINTIES]))
def test_no_text_raises_anything_else(text: str, certainty: str | None) -> None:
    message = ""
    try:
        parse_timespan(text, certainty, "Asia/Bangkok")
    except TimespanError as error:
        message = str(error)

    assert "\n" not in message


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("when", ["0001", "9999", "0001-01-01T00:00", "9999-12-31T23:59"])
def test_the_ends_of_the_calendar_can_be_held(when: str, zone: str) -> None:
    span = parse_timespan(when, None, zone)

    assert span.start_utc
    assert span.end_utc
    assert span.start_utc <= span.end_utc
