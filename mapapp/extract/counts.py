"""Every count in an article, and which of them are parts of others."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from mapapp.extract.article import Article
from mapapp.extract.count_words import UNIT_BEFORE, Count
from mapapp.extract.counts_en import scan_english_counts
from mapapp.extract.counts_en_lists import scan_english_lists
from mapapp.extract.counts_th import scan_thai_counts
from mapapp.extract.counts_zh import scan_chinese_counts
from mapapp.extract.dates_digits import hide_addresses
from mapapp.extract.mention_types import ClockMention, CountMention, DateMention, Mention, Span

__all__ = ["find_counts"]

_SENTENCE_END = re.compile(r"[。!?;\n]|[.](?=\s+[A-Z\"'(])")
_PART = re.compile(
    r"(?:其中|包括|当中|including|include|among (?:them|those|the)|of (?:whom|them|these|those"
    r"|which)|in which|รวมถึง|ในจำนวนนี้|รวม|เป็น)[^。.]{0,24}$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:另有?|还有|以及|another|also|in addition|separately|อีก)[^。.]{0,10}$", re.IGNORECASE
)
_LONG_NUMBER = re.compile(r"\+?\d[\d-]{6,18}\d")
_LONGEST = 10**15


def find_counts(article: Article, folded: str, dates: Iterable[Mention]) -> list[CountMention]:
    """Return the counts; numbers that are part of a date or a telephone number are none.

    `folded` is the article's text as `folding.fold` gives it.
    """
    text = _hide(folded, dates)
    counts = _with_units(text, _keep_longest(_scan(text)))
    mentions = [_mention(article, count) for count in counts]
    return _with_parts(folded, mentions)


_SCANNERS = (scan_chinese_counts, scan_english_counts, scan_english_lists, scan_thai_counts)


def _hide(text: str, dates: Iterable[Mention]) -> str:
    """Return the text with dates, telephone numbers and addresses blotted out, just as long."""
    signs = list(hide_addresses(text))
    for mention in dates:
        if isinstance(mention, DateMention | ClockMention):
            width = mention.span.end - mention.span.start
            signs[mention.span.start : mention.span.end] = ["\x00"] * width
    hidden = "".join(signs)
    return _LONG_NUMBER.sub(lambda match: "\x00" * len(match.group()), hidden)


def _scan(text: str) -> Iterator[Count]:
    """Yield what every scanner finds."""
    for scanner in _SCANNERS:
        yield from (
            count for count in scanner(text) if count.value is None or count.value < _LONGEST
        )


def _keep_longest(found: Iterable[Count]) -> list[Count]:
    """Return the counts that overlap no longer one, in the order of the text."""
    kept: list[Count] = []
    for count in sorted(found, key=lambda count: (count.start, -count.end)):
        if kept and count.start < kept[-1].end:
            if _weight(count) > _weight(kept[-1]):
                kept[-1] = count
            continue
        kept.append(count)
    return kept


_NO_UNIT_TO_LEND = ("percent", UNIT_BEFORE)
_UNIT_REACH = 240  # characters: a number without a noun counts what was counted so shortly before


def _with_units(text: str, counts: list[Count]) -> list[Count]:
    """Return the counts, those without a noun with the unit of the count before them."""
    found: list[Count] = []
    last: Count | None = None
    for count in counts:
        if count.unit == UNIT_BEFORE:
            found.append(replace(count, unit=_unit_before(text, last, count)))
            continue
        found.append(count)
        if count.unit not in _NO_UNIT_TO_LEND and not count.unit.isupper():
            last = count
    return found


def _unit_before(text: str, last: Count | None, count: Count) -> str:
    """Return the unit of the count before, where that is near and in the same paragraph."""
    if last is None or count.start - last.end > _UNIT_REACH:
        return "people"
    return "people" if "\n" in text[last.end : count.start] else last.unit


def _weight(count: Count) -> tuple[bool, int]:
    """Return what decides between two that overlap: `39 of 61` says more than `61 returnees`."""
    return count.of is not None, count.end - count.start


def _mention(article: Article, count: Count) -> CountMention:
    """Return the mention for one count."""
    words = article.text[count.start : count.end]
    span = Span(count.start + len(words) - len(words.lstrip()), count.start + len(words.rstrip()))
    return CountMention(
        span,
        article.text[span.start : span.end],
        "count",
        article.zone_at(span.start),
        "likely" if count.is_likely else "sure",
        "a word for a number" if count.value is None else "",
        value=count.value,
        qualifier=count.qualifier,
        unit=count.unit,
        what=count.what,
        nationality=count.nationality,
        of=count.of,
        upper=count.upper,
    )


def _with_parts(text: str, mentions: list[CountMention]) -> list[CountMention]:
    """Return the counts with those that are parts of another tied to it.

    A part follows its whole after words such as 其中 or including, or two or more counts of a
    sentence add up to another one of it.
    """
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    groups: dict[int, list[int]] = {}
    for index, mention in enumerate(mentions):
        groups.setdefault(bisect_right(ends, mention.span.start), []).append(index)
    for sentence, indexes in groups.items():
        _tie(text, mentions, indexes[:40], groups.get(sentence - 1, [])[-40:])
    return mentions


def _tie(text: str, mentions: list[CountMention], indexes: list[int], earlier: list[int]) -> None:
    """Tie the parts among the counts of one sentence."""
    _tie_sums(mentions, indexes)
    whole: int | None = _largest(mentions, earlier)
    for index in indexes:
        mention = mentions[index]
        start = mentions[indexes[0]].span.start if index != indexes[0] else mention.span.start - 30
        before = text[max(start, mention.span.start - 30, 0) : mention.span.start]
        if (
            mention.part_of is None
            and whole is not None
            and _is_part(mention, mentions[whole], before)
        ):
            mentions[index] = replace(
                mention, part_of=mentions[whole].span, why="a part of the count before it"
            )
        elif mention.value is not None and (
            whole is None or mentions[whole].unit != mention.unit or not _PART.search(before)
        ):
            whole = index


def _largest(mentions: list[CountMention], indexes: list[int]) -> int | None:
    """Return the index of the last sentence's count that parts may refer to."""
    known = [
        index
        for index in indexes
        if mentions[index].value is not None and mentions[index].unit == "people"
    ]
    return known[-1] if known else None


def _is_part(mention: CountMention, whole: CountMention, before: str) -> bool:
    """Whether the words before a count make it a part of another."""
    if mention.unit != whole.unit or not _PART.search(before) or _MORE.search(before):
        return False
    return mention.value is None or whole.value is None or mention.value < whole.value


def _tie_sums(mentions: list[CountMention], indexes: list[int]) -> None:
    """Tie the counts that add up to another one of the same sentence."""
    same = [
        index
        for index in indexes
        if mentions[index].value is not None and mentions[index].unit == "people"
    ]
    if not 3 <= len(same) <= 12:
        return
    for total in same:
        value = mentions[total].value or 0
        for run in _runs([index for index in same if index != total]):
            if sum(mentions[index].value or 0 for index in run) == value:
                for index in run:
                    mentions[index] = replace(
                        mentions[index], part_of=mentions[total].span, why="the parts add up"
                    )
                return


def _runs(indexes: list[int]) -> Iterator[list[int]]:
    """Yield each run of two or more neighbours."""
    for start in range(len(indexes)):
        for end in range(start + 2, len(indexes) + 1):
            yield indexes[start:end]
