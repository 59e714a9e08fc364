"""Articles as they come: in any encoding, from pages and from PDF, printed twice, with rubbish."""

from __future__ import annotations

from datetime import date

import pytest

from mapapp.extract.article import Article, ExtractError, read_article
from mapapp.extract.mentions import DateMention, Mention, PlaceMention, find_mentions, gazetteer_of

_PUBLISHED = date(2025, 2, 18)
_CHINESE = (
    "据泰国媒体报道,2月12日,缅甸向泰国达府移交了261名从电诈园区获释的外籍人士,他们主要来自菲律宾和肯尼亚。\n"
    * 3
)
_TRADITIONAL = (
    "據泰國媒體報道，2月12日，緬甸向泰國達府移交了261名從電騙園區獲釋的外籍人士，他們主要來自菲律賓。\n"
    * 3
)
_THAI = (
    "เมื่อวันที่ 12 กุมภาพันธ์ 2568 เมียนมาส่งตัวชาวต่างชาติ 261 คน ให้กับทางการไทยที่จังหวัดตาก และอำเภอแม่สอด\n" * 3
)
_ENGLISH = (
    "On February 12, Myanmar handed over 261 “freed” foreigners to Thailand’s Tak Province.\n"
)
_TIMELINE = "清剿時序\n\n●2025年1月16日：泰國警察總署在湄索開會\n\n●2月5日：泰國停止供電"


def _find(article: Article) -> list[Mention]:
    return find_mentions(article, _PUBLISHED, gazetteer_of(None))


def _dates(article: Article) -> list[str]:
    return [mention.edtf for mention in _find(article) if isinstance(mention, DateMention)]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *(
            (_CHINESE, name)
            for name in ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le")
        ),
        *((_TRADITIONAL, name) for name in ("utf-8", "big5", "utf-16-be", "utf-32")),
        *((_THAI, name) for name in ("utf-8", "tis-620", "cp874", "utf-16", "utf-16-le")),
        *((_ENGLISH, name) for name in ("utf-8", "cp1252", "utf-16-le", "utf-16-be")),
        *((_TIMELINE, name) for name in ("big5", "gb18030")),
    ],
)
def test_an_article_reads_the_same_in_every_encoding(text: str, encoding: str) -> None:
    assert read_article(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\n ",
        b"\x00" * 50,
        b"%PDF-1.7 ...",
        b"\x89PNG\r\n\x1a\n",
        rb"{\rtf1\ansi Police arrested 12 people.}",
        bytes(range(32)) * 40,
        "……",
        "<p></p><p></p>",
    ],
)
def test_what_is_no_article_is_told_in_one_sentence(data: bytes | str) -> None:
    with pytest.raises(ExtractError) as told:
        read_article(data)
    assert str(told.value).count("\n") == 0
    assert str(told.value).endswith(".")


def test_a_page_gives_its_article_without_scripts_and_navigation() -> None:
    story = (
        "<p>On Feb. 5, 2025, Thailand cut the power to Myawaddy, officials in Tak province said, "
        "after weeks of talks.</p>"
    )
    page = (
        "<html><head><title>Power cut | A Paper</title><script>var day='2019-01-01'</script></head>"
        "<body><nav><ul><li>Home</li><li>1 January 2020</li></ul></nav>"
        f"<article><h1>Power cut at the border</h1>{story * 4}<!-- 3 May 2018 -->"
        "<figure><figcaption>Taken on 2 May 2017</figcaption></figure></article>"
        "<footer>Copyright 2016</footer></body></html>"
    )
    article = read_article(page)
    assert article.headline == "Power cut at the border"
    assert set(_dates(article)) == {"2025-02-05"}
    assert "var day" not in article.text


def test_readings_behind_characters_are_left_out() -> None:
    article = read_article("三國聯(lián)合清剿電詐園區(qū)，當?shù)鼐叫袆印")
    assert article.text == "三國聯合清剿電詐園區，當?shù)鼐叫袆印"


def test_lines_broken_inside_a_sentence_are_joined() -> None:
    lines = [
        "泰國達府公共關係局發布通告說六十一名",
        "被誘騙至緬甸電詐園區的人員於二月六日",
        "被緬方移交給泰國達府湄索邊境檢查站的",
        "工作人員。",
    ]
    article = read_article("\n".join(lines))
    assert article.text == "".join(lines)


def test_a_word_broken_at_the_end_of_a_line_is_whole_again() -> None:
    article = read_article(
        "The Thai army said on Wednesday that it had closed the cross-\nborder piers "
        "after a crack-\ndown that began last month."
    )
    assert "cross-border piers after a crackdown that" in article.text


def test_paragraphs_are_not_run_together() -> None:
    text = (
        "第一段说明了情况,共有三人被捕。\n第二段另有说明,会议在曼谷召开。\n小标题\n第三段继续说明。"
    )
    assert read_article(text).text == text


def test_a_second_printing_gives_no_mention_twice() -> None:
    once = (
        "8月15日至16日,四国警方在泰国清迈举行专项合作打击行动启动会。\n"
        "警方2月12日移交了261名外籍人士。\n"
    )
    twice = read_article(once + "首页>新闻\n" + once)
    assert _dates(twice) == _dates(read_article(once))


def test_comments_other_news_and_footers_are_left_aside() -> None:
    text = (
        "泰国2月5日切断电力。\n相关阅读\n越南1月3日台风致12人死亡\n"
        "文章评论 (2)\n某人 2025-01-06 17:47\n看过了。\n"
    )
    assert _dates(read_article(text)) == ["2025-02-05"]
    aside = find_mentions(read_article(text), _PUBLISHED, gazetteer_of(None), aside=True)
    assert {mention.zone for mention in aside} >= {"related", "comments"}


def test_signs_that_nobody_sees_do_not_hide_a_date() -> None:
    article = read_article("2025年\u202e2月\u200b5\x00日，妙\ufeff瓦底停電。")
    assert _dates(article) == ["2025-02-05"]
    assert [place.name for place in _find(article) if isinstance(place, PlaceMention)] == [
        "Myawaddy"
    ]


def test_a_timeline_carries_its_year_from_bullet_to_bullet() -> None:
    text = "大事记\n2023年11月20日\n●警方行动。\n12月2日\n●移交。\n1月5日\n●会议。"
    assert _dates(read_article(text)) == ["2023-11-20", "2023-12-02", "2024-01-05"]


def test_what_today_means_follows_the_dateline() -> None:
    article = read_article("中新网北京2月17日电 警方今天宣布，昨天抓获3人。")
    assert _dates(article) == ["2025-02-17", "2025-02-17", "2025-02-16"]


def test_the_words_of_the_source_are_found_again() -> None:
    article = read_article("三國聯(lián)合\u200b行動")
    found = article.text.index("聯合")
    span = next(place.span for place in article.zones).__class__(found, found + 2)
    assert article.source_words(span) == "聯(lián)合"
