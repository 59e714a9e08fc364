"""When a GTD attack was: year, month and day with 0 for what is not known, and its resolution."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from mapapp.importers.cells import Text, map_rows, mask_of
from mapapp.importers.profiles.profile import Options, named
from mapapp.importers.profiles.skeleton import note_dates
from mapapp.importers.questions import DATE_ORDER, Question
from mapapp.importers.report import Notes
from mapapp.importers.times.column import DateOptions, read_columns
from mapapp.importers.times.ranges import read_loose_date
from mapapp.importers.times.settled import as_edtf

__all__ = ["gtd_when"]


def gtd_when(
    table: pa.Table, options: Options, notes: Notes
) -> tuple[Text, Text, tuple[str, ...], tuple[Question, ...]]:
    """Return EDTF, certainty, what was decided for the file, and questions."""
    start = _start(table)
    years = named(table, "iyear")
    read, _ = read_columns({"iyear": start}, DateOptions(serials=""))
    begun = _settled(read["iyear"].edtf, start, years)
    lost = pc.and_(pc.is_valid(years), pc.is_null(begun))
    notes.add(mask_of(lost), "changed", "iyear, imonth, iday", "date_impossible",
              "{} is no day of any calendar; kept without a date", start)  # fmt: skip
    resolved = named(table, "resolution")
    order = DateOptions(options.answers.get(DATE_ORDER), "month", options.serials)
    ends, questions = read_columns({"resolution": resolved}, order)
    note_dates(notes, "resolution", resolved, ends["resolution"])
    end = pc.utf8_slice_codeunits(ends["resolution"].edtf, 0, 10)
    lasted = pc.equal(named(table, "extended"), "1").fill_null(False)
    near = map_rows([begun, named(table, "approxdate")], _approximate)
    kind = pa.struct([("when", pa.string()), ("certainty", pa.string()), ("backwards", pa.bool_())])
    found = map_rows([begun, end, lasted], _when, kind)
    notes.add(mask_of(found.field("backwards")), "changed", "resolution", "end_before_start",
              "the resolution {} is before the attack; it was dropped", resolved)  # fmt: skip
    told = pc.and_(pc.is_valid(near), pc.invert(pc.match_substring(found.field("when"), "/")))
    when = pc.if_else(told, near, found.field("when"))
    certainty = pc.if_else(told, "within", found.field("certainty"))
    return when, certainty, ends["resolution"].sentences, questions


def _approximate(start: str | None, text: str | None) -> str | None:
    """Return the days of `January 4-6` where only the month or year is known, which holds them."""
    if start is None or text is None or len(start) >= len("2015-01-05"):
        return None
    bare = text if start[:4] in text else f"{text.strip(' .')}, {start[:4]}"
    written = read_loose_date(bare)
    if written is None or written.mark or (written.first and not written.edtf):
        return None
    edtf, fault, _ = as_edtf(written, "month")
    ends = edtf.split("/") if edtf and not fault else []
    return edtf if len(ends) == 2 and all(end.startswith(start) for end in ends) else None


def _start(table: pa.Table) -> Text:
    """Return year, month and day as ISO text; 0 cuts it short."""
    parts = [named(table, name) for name in ("iyear", "imonth", "iday")]
    return map_rows(parts, _iso)


def _iso(year: str | None, month: str | None, day: str | None) -> str | None:
    """Return an ISO date as far as it is known."""
    if not year or not year.isdecimal():
        return None
    known = [year.zfill(4)]
    for part in (month, day):
        if not part or not part.isdecimal() or int(part) == 0:
            break
        known.append(part.zfill(2))
    return "-".join(known)


def _settled(read: Text, start: Text, years: Text) -> Text:
    """Return the dates that were read; GTD starts on 1 January 1970, which is a date here."""
    genuine = pc.and_(pc.equal(start, "1970-01-01"), pc.equal(years, "1970"))
    return pc.if_else(genuine.fill_null(False), start, read)


def _when(start: str | None, end: str | None, lasted: bool | None) -> dict[str, Any]:
    """Return EDTF and certainty of an attack that may have lasted."""
    if start is None or end is None or not lasted:
        return {"when": start, "certainty": None, "backwards": False}
    if end < start[: len(end)]:
        return {"when": start, "certainty": None, "backwards": True}
    if end == start:
        return {"when": start, "certainty": None, "backwards": False}
    return {"when": f"{start}/{end}", "certainty": "span", "backwards": False}
