"""README.md of the static site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mapapp.exporters.about import about_texts, licence_words
from mapapp.exporters.columns import TITLES
from mapapp.exporters.selection import Selection

__all__ = ["readme"]

_README: Final = """# {title}

Dataset version {dataset_version}, columns version {schema_version}, exported {exported_at}.
Filters: {filters}. Window: {window}.

Put this folder on any static host; every link in it is relative.

| file | what it is | features |
|---|---|---|
| `index.html` | the interactive page; it loads nothing from anywhere | |
{files}
| `datapackage.json` | all files with their hashes, columns and sources | |
| `landing.json`, `collections.json`, `collections/` | the same as OGC API – Features has it | |

In QGIS: *Layer, Add Layer, Add Vector Layer, Protocol: HTTP(S)*, the address of a file in
`layers/`. With GDAL: `OAPIF_COLLECTION:https://your.host/collections/events/collection.json`, or
any file in `layers/`. A static host cannot filter: `bbox` and `datetime` need `mapapp serve`.

`url` in the features is relative to this folder. `.nojekyll` keeps some hosts from hiding files.

## Licence

{licence_words}. {attribution}.
"""


def readme(selection: Selection, counts: Mapping[str, int]) -> str:
    """Return README.md for the layers with their numbers of features."""
    files = "\n".join(
        f"| `layers/{name}.geojson` | {TITLES[name]} | {number:,} |"
        for name, number in counts.items()
    )
    return _README.format(
        files=files, licence_words=licence_words(selection.dataset), **about_texts(selection)
    )
