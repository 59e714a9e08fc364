"""The filters of an export mean what they say, and a wrong one is one sentence."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import box

from mapapp.exporters import EmptySelectionError, Selection, SelectionError, features_of
from mapapp.exporters import select as select_of
from mapapp.layers import LAYER_TITLES, column_names
from mapapp.timespan import Timespan, possibly_active
from tests.export_tables import AT, DATASET, real_record, real_selection
from tests.time_strategies import days, spans


def select(**filters: Any) -> Selection:
    return select_of(real_record(), exported_at=AT, **filters)


def test_without_filters_everything_is_selected_in_our_columns() -> None:
    chosen = real_selection()

    assert chosen.layers == tuple(LAYER_TITLES) == tuple(chosen.tables)
    assert len(chosen.event_ids) == len(real_record().events)
    for table in chosen.tables.values():
        assert list(table.columns) == [*column_names(), "geometry"]
    assert (chosen.filters, chosen.window) == ((), (None, None))


def test_every_feature_is_in_the_one_table_once_and_every_event_is_in_it() -> None:
    table = features_of(real_selection())

    assert table.index.is_unique
    assert set(table["event_id"]) == set(real_selection().event_ids)


def test_the_same_field_twice_means_either_and_different_fields_mean_both() -> None:
    both = select(where=["kind=arrest", "kind=meeting"]).tables["events"]
    one = select(where=["kind=handover", "country=TH"])

    assert set(both["kind"]) == {"arrest", "meeting"}
    features = features_of(one)
    assert set(features["kind"]) == {"handover"}
    assert set(features["country"]) == {"TH"}


@pytest.mark.parametrize(
    ("condition", "column", "holds"),
    [
        ("people=61", "people", lambda cell: cell == 61),
        ("conflict=true", "conflict", lambda cell: cell is True or cell == True),  # noqa: E712
        ("start=2025-02-05", "start", lambda cell: cell == date(2025, 2, 5)),
        ("country=", "country", lambda cell: cell is None),
        ("actors=Government of China", "actors", lambda cell: "Government of China" in cell),
    ],
)
def test_values_are_read_as_their_column_has_them(condition: str, column: str, holds: Any) -> None:
    features = [
        cell
        for name, table in select(where=[condition]).tables.items()
        if name != "events"
        for cell in table[column]
    ]

    assert features
    assert all(holds(cell) for cell in features)


def test_sources_claims_and_passages_are_those_of_the_selected_events() -> None:
    chosen = select(where=["kind=supply_cut"])
    wanted = {event.id: event for event in real_record().events if event.kind == "supply_cut"}

    assert set(chosen.event_sources["event_id"]) == set(wanted)
    named = {entry.evidence.source for event in wanted.values() for entry in event.sources}
    assert set(chosen.sources["id"]) == named | set(chosen.claims["source"])
    assert list(chosen.sources["id"]) == sorted(chosen.sources["id"])
    for key, copied in zip(chosen.sources["id"], chosen.sources["copy_of"], strict=True):
        assert copied == real_record().sources[key].copy_of
    with_claims = {key for key in wanted if key in set(chosen.claims["event_id"])}
    assert with_claims == {
        key
        for key, cell in chosen.tables["events"]["claims"].items()
        if cell is not None and json.loads(cell)
    }


def test_the_reason_of_a_claim_is_in_the_language_of_the_export() -> None:
    english, chinese = select().claims["reason"], select(language="zh_hans").claims["reason"]

    assert all(reason.isascii() or "a" in reason for reason in english)
    assert not any(reason in set(english) for reason in chinese)


def one_event(span: Timespan) -> gpd.GeoDataFrame:
    """A table of one event without a place, of which only the time matters."""
    row = {
        "event_id": "e",
        **{name: getattr(span, name) for name in ("start", "end", "start_utc", "end_utc", "tz")},
        "geometry": None,
    }
    return gpd.GeoDataFrame([row], index=["e"], geometry="geometry", crs=4326)


@settings(max_examples=60, deadline=None)
@given(span=spans(), first=st.none() | days, last=st.none() | days, near=st.integers(-2, 2))
def test_the_window_is_possibly_active_on_the_calendar_of_the_place(
    span: Timespan, first: date | None, last: date | None, near: int
) -> None:
    if first and span.end and date(2, 1, 1) < span.end < date(9998, 1, 1):
        first = span.end + timedelta(days=near)
    if first and last and last < first:
        first, last = last, first
    zone = ZoneInfo(span.tz)
    opens = datetime.combine(first, time.min, zone).astimezone(UTC) if first else None
    closes = (
        datetime.combine(last + timedelta(days=1), time.min, zone).astimezone(UTC) if last else None
    )
    try:
        select_of(
            {"events": one_event(span)}, dataset=DATASET, exported_at=AT, start=first, end=last
        )
        kept = True
    except EmptySelectionError:
        kept = False

    assert kept == possibly_active(span, opens, closes)


def test_a_month_is_its_first_day_as_a_beginning_and_its_last_as_an_end() -> None:
    assert select(start="2025-02", end="2025-02").window == (date(2025, 2, 1), date(2025, 2, 28))


def test_the_box_keeps_what_touches_it_and_the_events_of_that() -> None:
    chosen = select(bbox="98,16,99,17")

    shapes = features_of(chosen).geometry
    assert shapes.notna().all()
    assert shapes.intersects(box(98, 16, 99, 17)).all()
    assert set(chosen.tables["events"]["event_id"]) == set(chosen.event_ids)


def test_a_box_with_west_greater_than_east_crosses_the_antimeridian() -> None:
    around = select(bbox=(150.0, -90.0, 120.0, 90.0))

    assert len(features_of(around)) > 50


def test_layers_cut_the_tables_and_keep_our_order() -> None:
    chosen = select(layers=["venues", "compounds"])

    assert chosen.layers == ("compounds", "venues")
    assert chosen.filters == ("layers compounds, venues",)


def test_a_view_is_its_events_and_its_words() -> None:
    ids = real_selection().event_ids[:3]

    chosen = select(event_ids=ids, words=["the view on screen"])

    assert chosen.event_ids == ids
    assert chosen.filters == ("the view on screen",)


@pytest.mark.parametrize(
    ("filters", "sentence"),
    [
        ({"where": ["knd=arrest"]}, "field 'knd' is not known; did you mean 'kind'?"),
        ({"where": ["kind"]}, "'kind' is not a filter; write field=value, as kind=meeting"),
        ({"where": ["kind=arest"]}, "kind 'arest' is not known; did you mean 'arrest'?"),
        ({"where": ["people=many"]}, "people is a whole number, not 'many'"),
        ({"where": ["people=１"]}, "people is a whole number, not '１'"),
        ({"where": ["conflict=maybe"]}, "conflict is true or false, not 'maybe'"),
        ({"where": ["start=5.2.2025"]}, "start is a day as 2025-02-05, not '5.2.2025'"),
        (
            {"where": ["start_utc=2025-02-05"]},
            "start_utc is an instant as 2025-02-05T02:00:00Z, not '2025-02-05'",
        ),
        ({"layers": ["venus"]}, "layer 'venus' is not known; did you mean 'venues'?"),
        (
            {"start": "2025-13"},
            "--from: '2025-13': there is no month 13; months go from 01 to 12",
        ),
        (
            {"end": "2025-01/2025-02"},
            "--to '2025-01/2025-02' is not a day; write 2025-02-05, 2025-02 or 2025",
        ),
        (
            {"start": "2026", "end": "2025"},
            "the window ends on 2025-12-31 before it starts on 2026-01-01",
        ),
        ({"language": "de"}, "language 'de' is not known; known are en, zh_hans, zh_hant"),
    ],
)
def test_a_wrong_filter_is_one_sentence(filters: dict[str, Any], sentence: str) -> None:
    with pytest.raises(SelectionError) as caught:
        select(**filters)

    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    "corners", ["1,2,3", "a,b,c,d", "1,2,3,nan", "98,17,99,16", "0,0,200,1", ""]
)
def test_a_wrong_box_is_one_sentence(corners: str) -> None:
    with pytest.raises(SelectionError, match=r"^--bbox .*; write west,south,east,north"):
        select(bbox=corners)


def test_nothing_left_says_by_what() -> None:
    with pytest.raises(EmptySelectionError) as caught:
        select(where=["country=FI"], end="2021")

    assert str(caught.value) == (
        "nothing is left by: country=FI; possibly active from .. to 2021-12-31, both included"
    )


def test_text_that_no_file_holds_is_replaced_and_foreign_columns_are_ours() -> None:
    row = {"event_id": "a\x00b", "title": "\ud800x", "people": 3.0, "more": 1}
    columns = {name: pd.Series([cell], dtype=object) for name, cell in row.items()}
    table = gpd.GeoDataFrame(columns, geometry=[None], crs=4326).set_index("event_id", drop=False)

    chosen = select_of({"events": table}, dataset=DATASET, exported_at=AT).tables["events"]

    assert chosen.index.tolist() == ["a\ufffdb"]
    assert chosen["title"].tolist() == ["\ufffdx"]
    assert chosen["people"].tolist() == [3]
    assert list(chosen.columns) == [*column_names(), "geometry"]
