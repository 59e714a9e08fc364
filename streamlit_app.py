"""The app: Map, Table, Download and About over the record in geodata/. No rule of the domain here.

Run it with `make app`. The page in the map tab is the same document that `mapapp page` writes; it
lives in a sandboxed frame and tells the app which events its reader sees.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import streamlit as st

from mapapp.bridge import APP_STYLE, Asked, map_frame, publish_page
from mapapp.errors import Problem
from mapapp.exporters import EXPORTERS
from mapapp.exporters.view import DOWNLOADS, view_bytes
from mapapp.labels import LANGUAGES, label
from mapapp.layers import build_tables
from mapapp.model import Dataset
from mapapp.page import render_record_page
from mapapp.page.view_table import sources_of, table_rows
from mapapp.record import Record, read_record

HERE: Final = Path(__file__).parent
GEODATA: Final = HERE / "geodata"
STATIC: Final = HERE / "static"


@dataclass(frozen=True)
class Shown:
    """What one version of the record gives the app; never changed once made."""

    address: str
    record: Record
    dataset: Dataset
    tables: dict[str, gpd.GeoDataFrame]


def fingerprint(folder: Path) -> str:
    """Return a hash of every file's name, size and time, so that an edit is seen on reload."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found = path.stat()
            digest.update(
                f"{path.relative_to(folder)}|{found.st_size}|{found.st_mtime_ns}\n".encode()
            )
    return digest.hexdigest()


@st.cache_resource(max_entries=2, show_spinner=False)
def read_shown(fingerprint_of_record: str) -> Shown | tuple[Problem, ...]:  # noqa: ARG001 -- the key of the cache
    """Read the record and publish its page, once for each state of its files; or its faults."""
    record, problems = read_record(GEODATA)
    if record is None:
        return tuple(problems)
    address = publish_page(render_record_page(record), STATIC)
    return Shown(address, record, record.dataset, build_tables(record))


def attempt(part: Callable[..., None], *arguments: Any) -> None:
    """Run one part of the app; if it fails, a sentence takes its place and the rest goes on.

    The reader must never meet a traceback; the log keeps it for whoever runs the app.
    """
    try:
        part(*arguments)
    except Exception:
        logging.getLogger(__name__).exception("a part of the app failed: %s", part.__name__)
        st.error(say("app.fault"))


def say(key: str, **values: object) -> str:
    """Return a label in the language the reader chose on the map, else the browser's."""
    return label(key, language(), **values)


def language() -> str:
    """Return the interface language: the map's own, else the one the browser asks for."""
    chosen = st.session_state.get("language")
    if chosen:
        return str(chosen)
    asked = str(st.context.locale or "en")
    if not asked.startswith("zh"):
        return "en"
    return "zh_hant" if any(part in asked for part in ("Hant", "TW", "HK", "MO")) else "zh_hans"


def show_map(shown: Shown) -> None:
    """Show the page and remember what its reader sees."""
    asked = st.session_state.get("asked", {"link": "", "serial": 0})
    view = map_frame(
        Asked(
            shown.address,
            link=asked["link"],
            serial=asked["serial"],
            theme=st.context.theme.type or "light",
            title=say("app.map"),
            failed=say("app.frame_failed"),
        )
    )
    if view.get("language") in LANGUAGES and view["language"] != language():
        st.session_state["language"] = view["language"]
        st.rerun()
    st.session_state["view"] = dict(view)


def events_in_view(shown: Shown) -> list[str]:
    """Return the ids of the events that the map shows, all of them before it has said so."""
    view: Mapping[str, Any] = st.session_state.get("view", {})
    return [str(name) for name in view.get("events", shown.tables["events"].index)]


def show_table(shown: Shown) -> None:
    """Show the events in view as a table; choosing a row selects the event on the map."""
    st.caption(say("app.table_hint"))
    rows = table_rows(shown.tables, events_in_view(shown), language())
    st.dataframe(
        rows,
        key="table",
        hide_index=True,
        selection_mode="single-row",
        on_select=lambda: choose(list(rows.index)),
        height=560,
    )


def choose(ids: list[str]) -> None:
    """Ask the map to show the event of the chosen row."""
    chosen = st.session_state["table"]["selection"]["rows"]
    if chosen and chosen[0] < len(ids):
        serial = st.session_state.get("asked", {"serial": 0})["serial"] + 1
        st.session_state["asked"] = {"link": f"event={ids[chosen[0]]}", "serial": serial}


def show_download(shown: Shown) -> None:
    """Offer exactly the events in view, in every format that is one file."""
    ids = events_in_view(shown)
    st.write(say("app.download_hint", n=len(ids)))
    if not ids:
        return
    name = st.selectbox(
        say("app.download_format"), DOWNLOADS, format_func=lambda key: EXPORTERS[key].title
    )
    exporter = EXPORTERS[name]
    st.download_button(
        say("app.download_button", format=exporter.title),
        partial(
            view_bytes,
            shown.record,
            ids,
            name,
            language=language(),
            link=str(st.session_state.get("view", {}).get("link", "")),
            exported_at=datetime.now(UTC),
        ),
        file_name=f"{shown.dataset.name}-view{exporter.suffix}",
        mime=exporter.mediatype,
        on_click="ignore",
    )
    if exporter.losses:
        st.caption(say("app.download_losses"))
        st.text("\n".join(f"· {loss.what} → {loss.instead}" for loss in exporter.losses))


def show_about(shown: Shown) -> None:
    """Say what the data is, who says so, and how to correct it."""
    st.subheader(say("about.what"))
    st.text(shown.dataset.description)
    for part in ("method", "limits", "correct"):
        st.subheader(say(f"about.{part}"))
        st.text(say(f"about.{part}_text"))
    st.text(say("about.data", license=f"{shown.dataset.license} · {shown.dataset.attribution}"))
    st.subheader(say("about.sources"))
    st.dataframe(
        [
            {key: source[key] for key in ("publisher", "title", "published", "language", "url")}
            for source in sources_of(shown.tables)
        ],
        hide_index=True,
        column_config={"url": st.column_config.LinkColumn()},
    )


def show_problems(problems: tuple[Problem, ...]) -> None:
    """Show the faults that keep the record from being drawn."""
    st.warning(say("app.record_faults"))
    st.code("\n".join(str(problem) for problem in problems[:200]), language=None)


def main() -> None:
    """Lay out the app."""
    st.set_page_config(page_title="mapapp", layout="wide")
    st.html(APP_STYLE)
    shown = read_shown(fingerprint(GEODATA))
    if isinstance(shown, tuple):
        show_problems(shown)
        return
    part = st.segmented_control(
        say("app.menu"),
        list(PARTS),
        format_func=lambda name: say(f"app.tab_{name}"),
        default="map",
        required=True,
        key="part",
        label_visibility="collapsed",
    )
    # The map always runs and is only hidden: a frame that a run leaves out would start anew.
    st.html(f"<style>{'' if part == 'map' else '.st-key-map {display: none}'}</style>")
    with st.container(key="map"):
        attempt(show_map, shown)
    if part != "map":
        attempt(PARTS[part], shown)


PARTS: Final[dict[str, Callable[[Shown], None]]] = {
    "map": show_map,
    "table": show_table,
    "download": show_download,
    "about": show_about,
}

main()
