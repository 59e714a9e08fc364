"""Every date and time of day in an article, led back to the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import compress

from mapapp.extract.article import Article
from mapapp.extract.clocks import (
    ENGLISH_CLOCK,
    HAN_CLOCK,
    THAI_CLOCK,
    english_clock,
    han_clock,
    thai_clock,
)
from mapapp.extract.date_anchors import DateContext, Resolved
from mapapp.extract.date_ranges import join_ranges, keep_longest
from mapapp.extract.date_resolving import resolve
from mapapp.extract.date_settings import Settings
from mapapp.extract.date_timelines import timeline_years
from mapapp.extract.date_words import DateExpr, word_pattern
from mapapp.extract.dates_digits import hide_addresses, hide_media, scan_digits
from mapapp.extract.dates_en import scan_english
from mapapp.extract.dates_th import scan_thai
from mapapp.extract.dates_zh import scan_chinese
from mapapp.extract.folding import has_han, has_thai
from mapapp.extract.holidays import scan_holidays
from mapapp.extract.mention_types import ClockMention, DateMention, Mention, Span
from mapapp.extract.openings import Pattern
from mapapp.extract.zones import ASIDE

__all__ = ["find_dates"]


def find_dates(article: Article, folded: str, published: date) -> list[Mention]:
    """Return the dates, the clock times apart from dates, and the vague words for time.

    `folded` is the article's text as `folding.fold` gives it.
    """
    text = hide_addresses(folded)
    exprs = join_ranges(text, keep_longest(_scan(hide_media(text))))
    context = DateContext(published, published)
    settings = Settings(article, text, timeline_years(article, text, exprs, published))
    found: list[Mention] = []
    for expr in exprs:
        if not _is_start_of_vague(text, expr):
            found.append(_mention(article, expr, context, settings))
    taken = [(mention.span.start, mention.span.end) for mention in found]
    found.extend(_apart(taken, _clocks(article, text)))
    found.extend(_apart(taken, _vague(article, text)))
    return found


def _is_start_of_vague(text: str, expr: DateExpr) -> bool:
    """Whether a year only opens words for a time that no date can be made of: 今年春节."""
    whole = expr.shift and expr.shift.unit == "year" and not (expr.month or expr.part)
    return bool(whole) and any(pattern.match(text, expr.end) for pattern in _vague_patterns())


def _scan(text: str) -> Iterator[DateExpr]:
    """Yield what every scanner finds."""
    for scanner in (scan_digits, scan_chinese, scan_english, scan_thai, scan_holidays):
        yield from scanner(text)


def _mention(article: Article, expr: DateExpr, context: DateContext, settings: Settings) -> Mention:
    """Return the mention for one date; a vague time where it cannot be led back."""
    span = Span(expr.start, expr.end)
    zone = article.zone_at(expr.start)
    kept = context if zone not in ASIDE else DateContext(context.published, context.reference)
    found = resolve(expr, kept, settings.of(expr, zone))
    words = article.text[span.start : span.end]
    if found is None:
        return Mention(
            span,
            words,
            "vague_time",
            zone,
            "unsure",
            "it counts from another date that is not told",
        )
    days_before = (context.published - found.period.first).days
    if zone == "dateline" and found.period.granularity == "day" and 0 <= days_before <= 7:
        context.reference = found.period.first
    return _written(span, words, zone, expr, found)


def _written(span: Span, words: str, zone: str, expr: DateExpr, found: Resolved) -> DateMention:
    """Return the mention with its EDTF text."""
    period = found.period
    edtf, granularity = period.edtf, period.granularity
    if expr.clock and granularity == "day":
        edtf, granularity = f"{edtf}T{expr.clock}", "minute"
    bound = expr.bound if expr.bound in ("since", "until") else None
    if bound == "since":
        edtf = f"{period.start_text}/.."
    elif bound == "until":
        edtf = f"../{period.last if expr.part else period.end_text}"
    certainty = (
        "unsure"
        if expr.unsure and found.basis != "absolute"
        else "likely"
        if found.is_likely or expr.unsure
        else "sure"
    )
    return DateMention(
        span,
        words,
        "date",
        zone,
        certainty,
        found.why,
        edtf=edtf,
        basis="vague" if period.is_vague and found.basis != "weekday" else found.basis,
        granularity=granularity,
        bound="since" if expr.bound == "from" else bound,
        lasted=True if expr.bound == "lasted" else None,
    )


def _apart(taken: list[tuple[int, int]], found: Iterator[Mention]) -> Iterator[Mention]:
    """Yield what overlaps none of the spans taken (both sorted by start)."""
    at = 0
    for mention in sorted(found, key=lambda mention: mention.span):
        while at < len(taken) and taken[at][1] <= mention.span.start:
            at += 1
        if at == len(taken) or taken[at][0] >= mention.span.end:
            yield mention


_CLOCKS = ((HAN_CLOCK, han_clock), (ENGLISH_CLOCK, english_clock), (THAI_CLOCK, thai_clock))


def _clocks(article: Article, text: str) -> Iterator[Mention]:
    """Yield the times of day that stand apart from a date."""
    scripts = (has_han(text), True, has_thai(text))
    for pattern, reader in compress(_CLOCKS, scripts):
        for match in pattern.finditer(text):
            time = reader(match)
            if time is None or (pattern is HAN_CLOCK and not _is_han_clock(match, text)):
                continue
            start = match.end() - len(match.group().lstrip(" ,，"))
            span = Span(start, match.end())
            words = article.text[span.start : span.end]
            yield ClockMention(span, words, "clock", article.zone_at(start), clock=time)


def _is_han_clock(match: re.Match[str], text: str) -> bool:
    """Whether a number and 点 or 时 are a time of day, not a point (五点要求) or 14:20 again."""
    if match["colon"]:
        return match["period"] is not None
    clear = match["period"] or match["minute"] or match["half"] or "时" in match.group()
    before = text[max(match.start() - 1, 0) : match.start()]
    return bool(clear) and not before.isdigit() and before not in ("第", "小")


@cache
def _vague_patterns() -> tuple[Pattern, ...]:
    """Return the patterns for words that tell a time and no date."""
    scripts = ("han", "thai")
    plain = tuple(Pattern(word_pattern("vague", script)) for script in scripts)
    return (*plain, Pattern(rf"\b(?:{word_pattern('vague', 'latin')})\b", re.IGNORECASE))


def _vague(article: Article, text: str) -> Iterator[Mention]:
    """Yield 近日, recently: a time that no date can be made of."""
    scripts = (has_han(text), has_thai(text), True)
    for pattern in compress(_vague_patterns(), scripts):
        for match in pattern.finditer(text):
            span = Span(*match.span())
            words = article.text[span.start : span.end]
            yield Mention(
                span,
                words,
                "vague_time",
                article.zone_at(span.start),
                "unsure",
                "no date can be read from it",
            )
