"""The record: geodata/ read, checked and held.

read_record     a folder → Record, or every fault with file and line     reader
├── event_files   which files there are                                  YAML text → nodes: yamltext
├── things        sources, places, actors, mechanisms, the data set      values: fields, parts, keys
├── shapes        areas, and points held against their country
├── events        one event; event_checks: its parts to each other
└── links         chains across files
"""

from __future__ import annotations

from mapapp.record.canonical import canonical
from mapapp.record.contents import Record
from mapapp.record.formatting import Formatted, format_files
from mapapp.record.independence import count_independent
from mapapp.record.locators import check_locators
from mapapp.record.reader import Progress, read_partial_record, read_record

__all__ = [
    "Formatted",
    "Progress",
    "Record",
    "canonical",
    "check_locators",
    "count_independent",
    "format_files",
    "read_partial_record",
    "read_record",
]
