"""Exports: layer tables → files that open elsewhere without touching a setting.

select    record or tables, cut down by filters → Selection     filters, evidence, tidy
export    Selection → one file, whole or not at all              writing, registry
EXPORTERS every format by the word that the command line has for it; what a format cannot keep
          is its `losses`, from which the documentation's table is made (documentation)
"""

from __future__ import annotations

from mapapp.exporters.about import about, about_texts, features_of, source_rows
from mapapp.exporters.exporter import Exporter, ExportError, Loss, Progress, no_progress
from mapapp.exporters.registry import EXPORTERS, export, find_exporter, refuse_too_many
from mapapp.exporters.selection import (
    EmptySelectionError,
    Selection,
    SelectionError,
    select,
)

__all__ = [
    "EXPORTERS",
    "EmptySelectionError",
    "ExportError",
    "Exporter",
    "Loss",
    "Progress",
    "Selection",
    "SelectionError",
    "about",
    "about_texts",
    "export",
    "features_of",
    "find_exporter",
    "no_progress",
    "refuse_too_many",
    "select",
    "source_rows",
]
