"""Countries as other people's files write them, as ISO 3166-1 alpha-2, and where they lie.

Codes, names and extents are in countries.csv (GeoNames, CC BY 4.0; made by
tools/build_importer_countries.py). The other spellings below are those of the datasets we know:
UCDP (Gleditsch and Ward), GTD, ACLED, and Chinese and Thai names of this map's region.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from mapapp.importers.cells import Text, map_unique

__all__ = ["country_codes", "country_of", "extent_of", "fips_codes"]

_OTHER_NAMES: Final = {
    "AE": "UAE", "BA": "Bosnia-Herzegovina|Bosnia", "BN": "Brunei Darussalam|文莱|汶萊",
    "BQ": "Caribbean Netherlands",
    "CD": "DR Congo|DRC|Congo-Kinshasa|Zaire|Congo, Democratic Republic of|"
    "Democratic Republic of Congo",
    "CG": "Congo|Congo-Brazzaville|People's Republic of the Congo|Republic of Congo",
    "CI": "Cote d'Ivoire|Côte d'Ivoire", "CN": "People's Republic of China|中国|中國|จีน",
    "CV": "Cape Verde", "CZ": "Czech Republic",
    "DE": "West Germany|East Germany|Germany Fed Rep|German Federal Republic",
    "GB": "UK|Great Britain|United Kingdom of Great Britain and Northern Ireland",
    "GG": "Bailiwick of Guernsey", "GM": "The Gambia", "JE": "Bailiwick of Jersey",
    "KN": "St. Kitts and Nevis", "LC": "St. Lucia", "RO": "Rumania",
    "VA": "Vatican City|Holy See", "VC": "St. Vincent and the Grenadines",
    "VI": "Virgin Islands, U.S.", "VU": "New Hebrides",
    "HK": "香港|Hong Kong SAR", "ID": "印尼|印度尼西亚|อินโดนีเซีย", "IN": "印度|อินเดีย",
    "IR": "Iran, Islamic Republic of", "JP": "日本|ญี่ปุ่น", "KG": "Kyrgyz Republic",
    "KH": "柬埔寨|กัมพูชา",
    "KP": "North Korea, DPRK|DPR Korea|DPRK|Democratic People's Republic of Korea",
    "KR": "Republic of Korea|Korea|韩国|韓國",
    "LA": "Lao PDR|Lao People's Democratic Republic|老挝|老撾|寮國|ลาว",
    "MD": "Republic of Moldova",
    "MK": "Macedonia|Macedonia, FYR|FYR Macedonia",
    "MM": "Burma|缅甸|緬甸|พม่า|เมียนมา|เมียนมาร์|မြန်မာ",
    "MO": "Macau|澳门|澳門", "MY": "马来西亚|馬來西亞|มาเลเซีย", "NL": "Netherlands",
    "PH": "菲律宾|菲律賓|ฟิลิปปินส์",
    "PS": "Palestine|West Bank and Gaza Strip|Palestinian Territories|"
    "State of Palestine|Occupied Palestinian Territory|Palestinian Territory, Occupied|"
    "Palestine, State of|Gaza|Gaza Strip|West Bank", "RU": "Russian Federation",
    "SK": "Slovak Republic", "SG": "新加坡|สิงคโปร์",
    "SY": "Syrian Arab Republic", "SZ": "Swaziland|Kingdom of eSwatini",
    "TH": "泰国|泰國|ไทย|ประเทศไทย", "TL": "East Timor|Timor-Leste", "TR": "Türkiye|Turkiye",
    "TW": "台湾|台灣|臺灣", "TZ": "United Republic of Tanzania|Tanzania, United Republic of",
    "US": "United States of America|USA|美国|美國|สหรัฐอเมริกา", "VN": "Viet Nam|越南|เวียดนาม",
    "YE": "Republic of Yemen", "ZW": "Rhodesia",
}  # fmt: skip


_OTHER_FIPS: Final = {"GZ": "PS", "RB": "RS"}
"""Gaza, which FIPS 10-4 tells from the West Bank, and Serbia as GDELT has written it."""


@cache
def _rows() -> list[dict[str, str]]:
    """Return the lines of countries.csv."""
    path = Path(__file__).with_name("countries.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


_IN_BRACKETS: Final = {
    "Congo (the Democratic Republic of the)": "CD",
    "Korea (the Democratic People's Republic of)": "KP",
    "Virgin Islands (U.S.)": "VI", "Virgin Islands (British)": "VG",
    "Saint Martin (French Part)": "MF", "Sint Maarten (Dutch part)": "SX",
}  # fmt: skip
"""Names in which the brackets tell one country from another (ISO 3166, EM-DAT)."""


def _fold(name: str) -> str:
    """Return a name as it is compared: without brackets, accents, signs and case."""
    return _fold_whole(re.sub(r"\([^()]*\)", "", name))


def _fold_whole(name: str) -> str:
    """Return a name without accents, signs and case."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    return re.sub(r"[^\w]+", " ", "".join(c for c in bare if not unicodedata.combining(c))).strip()


@cache
def _names() -> dict[str, str]:
    """Return the code of every folded name and code."""
    found: dict[str, str] = {}
    for row in _rows():
        for name in (row["name"], row["alpha2"], row["alpha3"]):
            found[_fold(name)] = row["alpha2"]
        found[row["numeric"]] = row["alpha2"]
    for code, names in _OTHER_NAMES.items():
        found.update((_fold(name), code) for name in names.split("|"))
    found.update((_fold_whole(name), code) for name, code in _IN_BRACKETS.items())
    return found


def country_of(text: str) -> str | None:
    """Return the alpha-2 code of a name, an alpha-2, alpha-3 or numeric code; None if unknown."""
    folded = _fold(text)
    plain = folded.lstrip("0") if folded.isascii() and folded.isdigit() else folded
    return _names().get(_fold_whole(text)) or _names().get(plain)


def country_codes(column: Text) -> Text:
    """Return the alpha-2 codes of a column of names or codes."""
    return map_unique(column, country_of)


def fips_codes(column: Text) -> Text:
    """Return the alpha-2 codes of a column of FIPS 10-4 codes, which GDELT writes."""
    codes = {row["fips"]: row["alpha2"] for row in _rows() if row["fips"]} | _OTHER_FIPS
    look_up: Callable[[str], str | None] = codes.get
    return map_unique(column, look_up)


@cache
def extent_of(code: str) -> tuple[float, float, float, float] | None:
    """Return west, south, east, north of a country with 1.5 degrees to spare; None if unknown."""
    for row in _rows():
        if row["alpha2"] == code and row["west"]:
            return (
                float(row["west"]),
                float(row["south"]),
                float(row["east"]),
                float(row["north"]),
            )
    return None
