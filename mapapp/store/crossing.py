"""Events counted by date, kind and country at once: one scan where three questions need three."""

from __future__ import annotations

from typing import Any

import ibis
import numpy as np
import pyarrow as pa

from mapapp.store.opened import OpenDataset
from mapapp.store.queries import Unit, ask
from mapapp.store.where import Where

__all__ = ["crossed_counts"]


def crossed_counts(opened: OpenDataset, where: Where, unit: Unit | None) -> pa.Table:
    """Return `first`, `kind`, `country` and `n`: the number of events of each combination.

    `first` is the first day of the unit in which an event began, or ended where only that is
    known; null without a date, and everywhere where `unit` is None. The sum of `n` is the total.
    """

    def question(rows: Any) -> Any:
        keys: dict[str, Any] = {"kind": rows.kind, "country": rows.country}
        if unit is not None:
            keys["step"] = _step(ibis.coalesce(rows.start, rows.end), unit)
        return rows.group_by(**keys).aggregate(n=ibis._.count())

    found = ask(opened, where, question, "crossed", unit)
    first = pa.nulls(found.num_rows, pa.date32()) if unit is None else _days(found["step"], unit)
    return found.append_column("first", first).select(["first", "kind", "country", "n"])


def _step(day: Any, unit: Unit) -> Any:
    """Return what tells the units apart; for months a number, which is twice as fast as a date."""
    if unit == "day":
        return day
    return day.year() * 12 + (day.month() - 1 if unit == "month" else 0)


def _days(steps: pa.ChunkedArray, unit: Unit) -> pa.Array:
    """Return the first day of each unit."""
    if unit == "day":
        return steps.cast(pa.date32()).combine_chunks()
    missing = steps.is_null().to_numpy()
    months = np.asarray(steps.fill_null(0).to_numpy(), np.int64) - 1970 * 12
    days = months.astype("datetime64[M]").astype("datetime64[D]")
    return pa.array(days, pa.date32(), mask=missing)
