"""The service over HTTP: its answers equal the tables, GDAL reads it, nobody writes."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.parse
import urllib.request
from datetime import date
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely

from mapapp.layers import LAYER_TITLES

Tables = dict[str, gpd.GeoDataFrame]
DAYS = ("2023-08-15", "2025-02-05", "1999-01-01", "2030-01-01")
WINDOWS = (
    *((day, day, day) for day in DAYS),
    ("2025-01-01/2025-02-28", "2025-01-01", "2025-02-28"),
    ("../2023-12-31", None, "2023-12-31"),
    ("2025-06-01/..", "2025-06-01", None),
    ("../..", None, None),
)
BOXES = ("98,16,99,17", "96,16,101,21", "100,13,101,14", "-10,-10,10,10", "170,-50,-170,50")


def get(url: str, path: str, **query: Any) -> tuple[int, str, bytes]:
    """Return status, content type and body."""
    full = f"{url}{path}?{urllib.parse.urlencode(query)}" if query else f"{url}{path}"
    try:
        with urllib.request.urlopen(full, timeout=30) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["Content-Type"], error.read()


def items(url: str, layer: str, **query: Any) -> list[dict[str, Any]]:
    """Return all features of a query, page after page."""
    status, kind, body = get(url, f"/collections/{layer}/items", **query)
    assert (status, kind) == (200, "application/geo+json"), body
    found: list[dict[str, Any]] = []
    page = json.loads(body)
    while True:
        found += page["features"]
        following = [link["href"] for link in page["links"] if link["rel"] == "next"]
        if not following or not page["features"]:
            assert len(found) == page["numberMatched"]
            return found
        with urllib.request.urlopen(following[0], timeout=30) as answer:
            page = json.load(answer)


def overlaps(table: gpd.GeoDataFrame, first: str | None, last: str | None) -> list[str]:
    """Return the ids that a window of days means, row by row from the table."""
    low = date.fromisoformat(first) if first else date.min
    high = date.fromisoformat(last) if last else date.max
    return [
        key
        for key, start, end in zip(table.index, table["start"], table["end"], strict=True)
        if (start or date.min) <= high and low <= (end or date.max)
    ]


def touches(table: gpd.GeoDataFrame, box: str) -> list[str]:
    """Return the ids that a box means: null geometries always match (OGC 17-069r4)."""
    west, south, east, north = map(float, box.split(","))
    parts = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
    area = shapely.union_all([shapely.box(a, south, b, north) for a, b in parts])
    return [key for key, shape in table.geometry.items() if shape is None or shape.intersects(area)]


@pytest.mark.parametrize("layer", LAYER_TITLES)
@pytest.mark.parametrize(("text", "first", "last"), WINDOWS)
def test_datetime_gives_what_the_table_has(
    layer: str, text: str, first: str | None, last: str | None, service: str, tables: Tables
) -> None:
    found = [feature["id"] for feature in items(service, layer, datetime=text)]
    assert found == overlaps(tables[layer], first, last)


@pytest.mark.parametrize("layer", LAYER_TITLES)
@pytest.mark.parametrize("box", BOXES)
def test_bbox_gives_what_the_table_has(layer: str, box: str, service: str, tables: Tables) -> None:
    found = [feature["id"] for feature in items(service, layer, bbox=box)]
    assert found == touches(tables[layer], box)


def test_bbox_and_datetime_are_both_obeyed(service: str, tables: Tables) -> None:
    found = [f["id"] for f in items(service, "events", bbox=BOXES[1], datetime=WINDOWS[4][0])]
    table = tables["events"]
    both = set(touches(table, BOXES[1])) & set(overlaps(table, "2025-01-01", "2025-02-28"))
    assert found == [key for key in table.index if key in both]
    assert 0 < len(found) < len(table)


def test_an_instant_is_compared_with_the_instants(service: str, tables: Tables) -> None:
    at = pd.Timestamp("2025-02-05T02:00:00Z")
    table = tables["events"]
    expected = [
        key
        for key, start, end in zip(table.index, table["start_utc"], table["end_utc"], strict=True)
        if (pd.isna(start) or start <= at) and (pd.isna(end) or at < end)
    ]
    for text in ("2025-02-05T02:00:00Z", "2025-02-05T09:00:00+07:00"):
        assert [f["id"] for f in items(service, "events", datetime=text)] == expected
    assert expected


def test_pages_give_each_feature_once_in_order(service: str, tables: Tables) -> None:
    assert [f["id"] for f in items(service, "events", limit=7)] == list(tables["events"].index)


def test_properties_sorting_choosing_and_searching_work(service: str, tables: Tables) -> None:
    table = tables["events"]
    meetings = items(service, "events", kind="meeting", sortby="-start", properties="start,title")
    expected = table[table["kind"] == "meeting"]["start"].dropna().tolist()
    starts = [f["properties"]["start"] for f in meetings if f["properties"]["start"]]
    assert starts == [day.isoformat() for day in sorted(expected, reverse=True)]
    assert set(meetings[0]["properties"]) == {"start", "title"}
    primary = items(service, "areas", primary="true")
    assert len(primary) == int(tables["areas"]["primary"].sum())
    assert all(f["geometry"] is None for f in items(service, "venues", skipGeometry="true"))
    assert {f["id"] for f in items(service, "events", q="妙瓦底")} <= set(table.index)
    assert items(service, "events", q="妙瓦底")


def test_one_feature_is_the_row_of_the_table(service: str, tables: Tables) -> None:
    for layer in ("venues", "movements", "events"):
        key = tables[layer].index[0]
        path = f"/collections/{layer}/items/{urllib.parse.quote(key)}"
        status, _, body = get(service, path)
        feature = json.loads(body)
        assert (status, feature["id"]) == (200, key)
        assert feature["properties"]["title_zh_hant"] == tables[layer]["title_zh_hant"].iloc[0]


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ({"datetime": "yesterday"}, "datetime"),
        ({"datetime": "2025-02-06/2025-02-05"}, "ends before"),
        ({"bbox": "1,2,3"}, "bbox"),
        ({"bbox": "a,b,c,d"}, "bbox"),
        ({"bbox": "nan,0,1,1"}, "bbox"),
        ({"limit": "0"}, "limit"),
        ({"limit": "many"}, "limit"),
        ({"offset": "-1"}, "offset"),
        ({"sortby": "nothing"}, "sort"),
        ({"properties": "nothing"}, "properties"),
        ({"filter": "kind='meeting'"}, "filter"),
        ({"f": "csv"}, "f="),
        ({"f": "html", "datetime": "<script>alert(1)</script>"}, "datetime"),
        ({"q": "x" * 5_000}, "longer"),
    ],
)
def test_a_bad_query_is_400_with_a_sentence(query: dict[str, str], word: str, service: str) -> None:
    status, _, body = get(service, "/collections/events/items", **query)
    assert (status, word in body.decode()) == (400, True), body
    assert b"<script" not in body
    assert b"Traceback" not in body


def test_a_large_limit_is_cut_to_what_is_allowed(service: str) -> None:
    status, _, body = get(service, "/collections/events/items", limit=10_000_000)
    page = json.loads(body)
    assert (status, page["numberReturned"]) == (200, page["numberMatched"])


@pytest.mark.parametrize("path", ["/collections/nothing", "/collections/events/items/nothing"])
def test_what_does_not_exist_is_404(path: str, service: str) -> None:
    assert get(service, path)[0] == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nobody_can_write(method: str, service: str) -> None:
    request = urllib.request.Request(
        f"{service}/collections/events/items", data=b"{}", method=method
    )
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request, timeout=30)
    with caught.value as answer:
        assert answer.code == 405


PAGES = (
    "/", "/openapi", "/conformance", "/collections", "/collections/areas",
    "/collections/areas/schema", "/collections/areas/queryables", "/collections/areas/items",
    "/collections/events/items",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_there_as_json_and_html_that_asks_no_other_host(
    path: str, service: str
) -> None:
    status, kind, body = get(service, path, f="json")
    assert status == 200
    assert "json" in kind
    json.loads(body)
    status, kind, body = get(service, path, f="html")
    assert (status, kind.partition(";")[0]) == (200, "text/html")
    loads = re.findall(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]+)"', body.decode())
    assert [url for url in loads if not url.startswith(service)] == []


def test_no_writing_is_claimed(service: str) -> None:
    classes = json.loads(get(service, "/conformance", f="json")[2])["conformsTo"]
    assert any(name.endswith("ogcapi-features-1/1.0/conf/core") for name in classes)
    assert not any("create" in name for name in classes)


def test_the_collections_say_where_and_when(service: str, tables: Tables) -> None:
    found = json.loads(get(service, "/collections", f="json")[2])["collections"]
    assert [collection["id"] for collection in found] == list(LAYER_TITLES)
    venues = next(c for c in found if c["id"] == "venues")["extent"]
    assert venues["spatial"]["bbox"] == [tables["venues"].geometry.total_bounds.tolist()]
    begin, _ = venues["temporal"]["interval"][0]
    starts = tables["venues"]["start"]
    assert begin is None if starts.isna().any() else begin.startswith(str(min(starts)))


@pytest.mark.parametrize("layer", LAYER_TITLES)
def test_gdal_reads_every_layer_as_the_table_has_it(
    layer: str, service: str, tables: Tables
) -> None:
    source = f"OAPIF:{service}"
    assert pyogrio.list_layers(source)[:, 0].tolist() == list(LAYER_TITLES)
    frame = pyogrio.read_dataframe(source, layer=layer, fid_as_index=False)
    table = tables[layer]
    assert frame["event_id"].tolist() == table["event_id"].tolist()
    assert frame["title_zh_hant"].tolist() == table["title_zh_hant"].tolist()
    assert [None if pd.isna(day) else day.date() for day in frame["start"]] == list(table["start"])
    instants = [None if pd.isna(at) else at for at in frame["end_utc"]]
    assert instants == [None if pd.isna(at) else at for at in table["end_utc"]]
    for found, shape in zip(frame.geometry, table.geometry, strict=True):
        assert found is None if shape is None else found.equals(shape)


def test_gdal_passes_its_box_on(service: str, tables: Tables) -> None:
    table = tables["border_points"]
    box = (98.0, 16.0, 99.0, 17.0)
    frame = pyogrio.read_dataframe(f"OAPIF:{service}", layer="border_points", bbox=box)
    expected = touches(table, "98,16,99,17")
    assert sorted(frame["event_id"]) == sorted(table.loc[expected, "event_id"])
    assert expected
