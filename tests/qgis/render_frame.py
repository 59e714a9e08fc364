"""Run by QGIS's own Python: draws a GeoPackage or project as it opens, as a picture.

QT_QPA_PLATFORM=offscreen /usr/bin/python3 render_frame.py FILE PICTURE.png [WEST,SOUTH,EAST,NORTH
[FROM/TO]]; prints the messages of the renderer, as JSON.
"""

from __future__ import annotations

import json
import sys

from open_exports import open_all
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDateTimeRange,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QDateTime, QSize, Qt
from qgis.PyQt.QtGui import QColor

BOX = "96,13,104,22"
SIZE = QSize(1400, 900)


def settings_of(path: str, box: str, window: str | None) -> QgsMapSettings:
    """Return what to draw: the visible layers in their order, points on top."""
    project = QgsProject.instance()
    settings = QgsMapSettings()
    if path.endswith(".qgz"):
        project.read(path)
        root = project.layerTreeRoot()
        layers = [one for one in root.layerOrder() if root.findLayer(one).isVisible()]
        settings.setBackgroundColor(project.backgroundColor())
    else:
        project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
        layers = sorted(open_all(path), key=lambda layer: layer.geometryType())
        settings.setBackgroundColor(QColor("white"))
    settings.setLayers([layer for layer in layers if layer.isSpatial()])
    settings.setDestinationCrs(project.crs())
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    turned = QgsCoordinateTransform(degrees, project.crs(), project)
    settings.setExtent(turned.transformBoundingBox(QgsRectangle(*map(float, box.split(",")))))
    settings.setOutputSize(SIZE)
    settings.setOutputDpi(96)
    if window:
        begin, end = (QDateTime.fromString(at, Qt.ISODate) for at in window.split("/"))
        settings.setIsTemporal(True)
        settings.setTemporalRange(QgsDateTimeRange(begin, end, True, False))
    return settings


def render(path: str, picture: str, box: str = BOX, window: str | None = None) -> list[str]:
    """Draw and save; return what the renderer complains of."""
    settings = settings_of(path, box, window)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.appendScope(QgsExpressionContextUtils.projectScope(QgsProject.instance()))
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(picture)
    return [error.message for error in job.errors()]


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    complaints = render(*sys.argv[1:])
    sys.stdout.write(json.dumps(complaints))
    sys.stdout.flush()
    QgsProject.instance().clear()
    application.exitQgis()
