"""One table in an archive is read; whatever else an archive may do is refused."""

from __future__ import annotations

import gzip
import stat
import zipfile
from pathlib import Path

import pytest

from mapapp.importers.limits import Limits
from mapapp.importers.reading import ImportRefusedError, read_file

TABLE = b"id,date\n1,2024-01-01\n"


def pack(folder: Path, entries: dict[str, bytes], name: str = "events.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in entries.items():
            archive.writestr(entry, content)
    return path


def test_the_only_table_is_read_whatever_lies_beside_it(tmp_path: Path) -> None:
    litter = {"__MACOSX/._a.csv": b"x", "readme.pdf": b"%PDF-", "data/.DS_Store": b"x"}
    raw = read_file(pack(tmp_path, {"data/a.csv": TABLE, **litter}))
    assert raw.input_rows == 1
    assert raw.file == "events.zip: a.csv"


def test_of_several_tables_the_one_named_like_the_archive_is_read(tmp_path: Path) -> None:
    raw = read_file(pack(tmp_path, {"events.csv": TABLE, "codes.csv": b"a,b\n1,2\n"}))
    assert raw.table.column_names == ["id", "date"]
    with pytest.raises(ImportRefusedError, match=r"holds 2 tables \('a.csv', 'b.csv'\)"):
        read_file(pack(tmp_path, {"a.csv": TABLE, "b.csv": TABLE}, "more.zip"))


def test_a_gzipped_table_is_read(tmp_path: Path) -> None:
    (tmp_path / "events.csv.gz").write_bytes(gzip.compress(TABLE))
    assert read_file(tmp_path / "events.csv.gz").input_rows == 1


@pytest.mark.parametrize(
    "name", ["../a.csv", "x/../../a.csv", "/etc/a.csv", "..\\a.csv", "C:\\a.csv", "C:a.csv"]
)
def test_a_name_that_leaves_its_folder_is_refused(tmp_path: Path, name: str) -> None:
    path = pack(tmp_path, {"good.csv": TABLE, name: TABLE})
    with pytest.raises(ImportRefusedError, match="points outside of it"):
        read_file(path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["events.zip"]


def test_a_link_is_refused(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("a.csv")
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "events.zip", "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    with pytest.raises(ImportRefusedError, match=r"holds a link, 'a\.csv'"):
        read_file(tmp_path / "events.zip")


@pytest.mark.parametrize("inner", ["inner.zip", "inner.csv"])
def test_an_archive_in_an_archive_is_refused_under_any_name(tmp_path: Path, inner: str) -> None:
    nested = pack(tmp_path, {"a.csv": TABLE}, "nested.zip").read_bytes()
    with pytest.raises(ImportRefusedError, match="archive"):
        read_file(pack(tmp_path, {inner: nested}))


def test_a_bomb_is_refused_while_it_is_unpacked(tmp_path: Path) -> None:
    bomb = TABLE + b"0,2024-01-01\n" * 1_000_000
    (tmp_path / "bomb.csv.gz").write_bytes(gzip.compress(bomb))
    for path in (pack(tmp_path, {"a.csv": bomb}), tmp_path / "bomb.csv.gz"):
        with pytest.raises(ImportRefusedError, match="more than 200 times its size"):
            read_file(path)
        with pytest.raises(ImportRefusedError, match="more than 2 MB"):
            read_file(path, Limits(bytes=2_000_000, expansion_ratio=100_000))


def test_sizes_that_an_archive_claims_are_not_believed(tmp_path: Path) -> None:
    content = bytearray(pack(tmp_path, {"a.csv": b"0" * 20_000_000}).read_bytes())
    for at in (content.index(b"PK\x03\x04") + 22, content.index(b"PK\x01\x02") + 24):
        content[at : at + 4] = (100).to_bytes(4, "little")
    (tmp_path / "lying.zip").write_bytes(bytes(content))
    with pytest.raises(ImportRefusedError, match=r"200 times|damaged"):
        read_file(tmp_path / "lying.zip")


def test_a_spreadsheet_that_is_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    sheet = b"<worksheet>" + b"<row/>" * 3_000_000
    path = pack(
        tmp_path, {"[Content_Types].xml": b"<Types/>", "xl/worksheets/sheet1.xml": sheet}, "a.xlsx"
    )
    with pytest.raises(ImportRefusedError, match="more than 200 times its size"):
        read_file(path)


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"\x1f\x8b broken", b"PK\x05\x06"])
def test_a_damaged_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "events.zip").write_bytes(content)
    with pytest.raises(ImportRefusedError, match="damaged"):
        read_file(tmp_path / "events.zip")


def test_an_archive_without_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="holds no table"):
        read_file(pack(tmp_path, {"readme.md": b"# Hello"}))


def test_a_name_without_a_file_in_it_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "events.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(".", "a,b\n1,2\n")
        archive.writestr("events.csv", "a,b\n3,4\n")
    assert read_file(path).table["a"].to_pylist() == ["3"]


def test_what_is_called_a_shapefile_cannot_name_other_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("id,title\n1,secret\n")
    virtual = (
        f'<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>{secret}</SrcDataSource>'
        "</OGRVRTLayer></OGRVRTDataSource>"
    )
    path = tmp_path / "events.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("events.shp", virtual)
    with pytest.raises(ImportRefusedError, match="no GeoPackage, FlatGeobuf or Shapefile"):
        read_file(path)
    plain = tmp_path / "events.xml"
    plain.write_text(virtual)
    with pytest.raises(ImportRefusedError, match="no GeoPackage, FlatGeobuf or Shapefile"):
        read_file(plain, format="geopackage")
