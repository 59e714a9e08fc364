"""Run by QGIS's own Python: evaluates an expression for every feature, prints values by id.

QT_QPA_PLATFORM=offscreen /usr/bin/python3 evaluate.py LAYER EXPRESSION [FROM TO]
"""

from __future__ import annotations

import json
import sys

from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt


def values(source: str, text: str, window: list[str]) -> dict[str, object]:
    """Return the value for each feature, in a map that shows `window`."""
    layer = QgsVectorLayer(source, "layer", "ogr")
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    scope = QgsExpressionContextScope()
    for name, at in zip(("map_start_time", "map_end_time"), window, strict=False):
        scope.setVariable(name, QDateTime.fromString(at, Qt.ISODate), True)
    context.appendScope(scope)
    expression = QgsExpression(text)
    expression.prepare(context)
    found = {}
    for feature in layer.getFeatures():
        context.setFeature(feature)
        found[feature["id"]] = bool(expression.evaluate(context))
        if expression.hasEvalError():
            raise ValueError(expression.evalErrorString())
    return found


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    sys.stdout.write(json.dumps(values(sys.argv[1], sys.argv[2], sys.argv[3:])))
    sys.stdout.flush()
    application.exitQgis()
