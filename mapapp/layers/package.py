"""What stands beside the layers: a Frictionless data package and a README for GIS users."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from mapapp.layers.columns import COLUMNS, LAYER_TITLES, SCHEMA_VERSION, Column
from mapapp.model import Source
from mapapp.record import Record

__all__ = ["datapackage_text", "readme_text"]

_FRICTIONLESS_TYPES: Final = {"json": "string"}


def datapackage_text(
    record: Record, layers: Mapping[str, bytes], styles: Mapping[str, bytes]
) -> str:
    """Return datapackage.json for the layers and their styles, given as file name → content."""
    dataset = record.dataset
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": dataset.name,
        "title": dataset.title.en,
        "description": dataset.description,
        "version": dataset.version,
        "schema_version": SCHEMA_VERSION,
        "licenses": [{"name": dataset.license, "path": dataset.license_url}],
        "attribution": dataset.attribution,
        "sources": [_source(source) for source in record.sources.values()],
        "resources": [_resource(name, content) for name, content in layers.items()],
        "styles": [_file(name, content) for name, content in styles.items()],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _source(source: Source) -> dict[str, str]:
    """Return a source as the data package has it."""
    fields = {"title": f"{source.publisher}: {source.title}"}
    return fields | ({"path": source.url} if source.url else {})


def _resource(file_name: str, content: bytes) -> dict[str, Any]:
    """Return one file: what it is, how long, its hash and its columns."""
    name = file_name.removesuffix(".geojson")
    return {
        "name": name.replace("_", "-"),
        "title": LAYER_TITLES[name],
        "format": "geojson",
        "mediatype": "application/geo+json",
        "encoding": "utf-8",
        **_file(file_name, content),
        "schema": {"fields": [_field(column) for column in COLUMNS], "missingValues": [""]},
    }


def _file(name: str, content: bytes) -> dict[str, Any]:
    """Return where a file is, how long, and its hash."""
    digest = hashlib.sha256(content).hexdigest()
    return {"path": name, "bytes": len(content), "hash": f"sha256:{digest}"}


def _field(column: Column) -> dict[str, Any]:
    """Return a column as Table Schema has it."""
    field: dict[str, Any] = {
        "name": column.name,
        "type": _FRICTIONLESS_TYPES.get(column.type, column.type),
        "description": column.meaning,
    }
    return field if column.nullable else field | {"constraints": {"required": True}}


def readme_text(record: Record, counts: Mapping[str, int]) -> str:
    """Return README.md: the files, how to open them, every column, the licence."""
    dataset = record.dataset
    files = "\n".join(
        f"| `{name}.geojson` | {title} | {counts[name]} |" for name, title in LAYER_TITLES.items()
    )
    columns = "\n".join(
        f"| `{column.name}` | {column.type}{' / null' if column.nullable else ''} "
        f"| {column.meaning} |"
        for column in COLUMNS
    )
    return _README.format(
        title=dataset.title.en,
        version=dataset.version,
        schema_version=SCHEMA_VERSION,
        files=files,
        columns=columns,
        license=dataset.license,
        license_url=dataset.license_url,
        attribution=dataset.attribution,
    )


_README: Final = """# Layers

{title}. Dataset version {version}, columns version {schema_version}.

Made by `mapapp build` from `geodata/`; do not edit by hand. Equal facts give equal bytes.

| file | one feature is one event at one of these | features |
|---|---|---|
{files}

Places repeat, feature ids do not: `<event_id>@<place_id>`, in movements
`<event_id>@<from>><to>`, in events `<event_id>`. In `events.geojson` the geometry is null where an
event has no point; its shape is then in `areas.geojson`, or it is not on the map.

## In QGIS

Drag a `.geojson` into QGIS 3.22 or later, open the Temporal Controller and play: the `.qml` beside
it, which QGIS reads by itself, holds marks, colours, labels, map tips, names of columns and the
temporal settings (from `start` to `end`, both days whole). Keep the two files together. Text
is UTF-8, dates are dates. A null `end` stays open, a null `start` too.

`areas.geojson` holds polygons and, for borders, lines: QGIS offers both, take both. `events`
draws nothing where the place layers are on the map, because they draw the same events.

QGIS with a GDAL before 3.7 cannot compare a null date in a GeoJSON file and hides those features
while it plays. The GeoPackage has no such trouble: `mapapp export --format geopackage`, or
`--format qgz` for a whole project with a base map.

`radius_m` is the honest uncertainty of each position: buffer by it, do not read more into a point.
Coordinates have no more decimals than it justifies. `people` counts overlap (see `part_of` in
`figures`): do not add them up.

GeoJSON per RFC 7946 (WGS 84, longitude before latitude); each feature also has the `time` member of
OGC JSON-FG 1.0, both ends of an interval included.

## Columns

| column | type | meaning |
|---|---|---|
{columns}

`json` columns hold JSON as text, for example `json_extract` in SQL or `from_json()` in QGIS. In
`figures`, `id` is what `part_of` points to.

## Licence

{license} ({license_url}). {attribution}.

Borders and outlines from OpenStreetMap are under the ODbL 1.0. Titles and locators of sources are
short quotations; the rights in the articles stay with their publishers.
"""
