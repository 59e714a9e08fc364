"""What a dataset says of itself, in the form that the page and the exports carry."""

from __future__ import annotations

from mapapp.layers import SCHEMA_VERSION
from mapapp.model import Dataset, LocalText
from mapapp.store.dataset import DatasetInfo

__all__ = ["described"]


def described(info: DatasetInfo) -> Dataset:
    """Return title, licence, attribution and history; the version is the content's hash."""
    told = f"Imported on {info.imported_at[:10]} from {', '.join(info.files) or 'no file'}"
    rows = f"as {info.profile}: {info.rows_kept:,} of {info.rows_in:,} rows kept"
    return Dataset(
        name=info.name,
        title=LocalText(info.title, info.title, info.title),
        version=info.content_hash.removeprefix("sha256:")[:12],
        schema_version=SCHEMA_VERSION,
        license=info.licence,
        license_url=info.licence_url or "",
        attribution=info.attribution,
        homepage=None,
        description=". ".join(part for part in (f"{told}, {rows}", info.notice) if part),
        notice=info.notice,
    )
