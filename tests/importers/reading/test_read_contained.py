"""Hostile files meet a process that bounds itself; every one of them gets its sentence."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mapapp.importers.limits import Limits
from mapapp.importers.reading import ImportRefusedError, read_contained, read_file

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {name} "{f"&{inner};" * 10}">'
        for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><kml><Placemark><name>&i;</name></Placemark></kml>"
)
EXTERNAL = (
    '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<kml><Placemark><name>&x;</name></Placemark></kml>"
)
HOSTILE = {
    "laughs.kml": (LAUGHS.encode(), "declares entities"),
    "external.kml": (EXTERNAL.encode(), "declares entities"),
    "deep.kml": (b"<kml>" + b"<Folder>" * 100 + b"</Folder>" * 100 + b"</kml>", "nested more than"),
    "broken.kml": (b"<kml><Placemark>", "not valid XML"),
    "deep.json": (b'[{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}]", "nested more than 64"),
    "nan.json": (b'[{"lat": NaN}]', "line 1, column"),
    "field.csv": (b'id,notes\n1,"' + b"x" * 100_000_000 + b'"\n', "row 2 has a cell of more than"),
    "open.csv": (b'id,a\n1,"b"\n2,"' + b"x,y\n" * 3_000_000, "row 3"),
    "zeros.csv": (b"id,place\n1,\0\n", "zero byte"),
    "only-zeros.csv": (bytes(1000), "zero byte"),
    "empty.csv": (b"", "the file is empty"),
    "blank.csv": (b"\n\r\n  \n", "only blank lines"),
    "wide.csv": (b",".join(b"c%d" % n for n in range(5000)) + b"\n", "5,000 columns"),
    "picture.csv": (b"\x89PNG\r\n\x1a\n" + bytes(200), "a PNG picture"),
    "page.csv": (b"<!DOCTYPE html><html><body>Log in</body></html>", "a web page"),
    "text.pdf": (b"%PDF-1.7 ...", "a PDF document"),
    "fake.xlsx": (b"PK\x03\x04 no spreadsheet", "damaged"),
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "damaged"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_every_hostile_file_gets_one_sentence(tmp_path: Path, name: str) -> None:
    content, expected = HOSTILE[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ImportRefusedError) as caught:
        read_contained(tmp_path / name)
    said = str(caught.value)
    assert said.startswith(f"{name}: ")
    assert expected in said
    assert "\n" not in said
    assert len(said) < 400


def test_the_child_gives_what_the_function_gives(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text("title\nid,date,,notes\n1,2024-01-01,,x\n2,2024-01-02,,\n3,2024-01-03\n4\n")
    here, there = read_file(path), read_contained(path)
    assert there.table.equals(here.table)
    assert there.rows.tolist() == here.rows.tolist()
    assert (there.refused, there.changed, there.notes) == (here.refused, here.changed, here.notes)
    assert (there.file, there.format, there.input_rows) == (here.file, here.format, here.input_rows)


def test_typed_tables_come_back_with_their_types(tmp_path: Path) -> None:
    (tmp_path / "events.json").write_text('[{"n": 1, "x": 1.5, "t": "a"}]')
    raw = read_contained(tmp_path / "events.json")
    assert raw.table.schema.types == [pa.int64(), pa.float64(), pa.string()]


def test_no_more_memory_than_allowed_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "events.json"
    path.write_text("[" + ",".join(f'{{"a{n % 7}": "{n:050}"}}' for n in range(400_000)) + "]")
    with pytest.raises(ImportRefusedError, match="needs more memory than the 150 MB"):
        read_contained(path, Limits(memory_bytes=150_000_000))


def test_no_more_time_than_allowed_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text("id,date\n1,2024-01-01\n")
    with pytest.raises(ImportRefusedError, match="longer than the 0 seconds"):
        read_contained(path, Limits(seconds=0))


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    (tmp_path / "good.csv").write_text("id,date\n1,2024-01-01\n")
    (tmp_path / "bad.csv").write_text("")
    raw = read_contained(tmp_path / "good.csv")
    with pytest.raises(ImportRefusedError):
        read_contained(tmp_path / "bad.csv")
    assert list((tmp_path / "temporary").iterdir()) == []
    assert raw.table.to_pylist() == [{"id": "1", "date": "2024-01-01"}]


def test_how_far_the_read_is_gets_told(tmp_path: Path) -> None:
    (tmp_path / "good.csv").write_text("id,date\n1,2024-01-01\n")
    told: list[tuple[str, float | None]] = []
    read_contained(tmp_path / "good.csv", progress=lambda doing, share: told.append((doing, share)))
    assert told[0] == ("starting", None)
    assert all(share is None or 0 <= share <= 1 for _, share in told)


def test_folders_pipes_and_missing_files_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, said in (
        (tmp_path, "this is a folder"),
        (tmp_path / "pipe", "a device or a pipe"),
        (tmp_path / "missing.csv", "cannot be opened"),
        (Path("/dev/zero"), "a device or a pipe"),
    ):
        with pytest.raises(ImportRefusedError, match=said):
            read_contained(path)


def test_a_file_larger_than_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as stream:
        stream.truncate(5_000_000_000)
    with pytest.raises(ImportRefusedError, match=r"it has 5 GB, and 4\.3 GB are the most"):
        read_contained(path)


def test_a_file_may_have_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"day\xff.csv")
    path.write_text("id,place\n1,Mae Sot\n", "utf-8")
    assert read_contained(path).file == "day\ufffd.csv"
    path.write_bytes(b"id,place\n1,\0\n")
    with pytest.raises(ImportRefusedError, match=r"^day\uFFFD\.csv: line 2 holds a zero byte"):
        read_contained(path)


def test_memory_that_does_not_even_hold_the_reader_is_said_to_be_too_little(
    tmp_path: Path,
) -> None:
    path = tmp_path / "events.csv"
    path.write_text("id\n1\n")
    with pytest.raises(ImportRefusedError, match="more memory than the 1 kB"):
        read_contained(path, Limits(memory_bytes=1000, bytes=1000))


def test_a_table_that_grows_beyond_memory_is_not_called_damaged(tmp_path: Path) -> None:
    texts = pa.array(["x" * 900_000])
    column = pa.DictionaryArray.from_arrays(pa.array([0] * 60_000, pa.int32()), texts)
    pq.write_table(pa.table({"text": column}), tmp_path / "events.parquet")
    with pytest.raises(ImportRefusedError, match="more memory than"):
        read_contained(tmp_path / "events.parquet", Limits(memory_bytes=2 * 1024**3))


def _child(path: Path, folder: Path, most_bytes: int | None = None) -> subprocess.Popen[bytes]:
    """Start the process that parses, as read_contained does, and give it its job."""
    (folder / "scratch").mkdir(parents=True)
    job = {
        "path": str(path), "name": path.name, "folder": str(folder), "format": None,
        "limits": asdict(Limits()), "encoding": None, "sheet": None,
    }  # fmt: skip

    bound = f"resource.setrlimit(resource.RLIMIT_FSIZE, ({most_bytes}, {most_bytes}))"
    code = (
        f"import resource, runpy; {bound if most_bytes else ''}\n"
        "runpy.run_module('mapapp.importers.reading.child', run_name='__main__')"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    assert child.stdin is not None
    child.stdin.write(json.dumps(job).encode() + b"\n")
    child.stdin.flush()
    return child


def test_the_reader_ends_and_tidies_up_when_nobody_waits_for_it(tmp_path: Path) -> None:
    path, folder = tmp_path / "events.csv", tmp_path / "private"
    path.write_text("id,place\n" + "1,Mae Sot\n" * 1_000_000)
    with _child(path, folder) as child:
        assert child.stdin is not None
        child.stdin.close()
        assert child.wait() == 1
    assert not folder.exists()


def test_a_full_disk_is_not_called_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text("id,place\n" + "1,Mae Sot\n" * 10_000)
    with _child(path, tmp_path / "private", most_bytes=10_000) as child:
        assert child.wait() == errno.ENOSPC
