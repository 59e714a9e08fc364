"""The form of an import: what the files are taken for and why, and what can be changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import streamlit as st

from mapapp.app.words import literally, say, tell
from mapapp.errors import MapappError
from mapapp.importers.importing import Asked, inspect_file
from mapapp.importers.limits import Limits, limits_from_environment
from mapapp.importers.mapping_names import FIELDS
from mapapp.importers.profiles import PROFILES
from mapapp.importers.questions import Question
from mapapp.importers.translating import Inspection

__all__ = ["digest_of", "keep_form", "limits", "saved", "show_form", "wishes"]

_APP_LIMITS: Final = Limits(bytes=1024**3, seconds=300, memory_bytes=4 * 1024**3)
"""Smaller than the command line's: the app may serve several people at once."""
_NONE: Final = ""
_LONGEST_NAME_BYTES: Final = 200
_IN_A_ROW: Final = 3
_ALWAYS: Final = ("date", "lat", "lon", "title", "kind", "place", "summary", "people", "source")
"""Fields that a table is asked for even where no column was found for them."""


def limits() -> Limits:
    """Return the bounds of one import in the app: the smaller of its own and the environment's."""
    asked = limits_from_environment()
    names = ("bytes", "seconds", "memory_bytes")
    return replace(
        asked, **{name: min(getattr(asked, name), getattr(_APP_LIMITS, name)) for name in names}
    )


def digest_of(files: list[Any]) -> str:
    """Return what tells these uploads from others."""
    parts = (hashlib.sha256(file.getbuffer()).digest() for file in files)
    return hashlib.sha256(b"".join(parts)).hexdigest()


def saved(files: list[Any], folder: Path) -> list[Path]:
    """Write uploaded files into a private folder, each in a folder of its own; return the paths."""
    paths = []
    for number, file in enumerate(files):
        place = folder / str(number)
        place.mkdir()
        path = place / _file_name(file.name)
        path.write_bytes(file.getbuffer())
        paths.append(path)
    return paths


def _file_name(name: str) -> str:
    """Return a name that any system takes for a file, from one that a stranger chose."""
    plain = "".join(sign for sign in Path(name.replace("\\", "/")).name if sign.isprintable())
    short = plain.encode()[-_LONGEST_NAME_BYTES:].decode("utf-8", "ignore")
    return "file" if short in {"", ".", ".."} else short


def wishes(digest: str) -> Asked:
    """Return what the person has said of these files so far.

    What is as it was guessed is not a wish, so that the same file is the same import whoever
    looked at it first.
    """
    guess: Inspection | None = st.session_state.get(f"guess {digest}")
    profile = st.session_state.get(f"profile {digest}") or (guess.profile if guess else None)
    guessed = st.session_state.get(f"guessed {profile} {digest}", {})
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


def keep_form() -> None:
    """Choose again what was chosen: Streamlit knows an option by its label, which changes now."""
    for key, value in list(st.session_state.items()):
        if isinstance(key, str) and key.startswith(("profile ", "column ", "answer ")):
            st.session_state[key] = value


def show_form(files: list[Any], digest: str, begin: Callable[[Asked], None]) -> None:
    """Show what the files are taken for; `begin` is called with all wishes when asked to import."""
    asked = wishes(digest)
    try:
        inspection = _inspected(files, asked, digest)
    except MapappError as error:
        st.error(literally(tell(str(error))))
        return
    _show_profile(inspection, digest)
    unanswered = _ask_questions(inspection, digest, asked)
    if inspection.mapping or inspection.profile == "generic":
        _show_mapping(inspection, digest, asked)
    with st.expander(say("data.sample", n=inspection.input_rows)):
        st.dataframe(list(inspection.sample), hide_index=True)
    _ask_title(inspection, digest, Path(files[0].name).stem)
    if unanswered:
        st.caption(say("data.answer_first"))
    st.button(
        say("data.import"),
        type="primary",
        disabled=unanswered,
        key=f"import {digest}",
        on_click=lambda: begin(_with_words(digest)),
    )


def _inspected(files: list[Any], asked: Asked, digest: str) -> Inspection:
    """Return what the files are taken for; looked at anew only when something was said."""
    key = (digest, repr(asked))
    kept = st.session_state.get("inspection")
    if kept and kept[0] == key:
        found: Inspection = kept[1]
        return found
    with st.spinner(say("data.looking")), TemporaryDirectory(prefix="mapapp-") as folder:
        inspection = inspect_file(saved(files, Path(folder)), asked, limits=limits())
    st.session_state["inspection"] = (key, inspection)
    st.session_state.setdefault(f"guess {digest}", inspection)
    st.session_state.setdefault(f"guessed {inspection.profile} {digest}", inspection.mapping)
    return inspection


