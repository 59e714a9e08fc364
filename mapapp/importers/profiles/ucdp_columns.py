"""The columns of UCDP GED releases that were published without a header.

Some monthly candidate releases (24.0.1 for one) start with the first event. Order: UCDP GED
Codebook version 23.1, the same from 17.1 to 25.1.
"""

from __future__ import annotations

from typing import Final

import pyarrow.compute as pc

from mapapp.importers.profiles.profile import Recognition, named
from mapapp.importers.raw import RawTable

__all__ = ["recognise_without_header", "ucdp_names"]

_NAMES: Final = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
_FORMS: Final = {
    "id": r"^\d+$", "year": r"^\d{4}$", "type_of_violence": r"^[123]$", "where_prec": r"^[1-7]$",
    "event_clarity": r"^[12]$", "date_prec": r"^[1-5]$", "best": r"^\d+$",
}  # fmt: skip
"""What the values of some columns look like in every row."""
_SAMPLE: Final = 50
_SCORE: Final = 0.97


def recognise_without_header(raw: RawTable) -> Recognition:
    """Return how surely a table without names is a GED release, from its width and its codes."""
    own = raw.table.column_names
    if len(own) != len(_NAMES):
        return Recognition(0.0, (f"UCDP GED: {len(own)} columns, and not {len(_NAMES)}",))
    head = raw.table.slice(0, _SAMPLE)
    fits = all(
        pc.all(pc.match_substring_regex(named(head, own[_NAMES.index(name)]), form)).as_py()
        for name, form in _FORMS.items()
    )
    if not fits:
        return Recognition(0.0, ("UCDP GED: the columns do not hold its codes",))
    said = f"UCDP GED: no header, {len(_NAMES)} columns with its codes in their places"
    return Recognition(_SCORE, (said,))


def ucdp_names(raw: RawTable) -> list[str]:
    """Return the names of the columns: the file's own, or the codebook's where it has none."""
    own: list[str] = raw.table.column_names
    return own if raw.has_header or len(own) != len(_NAMES) else list(_NAMES)
