"""HTML: the interactive page of the selection as one file that needs no network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import geopandas as gpd
import pandas as pd

from mapapp.basemap import load_basemap
from mapapp.exporters.about import about_texts
from mapapp.exporters.columns import INCIDENTS
from mapapp.exporters.exporter import Exporter, Loss, Progress
from mapapp.exporters.selection import Selection
from mapapp.exporters.tidy import tidy_table
from mapapp.layers import LAYER_TITLES
from mapapp.layers.tables import Tables
from mapapp.page import render_page

__all__ = ["EXPORTER", "events_of", "render_selection"]


def write_html(selection: Selection, path: Path, progress: Progress) -> None:
    """Write the page."""
    text = render_selection(selection)
    with path.open("xb") as stream:
        stream.write(text.encode())
    events = len(selection.event_ids)
    progress(events, events)


def render_selection(selection: Selection) -> str:
    """Return the page of what was selected; its description names the filters and the time."""
    texts = about_texts(selection)
    told = "\n".join(f"{name}: {texts[name]}" for name in ("filters", "window", "exported_at"))
    dataset = replace(selection.dataset, description=f"{selection.dataset.description}\n\n{told}")
    # English is also what nobody asked for: then the reader's browser decides.
    language = None if selection.language == "en" else selection.language
    extras = replace(selection.extras, language=language)
    return render_page(_all_tables(selection), dataset, load_basemap(), extras)


def _all_tables(selection: Selection) -> Tables:
    """Return all tables: empty ones for layers that were not asked for, but every event.

    Incidents are there where the data set has them.
    """
    nothing = tidy_table(gpd.GeoDataFrame({"event_id": []}, geometry=[]))
    found = {name: selection.tables.get(name, nothing) for name in LAYER_TITLES}
    more = {name: table for name, table in selection.tables.items() if name == INCIDENTS}
    return found | more | {"events": events_of(selection)}


def events_of(selection: Selection) -> gpd.GeoDataFrame:
    """Return one row for each selected event; the main place's where the layer was not asked for.

    The index is the event's id.
    """
    if "events" in selection.tables:
        return selection.tables["events"]
    rows = gpd.GeoDataFrame(pd.concat(list(selection.tables.values())))
    first = rows.sort_values("primary", ascending=False, kind="stable").drop_duplicates("event_id")
    first = first.set_index(pd.Index(first["event_id"], name="id", dtype=object)).sort_index()
    areal = first["layer"].isin(["areas", "movements"])
    return first.set_geometry(first.geometry.where(~areal, None))


EXPORTER: Final = Exporter(
    title="HTML page",
    suffix=".html",
    mediatype="text/html",
    losses=(Loss("rows and columns for other programs", "a page for people; use another format"),),
    write=write_html,
)
