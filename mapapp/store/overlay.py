"""Two datasets as one set of layer tables, on one clock, each incident knowing which it is of."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from mapapp.layers.tables import Tables
from mapapp.model import Dataset, LocalText
from mapapp.store.tables import INCIDENTS

__all__ = ["overlaid", "overlay"]


def overlay(base: Tables, other: Tables, *, name: str, title: str) -> Tables:
    """Return the tables of both; the ids of `other` begin with its `name` and a colon.

    Its incidents and areas go by its `title` as their layer, so that the map, the lanes and the
    filters tell them apart from those of `base`. An incident known only roughly keeps its radius.
    """
    found = dict(base)
    for layer, table in other.items():
        if len(table):
            renamed = _renamed(table, name, title)
            target = INCIDENTS if layer in {"areas", INCIDENTS} else layer
            found[target] = _joined(found.get(target), renamed)
    return found


def overlaid(base: Dataset, other: Dataset) -> Dataset:
    """Return what both say of themselves, as one dataset."""
    return Dataset(
        name=f"{base.name}-and-{other.name}",
        title=LocalText(
            *(f"{one} + {two}" for one, two in zip(_texts(base), _texts(other), strict=True))
        ),
        version=f"{base.version}+{other.version}",
        schema_version=base.schema_version,
        license=f"{base.license}; {other.license}",
        license_url=base.license_url,
        attribution=f"{base.attribution}; {other.attribution}",
        homepage=None,
        description=f"{base.description} {other.description}",
        notice=" ".join(said for said in (base.notice, other.notice) if said) or None,
    )


def _texts(dataset: Dataset) -> tuple[str, ...]:
    title = dataset.title
    return (title.en, title.zh_hans or title.en, title.zh_hant or title.en)


def _renamed(table: gpd.GeoDataFrame, name: str, title: str) -> gpd.GeoDataFrame:
    """Return the table with ids of its own and its dataset as the layer."""
    changed = table.copy()
    changed.index = pd.Index([f"{name}:{key}" for key in table.index])
    changed["event_id"] = [f"{name}:{key}" for key in table["event_id"]]
    changed["layer"] = [None if layer is None else title for layer in table["layer"]]
    return changed


def _joined(first: gpd.GeoDataFrame | None, second: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the rows of both, columns that only one has being empty in the other's.

    Both are longitude and latitude on WGS 84, whatever name their files give it.
    """
    if first is None or not len(first):
        return second
    named = second.set_crs(first.crs, allow_override=True)
    joined = pd.concat([first, named])
    for name in joined.columns[joined.dtypes.map(pd.api.types.is_object_dtype)]:
        # What only one of them has is not there in the other's rows: None, as in a table of one.
        joined[name] = joined[name].where(joined[name].notna(), None)
    return gpd.GeoDataFrame(joined, geometry="geometry", crs=first.crs)
