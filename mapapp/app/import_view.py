"""The report of an import: sums, what was changed or refused and why, and the way to its map."""

from __future__ import annotations

import streamlit as st

from mapapp.app.choice import choose_dataset
from mapapp.app.import_job import Told
from mapapp.app.words import literally, of, say, tell
from mapapp.importers.import_report import Reason

__all__ = ["show_report"]


def show_report(told: Told) -> None:
    """Show what became of every row of a file."""
    with st.container(border=True, key="report"):
        if told.is_new:
            st.success(literally(say("data.imported", title=told.info.title)))
            _show_sums(told)
            _show_reasons(told.reasons)
        else:
            day, title = told.info.imported_at[:10], told.info.title
            st.info(literally(say("data.unchanged", day=day, title=title)))
        with st.container(horizontal=True):
            st.button(
                of(say("data.show_on_map"), told.info.title),
                type="primary",
                on_click=choose_dataset,
                args=(told.info.name,),
                key="show imported",
            )
            if told.csv:
                st.download_button(
                    say("data.report_csv"),
                    told.csv,
                    f"{told.info.name}-report.csv",
                    "text/csv",
                    on_click="ignore",
                )
        if told.sentences:
            with st.expander(say("data.details")):
                st.text("\n".join(f"· {tell(sentence)}" for sentence in told.sentences))


def _show_sums(told: Told) -> None:
    """Show the four numbers: kept and refused rows are all rows, changed ones are kept."""
    info = told.info
    numbers = {
        "rows_in": info.rows_in,
        "kept": info.rows_kept,
        "changed": info.rows_changed,
        "refused": info.rows_refused,
    }
    with st.container(horizontal=True, gap="large", key="report sums"):
        for name, number in numbers.items():
            st.metric(say(f"report.{name}"), f"{number:,}", width="content")


def _show_reasons(reasons: tuple[Reason, ...]) -> None:
    """List every reason with its first rows, refusals first; text, for it holds what files hold."""
    if not reasons:
        st.caption(say("report.all_well"))
    for outcome in ("refused", "changed"):
        lines = [_line(reason) for reason in reasons if reason.outcome == outcome]
        if lines:
            st.caption(say(f"report.title_{outcome}"))
            st.text("\n".join(lines))


def _line(reason: Reason) -> str:
    """Return one reason in one line."""
    number = say("report.one_reason", n=reason.count)
    field = f"{reason.field}: " if reason.field else ""
    rows = say("report.rows", n=reason.count, rows=reason.first_rows())
    told = tell(reason.example)
    if not reason.is_same:
        told = say("report.such_as", example=told)
    return f"· {number} · {field}{told} ({rows})"
