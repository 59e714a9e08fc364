"""What the folium plugin takes and refuses, and what it puts into the document."""

from __future__ import annotations

import base64
import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import GeometryCollection, LineString, MultiPoint, Point, Polygon

from mapapp.errors import MapappError
from mapapp.page import IncidentPlayer, StandaloneMap
from mapapp.page.player_dates import PlayerError, read_spans
from mapapp.page.player_options import colour_of, duration_of, length_of, speed_of
from mapapp.page.player_payload import build_payload
from tests.player_tables import bare_map, events, four_events

DAY = 86_400_000
UTC_ZONE = ZoneInfo("UTC")


def ms(text: str) -> int:
    return (datetime.fromisoformat(text) - datetime(1970, 1, 1)) // timedelta(milliseconds=1)


def span(start: Any, end: Any = None, zone: str = "UTC", **options: Any) -> tuple[Any, Any]:
    """Return the span of one row, None for an open side."""
    table = pd.DataFrame(
        {"start": pd.Series([start], dtype=object), "end": pd.Series([end], dtype=object)}
    )
    column = options.pop("column", "end")
    spans, faults = read_spans(table, "start", column, ZoneInfo(zone), options.get("duration"))
    assert faults == []
    first = None if spans.open_start[0] else int(spans.start[0])
    last = None if spans.open_end[0] else int(spans.end[0])
    return first, last


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-02-05", "2025-02-05", ("2025-02-05", "2025-02-06")),
        (date(2025, 2, 5), date(2025, 2, 6), ("2025-02-05", "2025-02-07")),
        ("2024-02", "2024-02", ("2024-02-01", "2024-03-01")),
        ("2024", "2024", ("2024-01-01", "2025-01-01")),
        ("0001-01-01", "9999-12-30", ("0001-01-01", "9999-12-31")),
        ("2025-02-05T09:00", "2025-02-05 10:30", ("2025-02-05T09:00", "2025-02-05T10:30")),
        ("2025-02-05T09:00Z", "2025-02-05T09:00+00:00", ("2025-02-05T09:00", "2025-02-05T09:00")),
        ("2025-02-05T09:00:30.5", None, ("2025-02-05T09:00:30.5", None)),
        (datetime(2001, 9, 9, 1, 46, 40, tzinfo=UTC), None, ("2001-09-09T01:46:40", None)),
        (pd.Timestamp("1969-12-31T23:59"), pd.NaT, ("1969-12-31T23:59", None)),
        (None, "2025-02-05", (None, "2025-02-06")),
        (np.nan, "", (None, None)),
        (pd.NA, "  ", (None, None)),
    ],
)  # fmt: skip
def test_what_counts_as_time(start: Any, end: Any, expected: tuple[Any, Any]) -> None:
    assert span(start, end) == tuple(None if side is None else ms(side) for side in expected)


def test_values_with_a_zone_are_shown_on_the_players_clock_and_naive_ones_are_not_moved() -> None:
    bangkok = timezone(timedelta(hours=7))
    assert span("2025-02-05T02:00Z", None, "Asia/Bangkok")[0] == ms("2025-02-05T09:00")
    assert span(datetime(2025, 2, 5, 9, tzinfo=bangkok))[0] == ms("2025-02-05T02:00")
    assert span("2025-02-05T09:00", None, "Asia/Bangkok")[0] == ms("2025-02-05T09:00")


def test_without_an_end_column_an_event_lasts_as_long_as_its_start_is_exact_or_as_told() -> None:
    assert span("2025-02-05", column=None) == (ms("2025-02-05"), ms("2025-02-06"))
    assert span("2025-02", column=None) == (ms("2025-02-01"), ms("2025-03-01"))
    assert span("2025-02-05T09:00", column=None)[1] == ms("2025-02-05T09:00")
    told = span("2025-02-05T09:00", column=None, duration=timedelta(hours=6))
    assert told[1] == ms("2025-02-05T15:00")


def test_a_datetime_column_of_midnights_is_a_column_of_days() -> None:
    days = pd.DataFrame(
        {"start": pd.to_datetime(["2025-02-05"]), "end": pd.to_datetime(["2025-02-05"])}
    )
    assert int(read_spans(days, "start", "end", UTC_ZONE, None)[0].end[0]) == ms("2025-02-06")
    times = days.assign(end=pd.to_datetime(["2025-02-05T12:00"]))
    assert int(read_spans(times, "start", "end", UTC_ZONE, None)[0].end[0]) == ms(
        "2025-02-05T12:00"
    )


