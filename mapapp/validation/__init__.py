"""What a GIS client would trip over in anyone's GeoJSON or GeoPackage, in plain words.

validate_file   path → Report        geojson (stream, geometry, identifiers), geopackage
report_lines    Report → text        findings, kinds
Both formats share columns and instants: what a column holds, and what its dates are.
"""

from __future__ import annotations

from mapapp.validation.files import ValidationError, is_geopackage, validate_file
from mapapp.validation.findings import Finding, Place, Report, report_lines
from mapapp.validation.kinds import KINDS, Kind

__all__ = [
    "KINDS",
    "Finding",
    "Kind",
    "Place",
    "Report",
    "ValidationError",
    "is_geopackage",
    "report_lines",
    "validate_file",
]
