"""Dates of many forms: what one value leaves open the column decides, or a person is asked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.importers.cells import MISSING_WORDS
from mapapp.importers.times.column import DateColumn, DateOptions, read_columns
from mapapp.importers.times.forms import read_clock
from mapapp.importers.times.layer_columns import TIME_TYPES, read_times, time_columns
from mapapp.timespan import LANGUAGES, parse_timespan

_DAYS = st.dates(date(1900, 1, 2), date(2099, 12, 30))


def _column(values: list[Any], **options: Any) -> tuple[DateColumn, tuple[Any, ...]]:
    found, questions = read_columns({"date": pa.array(values)}, DateOptions(**options))
    return found["date"], questions


def _edtf(values: list[Any], **options: Any) -> list[str | None]:
    column, questions = _column(values, **options)
    assert not questions
    return column.edtf.to_pylist()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2025-02-05", "2025-02-05"),
        ("2025/2/5", "2025-02-05"),
        ("20250205", "2025-02-05"),
        ("2025年2月5日", "2025-02-05"),
        ("2025年2月5日（星期三）", "2025-02-05"),
        ("５ February ２０２５", "2025-02-05"),
        ("Wed, 5 Feb 2025", "2025-02-05"),
        ("February 5th, 2025", "2025-02-05"),
        ("5 de febrero de 2025", "2025-02-05"),
        ("5. März 2025", "2025-03-05"),
        ("1er février 2025", "2025-02-01"),
        ("5 февраля 2025", "2025-02-05"),
        ("5 ก.พ. 2568", "2025-02-05"),
        ("วันพุธที่ 5 กุมภาพันธ์ พ.ศ. 2568", "2025-02-05"),
        ("13. 2. 2025", "2025-02-13"),
        ("13 / 2 / 2025", "2025-02-13"),
        ("2025-02", "2025-02"),
        ("Feb 2025", "2025-02"),
        ("2025年2月", "2025-02"),
        ("2025", "2025"),
        ("45693", "2025-02-05"),
        ("1738713600", "2025-02-05"),
        ("2025-02-05T09:00:00+07:00", "2025-02-05T09:00:00+07:00"),
        ("2025-02-05 2:30 PM", "2025-02-05T14:30"),
        ("2025年2月5日 14时30分", "2025-02-05T14:30"),
        ("1738747800000", "2025-02-05T09:30:00Z"),
    ],
)
def test_a_date_is_read_as_precise_as_it_is_written(text: str, edtf: str) -> None:
    assert _edtf([text]) == [edtf]


@given(st.lists(_DAYS, min_size=1, max_size=30))
def test_every_writing_of_a_day_is_that_day(days: list[date]) -> None:
    wanted = [day.isoformat() for day in days]
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%d %B %Y", "%B %d, %Y", "%Y%m%d"):
        assert _edtf([day.strftime(form) for day in days]) == wanted
    thai = [f"{day.day}/{day.month}/{day.year + 543}" for day in days if day.year >= 1900]
    assert _edtf(thai, order="day") == wanted


@given(st.lists(_DAYS, min_size=1, max_size=30))
def test_the_order_of_day_and_month_is_never_guessed(days: list[date]) -> None:
    for form, order in (("%d/%m/%Y", "day"), ("%m/%d/%Y", "month")):
        column, questions = _column([day.strftime(form) for day in days])
        telling = any(day.day > 12 for day in days)
        harmless = all(day.day == day.month for day in days)
        assert bool(questions) == (not telling and not harmless)
        if not questions:
            assert column.edtf.to_pylist() == [day.isoformat() for day in days]
        answered = _edtf([day.strftime(form) for day in days], order=order)
        assert answered == [day.isoformat() for day in days]


def test_dates_of_both_orders_are_asked_about() -> None:
    _, questions = _column(["5/2/2025", "13/2/2025", "2/14/2025"])
    assert questions
    assert "both orders" in questions[0].text
    column, _ = _column(["5/2/2025", "13/2/2025", "2/14/2025"], order="day")
    assert column.edtf.to_pylist() == ["2025-02-05", "2025-02-13", "2025-02-14"]
    assert column.oddity.to_pylist() == [None, None, "date_other_order"]


def test_one_date_above_twelve_in_another_column_decides_for_both() -> None:
    columns = {"start": pa.array(["5/2/2025"]), "end": pa.array(["20/2/2025"])}
    found, questions = read_columns(columns, DateOptions())
    assert not questions
    assert found["start"].edtf.to_pylist() == ["2025-02-05"]


def test_a_published_order_yields_to_the_values() -> None:
    assert _edtf(["05/02/2025"], published_order="month") == ["2025-05-02"]
    assert _edtf(["05/02/2025", "13/02/2025"], published_order="month")[0] == "2025-02-05"


def test_placeholders_are_no_dates_unless_their_neighbours_are() -> None:
    column, _ = _column(["1970-01-01", "2024-05-01", "1900-01-01", "0000-00-00"])
    assert column.edtf.to_pylist() == [None, "2024-05-01", None, None]
    fault = "date_placeholder"
    assert column.fault.to_pylist() == [fault, None, fault, fault]
    assert _edtf(["1970-01-01", "1970-03-02"]) == ["1970-01-01", "1970-03-02"]


def test_midnight_in_every_row_is_no_time_of_day() -> None:
    assert _edtf(["2025-02-05 00:00:00", "2025-02-06 00:00:00"]) == ["2025-02-05", "2025-02-06"]
    assert _edtf(["2025-02-05 00:00", "2025-02-06 08:00"])[0] == "2025-02-05T00:00"


def test_excel_counts_from_1904_only_when_asked() -> None:
    assert _edtf(["44231"], serials="1904") == ["2025-02-05"]
    column, _ = _column(["45693"], serials="")
    assert column.fault.to_pylist() == ["date_unreadable"]


@pytest.mark.parametrize(
    "text", ["31/13/2025", "2025-02-30", "hello", "9999-99-99", "12345678901234"]
)
def test_what_is_no_date_is_no_date(text: str) -> None:
    column, _ = _column([text])
    assert column.edtf.to_pylist() == [None]
    assert column.fault.to_pylist()[0]


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_fault_but_never_an_error(text: str) -> None:
    column, _ = _column([text], order="day")
    edtf, fault = column.edtf.to_pylist()[0], column.fault.to_pylist()[0]
    if edtf is not None:
        parse_timespan(edtf, None, "UTC")
    else:
        assert fault or not text.strip() or text.strip() in MISSING_WORDS
    read_clock(text)


@given(
    st.tuples(_DAYS, st.integers(0, 86_399)),
    st.sampled_from(["", "Z", "+07:00", "+06:30", "-05:00"]),
    st.sampled_from(["UTC", "Asia/Bangkok", "Asia/Yangon", "America/New_York", "Europe/Berlin"]),
)
def test_the_fast_way_and_timespan_agree(moment: tuple[date, int], offset: str, tz: str) -> None:
    day, second = moment
    clock = str(timedelta(seconds=second)).zfill(8)
    for time in (clock, clock[:5]):
        when = f"{day}T{time}{offset}"
        columns = time_columns(read_times(*(pa.array([v], pa.string()) for v in (when, None, tz))))
        span = parse_timespan(when, None, tz)
        found = {name: columns[name][0].as_py() for name in TIME_TYPES}
        assert found["start_utc"] == span.start_utc
        assert found["end_utc"] == span.end_utc
        assert (found["start"], found["end"]) == (span.start, span.end)
        assert (found["time_precision"], found["time_certainty"]) == (span.precision, "exact")
        for name, language in zip(
            ("when_text", "when_text_zh_hans", "when_text_zh_hant"), LANGUAGES, strict=True
        ):
            assert found[name] == span.describe(language)


_FORMS = ["2025-02-05", "2025-02-05T09:30", "2025-02-05T09:30:05+07:00", "2025-02",
          "2025-03-30T05:00", "2025-02-05/2025-02-07", None, "2025-02-05T09:30Z"]  # fmt: skip


@given(st.lists(st.sampled_from(_FORMS), min_size=1, max_size=40))
def test_a_date_means_the_same_in_every_company(forms: list[str | None]) -> None:
    def columns(dates: list[str | None]) -> list[tuple[Any, ...]]:
        spans = ["span" if date and "/" in date else None for date in dates]
        zones = ["Europe/Berlin"] * len(dates)
        found = time_columns(read_times(*(pa.array(v, pa.string()) for v in (dates, spans, zones))))
        return list(zip(*(found[name].to_pylist() for name in TIME_TYPES), strict=True))

    assert columns(forms) == [columns([form])[0] for form in forms]


def test_a_time_written_in_two_ways_is_one_of_the_different_times() -> None:
    texts = ["2024-02-05 0:00", "2024-02-05 00:00", "2024-02-06 0:00"]
    column, _ = _column([*texts, *(f"2024-02-07 {hour}:15" for hour in range(1, 9))])
    assert column.sentences == ("2 of 10 different times are midnight: there, dates are days.",)
