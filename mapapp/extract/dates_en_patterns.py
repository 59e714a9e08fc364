"""The patterns of English dates, built from the words of the rules."""

from __future__ import annotations

from functools import cache

from mapapp.extract.date_words import word_pattern
from mapapp.extract.openings import Pattern

__all__ = ["english_patterns"]

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20|2[45])\d{2}(?![\d,]*\d)"
# May and March are also words: alone they are months only after one of these, and with a capital.
_BEFORE_MONTH = (
    r"(?:\b(?:in|of|since|by|until|till|from|to|through|during|between|and|for|before"
    r"|after|last|this|that|next|early|late|mid|"
    r"throughout|late-|early-|mid-|around|starting|beginning|ending)[\s-]{1,2})"
)
_PART = r"(?=[a-zA-Z][a-zA-Z1-4])(?=[befhlmqstaBEFHLMQSTA])(?P<part>(?i:{}))[\s-]{{1,2}}"
_WHOLE = ("May", "June", "July")
_BARE_YEAR = Pattern(
    r"\b(?i:in|since|by|from|until|till|during|of|to|through|throughout|before"
    r"|after|and|between|early|mid|late|year|summer|spring|autumn|fall|winter"
    r"|around|circa|the|"
    rf"for|back in|as of|-)\s(?:the\s)?(?P<year>{_YEAR})(?![\d%-]|\s?(?:people"
    r"|persons|men|women|suspects|victims|workers|foreign|Chinese|Thai|nationals"
    r"|baht|dollars|kyat|yuan|km|kilomet|MW|megawatt|percent|times|cases|others"
    r"|more|or more)\b)"
)


@cache
def english_patterns() -> dict[str, Pattern]:
    """Return the compiled patterns, built from the words of the rules."""
    return _month_patterns() | _year_patterns() | _other_patterns()


def _month_patterns() -> dict[str, Pattern]:
    """Return the patterns with the name of a month in them."""
    names = word_pattern("months", "latin")
    # A full stop belongs to a shortened name only: Feb. 5, but not "in February."
    full = "|".join(name for name in names.split("|") if len(name) > 4 or name in _WHOLE)
    short = "|".join(name for name in names.split("|") if name not in full.split("|"))
    month = rf"(?P<month>(?:{full}|{full.upper()})\b|(?:{short}|{short.upper()})\b\.?)"
    weekday = rf"(?:{word_pattern('weekdays', 'latin')})\b\.?"
    part = _PART.format(word_pattern("parts", "latin"))
    head = rf"(?:(?P<head>{weekday}),?\s{{1,2}}(?:the\s)?)?"
    tail = rf"(?:\s?\((?P<tail>{weekday})\)|,\s(?P<tail2>{weekday}))?"
    said_year = rf"(?:(?P<year>{_YEAR})|(?P<rel>last|this|next)\syear\b)"
    year = rf"(?:\s?,?\s{{1,2}}(?:of\s)?{said_year})?"
    return {
        "day_month": Pattern(
            rf"\b{head}(?:the\s)?(?P<day>{_DAY})(?:\s?(?P<link>-|to|and|&|until"
            rf"|through)\s?(?:the\s)?(?P<day2>{_DAY}))?\s?(?:of\s)?[\s-]?{month}"
            rf"(?!\w){year}{tail}"
        ),
        "month_day": Pattern(
            rf"\b{head}{month}(?:[^\S\n]{{0,2}}|\n)(?:the\s)?(?P<day>{_DAY})(?!\d|:\d|,\d{{3}}\b|\s?"
            r"(?:%|percent|people|a\.m|p\.m))(?:\s?(?P<link>-|to|and|&|until|through)\s?"
            rf"(?P<day2>{_DAY})(?!\d|[:,]\d|\s(?:people|on|in|were|more|others|[A-Z][a-z]+\s\d)))?{year}{tail}"
        ),
        "part_month": Pattern(
            rf"\b{part}(?:the\s)?(?:month of\s)?(?:(?P<week>last|this|next)\s)?{month}{year}"
        ),
        "month_year": Pattern(rf"\b{month}\s?,?\s(?:of\s)?{said_year}"),
        "month": Pattern(
            rf"(?i:{_BEFORE_MONTH})(?P<month>(?:{word_pattern('months', 'latin')})\b)"
            r"(?!\s?(?:[12]?\d|3[01])(?!\d)|\s\d{4}\b|\.\s\d|\s(?:be|have|not|also|still|include)\b)"
        ),
    }


