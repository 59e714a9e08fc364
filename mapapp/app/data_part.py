"""Add data: a file as it was downloaded, what it is taken for, the import and its report."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final

import streamlit as st

from mapapp.app.choice import datasets_of, store_of
from mapapp.app.dataset_list import list_datasets
from mapapp.app.import_form import digest_of, limits, saved, show_form
from mapapp.app.import_job import ImportJob, Told
from mapapp.app.import_view import show_report
from mapapp.app.words import language, literally, say, tell
from mapapp.importers.importing import Asked
from mapapp.store import DatasetInfo, Store

__all__ = ["show_data"]

_LOOK_SECONDS: Final = 0.5
_MB: Final = 1024**2
"""Bytes of what Streamlit calls a megabyte."""


def show_data(home: Path) -> None:
    """Offer to import files, and list the datasets that there are."""
    store = store_of(home)
    with st.container(key="reading"):
        st.subheader(say("data.add"), anchor=False)
        st.caption(say("data.add_hint"))
        is_busy = _settle_job()
        most = min(st.get_option("server.maxUploadSize"), max(1, limits().bytes // _MB))
        files = st.file_uploader(
            say("data.file"),
            accept_multiple_files=True,
            key=f"files {st.session_state.get('imports', 0)}",
            max_upload_size=most,
        )
        if not (is_busy or files):
            st.caption(say("data.add_formats", n=most))
        if is_busy:
            _follow(st.session_state["import"])
        elif files:
            if "import error" in st.session_state:
                st.error(literally(tell(st.session_state.pop("import error"))))
            digest = digest_of(files)
            show_form(list(files), digest, partial(_begin, list(files), store))
        infos = datasets_of(store)
        _show_last(infos, is_covered=is_busy or bool(files))
        list_datasets(store, infos)


def _begin(files: list[Any], store: Store, asked: Asked) -> None:
    """Begin to import the files as they are asked for; `_follow` shows how far it is."""
    st.session_state.pop("report", None)
    save = partial(saved, files)
    st.session_state["import"] = ImportJob(
        save, store, asked, limits(), say("data.import_fault"), language()
    )


def _settle_job() -> bool:
    """Take over what became of an import that is done; return whether one still goes on.

    The files of one that went well are put away: their form has done its work.
    """
    job: ImportJob | None = st.session_state.get("import")
    if job is None:
        return False
    if not job.is_done:
        return True
    del st.session_state["import"]
    if job.told is None:
        st.session_state["import error"] = job.error or say("data.import_fault")
    else:
        st.session_state["report"] = job.told
        st.session_state["imports"] = st.session_state.get("imports", 0) + 1
    return False


@st.fragment(run_every=_LOOK_SECONDS)
def _follow(job: ImportJob) -> None:
    """Show the progress again and again until the import is done."""
    if job.is_done:
        st.rerun()
    share = min(max(job.share or 0.0, 0.0), 1.0)
    doing = tell(job.doing)
    st.progress(share, literally(doing[:1].upper() + doing[1:]))


def _show_last(infos: list[DatasetInfo], *, is_covered: bool) -> None:
    """Show the report of the last import while its dataset is there and nothing else is begun."""
    told: Told | None = st.session_state.get("report")
    if told is None or is_covered:
        return
    info = next((info for info in infos if info.name == told.info.name), None)
    if info is None:
        del st.session_state["report"]
    else:
        show_report(told)