@given(st.dates(), st.integers(0, 400))
def test_a_day_is_the_same_as_date_text_and_timestamp(day: date, length: int) -> None:
    end = min(day.toordinal() + length, date.max.toordinal() - 1)
    last = date.fromordinal(max(end, day.toordinal()))
    texts = span(day.isoformat(), last.isoformat())
    assert texts == span(day, last)
    assert texts[1] - texts[0] == (last.toordinal() - day.toordinal() + 1) * DAY


def test_every_unreadable_date_of_every_layer_is_in_one_report() -> None:
    bad = events(["2025-13-01", "2025-01-01", "05/02/2025"], ["x" * 500, "2024-12-31", None])
    with pytest.raises(PlayerError) as caught:
        IncidentPlayer({"Bad": bad, "Good": four_events(), "Numbers": events([20250205], [None])})
    lines = str(caught.value).splitlines()
    assert len(lines) == 5
    assert lines[0].startswith("Bad, row 1: start '2025-13-01' is not a date; write it as 2025,")
    assert lines[1].startswith("Bad, row 3: start '05/02/2025'")
    assert "row 2: end is before start" in str(caught.value)
    assert "Numbers, row 1: start '20250205'" in lines[-1]
    assert max(len(line) for line in lines) < 220
    assert isinstance(caught.value, MapappError)


def test_a_thousand_faults_make_a_short_report() -> None:
    with pytest.raises(PlayerError, match="and 980 more") as caught:
        IncidentPlayer(events(["soon"] * 1000, [None] * 1000))
    assert len(str(caught.value).splitlines()) == 21


