"""Path → RawTable: one module a format, nothing understood yet, nothing lost in silence.

read_file        in this process, for files that somebody vouches for
read_contained   in a process of its own with bounded memory and time: for everything else
"""

from __future__ import annotations

from mapapp.importers.reading.contained import read_contained
from mapapp.importers.reading.file_reading import read_file
from mapapp.importers.reading.kinds import FORMATS
from mapapp.importers.reading.refusal import ImportRefusedError
from mapapp.importers.reading.source import Progress

__all__ = ["FORMATS", "ImportRefusedError", "Progress", "read_contained", "read_file"]
