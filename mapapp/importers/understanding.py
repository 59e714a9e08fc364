"""Files → what they are taken for: the profile, and time and place of every row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mapapp.importers.asked import Asked
from mapapp.importers.combining import Combined
from mapapp.importers.profiles import PROFILES, Options, Profile, Recognition, Translation
from mapapp.importers.profiles.generic import mapping_of
from mapapp.importers.questions import ImportWishError
from mapapp.importers.raw import RawTable
from mapapp.importers.reading import ImportRefusedError
from mapapp.importers.report import Notes

__all__ = ["Understood", "understand"]

_NAMELESS = "No line names the columns"
"""How the reader's note on a table without a header begins."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A file with its translation."""

    combined: Combined
    profile: Profile
    candidates: tuple[tuple[str, Recognition], ...]
    mapping: dict[str, str]
    translation: Translation
    notes: Notes


def understand(combined: Combined, asked: Asked) -> Understood:
    """Return the profile of a table and its translation."""
    raw = combined.raw
    if raw.table.num_rows == 0:
        why = (
            f"all of its {raw.input_rows:,} rows are faulty" if raw.input_rows else "it has no rows"
        )
        raise ImportRefusedError(f"{combined.files[0]}: {why}; {_first_fault(combined)}")
    known = {name: profile.recognise(raw) for name, profile in PROFILES.items()}
    candidates = tuple(sorted(known.items(), key=lambda entry: -entry[1].score))
    name = asked.profile or candidates[0][0]
    if name not in PROFILES:
        raise ImportWishError(f"there is no profile {name!r}; there are {', '.join(PROFILES)}")
    profile = PROFILES[name]
    if profile.names:
        raw = _named(raw, profile.names(raw), profile.title)
        combined = replace(combined, raw=raw)
    notes = Notes(raw.table.num_rows)
    translation = profile.translate(
        raw, Options(asked.mapping, asked.answers, asked.tz, asked.serials), notes
    )
    mapping = mapping_of(raw, dict(asked.mapping)) if profile.uses_mapping else {}
    return Understood(combined, profile, candidates, mapping, translation, notes)


def _named(raw: RawTable, names: list[str], title: str) -> RawTable:
    """Return a table with the names that its profile knows, and say where they are from."""
    if names == raw.table.column_names:
        return raw
    said = f"{_NAMELESS}; they are called as in the codebook of {title}."
    notes = tuple(said if note.startswith(_NAMELESS) else note for note in raw.notes)
    return replace(raw, table=raw.table.rename_columns(names), notes=notes)


def _first_fault(combined: Combined) -> str:
    """Return the first row's fault as the end of a sentence."""
    for _, note in combined.refused[:1]:
        return f"row {note.row}: {note.message}"
    return "export it again"
