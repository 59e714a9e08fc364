"""Phrases: whatever importers and exporters say is said in every language, and nothing is lost."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp import phrases
from mapapp.exporters import EXPORTERS
from mapapp.exporters.view import DOWNLOADS
from mapapp.importers.import_report import report_lines, write_report_csv
from mapapp.importers.importing import inspect_file
from mapapp.phrases import in_language, is_known, read_phrases
from tests.importers.importing_helpers import FIXTURES, imported

_HOLE = re.compile(r"\{\d\}")
_CHINESE = ("zh_hans", "zh_hant")
FILES = [path.name for path in sorted(FIXTURES.iterdir())]


@pytest.mark.parametrize("english", read_phrases())
def test_a_phrase_is_there_in_both_scripts_with_what_was_found(english: str) -> None:
    texts = read_phrases()[english]
    assert tuple(texts) == _CHINESE
    holes = _HOLE.findall(english)
    assert holes == [f"{{{number}}}" for number in range(1, len(holes) + 1)]
    assert set(_HOLE.findall(texts["zh_hans"])) == set(_HOLE.findall(texts["zh_hant"]))
    assert set(_HOLE.findall(texts["zh_hans"])) <= set(holes)


def test_the_file_is_sorted_one_phrase_a_line() -> None:
    text = (Path(phrases.__file__).parent / "phrases.json").read_text(encoding="utf-8")
    assert len(text.splitlines()) == len(read_phrases()) + 2
    assert list(read_phrases()) == sorted(read_phrases())


@pytest.mark.parametrize("name", FILES)
def test_all_that_an_import_says_is_known(name: str, tmp_path: Path) -> None:
    report, _ = imported(name, tmp_path)
    assert report.rows is not None
    found = inspect_file(FIXTURES / name)
    said = [*report.recognised, *report.sentences, *found.reasons, *found.notes]
    said += [reason.example for reason in report.rows.reasons()]
    said += [question.text for question in found.questions]
    assert [sentence for sentence in said if not is_known(sentence)] == []


def test_all_that_a_format_loses_is_known() -> None:
    losses = [loss for name in DOWNLOADS for loss in EXPORTERS[name].losses]
    said = {text for loss in losses for text in (loss.what, loss.instead)}
    assert {text for text in said if not is_known(text) and " " in text} == set()


def test_a_report_is_in_the_readers_language_and_its_codes_are_not(tmp_path: Path) -> None:
    report, _ = imported("ucdp_ged.csv", tmp_path / "store")
    assert report.rows is not None
    told = "\n".join(report_lines(report, "zh_hans"))
    assert "5 行：保留 5 行（其中 1 行有改动），拒绝 0 行" in told
    assert "place_is_country [where_prec]：where_prec 6：仅知国家" in told
    write_report_csv(tmp_path / "report.csv", report.rows, language="zh_hans")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["outcome"], row["reason"]) == ("changed", "place_is_country")
    assert row["message"].startswith("where_prec 6：仅知国家")


def test_a_files_name_stands_before_what_is_said_of_it() -> None:
    told = in_language("a: b.csv: the file is empty; download or export it again", "zh_hans")
    assert told == "a: b.csv：文件为空；请重新下载或导出"


@given(value=st.text(min_size=1).filter(lambda text: text.strip("'\"")))
def test_what_was_found_is_never_changed_or_filled_again(value: str) -> None:
    told = in_language(f"The layer {value} was read, as you asked.", "zh_hant")
    bare = value[1:-1] if value[0] == value[-1] and value[0] in "'\"" and len(value) > 2 else value
    assert told == f"按您的指定讀取了圖層 {in_language(bare, 'zh_hant')}。"


@given(sentence=st.text())
def test_what_is_not_known_stays_as_it_is(sentence: str) -> None:
    assert in_language(sentence, "en") == sentence
    assert is_known(sentence) or in_language(sentence, "zh_hans") == sentence
