"""What a file cannot say by itself and a person must."""

from __future__ import annotations

from dataclasses import dataclass

from mapapp.errors import MapappError

__all__ = ["DATE_ORDER", "ImportQuestionError", "ImportWishError", "Question"]

DATE_ORDER = "date_order"
"""Key of the question whether 5/2/2025 is 5 February (`day`) or 2 May (`month`)."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to be answered before the import can go on."""

    key: str
    """Stable name, the key in `answers`."""
    text: str
    """The question in one or two sentences, with an example from the file."""
    choices: tuple[tuple[str, str], ...]
    """(answer, what it means)."""


class ImportQuestionError(MapappError):
    """The import stops because something must be asked; nothing was written."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        self.questions = questions
        super().__init__("\n".join(question.text for question in questions))


class ImportWishError(MapappError):
    """Something was asked for that is not there; the text says what is."""
