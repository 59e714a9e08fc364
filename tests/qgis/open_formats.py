"""Run by QGIS's own Python: opens files by dropping them in, prints what QGIS sees, as JSON.

QT_QPA_PLATFORM=offscreen /usr/bin/python3 open_formats.py FILE…
"""

from __future__ import annotations

import json
import sys
from typing import Any

from open_exports import open_all, plain
from osgeo import ogr
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer, QgsWkbTypes

WANTED = ("id", "event_id", "start", "end", "start_utc", "people", "primary", "title_zh_hant")


def seen(layer: QgsVectorLayer) -> dict[str, Any]:
    """Return what QGIS makes of one layer."""
    fields = layer.fields()
    names = [name for name in WANTED if fields.indexOf(name) >= 0]
    return {
        "name": layer.name(),
        "valid": layer.isValid(),
        "crs": layer.crs().authid(),
        "geometry": QgsWkbTypes.displayString(layer.wkbType()),
        "types": {name: fields.field(name).typeName() for name in names},
        "rows": [
            {name: plain(row[name]) for name in names} | {"has_place": row.hasGeometry()}
            for row in layer.getFeatures()
        ],
    }


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    found = {path: [seen(layer) for layer in open_all(path)] for path in sys.argv[1:]}
    drivers = [ogr.GetDriver(number).GetName() for number in range(ogr.GetDriverCount())]
    sys.stdout.write(json.dumps({"files": found, "drivers": drivers}, ensure_ascii=False))
    sys.stdout.flush()
    QgsProject.instance().clear()
    application.exitQgis()
