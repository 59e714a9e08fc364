"""When the Temporal Controller shows a feature: the one rule that is right in every QGIS.

A frame [begin, end) shows what was possibly active in it: an event counts from the midnight that
begins its first day to the midnight that ends its last day, on the calendar of its place. Where a
data set has clock times in UTC, such an event counts from and to its instants.

Fields alone cannot say it: QGIS takes a last day as the midnight that begins it, QGIS 3.22 compares
a date with an instant as texts, and before GDAL 3.7 a null date in GeoJSON is not null to it.
Expressions are evaluated by QGIS itself, for every file alike.
"""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from mapapp.layers.qgis.markup import add

__all__ = ["END", "START", "temporal"]

_HAS_CLOCK: Final = "\"tz\"='UTC' AND \"time_precision\" IN ('minute','hour')"

_NEXT_MIDNIGHT: Final = "to_datetime(to_date(to_datetime(\"end\")+to_interval('30 hours')))"
"""Thirty hours on is the next day even where the machine's clocks go back; 24 are not."""

START: Final = f'coalesce(if({_HAS_CLOCK},"start_utc",to_datetime("start")),@map_start_time)'
"""Begin of an event; what has none is shown in each frame, and adds nothing to the full range,
because outside a frame the variable is null."""

END: Final = f'coalesce(if({_HAS_CLOCK},"end_utc",{_NEXT_MIDNIGHT}),@map_end_time)'
"""End of an event, itself not included."""


def temporal() -> Element:
    """Return the settings of the Temporal Controller: START to END, by expressions.

    The fields stand there for a user who chooses another mode; this mode does not read them.
    """
    found = Element(
        "temporal",
        {
            "enabled": "1",
            "mode": "4",
            "limitMode": "0",
            "startField": "start",
            "endField": "end",
            "durationField": "",
            "durationUnit": "min",
            "fixedDuration": "0",
            "accumulate": "0",
            "startExpression": START,
            "endExpression": END,
        },
    )
    fixed = add(found, "fixedRange")
    add(fixed, "start")
    add(fixed, "end")
    return found
