"""Run by QGIS's own Python: connects to an OGC API – Features service, prints what QGIS sees.

QT_QPA_PLATFORM=offscreen /usr/bin/python3 open_service.py URL LAYER,LAYER "west,south,east,north"
"""

from __future__ import annotations

import json
import sys

from qgis.core import QgsApplication, QgsFeatureRequest, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt


def seen(url: str, name: str, box: QgsRectangle) -> dict[str, object]:
    """Return what QGIS makes of one collection."""
    layer = QgsVectorLayer(f"url='{url}' typename='{name}' pagingEnabled='true'", name, "OAPIF")
    if not layer.isValid():
        return {"valid": False, "error": layer.error().summary()}
    rows = list(layer.getFeatures())
    boxed = list(layer.getFeatures(QgsFeatureRequest().setFilterRect(box)))
    fields = layer.fields()
    return {
        "valid": True,
        "crs": layer.crs().authid(),
        "fields": fields.names(),
        "types": {name: fields.field(name).typeName() for name in ("start", "end", "start_utc")},
        "titles": {row["event_id"]: row["title_zh_hant"] for row in rows},
        "starts": {
            f"{row['event_id']}@{row['place_id']}": row["start"].toString(Qt.ISODate)
            for row in rows
            if row["start"]
        },
        "count": len(rows),
        "boxed": sorted(f"{row['event_id']}@{row['place_id']}" for row in boxed),
    }


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    edges = [float(edge) for edge in sys.argv[3].split(",")]
    wanted = QgsRectangle(*edges)
    found = {name: seen(sys.argv[1], name, wanted) for name in sys.argv[2].split(",")}
    sys.stdout.write(json.dumps(found, ensure_ascii=False))
    application.exitQgis()
