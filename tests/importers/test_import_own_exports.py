"""What mapapp exports comes back in: the same events, times, places, sources, figures, terms."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mapapp.exporters import export, select
from mapapp.importers.asked import Asked
from mapapp.importers.reading import read_file
from mapapp.importers.translating import import_tables
from mapapp.store.dataset import DatasetInfo
from mapapp.store.described import described
from mapapp.store.store import Store
from mapapp.store.tables import tables_of
from tests.importers.importing_helpers import imported, reasons
from tests.importers.made_tables import raw_table

_SUFFIXES = {
    "geojson": ".geojson", "jsonfg": ".fg.json", "csv": ".csv", "csv_bom": ".csv.zip",
    "geopackage": ".gpkg", "geoparquet": ".parquet", "kml": ".kml", "kmz": ".kmz", "xlsx": ".xlsx",
    "flatgeobuf": ".fgb",
}  # fmt: skip
_HOSTILE = '=HYPERLINK("http://example.org/a";"b")'


def _stored(folder: Path) -> tuple[Store, str]:
    """Return a store with a dataset of every kind of date and place, under ACLED's terms."""
    table = raw_table(
        {
            "event_id_cnty": ["MMR1", "MMR2", "MMR3", "MMR4"],
            "event_date": ["2025-02-05", "2025-02-06", "2025-02-07", "no date"],
            "time_precision": ["1", "2", "3", "1"],
            "event_type": ["Battles", "Battles", "Protests", "Riots"],
            "actor1": ["-", "Army; Navy", "Unknown", "@home"],
            "latitude": ["16.7012", "-16.7", "21", ""],
            "longitude": ["98.5", "98.25", "97", ""],
            "geo_precision": ["1", "2", "3", "1"],
            "location": ["Myawaddy", "妙瓦底", "+Shan", "nowhere"],
            "country": ["Myanmar"] * 4,
            "fatalities": ["3", "0", "", "1"],
            "notes": [_HOSTILE, "two\nlines", "'=quoted'", "<b>no markup</b>"],
            "source": ["AFP; Reuters", "Irrawaddy", "", "-dash"],
            "tags": ["crowd size=about 300", "", "", ""],
        }
    )
    store = Store(folder)
    report = import_tables([table], store, Asked(), "0" * 64)
    return store, report.info.name


def _rows(store: Store, name: str) -> dict[str, dict[str, Any]]:
    """Return the rows of a dataset by event_id; JSON as values, empty text as none."""
    return {
        row["event_id"]: {column: _value(column, value) for column, value in row.items()}
        for row in store.table(name).to_pylist()
    }


def _value(column: str, value: Any) -> Any:
    """Return a value as it can be compared between formats."""
    if column in ("figures", "sources"):
        return json.loads(value)
    return None if value == "" else value


@pytest.mark.parametrize("format_name", list(_SUFFIXES))
def test_an_export_of_ours_comes_back_without_loss(tmp_path: Path, format_name: str) -> None:
    store, name = _stored(tmp_path / "store")
    selection = select(
        tables_of(store.table(name)), dataset=described(store.find(name)),
        exported_at=datetime(2026, 1, 2, tzinfo=UTC),
    )  # fmt: skip
    path = tmp_path / f"out{_SUFFIXES[format_name]}"
    export(selection, format_name, path)
    report = import_tables([read_file(path)], store, Asked(), "1" * 64)
    assert report.info.profile == "mapapp"
    assert (report.info.rows_kept, report.info.rows_changed, report.info.rows_refused) == (4, 0, 0)
    assert _rows(store, report.info.name) == _rows(store, name)
    if format_name != "csv":
        assert _terms(report.info) == _terms(store.find(name))


def _terms(info: DatasetInfo) -> tuple[str | None, ...]:
    """Return what travels with a dataset; ACLED's demands stand in its notice."""
    return info.title, info.licence, info.licence_url, info.attribution, info.notice


def test_an_export_that_was_tampered_with_says_so_and_runs_nothing(tmp_path: Path) -> None:
    table = raw_table(
        {
            "event_id": ["a", "a", "b"], "id": ["a@x", "a@y", "b"],
            "when": ["2025-02", "2025-02", "never"],
            "time_certainty": ["exact", "within", "within"],
            "time_precision": ["month"] * 3, "tz": ["Mars/Base", "Asia/Yangon", "UTC"],
            "date_applies_to": ["event"] * 3, "independent_sources": [1, 1, 1],
            "figures": ["[]", "not JSON", "[1]"], "title": ["A", "A", "B"],
            "sources": ['[{"url": "javascript:alert(1)", "publisher": 7}]', "[]", "{}"],
        }
    )  # fmt: skip
    report, rows = imported(table, tmp_path)
    assert report.info.profile == "mapapp"
    assert set(rows) == {"a", "a-y", "b"}
    assert reasons(report) == {("changed", "date_unreadable")}
    assert (rows["a"]["when"], rows["a"]["tz"]) == (None, "UTC")
    assert (rows["a-y"]["when"], rows["a-y"]["figures"]) == ("2025-02", "[]")
    (source,) = json.loads(rows["a"]["sources"])
    assert (source["url"], source["publisher"]) == (None, None)
