"""Why a column that is called like a field may not be it: another word in its name, its values."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import pyarrow.compute as pc

from mapapp.importers.cells import Text, mask_of
from mapapp.importers.evidence import count_of
from mapapp.importers.precision_words import date_grain, kind_of_place, radius_of
from mapapp.importers.times.forms import Written, read_date
from mapapp.importers.times.ranges import read_loose_date
from mapapp.importers.times.zones import read_zone

__all__ = [
    "MOST",
    "all_kinds_of_places",
    "dates_in",
    "months_in",
    "share",
    "spoils",
    "tell_apart",
    "values_fit",
]

MOST: Final = 0.8
_FEW: Final = 0.3
_PAIRS: Final = r"^\(?\s*[+-]?\d{1,3}\.\d+\s*[,;/ ]\s*[+-]?\d{1,3}\.\d+\s*\)?$"
_TWO_NUMBERS: Final = (
    r"(?i)\d\W*[,;/\s]\W*[+-]?\d|\d\W*[NSEW]\b|\b[NSEW]\W*\d|[°纬緯经經北东東]|POINT"
)
_CLOCK: Final = r"(^|[^\d])\d{1,2}\s*[:.時时點点]\s*\d{2}|^\d{3,6}$"
_WEB: Final = r"(?i)^https?://"
_LINKS: Final = r"(?i)^https?://|^\[.*https?://"
_EARLIEST_YEAR: Final = 1500
_ABOUT_THE_DATA: Final = (
    "entry entered update updated modified created creation published publication upload uploaded "
    "last retrieved accessed added download birth collection collected scraped ingested fetched "
    "processed inserted imported exported generated indexed submission submitted recorded 更新 "
    "录入 錄入 创建 創建 发布 發布 填报 填報 "
    "แก้ไข บันทึก"
)
_OTHER_THINGS: Final = (
    "id code url link uri precision prec accuracy clarity quality flag missing style type"
)
_SPOILERS: Final = {
    "date": f"{_ABOUT_THE_DATA} {_OTHER_THINGS} closed resolved expires year month week text",
    "end": f"{_ABOUT_THE_DATA} {_OTHER_THINGS} year month day",
    "time": f"{_ABOUT_THE_DATA} {_OTHER_THINGS} zone end",
    "year": f"{_ABOUT_THE_DATA} {_OTHER_THINGS} end active fiscal",
    "month": f"{_ABOUT_THE_DATA} {_OTHER_THINGS} end",
    "day": f"{_ABOUT_THE_DATA} {_OTHER_THINGS} end week active",
    "lat": f"{_OTHER_THINGS} country actor actor1 actor2",
    "lon": f"{_OTHER_THINGS} country actor actor1 actor2",
    "position": f"{_OTHER_THINGS} country lat lon lng latitude longitude altitude",
    "geometry": "type length area url link", "wkt": "type",
    "kind": "aircraft ship vessel victim target asset object id code url size scale source media "
    "location place address geo geometry coordinate "
    "date time mag magnitude file vehicle weapon participant participants user actor "
    "settlement road road2 population key precision",
    "title": f"{_OTHER_THINGS} {_ABOUT_THE_DATA} date time datetime number no code category day "
    "year month hour status class lsoa country region admin district province state city county "
    "place location area source publisher media file user side actor group dyad conflict target "
    "description weather agency department organization organisation first column scientific "
    "單位 单位 機關 机关 天候 天气 天氣",
    "summary": "id code url location place address weather weapon author user key",
    "place": "latitude longitude lat lon lng human id code url precision prec accuracy type "
    f"source size zip {_ABOUT_THE_DATA}",
    "country": "id source target actor actor1 actor2 side residence birth region",
    "people": "kidnapped detained displaced affected homeless strikes flights missing injured "
    "wounded suspect suspects id case incident sentence story report rate per low high min max "
    "minimum maximum code phone house row serial reference record involved guns vehicles article "
    "articles mentions sources",
    "actors": "id ids code url type number date involved count size disaster age ethnic blood",
    "source": "id code url sector sectors country date scale name2 type count number key open "
    "original target link page file pdf race age gender sex number num",
    "source_url": "geometry archive archived media gx style icon image img photo picture avatar "
    "missing fields",
    "radius_m": "km date time risk blast impact damage search", "place_precision": "date time",
    "date_precision": "location geo place",
    "id": "source reference parent country user actor side dyad conflict story agency region state "
    "district location place station person victim suspect device type group สาย",
}  # fmt: skip
"""Words that make a column something else than the field whose name it holds."""


def spoils(field: str, own: str, wanted: str) -> bool:
    """Whether a folded column name has a word beside `wanted` that makes it something else."""
    rest = own.replace(wanted, " ", 1)
    words = set(rest.split())
    spoilers = _SPOILERS.get(field, "").split()
    return any(word in words or (not word.isascii() and word in rest) for word in spoilers)


def values_fit(field: str, values: Text) -> bool:
    """Whether a column's values can be the field's; a column without any cannot say no."""
    if len(values) == values.null_count:
        return field != "source_url"
    return _FITS[field](values) if field in _FITS else True


def tell_apart(values: Text) -> bool:
    """Whether nearly every value is another, as those of an id are."""
    there = len(values) - values.null_count
    return bool(pc.count_distinct(values).as_py() >= MOST * there)


def _are_counts(values: Text) -> bool:
    """Whether enough values are counts."""
    found = [value for value in values.to_pylist() if value]
    return sum(count_of(value) is not None for value in found) > _FEW * len(found)


def all_kinds_of_places(values: Text) -> bool:
    """Whether a column only says what kind of place each is: town, village."""
    return values.null_count < len(values) and _words_in(values, kind_of_place) == 1.0


def share(values: Text, pattern: str) -> float:
    """Return which share of the values that are there fits a pattern."""
    there = len(values) - values.null_count
    return float(mask_of(pc.match_substring_regex(values, pattern)).sum()) / there if there else 0.0


def dates_in(values: Text) -> float:
    """Return which share of the values that are there are whole dates."""
    return _dated(values, lambda day: bool(day.day or day.first))


def months_in(values: Text) -> float:
    """Return which share of the values that are there name a month of a year, or a day."""
    return _dated(values, lambda day: bool(day.month or day.first))


def _dated(values: Text, enough: Callable[[Written], bool]) -> float:
    """Return which share of the values that are there are dates that say enough."""
    found = [value for value in values.to_pylist() if value]
    days = [_read(_without_clock(value)) for value in found]
    good = [day for day in days if day and enough(day) and day.year > _EARLIEST_YEAR]
    return len(good) / len(found) if found else 0.0


def _read(text: str) -> Written | None:
    """Return what a text says as a date, also two dates or a stretch of time."""
    return read_date(text, "1900") or read_loose_date(text)


def _without_clock(text: str) -> str:
    """Return the day of a text that may have a time of day behind it."""
    return re.split(r"(?:T|\s+(?:[-–@]\s+|at\s+)?)(?=\d{1,2}:)", text, maxsplit=1)[0]


def _words_in(values: Text, reader: Callable[[str], object]) -> float:
    """Return which share of the values that are there is a word that a reader knows."""
    found = [value for value in values.to_pylist() if value]
    return sum(reader(value) is not None for value in found) / len(found) if found else 0.0


_FITS: Final[dict[str, Callable[[Text], bool]]] = {
    "geometry": lambda values: share(values, r"\d") > _FEW,
    "date": lambda values: _dated(values, lambda _day: True) > _FEW,
    "tz": lambda values: _words_in(values, read_zone) > _FEW,
    "end": lambda values: _dated(values, lambda _day: True) > _FEW,
    "radius_m": lambda values: (
        share(values, r"^\d+(\.\d+)?$") > _FEW and share(values, r"^\d(\.0)?$") < 1.0
    ),
    "place_precision": lambda values: _words_in(values, radius_of) > _FEW,
    "date_precision": lambda values: _words_in(values, date_grain) > _FEW,
    "position": lambda values: share(values, _TWO_NUMBERS) > _FEW and share(values, _WEB) < MOST,
    "source_url": lambda values: share(values, _LINKS) > _FEW,
    "place": lambda values: share(values, _PAIRS) < MOST,
    "title": lambda values: share(values, _WEB) < MOST,
    "kind": lambda values: share(values, _WEB) < MOST,
    "time": lambda values: share(values, _CLOCK) > _FEW,
    "year": lambda values: share(values, r"\d{4}") > _FEW,
    "day": lambda values: share(values, r"^\d{1,2}(\.0)?$") > _FEW,
    **dict.fromkeys(("people", "people_low", "people_high", "injured", "missing"), _are_counts),
}
"""What the values of a field are like, where a name alone is not enough."""
