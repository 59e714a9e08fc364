"""Dates and timespans of every kind, for tests that state laws."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from mapapp.timespan import Timespan, parse_timespan

ZONES = ("Asia/Bangkok", "Asia/Yangon", "Asia/Shanghai", "America/New_York", "UTC")
days = st.dates(date(1, 1, 2), date(9999, 12, 30))
marks = st.sampled_from(["", "~", "?", "%"])
zones = st.sampled_from(ZONES)
instants = st.none() | st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(
    lambda at: at.replace(tzinfo=UTC)
)


@st.composite
def parts(draw: st.DrawFn) -> str:
    """One EDTF date: year, month, season or day, perhaps with a doubt."""
    day = draw(days).isoformat()
    text = draw(st.sampled_from([day, day[:7], day[:4]]))
    if draw(st.booleans()):
        return f"{day[:5]}{draw(st.sampled_from(['21', '22', '23']))}"
    return text + draw(marks)


@st.composite
def spans(draw: st.DrawFn) -> Timespan:
    """A timespan of any kind."""
    zone = draw(zones)
    kind = draw(st.sampled_from(["none", "part", "clock", "closed", "open start", "open end"]))
    if kind == "none":
        return parse_timespan(None, None, zone)
    if kind == "clock":
        clock = draw(st.times()).strftime("%H:%M")
        return parse_timespan(f"{draw(days)}T{clock}+07:00", None, zone)
    if kind == "part":
        return parse_timespan(draw(parts()), draw(st.sampled_from(["within", "span"])), zone)
    if kind == "closed":
        ends = sorted([draw(days), draw(days)])
        text = f"{ends[0]}{draw(marks)}/{ends[1]}{draw(marks)}"
        return parse_timespan(text, draw(st.sampled_from(["within", "span"])), zone)
    opened = f"../{draw(parts())}" if kind == "open start" else f"{draw(parts())}/.."
    return parse_timespan(opened, draw(st.sampled_from([None, "span"])), zone)
