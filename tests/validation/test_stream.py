"""Reading in pieces gives what reading at once gives, wherever the pieces end."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapapp.errors import MapappError
from mapapp.validation import ValidationError, report_lines, validate_file
from mapapp.validation.stream import JsonError, JsonStream
from tests.validation.files import collection, feature

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
GOOD = json.dumps(collection(*(feature(n, title="地图 ဗမာ ไทย") for n in range(5)))).encode()


def in_a_file(content: bytes) -> Path:
    with tempfile.NamedTemporaryFile(suffix=".geojson", delete=False) as stream:
        stream.write(content)
    return Path(stream.name)


@settings(max_examples=200, deadline=None)
@given(
    root=st.dictionaries(st.text(), VALUES, max_size=4),
    features=st.lists(VALUES, max_size=5),
    size=st.integers(1, 40),
    indent=st.sampled_from([None, 0, 2]),
    ascii_only=st.booleans(),
)
def test_pieces_are_what_the_whole_text_says(
    root: dict[str, Any], features: list[Any], size: int, indent: int | None, ascii_only: bool
) -> None:
    whole = {**root, "features": features}
    text = json.dumps(whole, indent=indent, ensure_ascii=ascii_only)
    path = in_a_file(text.encode(errors="surrogatepass"))
    try:
        with patch("mapapp.validation.stream._PIECE_BYTES", size):
            stream = JsonStream(path)
            pieces = list(stream.pieces())
    finally:
        path.unlink()
    if stream.not_utf8_at is None:
        assert {p.name: p.value for p in pieces if not p.is_feature} == {
            name: value for name, value in whole.items() if name != "features"
        }
        assert [p.value for p in pieces if p.is_feature] == features
    assert [p.line for p in pieces] == sorted(p.line for p in pieces)
    assert not any(p.odd_numbers or p.repeated for p in pieces)


def test_the_place_of_an_error_is_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_text('{\n"a": 1,\n"b": [1,\n 2 3]}\n', encoding="utf-8")
    with pytest.raises(JsonError) as caught:
        list(JsonStream(path).pieces())
    assert (caught.value.line, caught.value.kind) == (4, "unreadable")


def test_an_unclosed_quote_in_a_large_file_is_not_read_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_bytes(b'{"features": [{"a": "' + b"x" * 4_000_000)
    seen: list[int] = []
    with (
        patch("mapapp.validation.stream.MAX_VALUE_CHARS", 100_000),
        patch("mapapp.validation.stream._PIECE_BYTES", 10_000),
        pytest.raises(JsonError),
    ):
        list(JsonStream(path, lambda done, _total: seen.append(done)).pieces())
    assert max(seen) < 500_000


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_damaged_file_never_makes_more_than_a_report(data: st.DataObject) -> None:
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        damage = data.draw(st.sampled_from(["flip", "cut", "insert", "drop"]))
        if damage == "flip":
            content[at] = data.draw(st.integers(0, 255))
        elif damage == "cut":
            del content[max(at, 1) :]
        elif damage == "insert":
            content[at:at] = data.draw(
                st.sampled_from([b"[" * 5_000, b"NaN", b"null", b'""', b"{}", b"\x00", b"1e999"])
            )
        else:
            del content[at : at + 10]
        content = content or bytearray(b" ")
    path = in_a_file(bytes(content))
    try:
        lines = list(report_lines(validate_file(path), "a"))
    except ValidationError as error:
        lines = [str(error)]
    finally:
        path.unlink()
    assert lines
    assert all("\n" not in line for line in lines)


@settings(max_examples=300, deadline=None)
@given(features=st.lists(VALUES | st.fixed_dictionaries(
    {
        "type": st.just("Feature"),
        "id": VALUES,
        "geometry": st.fixed_dictionaries(
            {
                "type": st.sampled_from(
                    ["Point", "MultiPoint", "LineString", "Polygon", "MultiPolygon"]
                ),
                "coordinates": st.recursive(
                    st.integers(-200, 200) | st.floats() | SCALARS,
                    lambda inner: st.lists(inner, max_size=5),
                ),
            }
        ) | VALUES,
        "properties": st.dictionaries(
            st.sampled_from(["start", "end", "when", "people", "lon", "lat"]),
            VALUES | st.dates().map(str) | st.datetimes().map(str),
        ) | VALUES,
        "time": VALUES,
        "bbox": VALUES,
    }
), max_size=6))  # fmt: skip
def test_any_json_whatever_gets_a_report(features: list[Any]) -> None:
    content = json.dumps({"type": "FeatureCollection", "features": features})
    path = in_a_file(content.encode())
    try:
        report = validate_file(path)
    except MapappError:
        pytest.fail("a FeatureCollection must be read")
    finally:
        path.unlink()
    assert report.features == len(features)
