"""What holds for every article, whatever it says."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mapapp.dates import parse_dates
from mapapp.extract.article import ExtractError, read_article
from mapapp.extract.folding import fold, fold_lower
from mapapp.extract.mentions import (
    ClockMention,
    CountMention,
    DateMention,
    Mention,
    PlaceMention,
    find_mentions,
    gazetteer_of,
)

_HERE = Path(__file__).parent
_PUBLISHED = date(2025, 2, 18)
_SENTENCES = [
    row["text"]
    for path in sorted(_HERE.glob("cases_*.yaml"))
    for row in yaml.safe_load(path.read_text("utf-8"))
]
_PIECES = st.sampled_from(
    [
        *(
            "2025年",
            "2月",
            "5日",
            "月底",
            "至",
            "-",
            "上午9時",
            "昨天",
            "去年",
            "三",
            "十",
            "百",
            "萬",
        ),
        *(
            "名",
            "個",
            "余",
            "約",
            "其中",
            "妙瓦底",
            "泰國",
            "警方",
            "在",
            "(lián)",
            "。",
            "，",
            "\n",
            "\r\n",
        ),
        *(
            "Feb. ",
            "5",
            "5, 2025",
            "last ",
            "Friday",
            " people",
            "39 of 61",
            "1,2",
            "12:3",
            "$",
            "%",
        ),
        *(
            "เมื่อวันที่ ",
            "ก.พ. ",
            "๒๕๖๘",
            "คน",
            "จ.ตาก",
            "\x00",
            "\u202e",
            "\ufeff",
            "**",
            "![",
            "](",
            "<p>",
        ),
    ]
)
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=24).map("".join))


def _find(text: str, published: date = _PUBLISHED, *, aside: bool = False) -> list[Mention]:
    return find_mentions(read_article(text), published, gazetteer_of(None), aside=aside)


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_the_words_of_a_mention_stand_at_its_span(text: str) -> None:
    try:
        article = read_article(text)
    except ExtractError:
        return
    for mention in find_mentions(article, _PUBLISHED, gazetteer_of(None), aside=True):
        assert 0 <= mention.span.start < mention.span.end <= len(article.text)
        assert mention.text == article.text[mention.span.start : mention.span.end]


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_date_that_is_found_is_one_that_the_record_can_hold(text: str) -> None:
    try:
        found = _find(text, aside=True)
    except ExtractError:
        return
    for mention in found:
        if isinstance(mention, DateMention):
            parse_dates(mention.edtf)


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_each_character_of_an_article_stands_in_its_source(text: str) -> None:
    try:
        article = read_article(text)
    except ExtractError:
        return
    assert len(article.origins) == len(article.text)
    assert list(article.origins) == sorted(set(article.origins))
    for sign, at in zip(article.text, article.origins, strict=True):
        assert sign == article.source[at] or (sign in " \n" and article.source[at].isspace())


@given(st.text(max_size=200))
@settings(deadline=None)
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text) == len(fold_lower(text))
    assert [fold(sign) for sign in text] == list(fold(text))


def test_both_scripts_fold_to_the_same() -> None:
    assert fold("緬甸達府湄索，２０２５年２月５日—７日") == fold("缅甸达府湄索,2025年2月5日-7日")


@pytest.mark.parametrize(
    "text", ["昨天", "三天前", "今天", "前天", "yesterday", "two days ago", "วานนี้"]
)
@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
@settings(max_examples=20, deadline=None)
def test_a_relative_day_moves_with_the_day_of_publication(text: str, day: date) -> None:
    (first,) = _find(text, day)
    (second,) = _find(text, day + timedelta(days=1))
    assert isinstance(first, DateMention)
    assert isinstance(second, DateMention)
    assert date.fromisoformat(second.edtf) - date.fromisoformat(first.edtf) == timedelta(days=1)


@pytest.mark.parametrize("name", ["周五", "Friday", "วันศุกร์"])
@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
@settings(max_examples=20, deadline=None)
def test_a_weekday_is_the_latest_one_up_to_publication(name: str, day: date) -> None:
    (found,) = _find(name, day)
    assert isinstance(found, DateMention)
    friday = date.fromisoformat(found.edtf)
    assert friday.weekday() == 4
    assert timedelta(0) <= day - friday < timedelta(days=7)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
@settings(max_examples=50, deadline=None)
def test_a_written_out_date_never_moves(published: date) -> None:
    for text in ("2023年8月19日", "19 August 2023", "Aug. 19, 2023", "19 ส.ค. 2566", "2023-08-19"):
        (found,) = _find(text, published)
        assert isinstance(found, DateMention)
        assert (found.edtf, found.basis) == ("2023-08-19", "absolute")


@given(st.integers(1, 9_999_999))
def test_a_number_is_the_same_in_every_way_of_writing_it(number: int) -> None:
    texts = (f"{number}名嫌疑人", f"{number:,}名嫌疑人", f"{number:,} people", f"{number:,} คน")
    for text in texts:
        counts = [mention for mention in _find(text) if isinstance(mention, CountMention)]
        assert [count.value for count in counts] == [number], text


@pytest.mark.parametrize("text", _SENTENCES)
def test_numbers_of_a_date_are_not_counted_too(text: str) -> None:
    found = _find(text, aside=True)
    dates = [mention.span for mention in found if isinstance(mention, DateMention | ClockMention)]
    counts = [mention.span for mention in found if isinstance(mention, CountMention)]
    assert not any(count.overlaps(day) for count in counts for day in dates)


def test_parts_that_add_up_are_tied_to_their_sum() -> None:
    found = _find("200名中国人和61名外国人，共261人回国。")
    parts = [mention for mention in found if isinstance(mention, CountMention)]
    assert [part.part_of for part in parts] == [parts[2].span, parts[2].span, None]


def test_a_part_is_tied_to_the_whole_that_it_is_said_to_be_of() -> None:
    for text in (
        "移交61名外籍人员，其中39名是中国公民。",
        "They freed 61 people, including 39 Kenyans.",
    ):
        whole, part = (mention for mention in _find(text) if isinstance(mention, CountMention))
        assert part.part_of == whole.span
        assert whole.part_of is None


def test_a_misprint_is_found_and_flagged_and_the_right_name_is_not() -> None:
    for text, flagged in (
        ("苗瓦底停电", True),
        ("Tachileek", True),
        ("妙瓦底停电", False),
        ("Tachileik", False),
    ):
        (place,) = (mention for mention in _find(text) if isinstance(mention, PlaceMention))
        assert place.is_misprint is flagged, text


def test_a_place_in_the_name_of_an_office_belongs_to_the_office() -> None:
    found = _find("中国驻缅甸大使馆发出通知，曼谷警方随后通报。")
    places = [mention for mention in found if isinstance(mention, PlaceMention)]
    assert {place.name for place in places if not place.in_actor} == {"Bangkok"}


def test_nobody_without_an_office_is_an_actor() -> None:
    for text in ("演员王星失踪，其女友嘉嘉报案。", "Wang Xing's girlfriend Jia Jia reported it."):
        assert not [mention for mention in _find(text) if mention.kind == "actor"]


class _Counted(str):
    """A text that counts how many characters are copied out of it."""

    copied = 0

    def __getitem__(self, key: Any) -> str:
        piece = super().__getitem__(key)
        _Counted.copied += len(piece)
        return piece


def test_a_longer_text_is_read_with_work_in_proportion() -> None:
    line = "2月5日，泰國警方在湄索逮捕第{}批{}名嫌疑人，其中{}名來自緬甸。\n"

    def work(lines: int) -> tuple[int, int]:
        text = "".join(line.format(at, at + 20, at + 3) for at in range(lines))
        _Counted.copied = 0
        found = find_mentions(read_article(_Counted(text)), _PUBLISHED, gazetteer_of(None))
        return _Counted.copied, len(found)

    small, few = work(20)
    large, many = work(200)
    assert large <= 20 * (small + 1000)
    assert few < many <= 12 * few
