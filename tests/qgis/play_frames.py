"""Run by QGIS's own Python: opens files and plays frames of time as the Temporal Controller does.

QT_QPA_PLATFORM=offscreen /usr/bin/python3 play_frames.py BEGIN/END,BEGIN/END… FILE…

Prints, for each file, the full range that the Controller finds, its frame when nothing was set, and
the ids of each frame.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from open_exports import open_all, shown_in
from qgis.core import QgsApplication, QgsProject, QgsTemporalNavigationObject
from qgis.gui import QgsTemporalControllerWidget
from qgis.PyQt.QtCore import QDateTime, Qt


def played(path: str, frames: list[str]) -> dict[str, Any]:
    """Return what the Temporal Controller says and shows after a file was opened."""
    controller = QgsTemporalControllerWidget()
    QgsProject.instance().clear()
    layers = [layer for layer in open_all(path) if layer.isSpatial()]
    navigation = controller.temporalController()
    navigation.setNavigationMode(QgsTemporalNavigationObject.Animated)
    extents = navigation.temporalExtents()
    first = navigation.dateTimeRangeForFrameNumber(0)
    return {
        "range": [extents.begin().toString(Qt.ISODate), extents.end().toString(Qt.ISODate)],
        "first": [first.begin().toString(Qt.ISODate), first.end().toString(Qt.ISODate)],
        "shown": {frame: shown(layers, frame) for frame in frames},
    }


def shown(layers: list[Any], frame: str) -> list[str]:
    begin, end = (QDateTime.fromString(f"{at}Z", Qt.ISODate) for at in frame.split("/"))
    return sorted(key for layer in layers for key in shown_in(layer, begin, end))


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    found = {path: played(path, sys.argv[1].split(",")) for path in sys.argv[2:]}
    sys.stdout.write(json.dumps(found))
    sys.stdout.flush()
    QgsProject.instance().clear()
    application.exitQgis()
