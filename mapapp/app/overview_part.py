"""The map of a dataset that is too large for one page: the store answers, the page draws."""

from __future__ import annotations

import logging
from typing import Any

import streamlit as st

from mapapp.app.overview_answers import Answers
from mapapp.app.words import say
from mapapp.bridge import last_view
from mapapp.errors import MapappError

__all__ = ["answer_last"]


def answer_last(answers: Answers, address: str) -> dict[str, Any] | None:
    """Return the answer to what the page at `address` last asked; None where it asked nothing."""
    view = last_view()
    question = view.get("query")
    if view.get("address") != address or not isinstance(question, dict):
        return None
    kept = st.session_state.get("answer")
    if kept and kept["address"] == address and kept["question"] == question:
        return dict(kept["answer"])
    told = _answered(answers, question)
    st.session_state["answer"] = {
        "address": address,
        "question": dict(question),
        "answer": told,
    }
    return told


def _answered(answers: Answers, question: dict[str, Any]) -> dict[str, Any]:
    """Return the store's answer, or an empty one that says in a sentence what failed."""
    try:
        return answers.answer(question)
    except MapappError as error:
        fault = str(error)
    except Exception:
        logging.getLogger(__name__).exception("the store did not answer")
        fault = say("app.fault")
    empty: dict[str, Any] = {"in_view": 0, "bins": [], "bin_days": 1, "kinds": [], "countries": []}
    return {**empty, "serial": question.get("serial"), "incidents": [], "fault": fault}
