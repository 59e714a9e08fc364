"""Add data: a file as it was downloaded, what it is taken for, the import and its report."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import streamlit as st

from mapapp.app.choice import choose_dataset, store_of
from mapapp.app.import_job import ImportJob
from mapapp.app.words import say
from mapapp.errors import MapappError
from mapapp.importers.importing import Asked, Inspection, inspect_file
from mapapp.importers.limits import Limits, limits_from_environment
from mapapp.importers.mapping_names import FIELDS
from mapapp.importers.profiles import PROFILES
from mapapp.store import DatasetInfo, Store

__all__ = ["show_data"]

_APP_LIMITS: Final = Limits(bytes=1024**3, seconds=300, memory_bytes=4 * 1024**3)
"""Smaller than the command line's: the app may serve several people at once."""
_NONE: Final = ""
_LOOK_SECONDS: Final = 0.5


def show_data(home: Path) -> None:
    """Offer to import files, and list the datasets that there are."""
    store = store_of(home)
    with st.container(key="reading"):
        st.subheader(say("data.add"))
        st.caption(say("data.add_hint"))
        st.caption(say("data.add_large", n=st.get_option("server.maxUploadSize")))
        files = st.file_uploader(say("data.file"), accept_multiple_files=True, key="files")
        is_busy = _show_job()
        if files:
            _with_files(list(files), store, is_busy=is_busy)
        infos = store.datasets()
        _show_report({info.name for info in infos})
        _list_datasets(store, infos)


def limits() -> Limits:
    """Return the bounds of one import in the app: the smaller of its own and the environment's."""
    asked = limits_from_environment()
    names = ("bytes", "seconds", "memory_bytes")
    return replace(
        asked, **{name: min(getattr(asked, name), getattr(_APP_LIMITS, name)) for name in names}
    )


def _with_files(files: list[Any], store: Store, *, is_busy: bool) -> None:
    """Show what the files are taken for, and import them when asked to."""
    digest = hashlib.sha256(
        b"".join(hashlib.sha256(file.getbuffer()).digest() for file in files)
    ).hexdigest()
    asked = _asked(digest)
    try:
        inspection = _inspected(files, asked, digest)
    except MapappError as error:
        st.error(str(error))
        return
    _show_inspection(inspection, digest)
    st.text_input(say("data.title"), value=Path(files[0].name).stem, key=f"title {digest}")
    unanswered = [
        question for question in inspection.questions if question.key not in asked.answers
    ]
    if unanswered:
        st.warning(say("data.answer_first"))
    st.button(
        say("data.import"),
        type="primary",
        disabled=bool(unanswered) or is_busy,
        key=f"import {digest}",
        on_click=_import,
        args=(files, store, digest),
    )
    if "import error" in st.session_state:
        st.error(st.session_state.pop("import error"))


def _asked(digest: str) -> Asked:
    """Return what the person has said of these files so far.

    What is as it was guessed is not a wish, so that the same file is the same import whoever
    looked at it first.
    """
    guess: Inspection | None = st.session_state.get(f"guess {digest}")
    profile = st.session_state.get(f"profile {digest}") or None
    guessed = guess.mapping if guess else {}
    mapping = {
        field: chosen
        for field in FIELDS
        if (chosen := st.session_state.get(f"column {field} {digest}")) is not None
        and chosen != guessed.get(field, _NONE)
    }
    answers = {
        key.split(" ", 2)[1]: value
        for key, value in st.session_state.items()
        if isinstance(key, str) and key.startswith("answer ") and key.endswith(digest) and value
    }
    is_guess = guess is None or profile == guess.profile
    return Asked(profile=None if is_guess else profile, mapping=mapping, answers=answers)


def _inspected(files: list[Any], asked: Asked, digest: str) -> Inspection:
    """Return what the files are taken for; looked at anew only when something was said."""
    key = (digest, repr(asked))
    kept = st.session_state.get("inspection")
    if kept and kept[0] == key:
        found: Inspection = kept[1]
        return found
    with st.spinner(say("data.looking")), TemporaryDirectory(prefix="mapapp-") as folder:
        inspection = inspect_file(_saved(files, Path(folder)), asked, limits=limits())
    st.session_state["inspection"] = (key, inspection)
    st.session_state.setdefault(f"guess {digest}", inspection)
    return inspection


def _saved(files: list[Any], folder: Path) -> list[Path]:
    """Write uploaded files into a private folder, each in a folder of its own; return the paths."""
    paths = []
    for number, file in enumerate(files):
        place = folder / str(number)
        place.mkdir()
        path = place / (Path(file.name.replace("\\", "/")).name[-120:] or "file")
        path.write_bytes(file.getbuffer())
        paths.append(path)
    return paths


