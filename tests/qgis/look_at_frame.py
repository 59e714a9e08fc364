"""Run by QGIS's own Python: draws one frame and counts what can be told from its pixels."""

from __future__ import annotations

import json
import sys
from collections import Counter

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtGui import QColor, QImage
from render_frame import BOX, render

TONES = {"supply_cut": "#a87400", "arc": "#358570", "ink": "#1b1f24"}
"""The arc is drawn with a little of the ground shining through."""
REACH = 12


def near(pixel: int, tone: str) -> bool:
    wanted, found = QColor(tone), QColor(pixel)
    return all(
        abs(one - other) <= REACH
        for one, other in zip(wanted.getRgb()[:3], found.getRgb()[:3], strict=True)
    )


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    file, picture, window = sys.argv[1:]
    errors = render(file, picture, BOX, window)
    image = QImage(picture)
    pixels = Counter(image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    counts = {
        name: sum(number for pixel, number in pixels.items() if near(pixel, tone))
        for name, tone in TONES.items()
    }
    sys.stdout.write(json.dumps({"errors": errors, "colours": len(pixels), **counts}))
    sys.stdout.flush()
    QgsProject.instance().clear()
    application.exitQgis()
