"""Add article: a news text in, drafts of its incidents out, a person in charge of every one."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import streamlit as st

from mapapp.app.choice import BUILT_IN, choose_dataset
from mapapp.app.map_part import ask_map
from mapapp.app.review_view import Reviewing
from mapapp.app.shown import read_record_once
from mapapp.app.words import language, say
from mapapp.bridge.review import review_frame
from mapapp.errors import MapappError
from mapapp.extract import extract, read_article
from mapapp.extract.journal import Journal
from mapapp.extract.review import Review
from mapapp.labels import read_labels
from mapapp.layers.files import write_layers
from mapapp.layers.tables import build_tables
from mapapp.record import Record, read_record

__all__ = ["show_article"]

_MOST_BYTES: Final = 5_000_000
_NEW: Final = ""
_GROUPS: Final = (
    "review.", "kind.", "status.", "certainty.", "applies.", "role.", "basis.", "what.",
    "place_kind.",
)  # fmt: skip
_WRITING: Final = threading.Lock()
"""One write to the record at a time, whoever is here."""


@dataclass
class _Session:
    """One article under review in one reader's session."""

    on: Reviewing
    key: str
    written: tuple[Path, ...] = ()
    """The files of the last write from here that was not taken back."""
    is_leaving: bool = False
    """Whether the reader is asked if drafts may be forgotten."""


def show_article(home: Path) -> None:
    """Ask for an article, then show its drafts for review and write what was accepted."""
    record = read_record_once(home / "geodata")
    if isinstance(record, tuple):
        st.error(say("app.record_faults"))
        st.code("\n".join(str(problem) for problem in record[:50]), language=None)
        return
    session: _Session | None = st.session_state.get("article")
    if session is None:
        with st.container(key="reading"):
            _ask(home, record)
    else:
        _show_review(home, record, session)


