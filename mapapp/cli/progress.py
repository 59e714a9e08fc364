"""How far a long work is, on stderr, and how numbers are said."""

from __future__ import annotations

import math
import sys
import time

import click

__all__ = ["Progress", "count"]


def count(number: int, noun: str) -> str:
    """Return a number with its noun in the right form."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


class Progress:
    """A running line on a terminal, else a line now and then; on stderr only."""

    def __init__(self, verb: str, quiet: bool, noun: str = "file") -> None:
        """Show `done of total <noun>s <verb>`, or nothing where `quiet`."""
        self.total = 0
        self._verb = verb
        self._noun = noun
        self._quiet = quiet
        self._on_terminal = sys.stderr.isatty()
        self._pause_s = 0.1 if self._on_terminal else 2.0
        self._last = -math.inf if self._on_terminal else time.monotonic()
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Take note of how far the work is; show it when enough time has passed."""
        self.total = total
        now = time.monotonic()
        if self._quiet or (
            now - self._last < self._pause_s and not (self._shown and done == total)
        ):
            return
        self._last, self._shown = now, True
        line = f"{done:,} of {count(total, self._noun)} {self._verb}"
        click.echo(f"\r{line}" if self._on_terminal else line, err=True, nl=not self._on_terminal)

    def finish(self) -> None:
        """End the running line."""
        if self._shown and self._on_terminal:
            click.echo(err=True)
