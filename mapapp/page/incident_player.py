"""A folium plugin that plays anyone's events in time: `IncidentPlayer(layer).add_to(folium.Map())`.

Points, lines and polygons with a start and an end are shown at a moment, in a moving window or
cumulatively. All players of one map share one clock. Data travels as packed columns in JSON
blocks that browsers do not run, and is never put through a template; the player itself loads
nothing from any server.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final, Unpack

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template
from folium.utilities import JsCode

from mapapp.page.bundle import bundle_modules
from mapapp.page.document import ASSETS, json_block
from mapapp.page.player_dates import PlayerError
from mapapp.page.player_options import one_of
from mapapp.page.player_payload import Layers, PlayerOptions, build_payload

__all__ = ["IncidentPlayer", "PlayerError", "Verbatim"]

EVENTS: Final = ("timechange", "play", "pause", "select")
_STYLES: Final = ("plugin", "plugin_axis")
_UNSAFE: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'`$"}
_READ_BLOCK: Final = "(id) => JSON.parse(document.getElementById(id).textContent)"


class Verbatim(Element):
    """Text that goes into the document as it is: data is never read as a template."""

    def __init__(self, text: str) -> None:
        """Take the text."""
        super().__init__()
        self._text = text

    def render(self, **_: Any) -> str:
        """Return the text."""
        return self._text


class IncidentPlayer(MacroElement):
    """Plays the events of one or several GeoDataFrames on a folium map.

    `layer_or_layers` is a GeoDataFrame, a sequence of them, or a mapping of names to them; each
    needs a coordinate system and the columns `start` and `end` with dates, datetimes or ISO text.
    A missing start or end is an open side; `end=None` says that there is no such column, and then
    an event lasts `duration`, or a day where its start is a day.

    The options are those of PlayerOptions; `fields`, `color`, `group` and `title` are about the
    events, the others about the clock, where the first player of a map decides.

    Raises PlayerError, with every unreadable date in one report.
    """

    _template = Template("{% macro script(this, kwargs) %}{{ this.whole_script() }}{% endmacro %}")

    def __init__(
        self,
        layer_or_layers: Layers,
        start: str = "start",
        end: str | None = "end",
        **options: Unpack[PlayerOptions],
    ) -> None:
        """Check and pack everything at once, so that mistakes show where they are made."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "IncidentPlayer"
        self._payload = build_payload(layer_or_layers, start, end, options)
        self._listeners: list[tuple[str, str]] = []

    def on(self, **listeners: JsCode | str) -> IncidentPlayer:
        """Call JavaScript when something happens: `player.on(timechange=JsCode("e => …"))`.

        Events are timechange, play, pause and select. The code is yours and is run as it is.
        """
        for event, code in listeners.items():
            one_of("event", event, EVENTS)
            self._listeners.append((event, str(code)))
        return self

    def render(self, **_: Any) -> None:  # type: ignore[override]  # as folium's own elements
        """Put style, data and script into the figure that the map is in."""
        figure = self.get_root()
        if not isinstance(figure, Figure) or not isinstance(self._parent, folium.Map):
            raise PlayerError("IncidentPlayer: add it to a folium.Map before showing or saving")
        blocks = "\n".join(json_block(name, value) for name, value in self._blocks().items())
        parts = (
            (figure.header, "mapapp-player-style", f"<style>{_style()}</style>"),
            (figure.html, self.get_name(), blocks),
            (figure.script, "mapapp-player-library", _library()),
            (figure.script, self.get_name(), self._start(_READ_BLOCK)),
        )
        for place, name, text in parts:
            place.add_child(Verbatim(text), name=name)

    def whole_script(self) -> str:
        """Return library, data and start as one script, for hosts that take nothing but scripts.

        streamlit-folium is one. The data is a string for JSON.parse, of plain ASCII in which no
        sign that means something to HTML or to JavaScript is left.
        """
        text = json.dumps(json.dumps(self._blocks(), allow_nan=False)).translate(_UNSAFE)
        source = f"((blocks) => (id) => blocks[id])(JSON.parse({text}))"
        return f"{_library()}\n{self._start(source)}"

    def _blocks(self) -> dict[str, Any]:
        """Return the blocks of data by id; a map that was given a place is not moved."""
        name, data = self.get_name(), self._payload.data
        is_placed = isinstance(self._parent, folium.Map) and list(self._parent.location) != [0, 0]
        fit = not is_placed if data["fit"] is None else bool(data["fit"])
        texts = {f"{name}-{number}": rows for number, rows in enumerate(self._payload.texts)}
        return {name: {**data, "fit": fit}, **texts}

    def _start(self, source: str) -> str:
        parent = "" if self._parent is None else self._parent.get_name()
        calls = [f'mapappPlayer.attach(L, {parent}, "{self.get_name()}", {source})']
        calls += [f'.on("{event}", {code})' for event, code in self._listeners]
        return "\n".join(calls) + ";"

    def _get_self_bounds(self) -> list[list[float | None]]:
        """Return the bounds of all events, as folium's `get_bounds` wants them."""
        if not self._payload.bounds:
            return [[None, None], [None, None]]
        west, south, east, north = zip(*self._payload.bounds, strict=True)
        return [[min(south), min(west)], [max(north), max(east)]]


@cache
def _style() -> str:
    return "\n".join((ASSETS / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES)


@cache
def _library() -> str:
    """Return the script of all players; a second copy in one document does nothing."""
    return (
        "if (!globalThis.mapappPlayer) (() => {\n'use strict';\n"
        f"{bundle_modules(ASSETS, 'plugin')}\nglobalThis.mapappPlayer = module_plugin;\n}})();"
    )
