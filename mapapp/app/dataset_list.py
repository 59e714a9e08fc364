"""The datasets that there are: what each is, and to show, rename or remove it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from mapapp.app.choice import choose_dataset
from mapapp.app.words import literally, of, say, tell
from mapapp.store import DatasetInfo, Store

__all__ = ["list_datasets"]


def list_datasets(store: Store, infos: list[DatasetInfo]) -> None:
    """List the datasets, each with its terms."""
    if not infos:
        return
    st.subheader(say("data.datasets"), anchor=False)
    for info in infos:
        with st.container(border=True, key=f"dataset {info.name}"):
            _show_one(store, info)


def _show_one(store: Store, info: DatasetInfo) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch", gap=None, key=f"about {info.name}"):
            st.text(info.title)
            st.caption(_summary(info))
        st.button(
            of(say("data.show_on_map"), info.title),
            on_click=choose_dataset,
            args=(info.name,),
            key=f"show {info.name}",
        )
        with st.popover(of(say("data.about_data"), info.title), key=f"details {info.name}"):
            _show_details(store, info)
        with st.popover(of(say("data.rename"), info.title), key=f"rename {info.name}"):
            _ask_title(store, info)
        with st.popover(of(say("data.remove"), info.title), key=f"remove {info.name}"):
            st.warning(literally(say("data.remove_sure", title=info.title)))
            st.button(
                say("data.remove_yes"),
                on_click=store.remove,
                args=(info.name,),
                key=f"remove really {info.name}",
            )


def _summary(info: DatasetInfo) -> str:
    """Return kind, size and days of a dataset in a line."""
    kind = say(f"profile.{info.profile}")
    span = " – ".join(dict.fromkeys(day or "…" for day in (info.start, info.end)))
    days = span if info.start or info.end else say("data.no_days")
    return literally(say("data.about_one", kind=kind, n=info.rows_kept, span=days))


def _show_details(store: Store, info: DatasetInfo) -> None:
    """Show the terms, how the command line calls the dataset, and offer its report."""
    named = (f"{tell(info.licence)} · {info.attribution}".rstrip(" ·"), info.notice)
    st.text("\n".join(text for text in named if text))
    st.caption(say("data.command_name", name=info.name))
    st.download_button(
        say("data.report_csv"),
        partial(store.report_csv, info.name),
        f"{info.name}-report.csv",
        "text/csv",
        on_click="ignore",
        key=f"report of {info.name}",
    )


def _ask_title(store: Store, info: DatasetInfo) -> None:
    """Ask for another title."""
    key = f"title of {info.name}"

    def save() -> None:
        title = str(st.session_state[key]).strip()
        if title:
            store.retitle(info.name, title)

    st.text_input(say("data.title"), value=info.title, key=key)
    st.button(say("data.save"), type="primary", on_click=save, key=f"save {info.name}")
