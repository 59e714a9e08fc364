"""The columns of GDELT event files, which have no header.

1.0 (57 columns to March 2013, 58 with SOURCEURL since): GDELT Data Format Codebook V1.03,
8/25/2013. 2.0 (61 columns, with ADM2): The GDELT Event Database Data Format Codebook V2.0,
2/19/2015, http://data.gdeltproject.org/documentation/GDELT-Event_Codebook-V2.0.pdf
"""

from __future__ import annotations

from typing import Final

__all__ = ["column_names_for"]

_ACTOR: Final = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
                 "Religion2Code", "Type1Code", "Type2Code", "Type3Code")  # fmt: skip
_GEO_1: Final = ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID")
_GEO_2: Final = (
    "Type",
    "FullName",
    "CountryCode",
    "ADM1Code",
    "ADM2Code",
    "Lat",
    "Long",
    "FeatureID",
)
_HEAD: Final = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{number}{part}" for number in (1, 2) for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
)  # fmt: skip
_WHO: Final = ("Actor1Geo", "Actor2Geo", "ActionGeo")


def column_names_for(count: int) -> list[str] | None:
    """Return the names of 57, 58 or 61 columns; None for another number."""
    geo = {57: _GEO_1, 58: _GEO_1, 61: _GEO_2}.get(count)
    if geo is None:
        return None
    names = [*_HEAD, *(f"{who}_{part}" for who in _WHO for part in geo), "DATEADDED", "SOURCEURL"]
    return names[:count]
