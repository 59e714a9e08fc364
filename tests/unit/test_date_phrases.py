"""Phrases for dates say what is known, and no more, in every language."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.timespan import LANGUAGES, Timespan, parse_timespan
from tests.time_strategies import spans


@given(spans(), st.sampled_from(LANGUAGES))
def test_a_phrase_names_no_day_that_the_text_does_not_name(span: Timespan, lang: str) -> None:
    phrase = span.describe(lang)
    clock_free = re.sub(r"\d\d:\d\d(–\d\d:\d\d)?|UTC[+−]?[\d:]*", "", phrase)
    named = {int(day) for day in re.findall(r"\d{4}-\d\d-(\d\d)", span.edtf or "")}
    if lang == "en":
        claimed = {int(day) for day in re.findall(r"\b(\d{1,2})(?= and| [A-Z]|–\d)", clock_free)}
    else:
        claimed = {int(day) for day in re.findall(r"(\d{1,2})日", clock_free)}
    years = {int(text) for text in re.findall(r"(\d{4})", span.edtf or "")}

    assert claimed <= named | years, phrase


@given(spans(), st.sampled_from(LANGUAGES))
def test_a_missing_day_is_said_where_the_moment_is_unknown(span: Timespan, lang: str) -> None:
    missing = {"en": "day not reported", "zh_hans": "具体日期未报道", "zh_hant": "具體日期未報道"}
    vague = span.precision in ("month", "season", "year", "interval")

    assert (missing[lang] in span.describe(lang)) == (vague and span.certainty != "span")


@pytest.mark.parametrize(
    ("when", "certainty", "phrases"),
    [
        (
            "2025-02-05T09:00+07:00",
            None,
            ("5 February 2025, 09:00 (UTC+7)", "2025年2月5日09:00（UTC+7）"),
        ),
        ("2025-02-05T09+06:30", None, ("5 February 2025, 09:00–10:00 (UTC+6:30)", None)),
        ("2025-02-05T09:00", None, ("5 February 2025, 09:00 (UTC+7)", None)),
        ("2025-02-05T02:00Z", None, ("5 February 2025, 02:00 (UTC)", None)),
        ("2025-02-12", None, ("12 February 2025", "2025年2月12日")),
        ("2025-02-12~", None, ("about 12 February 2025", "2025年2月12日前后")),
        ("2025-02-12%", None, ("about 12 February 2025 (uncertain)", "2025年2月12日前后（存疑）")),
        ("2023-05", None, ("May 2023, day not reported", "2023年5月，具体日期未报道")),
        ("2023-05", "span", ("throughout May 2023", "2023年5月全期")),
        ("2023-21", None, ("spring 2023, day not reported", "2023年春季，具体日期未报道")),
        ("2023", None, ("2023, day not reported", "2023年，具体日期未报道")),
        (
            "2025-01-25~/2025-01-31",
            "within",
            ("late January 2025, day not reported", "2025年1月下旬，具体日期未报道"),
        ),
        ("2025-01-01/2025-01-10~", "within", ("early January 2025, day not reported", None)),
        ("2025-01-11~/2025-01-20~", "within", ("mid January 2025, day not reported", None)),
        (
            "2025-01-24/2025-01-31",
            "within",
            ("between 24 and 31 January 2025, day not reported", None),
        ),
        ("../2023-06-30", None, ("by 30 June 2023, day not reported", None)),
        ("../2023-06-30", "span", ("until 30 June 2023", None)),
        ("2025-02-05/..", None, ("5 February 2025 or later, day not reported", None)),
        ("2025-02-05/..", "span", ("from 5 February 2025", "2025年2月5日起")),
        (
            "2025-01-30/2025-02-17",
            "span",
            ("30 January – 17 February 2025", "2025年1月30日至2月17日"),
        ),
        ("2025-02-03/2025-02-17", "span", ("3–17 February 2025", "2025年2月3日至17日")),
        ("2024-12-30/2025-01-02", "span", ("30 December 2024 – 2 January 2025", None)),
        ("2023-05/2023-07", "within", ("between May and July 2023, day not reported", None)),
        (None, None, ("date not reported", "日期未报道")),
    ],
)
def test_phrases(when: str | None, certainty: str | None, phrases: tuple[str, str | None]) -> None:
    span = parse_timespan(when, certainty, "Asia/Bangkok")

    assert span.describe("en") == phrases[0]
    if phrases[1]:
        assert span.describe("zh_hans") == phrases[1]
