"""Each way to spoil a record gives exactly the faults that its fixture states, at their lines.

A fixture in fixtures/bad is a whole file of the record. Its first comments say which file it
replaces and what must be reported.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapapp.record import check_locators, read_partial_record, read_record
from tests.small_record import FIXTURES, HANDOVER, TEXTS, copy_record, shown

BAD = sorted((FIXTURES / "bad").glob("*.yaml"))


@pytest.mark.parametrize("fixture", BAD, ids=lambda path: path.stem)
def test_a_spoilt_file_gives_exactly_its_faults(fixture: Path, tmp_path: Path) -> None:
    text = fixture.read_text(encoding="utf-8")
    header = [line for line in text.splitlines() if line.startswith(("# replaces ", "# fault "))]
    target = header[0].removeprefix("# replaces ")
    expected = [line.removeprefix("# fault ") for line in header[1:]]
    root = copy_record(tmp_path)
    (root / target).write_bytes(fixture.read_bytes())

    record, problems = read_partial_record(root)
    found = sorted({*problems, *check_locators(record, TEXTS)})

    assert expected
    assert shown(found, root) == expected


def test_there_is_a_fixture_for_every_kind_of_fault() -> None:
    assert len(BAD) > 60


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "1: the file is empty; fill it or delete it"),
        (b" \n\n", "1: the file is empty; fill it or delete it"),
        (
            "id: a\nnote: \xe9\n".encode("latin-1"),
            "2: byte 0xe9 at position 12 is not UTF-8; save the file as UTF-8",
        ),
        (
            "id: 電\n".encode("big5"),
            "1: byte 0xb9 at position 4 is not UTF-8; save the file as UTF-8",
        ),
        ("id: a\n".encode("utf-16"), "1: the file is UTF-16; save it as UTF-8"),
        (b"a: " + b"[" * 100_000, "1: nested more than 50 deep; the file was not read"),
        (b"- " * 100_000 + b"x", "1: nested more than 50 deep; the file was not read"),
        (b"id: a\n\x00\n", "2: the invisible character U+0000 at column 1; delete it"),
    ],
    ids=["empty", "blank", "latin-1", "big5", "utf-16", "brackets", "dashes", "nul"],
)
def test_bytes_that_are_no_text_of_ours_give_one_line(
    content: bytes, expected: str, tmp_path: Path
) -> None:
    root = copy_record(tmp_path)
    (root / HANDOVER).write_bytes(content)

    record, problems = read_record(root)

    assert record is None
    assert f"{HANDOVER}:{expected}" in shown(problems, root)


def test_a_byte_order_mark_is_a_fault_and_hides_no_other(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    text = (root / HANDOVER).read_text(encoding="utf-8").replace("status: done", "status: donne")
    (root / HANDOVER).write_text(text, encoding="utf-8-sig")

    _, problems = read_record(root)

    assert shown(problems, root) == [
        f"{HANDOVER}:1: the file starts with a byte order mark; save it as UTF-8 without BOM",
        f"{HANDOVER}:3: status 'donne' is not a known word; did you mean 'done'?",
    ]


def test_a_file_of_50_mb_is_not_read(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    with (root / HANDOVER).open("wb") as stream:
        stream.truncate(50_000_000)

    _, problems = read_record(root)

    assert shown(problems, root)[0] == (
        f"{HANDOVER}:1: the file has 50.0 MB, more than 1 MB; it was not read"
    )


def test_what_is_no_event_file_is_named_once(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    year = root / "events" / "2025"
    (year / "notes.txt").write_text("x")
    (year / "other.yml").write_text("x")
    (year / "deeper").mkdir()
    (year / "link.yaml").symlink_to(root / HANDOVER)
    (root / "events" / "stray.yaml").write_text("x")
    (root / "events" / "soon").mkdir()
    (root / "events" / "2023" / "handover.yaml").write_bytes((root / HANDOVER).read_bytes())

    _, problems = read_record(root)

    assert shown(problems, root) == [
        "events/2023/handover.yaml:12: the file is in events/2023/ but belongs in events/2025/",
        "events/2025/deeper:1: a folder in a year's folder; event files live in "
        "events/<year>/<id>.yaml",
        "events/2025/handover.yaml:1: id 'handover' is also the id of "
        f"{root.as_posix()}/events/2023/handover.yaml".replace(f"{root.as_posix()}/", ""),
        "events/2025/link.yaml:1: a symbolic link; put the file itself here",
        "events/2025/notes.txt:1: not an event file: move it or delete it",
        "events/2025/other.yml:1: rename it to other.yaml",
        "events/soon:1: not a year; event files live in events/<year>/, or events/undated/",
        "events/stray.yaml:1: a stray file; event files live in events/<year>/<id>.yaml: "
        "move it or delete it",
    ]


def test_a_file_that_cannot_be_read_makes_no_false_alarms_elsewhere(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    (root / "places.yaml").write_text("mae-sot: [", encoding="utf-8")
    (root / "sources.yaml").unlink()

    _, problems = read_record(root)

    assert [problem.file.rpartition("/")[2] for problem in problems] == [
        "places.yaml",
        "sources.yaml",
    ]


def test_faults_of_all_files_come_in_one_report_sorted_by_file_and_line(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    for name in ("places.yaml", "sources.yaml", HANDOVER):
        text = (root / name).read_text(encoding="utf-8")
        (root / name).write_text(
            text.replace("kind: bridge", "kind: brige")
            .replace("language: en", "langauge: en")
            .replace("when: '2025-02-12'", "when: '2025-02-31'")
            .replace("carries: people", "carries: peopel"),
            encoding="utf-8",
        )

    _, problems = read_record(root)

    assert shown(problems, root) == [
        f"{HANDOVER}:12: when: '2025-02-31': 2025-02 has 28 days, not 31",
        f"{HANDOVER}:29: movements[0].carries 'peopel' is not a known word; did you mean 'people'?",
        "places.yaml:44: bridge.kind 'brige' is not a known word; did you mean 'bridge'?",
        "sources.yaml:13: language is missing in paper-twice",
        "sources.yaml:15: unknown key 'langauge'; did you mean 'language'?",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{", "1: not JSON: Expecting property name enclosed in double quotes at column 2"),
        ("[]", "1: not a FeatureCollection: it has no list of features"),
        ('{"features": [{}]}', "1: features[0] has no property key"),
        (
            '{"features": [\n{"id": "x", "geometry": {"type": "Point", "coordinates": [1, 98]}}]}',
            "2: shape 'x': coordinates are outside -180..180, -90..90; lon comes before lat",
        ),
        (
            '{"features": [\n{"id": "x", "geometry": {"type": "Polygon", "coordinates": '
            "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}}]}",
            "2: shape 'x': invalid: Self-intersection[1 1]",
        ),
        ('{"features": [{"id": "x", "geometry": null}]}', "1: shape 'x': not a GeoJSON geometry"),
        ('{"features": [NaN]}', "1: not JSON that can be read: NaN is not a number"),
        ("[" * 100_000, "1: not JSON that can be read: "),
    ],
    ids=["syntax", "list", "key", "range", "bow-tie", "null", "nan", "deep"],
)
def test_a_spoilt_shapes_file_gives_a_line(text: str, expected: str, tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    (root / "shapes.geojson").write_text(text, encoding="utf-8")

    _, problems = read_record(root)

    assert shown(problems, root)[-1].startswith(f"shapes.geojson:{expected}")


def test_a_missing_folder_is_one_line(tmp_path: Path) -> None:
    record, problems = read_record(tmp_path / "nowhere")

    assert record is None
    assert [problem.message for problem in problems] == [
        "no such folder; name the folder that holds places.yaml and events/"
    ]


def test_nothing_is_written(tmp_path: Path) -> None:
    root = copy_record(tmp_path)
    (root / HANDOVER).write_text("id: [", encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}

    read_record(root)

    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


GOOD = {
    path.relative_to(FIXTURES / "record" / "geodata").as_posix(): path.read_bytes()
    for path in (FIXTURES / "record" / "geodata").rglob("*.*")
}
SIGNS = ("'", '"', "[", "{", "- ", ": ", "\n", "\n  ", "\t", "#", "&a ", "*a", "!t ", "| ", "%")
WORDS = ("null", "~", "", "-1", "1e999", "NaN", "true", "2025-02-30", "---\n", "...\n", "9" * 400)
ODDITIES = (b"\xff", b"\x00", b"\\u0000", b"[[[[", "\u202e".encode(), "\uff11".encode())
PIECES = st.sampled_from((*(text.encode() for text in SIGNS + WORDS), *ODDITIES))


@pytest.fixture(scope="module")
def spoilt_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_record(tmp_path_factory.mktemp("spoilt"))


@given(
    st.sampled_from(sorted(GOOD)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), PIECES), min_size=1, max_size=4),
)
@settings(deadline=None)
def test_whatever_is_typed_into_a_file_nothing_raises(
    spoilt_root: Path, name: str, edits: list[tuple[float, int, bytes]]
) -> None:
    content = GOOD[name]
    for place, removed, piece in edits:
        at = int(place * len(content))
        content = content[:at] + piece + content[at + removed :]
    (spoilt_root / name).write_bytes(content)
    try:
        record, problems = read_partial_record(spoilt_root)
        found = [*problems, *check_locators(record, TEXTS)]
    finally:
        (spoilt_root / name).write_bytes(GOOD[name])

    last = content.count(b"\n") + 1
    for problem in found:
        assert "\n" not in str(problem)
        assert str(problem).isprintable()
        assert problem.line >= 1
        if problem.file.endswith(name):
            assert problem.line <= last
