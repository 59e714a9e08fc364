"""Which data is on the map: the built-in record or an imported dataset, and one laid over it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import streamlit as st

from mapapp.app.shown import Shown, most_on_a_page, read_dataset, read_record_shown
from mapapp.app.words import language, say
from mapapp.errors import Problem
from mapapp.store import DatasetInfo, Store, default_folder

__all__ = [
    "BUILT_IN",
    "Choice",
    "choose_data",
    "choose_dataset",
    "datasets_of",
    "read_choice",
    "store_of",
]

BUILT_IN: Final = ""
"""The choice that is no dataset of the store; no dataset can have this name."""
_PARAMETER: Final = "dataset"
_OVER: Final = "over"
_WIDTH_PX: Final = 250


def store_of(home: Path) -> Store:
    """Return the store of the app: MAPAPP_DATA, else `datasets` in the app's folder."""
    folder = default_folder()
    return Store(folder if folder.is_absolute() else home / folder)


def datasets_of(store: Store) -> list[DatasetInfo]:
    """Return the datasets in the order of their titles, as people look for them."""
    return sorted(store.datasets(), key=lambda info: (info.title.casefold(), info.name))


def choose_dataset(name: str) -> None:
    """Show a dataset from the next run on, and the map with it; for callbacks, which run before."""
    st.session_state["next_dataset"] = name
    st.session_state["part"] = "map"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be on the map."""

    dataset: DatasetInfo | None
    """None is the built-in record."""
    over: DatasetInfo | None


def choose_data(home: Path) -> Choice:
    """Offer the datasets that there are, where there are any; return what is chosen."""
    infos = {info.name: info for info in datasets_of(store_of(home))}
    _keep_choice(infos)
    if "next_dataset" in st.session_state:
        st.session_state["dataset"] = st.session_state.pop("next_dataset")
    elif "dataset" not in st.session_state:
        st.session_state["dataset"] = st.query_params.get(_PARAMETER, BUILT_IN)
    if st.session_state.get("dataset") not in {BUILT_IN, *infos}:
        st.session_state["dataset"] = BUILT_IN
    if not infos:
        return Choice(None, None)

    def title(name: str) -> str:
        if not name:
            return say("data.built_in")
        # Streamlit knows an option by its label: of equal titles each also says its name.
        own = infos[name].title
        is_alone = [info.title for info in infos.values()].count(own) == 1
        return own if is_alone else f"{own} ({name})"

    name = st.selectbox(
        say("data.shown"),
        [BUILT_IN, *infos],
        format_func=title,
        key="dataset",
        label_visibility="collapsed",
        width=_WIDTH_PX,
    )
    chosen = infos.get(name)
    fitting = [other.name for other in infos.values() if other != chosen and _fit(chosen, other)]
    options = [BUILT_IN, *fitting]
    key = f"over {name}"
    if st.query_params.get(_PARAMETER, BUILT_IN) == name:
        st.session_state.setdefault(key, st.query_params.get(_OVER, BUILT_IN))
    if st.session_state.get(key) not in options:
        st.session_state[key] = BUILT_IN
    over = st.selectbox(
        say("data.over"),
        options,
        format_func=lambda one: say("data.with", title=title(one)) if one else say("data.alone"),
        key=key,
        label_visibility="collapsed",
        width=_WIDTH_PX,
    )
    _keep_in_address(name, over)
    st.session_state["data chosen"] = (name, over)
    return Choice(chosen, infos.get(over))


def _keep_choice(infos: dict[str, DatasetInfo]) -> None:
    """Choose again what was chosen where the words of the options are new.

    Streamlit knows an option by its label, which another language or title changes.
    """
    words = (language(), *((info.name, info.title) for info in infos.values()))
    is_new = st.session_state.get("data words") != words
    st.session_state["data words"] = words
    if is_new and "data chosen" in st.session_state:
        name, over = st.session_state["data chosen"]
        st.session_state["dataset"], st.session_state[f"over {name}"] = name, over


def _keep_in_address(name: str, over: str) -> None:
    """Put the data into the address, so that a link brings it back; a view is of its data."""
    shown = {key: value for key, value in ((_PARAMETER, name), (_OVER, over)) if value}
    if {
        key: st.query_params.get(key) for key in (_PARAMETER, _OVER) if key in st.query_params
    } != shown:
        st.query_params.from_dict(shown)


def _fit(chosen: DatasetInfo | None, other: DatasetInfo) -> bool:
    """Return whether two datasets go together on one page."""
    rows = chosen.rows_kept if chosen else 0
    return rows + other.rows_kept <= most_on_a_page()


def read_choice(home: Path, choice: Choice) -> Shown | tuple[Problem, ...]:
    """Return what was chosen, ready to be shown; or the faults of the record."""
    store, static = store_of(home), home / "static"
    if choice.dataset is None:
        return read_record_shown(home / "geodata", static, choice.over, store)
    return read_dataset(store, choice.dataset, static, choice.over)
