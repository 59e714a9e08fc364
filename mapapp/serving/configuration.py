"""pygeoapi's configuration, made from the data set and its layers: nothing to write by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Final

from mapapp.model import Dataset
from mapapp.serving.layer import Layer

__all__ = ["DEFAULT_ITEMS", "MAX_ITEMS", "configuration"]

DEFAULT_ITEMS: Final = 1_000
"""Features in an answer where the client does not say."""
MAX_ITEMS: Final = 10_000
"""Features in an answer at most; `next` links lead on."""

_TEMPLATES: Final = Path(__file__).parent / "templates"
_CRS84: Final = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


def configuration(
    layers: Mapping[str, Layer], dataset: Dataset, url: str, *, with_times: bool
) -> dict[str, Any]:
    """Return the configuration of a service that is reached at `url`.

    `with_times` False leaves out the time extents: with them pygeoapi answers 400 to every
    `datetime` that lies outside of them, where OGC API – Features wants an empty collection.
    """
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": 0},
            "url": url,
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "languages": ["en-US"],
            "limits": {
                "default_items": DEFAULT_ITEMS,
                "max_items": MAX_ITEMS,
                "on_exceed": "throttle",
            },
            "templates": {"path": str(_TEMPLATES)},
            "map": {"url": "", "attribution": ""},
        },
        "logging": {"level": "CRITICAL"},
        "metadata": _metadata(dataset, url),
        "resources": {
            name: _collection(layer, dataset, with_times) for name, layer in layers.items()
        },
    }


def _metadata(dataset: Dataset, url: str) -> dict[str, Any]:
    """Return what the landing page says."""
    home = dataset.homepage or url
    return {
        "identification": {
            "title": dataset.title.en,
            "description": f"{dataset.description} Version {dataset.version}.",
            "keywords": ["incidents", "time"],
            "keywords_type": "theme",
            "terms_of_service": dataset.license_url,
            "url": home,
        },
        "license": {"name": dataset.license, "url": dataset.license_url},
        "provider": {"name": dataset.attribution, "url": home},
        "contact": {"name": dataset.attribution, "url": home},
    }


def _collection(layer: Layer, dataset: Dataset, with_times: bool) -> dict[str, Any]:
    """Return one layer."""
    extents: dict[str, Any] = {"spatial": {"bbox": layer.box, "crs": _CRS84}}
    if with_times:
        first, last = layer.days
        extents["temporal"] = {"begin": _midnight(first), "end": _midnight(last)}
    return {
        "type": "collection",
        "title": layer.title,
        "description": f"{layer.title}. {dataset.attribution}.",
        "keywords": [layer.name],
        "links": [
            {
                "type": "text/html",
                "rel": "license",
                "title": dataset.license,
                "href": dataset.license_url,
            }
        ],
        "extents": extents,
        "providers": [
            {
                "type": "feature",
                "name": "mapapp.serving.provider.TableProvider",
                "data": layer,
                "id_field": "id",
                "title_field": "title",
                "time_field": "start",
                "crs": [_CRS84],
                "storage_crs": _CRS84,
            }
        ],
    }


def _midnight(day: date | None) -> datetime | None:
    """Return a day as pygeoapi wants it."""
    return None if day is None else datetime.combine(day, time(), UTC)
