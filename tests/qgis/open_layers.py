"""Run by QGIS's own Python: opens each layer as a user would and prints what QGIS sees, as JSON.

QT_QPA_PLATFORM=offscreen /usr/bin/python3 open_layers.py DAY,DAY FILE.geojson …
"""

from __future__ import annotations

import json
import sys

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt


def open_parts(path: str) -> list[QgsVectorLayer]:
    """Return the file as QGIS offers it: one layer for each geometry type in it."""
    probe = QgsVectorLayer(path, "layer", "ogr")
    sublayers = [text.split("!!::!!") for text in probe.dataProvider().subLayers()]
    if len(sublayers) < 2:
        return [probe]
    return [QgsVectorLayer(f"{path}|geometrytype={part[3]}", part[3], "ogr") for part in sublayers]


def active_on(layer: QgsVectorLayer, day: str) -> list[str]:
    """Return the ids that the Temporal Controller would show on one day."""
    properties = layer.temporalProperties()
    properties.setIsActive(True)
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    properties.setStartField("start")
    properties.setEndField("end")
    properties.setLimitMode(Qgis.VectorTemporalLimitMode.IncludeBeginIncludeEnd)
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    whole_day = QgsDateTimeRange(
        QDateTime.fromString(f"{day}T00:00:00", Qt.ISODate),
        QDateTime.fromString(f"{day}T23:59:59", Qt.ISODate),
    )
    chosen = QgsFeatureRequest().setFilterExpression(
        properties.createFilterString(context, whole_day)
    )
    return [feature["id"] for feature in layer.getFeatures(chosen)]


def seen(path: str, days: list[str]) -> dict[str, object]:
    """Return what QGIS makes of one file."""
    layers = open_parts(path)
    rows = [feature for layer in layers for feature in layer.getFeatures()]
    fields = layers[0].fields()
    return {
        "valid": all(layer.isValid() for layer in layers),
        "crs": layers[0].crs().authid(),
        "ids": sorted(feature["id"] for feature in rows),
        "types": {name: fields.field(name).typeName() for name in ("start", "end", "start_utc")},
        "geometry": sorted({QgsWkbTypes.displayString(layer.wkbType()) for layer in layers}),
        "starts": {
            feature["id"]: feature["start"].toString(Qt.ISODate)
            for feature in rows
            if isinstance(feature["start"], QDate) and feature["start"].isValid()
        },
        "titles": {feature["id"]: feature["title_zh_hant"] for feature in rows},
        "active": {
            day: sorted(i for layer in layers for i in active_on(layer, day)) for day in days
        },
    }


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    wanted = sys.argv[1].split(",")
    found = {path: seen(path, wanted) for path in sys.argv[2:]}
    sys.stdout.write(json.dumps(found, ensure_ascii=False))
    application.exitQgis()
