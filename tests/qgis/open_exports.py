"""Run by QGIS's own Python: opens files as QGIS Desktop does and prints what it sees, as JSON.

QT_QPA_PLATFORM=offscreen /usr/bin/python3 open_exports.py DAY,DAY FILE …
"""

from __future__ import annotations

import json
import sys
from typing import Any

from qgis.core import (
    NULL,
    Qgis,
    QgsApplication,
    QgsDateTimeRange,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsMapSettings,
    QgsProject,
    QgsProviderRegistry,
    QgsProviderSublayerDetails,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt


def open_all(path: str) -> list[QgsVectorLayer]:
    """Add every layer of a file; styles are loaded as QGIS Desktop does after adding one."""
    options = QgsProviderSublayerDetails.LayerOptions(QgsProject.instance().transformContext())
    options.loadDefaultStyle = False
    layers = []
    flags = Qgis.SublayerQueryFlags(Qgis.SublayerQueryFlag.ResolveGeometryType)
    for found in QgsProviderRegistry.instance().querySublayers(path, flags):
        layer = found.toLayer(options)
        layer.setName(found.name())
        layer.loadDefaultStyle()
        QgsProject.instance().addMapLayer(layer)
        layers.append(layer)
    return layers


def plain(value: Any) -> Any:
    """Return an attribute as JSON has it."""
    if value == NULL or value is None:
        return None
    if isinstance(value, QDate):
        return value.toString("yyyy-MM-dd")
    if isinstance(value, QDateTime):
        return value.toUTC().toString("yyyy-MM-ddTHH:mm:ssZ").replace("Z", "") + "Z"
    return value


def shown_in(layer: QgsVectorLayer, begin: QDateTime, end: QDateTime) -> list[str]:
    """Return the ids that a frame of the Temporal Controller shows, by the settings as opened."""
    frame = QgsDateTimeRange(begin, end, True, False)
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    shown = layer.temporalProperties().createFilterString(context, frame)
    drawn = QgsMapSettings()
    drawn.setIsTemporal(True)
    drawn.setTemporalRange(frame)
    scopes = context_of(layer)
    scopes.appendScope(QgsExpressionContextUtils.mapSettingsScope(drawn))
    request = QgsFeatureRequest().setFilterExpression(shown).setExpressionContext(scopes)
    return sorted(feature["id"] for feature in layer.getFeatures(request))


def active_on(layer: QgsVectorLayer, day: str) -> list[str]:
    """Return the ids that the Temporal Controller shows on one day, from midnight to midnight."""
    begin = QDateTime.fromString(f"{day}T00:00:00Z", Qt.ISODate)
    return shown_in(layer, begin, begin.addDays(1))


def context_of(layer: QgsVectorLayer) -> QgsExpressionContext:
    return QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))


def tip_of(layer: QgsVectorLayer) -> str:
    """Return the map tip of the first feature, as QGIS evaluates it."""
    context = context_of(layer)
    context.setFeature(next(layer.getFeatures()))
    return str(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))


def label_texts(layer: QgsVectorLayer) -> dict[str, str]:
    """Return what the label of each feature says, by id."""
    settings = layer.labeling().settings()
    expression = QgsExpression(settings.fieldName)
    context = context_of(layer)
    expression.prepare(context)
    found = {}
    for feature in layer.getFeatures():
        context.setFeature(feature)
        found[feature["id"]] = plain(expression.evaluate(context))
    assert not expression.hasEvalError(), expression.evalErrorString()
    return found


def categories_of(layer: QgsVectorLayer) -> dict[str, str]:
    """Return colour by kind, from the renderer or the one inside it."""
    renderer = layer.renderer()
    embedded = getattr(renderer, "embeddedRenderer", lambda: None)()
    chosen = embedded or renderer
    if chosen.type() == "RuleRenderer":
        rules = [leaf for group in chosen.rootRule().children() for leaf in group.children()]
        return {rule.filterExpression(): rule.symbol().color().name() for rule in rules}
    if chosen.type() != "categorizedSymbol":
        return {}
    return {part.value(): part.symbol().color().name() for part in chosen.categories()}


def seen(layer: QgsVectorLayer, days: list[str]) -> dict[str, Any]:
    """Return what QGIS makes of one layer."""
    fields = layer.fields()
    names = [field.name() for field in fields]
    found: dict[str, Any] = {
        "name": layer.name(),
        "valid": layer.isValid(),
        "crs": layer.crs().authid(),
        "geometry": QgsWkbTypes.displayString(layer.wkbType()),
        "types": {field.name(): field.typeName() for field in fields},
        "aliases": {name: layer.attributeAlias(at) for at, name in enumerate(names)},
        "licenses": layer.metadata().licenses(),
        "history": layer.metadata().history(),
        "rows": [
            {name: plain(feature[name]) for name in names}
            | {"geometry": None if feature.geometry().isNull() else wkb(feature)}
            for feature in layer.getFeatures()
        ],
    }
    if not layer.isSpatial():
        return found
    temporal = layer.temporalProperties()
    return found | {
        "temporal": {
            "active": temporal.isActive(),
            "mode": int(temporal.mode()),
            "limits": int(temporal.limitMode()),
            "start": temporal.startExpression(),
            "end": temporal.endExpression(),
        },
        "shown": {day: active_on(layer, day) for day in days},
        "renderer": layer.renderer().type(),
        "categories": categories_of(layer),
        "labels_on": layer.labelsEnabled(),
        "labels": label_texts(layer),
        "tip": tip_of(layer),
        "title": layer.displayExpression(),
        "words": layer.editorWidgetSetup(names.index("kind")).type(),
    }


def wkb(feature: Any) -> str:
    return bytes(feature.geometry().asWkb()).hex()


def seen_in_file(path: str, days: list[str]) -> dict[str, Any]:
    """Return all layers of a file, or of a project with what it says about itself."""
    project = QgsProject.instance()
    project.clear()
    if not path.endswith(".qgz"):
        return {"layers": [seen(layer, days) for layer in open_all(path)]}
    read = project.read(path)
    nodes = {node.layerId(): node for node in project.layerTreeRoot().findLayers()}
    span = project.timeSettings().temporalRange()
    return {
        "read": read,
        "layers": [
            seen(layer, days) | {"visible": nodes[key].isVisible(), "source": layer.source()}
            for key, layer in project.mapLayers().items()
            if not key.startswith("mapapp_base_")
        ],
        "base": {
            layer.name(): layer.isValid() and layer.featureCount()
            for key, layer in project.mapLayers().items()
            if key.startswith("mapapp_base_")
        },
        "relations": {
            relation.id(): relation.isValid()
            for relation in project.relationManager().relations().values()
        },
        "span": [plain(span.begin()), plain(span.end())],
        "crs": project.crs().authid(),
        "title": project.title(),
        "history": project.metadata().history(),
    }


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    wanted = sys.argv[1].split(",")
    found = {path: seen_in_file(path, wanted) for path in sys.argv[2:]}
    sys.stdout.write(json.dumps(found, ensure_ascii=False))
    sys.stdout.flush()
    QgsProject.instance().clear()
    application.exitQgis()
