"""The data set and the base map that tests of the page use."""

from __future__ import annotations

from mapapp.basemap import Basemap
from mapapp.model import Dataset, LocalText

DATASET = Dataset(
    name="fixture",
    title=LocalText("A record for tests", "测试用记录", "測試用記錄"),
    version="1.2.3",
    schema_version="1",
    license="CC BY 4.0",
    license_url="https://creativecommons.org/licenses/by/4.0/",
    attribution="The tests",
    homepage=None,
    description="Made by hand.",
)
BASE = Basemap(
    scale=1000,
    land=([95000, 10000, 12000, 0, 0, 15000, -12000, 0],),
    borders=([98000, 14000, 500, 2500, -300, 4000],),
    towns=({"lon": 98.57, "lat": 16.71, "rank": 1, "min_zoom": 5, "names": {"en": "Mae Sot"}},),
    countries=({"lon": 101.0, "lat": 15.5, "names": {"en": "Thailand", "zh_hant": "泰國"}},),
    attribution="Base map of the tests",
)
