"""What a row becomes does not depend on how often its texts stand in the file."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.importing_helpers import imported
from tests.importers.made_tables import raw_table

_CELLS = {
    "date": ["2024-02-05", "2024-02-05T10:30", "5 March 2024", None],
    "lat": ["13.75", ".5", "13,75", "13°30'N", None],
    "lon": ["100.5", "-.25", "100", None],
    "kind": ["fire", " flood ", "NA", None],
    "place": ['Yangon, "Bahan"', "unknown", "ตลาด", None],
    "province": ["Bago", "", None],
    "country": ["Myanmar", "NA", None],
    "deaths": ["3", "20+", "hundreds", None],
    "injured": ["1", "x", None],
    "actors": ["police", "?", None],
    "source": ["BBC", "https://a.example/b", "A; B", '["https://c.example/d"]', None],
    "url": ["https://x.example/y?z", "javascript:alert(1)", "http://", "page.html", None],
    "url 2": ["https://two.example/", None],
    "summary": ["<p>burnt &amp; gone</p> <a href='https://q.example/w'>w</a>", "1 < 5", None],
}
_OFTEN = 9
"""Times that a row stands there, with which a column counts as repeating."""


@st.composite
def _tables(draw: st.DrawFn) -> dict[str, list[Any]]:
    names = draw(st.lists(st.sampled_from(sorted(_CELLS)), min_size=3, unique=True))
    rows = draw(st.integers(1, 4))
    cells = {}
    for name in names:
        offered = draw(st.lists(st.sampled_from(_CELLS[name]), min_size=1, max_size=2))
        cells[name] = [draw(st.sampled_from(offered)) for _ in range(rows)]
    cells["title"] = [f"row {number}" for number in range(rows)]
    return cells


def _by_title(cells: dict[str, list[Any]]) -> dict[str, dict[str, Any]]:
    """Return the rows of a table as they are stored, without what numbers them."""
    with tempfile.TemporaryDirectory() as folder:
        _, rows = imported(raw_table(cells), Path(folder))
    return {
        row["title"]: {
            name: value for name, value in row.items() if name not in ("event_id", "url")
        }
        for row in rows.values()
    }


@settings(max_examples=30)
@given(_tables())
def test_a_row_means_the_same_once_and_many_times(cells: dict[str, list[Any]]) -> None:
    once = _by_title(cells)
    many = _by_title({name: values * _OFTEN for name, values in cells.items()})
    assert once == many


def test_addresses_that_repeat_beside_empty_sources_name_their_publishers(tmp_path: Path) -> None:
    cells = {
        "date": ["2024-02-05"] * 40,
        "source": [None, "NA"] * 20,
        "url": ["https://www.news.example/a", None] * 20,
    }
    _, rows = imported(raw_table(cells), tmp_path)
    assert {row["source_count"] for row in rows.values()} == {0, 1}
    assert all(
        '"publisher":"news.example"' in row["sources"]
        for row in rows.values()
        if row["source_count"]
    )