def _year_patterns() -> dict[str, Pattern]:
    """Return the patterns of years and their parts."""
    part = _PART.format(word_pattern("parts", "latin"))
    month = rf"(?P<month>(?:{word_pattern('months', 'latin')})\b)"
    return {
        "part_year": Pattern(rf"\b{part}(?:the\s)?(?:year\s)?(?P<year>{_YEAR})"),
        "year_to": Pattern(
            r"\b(?:the\s(?:year|12\smonths|twelve\smonths)\s(?:to|ending|ended|through)"
            r"\s(?:the end of\s)?)"
            rf"{month}(?:\s(?P<year>{_YEAR}))?"
        ),
        "so_far": Pattern(
            r"\b(?i:since\sthe\s(?:start|beginning)\sof\s(?:the|this)\s(?P<unit>year|month|week))\b"
        ),
        "part_shift": Pattern(
            rf"\b{part}(?P<shift>(?:last|this|next) (?:month|year)|the month|the year)\b"
        ),
        "month_head": Pattern(rf"(?:^|\n|(?<=[•●▪*-])\s?){month}(?=:)"),
        "year": _BARE_YEAR,
    }


def _other_patterns() -> dict[str, Pattern]:
    """Return the patterns of days alone, weekdays and words that tell a distance."""
    # Short ones only beside a date: Mon is a state of Myanmar, Sun a name.
    weekday = "|".join(
        name for name in word_pattern("weekdays", "latin").split("|") if len(name) > 5
    )
    return {
        "bare_day": Pattern(
            r"\b(?:[Oo]n|[Uu]ntil|[Bb]y|[Ss]ince|[Ff]rom|to)\s(?P<span>the\s(?P<day>\d{1,2})(?:st|nd|rd|th))"
            r"(?=[,.;]|\s(?:to|and|but|when|after|it|he|she|they|the|a|an|police"
            r"|of (?:this|the|last) month)\b|$)"
        ),
        "year_in_brackets": Pattern(rf"\((?P<year>{_YEAR})\)"),
        "decade": Pattern(
            r"\b(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?P<year>(?:19|20)\d0)'?s\b"
        ),
        "weekday": Pattern(
            r"(?<!-)\b(?:(?i:(?P<week>last|this past|this coming|this|next|the previous"
            r"|the following|past|coming))\s)?"
            rf"(?P<name>(?:{weekday})\b)(?!'s\s(?:Times"
            r"|Guardian)|\s(?:Times|Guardian|Mail|Morning|Post|Express|Telegraph|Nation\b))\b"
            r"(?:\s(?:last|this|next)\sweek\b(?P<x>))?"
        ),
        "relative": Pattern(
            # A capital inside a sentence belongs to the name of a paper: India Today, USA Today.
            rf"(?<![A-Za-z]\s(?=T))"
            rf"\b(?i:{word_pattern('relative', 'latin')})\b"
        ),
        "ago": Pattern(
            r"\b(?i:(?P<about>about|around|nearly|almost|some|more than|over)\s)?(?i:"
            r"(?P<n>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
            r"|twelve)\s(?P<unit>day|week|fortnight|month|year|decade)s?\s(?P<way>ago"
            r"|earlier|later|after that|before that|(?:before|after|on)(?=[,.;)]|$)))\b"
            r"(?!\s(?:than|that)\b)"
        ),
    }