@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        ((four_events().drop(columns="end"),), {}, "has no column 'end'; its columns are: start"),
        ((four_events().set_crs(None, allow_override=True),), {}, r"set_crs\(4326\)"),
        ((pd.DataFrame({"start": []}),), {}, "give a GeoDataFrame, not a DataFrame"),
        (({},), {}, "give at least one"),
        ((four_events(),), {"title": "nope"}, "has no column 'nope'"),
        ((four_events(),), {"fields": ["nope"]}, "has no column 'nope'"),
        ((four_events(),), {"mode": "all"}, "mode='all': write one of moment, window"),
        ((four_events(),), {"step": "soon"}, "step='soon': write a length of time"),
        ((four_events(),), {"window": "-3 days"}, "window='-3 days'"),
        ((four_events(),), {"speed": 0}, "speed=0"),
        ((four_events(),), {"tz": "Mars/Base"}, "IANA name"),
        ((four_events(),), {"tz": "../etc/passwd"}, "IANA name"),
        ((four_events(),), {"color": "url(x)"}, "write a colour"),
        ((four_events(),), {"time": "<b>"}, "time='<b>'"),
        ((four_events(),), {"radius": 1000}, "radius=1000"),
        ((four_events(),), {"colour": "red"}, "knows no option 'colour'"),
        ((gpd.GeoDataFrame({"start": [], "end": []}),), {}, "no geometry column"),
        ((events(["2025"], [None], [Point(500, 95)]),), {}, "row 1: the place is not on Earth"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(
    arguments: tuple[Any, ...], options: dict[str, Any], message: str
) -> None:
    with pytest.raises(PlayerError, match=message) as caught:
        IncidentPlayer(*arguments, **options)
    assert "\n" not in str(caught.value)


def test_a_player_without_a_map_says_so() -> None:
    with pytest.raises(PlayerError, match=r"add it to a folium\.Map"):
        IncidentPlayer(four_events()).render()


def layer_of(player: IncidentPlayer) -> dict[str, Any]:
    found: dict[str, Any] = player._payload.data["layers"][0]
    return found


def floats(packed: dict[str, Any]) -> list[float]:
    return list(np.frombuffer(base64.b64decode(packed["data"]), dtype="<f4"))


def test_a_table_in_metres_is_brought_to_longitude_and_latitude() -> None:
    metres = four_events().to_crs(32647)
    points = layer_of(IncidentPlayer(metres))["points"]
    assert floats(points["lon"]) == pytest.approx([98, 98.1, 98.2, 98.3], abs=1e-5)
    assert floats(points["lat"]) == pytest.approx([16] * 4, abs=1e-5)


def test_every_kind_of_geometry_is_taken_apart_and_keeps_its_row() -> None:
    area = Polygon([(0, 0), (1, 0), (1, 1)])
    nested = GeometryCollection([MultiPoint([(1, 2), (3, 4)]), LineString([(0, 0), (1, 1)]), area])
    table = events(["2025"] * 4, [None] * 4, [None, Point(5, 6, 7), nested, Point()])
    layer = layer_of(IncidentPlayer(table))
    assert layer["missing"] == 2
    spots = zip(floats(layer["points"]["lon"]), floats(layer["points"]["lat"]), strict=True)
    assert sorted(spots) == [(1, 2), (3, 4), (5, 6)]
    assert layer["shapes"]["row"] == {"type": "const", "n": 2, "base": 2}
    assert len(floats(layer["shapes"]["lon"])) == 2 + 4


def test_of_very_many_groups_the_smallest_are_put_together() -> None:
    table = events(["2025"] * 60, [None] * 60, kind=[index % 30 for index in range(60)])
    groups = layer_of(IncidentPlayer(table, group="kind"))["groups"]
    assert len(groups) == 12
    assert groups[-1]["name"] == "…"


def test_the_table_that_was_given_is_not_changed() -> None:
    table = four_events().to_crs(32647)
    before = table.copy(deep=True)
    IncidentPlayer(table, title="title", group="kind", fields=["people"])
    assert table.equals(before)
    assert table.crs == before.crs


def test_the_document_holds_data_as_data() -> None:
    texts = ["</script><script>alert(1)</script>", "{{7*7}}", "{% raw %}", "${x}`'\"\\"]
    table = events(["2025"] * 4, [None] * 4, title=texts, kind=texts)
    web_map = bare_map()
    player = IncidentPlayer(table, title="title", group="kind", fields=["kind"])
    player.add_to(web_map)
    text = web_map.get_root().render()
    assert "<script>alert" not in text
    assert "{{7*7}}" in text
    assert '"49"' not in text
    block = text.split(f'id="{player.get_name()}-0">')[1].split("</script>")[0]
    assert [row[0] for row in json.loads(block)] == texts
    script = player.whole_script()
    assert "<script" not in script.split("JSON.parse(")[-1]


def test_the_library_is_there_once_and_the_data_of_each_player() -> None:
    web_map = bare_map()
    for _ in range(3):
        IncidentPlayer(four_events()).add_to(web_map)
    text = web_map.get_root().render()
    assert text.count("globalThis.mapappPlayer = module_plugin;") == 1
    assert text.count(".mapapp-plugin-bar {") == 1
    assert text.count("mapappPlayer.attach(") == 3


def test_rendering_twice_and_in_a_notebook_is_the_same_map() -> None:
    web_map = bare_map()
    IncidentPlayer(four_events()).add_to(web_map)
    assert web_map.get_root().render() == web_map.get_root().render()
    assert "mapappPlayer.attach(" in web_map._repr_html_()


def test_the_player_itself_names_no_server() -> None:
    web_map = StandaloneMap(location=(16, 98), zoom_start=6)
    IncidentPlayer(four_events()).add_to(web_map)
    text = web_map.get_root().render()
    assert "<script src" not in text
    assert '<link rel="stylesheet"' not in text
    assert "cdn" not in text


def test_folium_knows_the_bounds() -> None:
    web_map = bare_map()
    IncidentPlayer(four_events()).add_to(web_map)
    assert web_map.get_bounds() == pytest.approx(np.array([[16, 98], [16, 98.3]]))


@pytest.mark.parametrize(
    ("value", "minutes"),
    [("6 hours", 360), ("day", 1440), ("2 weeks", 20160), ("PT30M", 30), ("P1DT12H", 2160),
     (timedelta(seconds=90), 1.5), ("1 month", 43830), ("P2Y", 1051920), ("0.5 days", 720)],
)  # fmt: skip
def test_lengths_of_time(value: Any, minutes: float) -> None:
    assert length_of("window", value) == pytest.approx(minutes)


def test_months_stay_months_for_steps_and_a_number_is_days_a_second() -> None:
    assert duration_of("step", "1 month") == {"months": 1}
    assert duration_of("step", "2 years") == {"months": 24}
    assert speed_of(7) == speed_of("1 week") == 10080


def test_colours() -> None:
    assert [colour_of(text) for text in ("#ABC", "#1d5b8f", "Red")] == [
        "#aabbcc",
        "#1d5b8f",
        "#ff0000",
    ]


def test_certainty_is_a_word_of_the_record_or_true_or_false() -> None:
    table = events(["2025-02-01"] * 8, ["2025-02-28"] * 8)
    table["sure"] = [True, False, "within", "span", None, "Exact", "before", np.nan]
    data = build_payload(table, "start", "end", {"certainty": "sure"}).data
    packed = data["layers"][0]["lasting"]
    lasting = list(base64.b64decode(packed["data"]))
    assert lasting == [1, 0, 0, 1, 1, 1, 0, 1]
    table["sure"] = ["within"] * 7 + ["perhaps"]
    with pytest.raises(PlayerError, match="row 8: 'sure' is none of"):
        build_payload(table, "start", "end", {"certainty": "sure"})
