"""Words for how well a date or a place is known: exact, 5 km, district, approximate, 县, จังหวัด.

The metres are ours, the same as for the codes of the datasets that we know: half a town, a
district, a province. Bare numbers are no words: 1 to 3 mean another thing in every dataset.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from mapapp.importers.mapping_names import is_script_without_spaces

__all__ = ["COUNTRY_M", "date_grain", "kind_of_place", "radius_of"]

COUNTRY_M: Final = -1.0
"""Stands for a place of which only the country is known: no radius is wide enough."""
_PLACES: Final = (
    (COUNTRY_M, "country|nation|national|国家|國家|全国|全國|ประเทศ|país|pays|land"),
    (150_000.0, "province|provincial|state|adm1|admin1|admin 1|region|regional|governorate|oblast|"
     "first order|省|省级|省級|州|จังหวัด|provincia|bundesland|département|область"),
    (50_000.0, "district|county|adm2|admin2|admin 2|municipality|municipal|centroid|second order|"
     "large area|area|县|縣|区|區|县级|อำเภอ|distrito|municipio|kreis|район|commune"),
    (10_000.0, "unknown|not available|not known|not stated|unclear|unspecified|low|poor|"
     "不详|不詳|未知|ไม่ทราบ|desconocido|inconnu|unbekannt|неизвестно"),
    (5_000.0, "approximate|approx|approximately|estimated|estimate|near|nearby|around|vicinity|"
     "town|city|township|village|hamlet|adm3|admin3|settlement|locality|suburb|medium|"
     "settlement level|"
     "大约|大約|约|約|附近|市|城市|镇|鎮|乡|鄉|村|โดยประมาณ|ใกล้เคียง|เมือง|ตำบล|หมู่บ้าน|aproximado|"
    "ciudad|"
     "approximatif|ville|ungefähr|stadt|dorf|приблизительно|город"),
    (500.0, "street|road|block|intersection|neighbourhood|neighborhood|landmark|route|"
     "街道|路|路口|ถนน|calle|rue|straße|улица"),
    (100.0, "exact|exactly|precise|accurate|address|building|house|point|site|coordinates|gps|high|"
     "rooftop|facility|精确|精確|准确|準確|确切|แม่นยำ|exacto|exacta|exact location|genau|точно|"
    "точный"),
)  # fmt: skip
"""Radius in metres → words for it; of several in a cell the coarsest counts."""
_GRAINS: Final = (
    ("year", "year|yearly|annual|年|ปี|año|année|jahr|год"),
    ("quarter", "quarter|quarterly|季度|ไตรมาส|trimestre|quartal|квартал"),
    ("month", "month|monthly|月|เดือน|mes|mois|monat|месяц"),
    ("week", "week|weekly|weekend|周|週|สัปดาห์|semana|semaine|woche|неделя"),
    ("about", "approximate|approx|approximately|estimated|estimate|circa|about|around|unconfirmed|"
     "uncertain|大约|大約|约|約|โดยประมาณ|ประมาณ|aproximado|approximatif|ungefähr|приблизительно"),
    ("day", "day|daily|date|日|天|วัน|día|jour|tag|день"),
    ("as written", "exact|exactly|precise|accurate|known|confirmed|certain|time|hour|minute|second|"
     "unknown|full|精确|精確|准确|準確|แม่นยำ|exacto|exacta|genau|точно"),
)  # fmt: skip
"""What a date is good for → words for it; of several in a cell the first here counts."""
_DISTANCE: Final = re.compile(
    r"(?<!\d)(?P<size>\d+(?:[.,]\d+)?)\s*(?P<unit>km|kilomet(?:er|re)s?|m|met(?:er|re)s?|mi|miles?|公里|米)\b",
    re.IGNORECASE,
)
_METRES: Final = {"k": 1_000.0, "公": 1_000.0, "mi": 1_609.0, "m": 1.0, "米": 1.0}
_LARGEST_M: Final = 20_000_000.0


@lru_cache(maxsize=4096)
def radius_of(text: str) -> float | None:
    """Return the metres that `5 km`, `exact`, `(2) 25 km precision` or `district` leave open.

    COUNTRY_M where only the country is known, None for what is no such word.
    """
    found = [_metres(part) for part in _DISTANCE.finditer(text)]
    if found:
        return min(max(found), _LARGEST_M)
    return next((metres for metres, words in _PLACES if _has_word(text, words)), None)


@lru_cache(maxsize=4096)
def kind_of_place(text: str) -> float | None:
    """Return the metres of a cell that is one such word and nothing else."""
    bare = text.strip().casefold()
    return next((metres for metres, words in _PLACES if bare in words.split("|")), None)


@lru_cache(maxsize=4096)
def date_grain(text: str) -> str | None:
    """Return year, quarter, month, week, about, day or `as written`; None for another text."""
    return next((grain for grain, words in _GRAINS if _has_word(text, words)), None)


def _metres(found: re.Match[str]) -> float:
    """Return a distance in metres."""
    unit = found["unit"].lower()
    factor = _METRES["mi"] if unit in ("mi", "mile", "miles") else _METRES[unit[0]]
    return float(found["size"].replace(",", ".")) * factor


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str]:
    """Return a pattern for any of some words; scripts without spaces need the whole cell."""
    spaced = (re.escape(w) for w in words.split("|") if not is_script_without_spaces(w))
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.I)


def _has_word(text: str, words: str) -> bool:
    """Whether a cell has one of some words."""
    bare = re.sub(r"[_-]", " ", text).strip()
    return bare in words.split("|") or _pattern(words).search(bare) is not None