def _ask(home: Path, record: Record) -> None:
    """Ask for the text, the day it was published and its source."""
    st.subheader(say("article.add"), anchor=False)
    st.caption(say("article.add_hint"))
    file = st.file_uploader(
        say("article.file", n=_MOST_BYTES // 1_000_000),
        key="article file",
        max_upload_size=_MOST_BYTES // 1_000_000,
    )
    pasted = st.text_area(say("article.paste"), height=220, key="article text")
    first, second = st.columns(2)
    published = first.date_input(
        say("article.published"), value=None, min_value=date(1900, 1, 1), key="article published"
    )
    source = second.selectbox(
        say("article.source"),
        [_NEW, *sorted(record.sources)],
        format_func=lambda name: name or say("article.source_new"),
        key="article source",
    )
    about = _ask_source() if source == _NEW else {}
    if not st.button(say("article.read"), type="primary"):
        return
    missing = [
        key
        for key, given in (
            ("article.need_text", file or pasted.strip()),
            ("article.need_published", published),
            ("article.need_source", source or about.get("publisher")),
        )
        if not given
    ]
    for key in missing:
        st.error(say(key))
    if missing or published is None:
        return
    data = file.getvalue() if file else pasted.encode()
    if about and not about["id"]:
        about["id"] = _source_id(about["publisher"], published, record)
    try:
        st.session_state["article"] = _read(home, record, data, published, source, about)
    except MapappError as error:
        st.error(str(error))
        return
    st.rerun()


def _source_id(publisher: str, published: date, record: Record) -> str:
    """Return an id for a new source from who published it when, that the record does not use."""
    slug = re.sub(r"[^a-z0-9]+", "-", publisher.lower()).strip("-") or "article"
    chosen, number = f"{slug}-{published}", 2
    while chosen in record.sources:
        chosen, number = f"{slug}-{published}-{number}", number + 1
    return chosen


def _ask_source() -> dict[str, str]:
    """Ask who published an article whose source the record does not hold."""
    places = st.columns(4)
    names = ("publisher", "title", "url", "id")
    return {
        name: place.text_input(say(f"article.source_{name}"), key=f"article source {name}").strip()
        for name, place in zip(names, places, strict=True)
    }


def _read(  # noqa: PLR0913, PLR0917 -- what was asked for, one argument each
    home: Path, record: Record, data: bytes, published: date, source: str, about: Mapping[str, str]
) -> _Session:
    """Return a review of the drafts of an article; raise MapappError."""
    if len(data) > _MOST_BYTES:
        raise MapappError(say("article.too_long", n=_MOST_BYTES // 1_000_000))
    with st.spinner(say("article.reading")):
        extraction = extract(read_article(data), published, record, source or about["id"])
        review = Review(extraction, home / "geodata")
        if source == _NEW:
            review.add_source(about["id"], {key: text for key, text in about.items() if text})
    return _Session(Reviewing(review), hashlib.sha256(data).hexdigest()[:16])


def _show_review(home: Path, record: Record, session: _Session) -> None:
    """Show the drafts beside the text, and what can be done with all of them."""
    on = session.on
    changes = on.review.changes()
    ready = len(changes.events) + len(changes.changed)
    with st.container(horizontal=True, key="review actions"):
        st.button(
            say("article.write", n=ready) if ready else say("article.write_none"),
            type="primary",
            disabled=not ready,
            on_click=_write,
            args=(home, session),
        )
        if session.written:
            st.button(say("article.undo_write"), on_click=_undo_write, args=(home, session))
            st.button(say("article.show_on_map"), on_click=_show_on_map, args=(session,))
        st.button(say("article.another"), on_click=_leave, args=(session, ready))
        if session.is_leaving:
            st.button(say("article.forget"), on_click=_forget)
            st.button(say("article.stay"), on_click=_stay, args=(session,))
    if session.is_leaving:
        st.warning(say("article.unwritten", n=ready))
    # Always there, so that the review below it is never another element to Streamlit.
    with st.container(key="told"):
        if not on.review.items:
            st.info(say("article.nothing"))
        if on.told:
            st.code(on.told, language=None, wrap_lines=True)
    data = {
        **on.payload(record, language()),
        "key": session.key,
        "words": _words(),
        "theme": st.context.theme.type or "light",
    }
    review_frame(data, "review", on.hear)


def _words() -> dict[str, str]:
    """Return the labels of the review in the reader's language, {placeholders} as they are."""
    chosen = language()
    found = read_labels().items()
    return {key: texts[chosen] for key, texts in found if key.startswith(_GROUPS)}


def _leave(session: _Session, ready: int) -> None:
    """Put the article away, or first ask, where something accepted is not written."""
    if ready:
        session.is_leaving = True
    else:
        _forget()


def _stay(session: _Session) -> None:
    """Go on with the review."""
    session.is_leaving = False


def _forget() -> None:
    """Put the article away; what was not written is gone."""
    st.session_state.pop("article", None)


def _show_on_map(session: _Session) -> None:
    """Show the record's map with the first event that was written."""
    choose_dataset(BUILT_IN)
    events = [path.stem for path in session.written if path.parent.parent.name == "events"]
    if events:
        ask_map(f"event={events[0]}")


# A callback can be cut off wherever it touches Streamlit, and a run begins anew; so the words are
# taken first, and nothing of Streamlit stands between a write and what is said of it.
def _write(home: Path, session: _Session) -> None:
    """Write what was accepted through the record's checker, all or nothing, and the layers."""
    faulty, written = say("article.faults"), say("article.written")
    on = session.on
    session.is_leaving = False
    try:
        with _WRITING:
            paths, problems = on.review.write()
            if problems:
                on.told = "\n".join([faulty, *(str(problem) for problem in problems[:50])])
                return
            session.written = tuple(paths)
            _build(home)
    except (MapappError, OSError) as error:
        on.told = str(error)
        return
    on.told = _told(written, paths, home)


def _undo_write(home: Path, session: _Session) -> None:
    """Take the last write back, byte for byte, and build the layers again."""
    not_last, undone = say("article.not_last"), say("article.undone")
    on = session.on
    try:
        with _WRITING:
            if not _is_last(home, session.written):
                on.told = not_last
                return
            paths = on.review.undo_write()
            session.written = ()
            _build(home)
    except (MapappError, OSError) as error:
        on.told = str(error)
        return
    on.told = _told(undone, paths, home)


def _is_last(home: Path, written: tuple[Path, ...]) -> bool:
    """Return whether nobody has written to the record since."""
    root = home / "geodata"
    files: list[dict[str, str]] = next(
        (e["files"] for e in reversed(Journal(root).entries()) if e["files"]), []
    )
    return {root / file["path"] for file in files} == set(written)


def _told(sentence: str, paths: Sequence[Path], home: Path) -> str:
    """Return a sentence and the files that it is about."""
    names = [path.relative_to(home).as_posix() for path in paths]
    return "\n".join((sentence, *names))


def _build(home: Path) -> None:
    """Write layers/ from the record as it now is."""
    record, _ = read_record(home / "geodata")
    if record is not None:
        write_layers(build_tables(record), record, home / "layers")
