"""Names of the months in the languages that incident files come in."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

__all__ = ["THAI_MONTHS", "month_number"]

_NAMES: Final = (
    "january jan enero ene janvier janv januar jän jänner janeiro gennaio gen января январь янв "
    "januari ocak oca jänn يناير ဇန်နဝါရီ leden styczeń stycznia січня січень",
    "february feb febrero février fevrier févr fevr februar fevereiro fev febbraio февраля февраль "
    "фев februari şubat şub subat فبراير ဖေဖော်ဝါရီ luty lutego лютого лютий",
    "march mar marzo mars märz mrz março marco марта март мар maret mart مارس မတ် marzec marca "
    "березня березень",
    "april apr abril abr avril avr aprile апреля апрель апр nisan nis أبريل ဧပြီ kwiecień kwietnia "
    "квітня квітень",
    "may mayo mai maio maggio mag мая май mei mayıs mayis مايو မေ maj maja травня травень",
    "june jun junio juin juni junho giugno giu июня июнь июн haziran haz يونيو ဇွန် czerwiec czerwca "
    "червня червень",
    "july jul julio juillet juil juli julho luglio lug июля июль июл temmuz tem يوليو ဇူလိုင် lipiec "
    "lipca липня липень",
    "august aug agosto ago août aout августа август авг agustus agt ağustos ağu أغسطس ဩဂုတ် sierpień "
    "sierpnia серпня серпень",
    "september sep sept septiembre setiembre septembre setembro set settembre сентября сентябрь "
    "сен "
    "eylül eyl سبتمبر စက်တင်ဘာ wrzesień września вересня вересень",
    "october oct octubre octobre oktober okt outubro out ottobre ott октября октябрь окт ekim eki "
    "أكتوبر အောက်တိုဘာ październik października жовтня жовтень",
    "november nov noviembre novembre novembro ноября ноябрь ноя kasım kasim kas نوفمبر နိုဝင်ဘာ "
    "listopad listopada листопада листопад",
    "december dec diciembre dic décembre decembre déc dezember dez dezembro dicembre декабря "
    "декабрь "
    "дек desember des aralık aralik ara ديسمبر ဒီဇင်ဘာ grudzień grudnia грудня грудень",
)
THAI_MONTHS: Final = (
    "มกราคม|ม.ค.", "กุมภาพันธ์|ก.พ.", "มีนาคม|มี.ค.", "เมษายน|เม.ย.", "พฤษภาคม|พ.ค.", "มิถุนายน|มิ.ย.",
    "กรกฎาคม|ก.ค.", "สิงหาคม|ส.ค.", "กันยายน|ก.ย.", "ตุลาคม|ต.ค.", "พฤศจิกายน|พ.ย.", "ธันวาคม|ธ.ค.",
)  # fmt: skip
"""Full and short names, in order."""


def _fold(name: str) -> str:
    """Return a name without case, accents and dots."""
    bare = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i"))
    return re.sub(r"[.\s]", "", "".join(c for c in bare if unicodedata.category(c) != "Mn"))


@cache
def _numbers() -> dict[str, int]:
    """Return the number of every folded name."""
    found = {
        _fold(name): number for number, names in enumerate(_NAMES, 1) for name in names.split()
    }
    for number, names in enumerate(THAI_MONTHS, 1):
        found.update((_fold(name), number) for name in names.split("|"))
    return found


def month_number(name: str) -> int | None:
    """Return 1 to 12 for the name of a month in any of our languages, None for another word."""
    return _numbers().get(_fold(name))