def _show_profile(inspection: Inspection, digest: str) -> None:
    """Show the profile with its reason, and how the file was read."""
    st.selectbox(
        say("data.profile"),
        list(PROFILES),
        index=list(PROFILES).index(inspection.profile),
        format_func=lambda name: say(f"profile.{name}"),
        key=f"profile {digest}",
    )
    is_matched = PROFILES[inspection.profile].uses_mapping
    guess = st.session_state[f"guess {digest}"]
    show = st.caption if inspection.profile in {guess.profile, "generic"} else st.warning
    show(say("data.matched") if is_matched else literally(tell(inspection.reasons[0])))
    details = [*inspection.reasons[1:], *inspection.notes]
    if details:
        with st.expander(say("data.details")):
            st.text("\n".join(f"· {tell(detail)}" for detail in details))


def _ask_questions(inspection: Inspection, digest: str, asked: Asked) -> bool:
    """Ask what the file does not say; return whether an answer is missing."""
    for question in _asked_so_far(inspection, digest, asked):
        with st.container(border=True):
            st.caption(say("data.question"))
            st.radio(
                literally(tell(question.text)),
                [answer for answer, _ in question.choices],
                index=None,
                format_func={
                    answer: literally(tell(text)) for answer, text in question.choices
                }.get,
                key=f"answer {question.key} {digest}",
            )
    return any(question.key not in asked.answers for question in inspection.questions)


def _asked_so_far(inspection: Inspection, digest: str, asked: Asked) -> list[Question]:
    """Return what is asked with what was answered before, so that an answer stays and can change.

    Another profile or mapping has questions of its own.
    """
    about = (digest, inspection.profile, repr(asked.mapping))
    kept = st.session_state.get("questions")
    found: dict[str, Question] = kept[1] if kept and kept[0] == about else {}
    found |= {question.key: question for question in inspection.questions}
    st.session_state["questions"] = (about, found)
    return list(found.values())


def _show_mapping(inspection: Inspection, digest: str, asked: Asked) -> None:
    """Show which column is taken for what, to be changed; fields that are rare only when asked.

    A field that was taken out stays: what is not shown in a run, Streamlit forgets.
    """
    with st.expander(say("data.columns"), expanded=True):
        found = [field for field in FIELDS if field in {*inspection.mapping, *asked.mapping}]
        usual = [field for field in _ALWAYS if field not in found]
        shows_all = st.session_state.get(f"all fields {digest}", False)
        rest = [field for field in FIELDS if field not in {*found, *usual}] if shows_all else []
        fields = [*found, *usual, *rest]
        for first in range(0, len(fields), _IN_A_ROW):
            # Row by row, so that on a narrow screen they stay in their order.
            places = st.columns(_IN_A_ROW)
            for place, field in zip(places, fields[first : first + _IN_A_ROW], strict=False):
                _choose_column(place, inspection, field, digest)
        st.toggle(say("data.more_columns"), key=f"all fields {digest}")


def _choose_column(place: Any, inspection: Inspection, field: str, digest: str) -> None:
    options = [_NONE, *inspection.columns]
    place.selectbox(
        say(f"column.{field}"),
        options,
        index=options.index(inspection.mapping.get(field, _NONE)),
        format_func=lambda name: name or say("data.not_used"),
        key=f"column {field} {digest}",
    )


def _ask_title(inspection: Inspection, digest: str, stem: str) -> None:
    """Ask for a title, and for the day of the download where the provider wants it to be named."""
    terms = PROFILES[inspection.profile].terms
    title, accessed = st.columns([2, 1])
    named = {"of": say(f"profile.{inspection.profile}"), "file": stem}
    suggested = say("data.title_of", **named) if terms.title else stem
    title.text_input(say("data.title"), value=suggested, key=f"title {digest}")
    if "{accessed}" in (terms.notice or ""):
        accessed.date_input(
            say("data.accessed"), value="today", max_value="today", key=f"accessed {digest}"
        )
    if terms.attribution:
        st.caption(say("data.terms", terms=f"{tell(terms.licence)} · {terms.attribution}"))
    else:
        st.caption(say("data.no_terms"))


def _with_words(digest: str) -> Asked:
    """Return the wishes with title and day of the download."""
    accessed = st.session_state.get(f"accessed {digest}")
    return replace(
        wishes(digest),
        title=(st.session_state.get(f"title {digest}") or "").strip() or None,
        accessed=accessed.isoformat() if isinstance(accessed, date) else None,
    )