def _show_inspection(inspection: Inspection, digest: str) -> None:
    """Show the profile with its reasons, the columns, the questions and the first rows."""
    st.selectbox(
        say("data.profile"),
        list(PROFILES),
        index=list(PROFILES).index(inspection.profile),
        # Streamlit knows an option by its label, and two profiles may be of one provider.
        format_func=lambda name: f"{PROFILES[name].terms.title} ({name})",
        key=f"profile {digest}",
    )
    st.text("\n".join(f"· {reason}" for reason in (*inspection.reasons, *inspection.notes)))
    if inspection.mapping or inspection.profile == "generic":
        _show_mapping(inspection, digest)
    for question in inspection.questions:
        st.radio(
            question.text,
            [answer for answer, _ in question.choices],
            index=None,
            format_func=dict(question.choices).get,
            key=f"answer {question.key} {digest}",
        )
    with st.expander(say("data.sample", n=inspection.input_rows)):
        st.dataframe(list(inspection.sample), hide_index=True)


def _show_mapping(inspection: Inspection, digest: str) -> None:
    """Show which column is taken for what, to be changed."""
    with st.expander(say("data.columns"), expanded=True):
        places = st.columns(3)
        shown = [field for field in FIELDS if field in inspection.mapping]
        rest = [field for field in FIELDS if field not in inspection.mapping]
        for number, field in enumerate([*shown, *rest]):
            options = [_NONE, *inspection.columns]
            places[number % 3].selectbox(
                field.replace("_", " "),
                options,
                index=options.index(inspection.mapping.get(field, _NONE)),
                format_func=lambda name: name or "—",
                key=f"column {field} {digest}",
            )


def _import(files: list[Any], store: Store, digest: str) -> None:
    """Begin to import the files as they are asked for now; `_show_job` follows it."""
    wanted = replace(_asked(digest), title=st.session_state.get(f"title {digest}") or None)
    fault = say("app.fault")
    st.session_state["import"] = ImportJob(
        lambda folder: _saved(files, folder), store, wanted, limits(), fault
    )


def _show_job() -> bool:
    """Show how far the import is, or what became of it; return whether it still goes on."""
    job: ImportJob | None = st.session_state.get("import")
    if job is None:
        return False
    if not job.is_done:
        _follow(job)
        return True
    del st.session_state["import"]
    if job.error:
        st.session_state["import error"] = job.error
    else:
        st.session_state.pop("import error", None)
        st.session_state["report"] = (job.name, job.text, job.csv)
    return False


@st.fragment(run_every=_LOOK_SECONDS)
def _follow(job: ImportJob) -> None:
    """Show the progress again and again until the import is done."""
    if job.is_done:
        st.rerun()
    share = min(max(job.share or 0.0, 0.0), 1.0)
    st.progress(share, job.doing or say("data.importing"))


def _show_report(known: set[str]) -> None:
    """Show the report of the last import, and the way to its map."""
    if "report" not in st.session_state:
        return
    name, text, rows = st.session_state["report"]
    if name not in known:
        del st.session_state["report"]
        return
    st.success(say("data.imported"))
    st.code(text, language=None, wrap_lines=True)
    with st.container(horizontal=True):
        st.button(
            say("data.show_on_map"),
            type="primary",
            on_click=choose_dataset,
            args=(name,),
            key="show imported",
        )
        if rows:
            st.download_button(
                say("data.report_csv"), rows, f"{name}-report.csv", "text/csv", on_click="ignore"
            )


def _list_datasets(store: Store, infos: list[DatasetInfo]) -> None:
    """List the datasets, each with its terms, to be shown or removed."""
    if not infos:
        return
    st.subheader(say("data.datasets"))
    for info in infos:
        _list_one(store, info)


def _list_one(store: Store, info: DatasetInfo) -> None:
    with st.container(border=True, key=f"dataset {info.name}"):
        st.text(info.title)
        span = " – ".join(day or "…" for day in (info.start, info.end))
        numbers = {"n": f"{info.rows_kept:,}", "refused": f"{info.rows_refused:,}"}
        st.caption(say("data.rows", **numbers, span=span))
        st.text(
            "\n".join(
                text for text in (f"{info.licence} · {info.attribution}", info.notice) if text
            )
        )
        with st.container(horizontal=True):
            st.button(
                say("data.show_on_map"),
                on_click=choose_dataset,
                args=(info.name,),
                key=f"show {info.name}",
            )
            if st.button(say("data.remove"), key=f"remove {info.name}"):
                st.session_state["removing"] = info.name
        if st.session_state.get("removing") == info.name:
            _confirm_removal(lambda: store.remove(info.name), info)


def _confirm_removal(remove: Callable[[], None], info: DatasetInfo) -> None:
    """Remove a dataset once the person has said so twice."""

    def removed() -> None:
        remove()
        st.session_state.pop("removing", None)

    st.warning(say("data.remove_sure", title=info.title))
    st.button(say("data.remove_yes"), on_click=removed, key=f"remove really {info.name}")
