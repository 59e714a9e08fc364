"""How well a row of any table says that its date and its place are known, in words or distances."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, map_rows, map_unique, mask_of
from mapapp.importers.precision_words import date_grain, radius_of
from mapapp.importers.profiles.profile import Floats
from mapapp.importers.profiles.skeleton import week_around
from mapapp.importers.report import Notes

__all__ = ["coarsened", "stated_radius"]


def stated_radius(text: Text, name: str, notes: Notes) -> Floats:
    """Return the metres of a column of words and distances; NaN where nothing is said."""
    metres = map_unique(text, radius_of, pa.float64())
    unread = pc.and_(pc.is_valid(text), pc.is_null(metres))
    notes.add(mask_of(unread), "changed", name, "precision_unreadable",
              "{} is no word for how well a place is known; its digits count", text)  # fmt: skip
    found: Floats = metres.fill_null(float("nan")).to_numpy(zero_copy_only=False)
    return found


def coarsened(when: Text, text: Text) -> tuple[Text, Any]:
    """Return EDTF dates no finer than a column of words says, and where they became stretches."""
    kind = pa.struct([("when", pa.string()), ("stretch", pa.bool_())])
    found = map_rows([when, text, week_around(pc.utf8_slice_codeunits(when, 0, 10))], _coarse, kind)
    return pc.struct_field(found, "when"), pc.struct_field(found, "stretch")


def _coarse(when: str | None, text: str | None, week: str | None) -> dict[str, Any]:
    """Return one date as coarse as its word."""
    grain = date_grain(text) if text else None
    if when is None or "/" in when or grain in (None, "as written"):
        return {"when": when, "stretch": False}
    day = when[:10].rstrip("~?")
    stretch = {"week": week, "quarter": _quarter(day)}.get(grain or "")
    if stretch:
        return {"when": stretch, "stretch": True}
    cut = {"year": day[:4], "month": day[:7], "about": f"{day}~"}
    return {"when": cut.get(grain or "", when[:10]), "stretch": False}


def _quarter(day: str) -> str | None:
    """Return the quarter of a day or month as an interval, None for a year or a season."""
    if len(day) < len("2024-03") or int(day[5:7]) > 12:
        return None
    first = (int(day[5:7]) - 1) // 3 * 3 + 1
    return f"{day[:4]}-{first:02d}/{day[:4]}-{first + 2:02d}"
