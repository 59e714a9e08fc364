"""What a provider asks for, in the words that travel with the dataset."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pyarrow.compute as pc

from mapapp import __version__
from mapapp.importers.cells import Text
from mapapp.importers.combining import Combined
from mapapp.importers.evidence import web_url
from mapapp.importers.profiles.profile import Profile, Terms
from mapapp.store.dataset import DatasetInfo

__all__ = ["dataset_info", "safe_name", "with_notice"]

_MOST_NAMED = 12


def safe_name(text: str) -> str:
    """Return text as the name of a dataset."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "dataset"


def dataset_info(  # noqa: PLR0913, PLR0917 -- the parts of the record
    profile: Profile, combined: Combined, name: str, title: str | None, digest: str, now: str
) -> DatasetInfo:
    """Return what is known of a dataset before its rows are counted."""
    stem = Path(combined.files[0]).stem
    terms = terms_of(profile, dict(combined.raw.about))
    made = f"{terms.title}: {stem}" if profile.terms.title else terms.title or stem
    return DatasetInfo(
        name=name, title=title or made, licence=terms.licence, licence_url=terms.licence_url,
        attribution=terms.attribution, notice=terms.notice, profile=profile.name,
        files=combined.files, content_hash=digest, imported_at=now,
        rows_in=combined.raw.input_rows, rows_kept=0, rows_changed=0, rows_refused=0,
        start=None, end=None, bbox=None, max_days=0, version=__version__,
    )  # fmt: skip


def terms_of(profile: Profile, about: Mapping[str, str]) -> Terms:
    """Return a profile's terms; where it has none, what the file says of itself."""
    if not profile.says_terms:
        return profile.terms
    return replace(
        profile.terms,
        title=about.get("title", ""),
        licence=about.get("license", profile.terms.licence),
        licence_url=web_url(about.get("license_url")),
        attribution=about.get("attribution", profile.terms.attribution),
        notice=about.get("notice"),
    )


def with_notice(
    info: DatasetInfo, terms: Terms, country: Text, accessed: str | None
) -> DatasetInfo:
    """Return the dataset with its notice: when it was fetched, what it holds, what was done."""
    if terms.notice is None:
        return info
    changes = (
        f"{info.rows_changed:,} of {info.rows_in:,} rows changed, {info.rows_refused:,} left out "
        "(see the import report); precision codes translated to intervals and radii"
    )
    notice = terms.notice.format(
        accessed=accessed or info.imported_at[:10], filters=_filters(info, country), changes=changes
    )
    return replace(info, notice=notice)


def _filters(info: DatasetInfo, country: Text) -> str:
    """Return what the file holds, which is what was asked for when it was downloaded."""
    codes = sorted(code for code in pc.unique(country).to_pylist() if code)
    named = ", ".join(codes) if len(codes) <= _MOST_NAMED else f"{len(codes)} countries"
    return f"{named or 'no country named'}; {info.start or '?'} to {info.end or '?'}"
