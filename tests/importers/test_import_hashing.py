"""Numbers from the bytes of texts."""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from mapapp.importers.hashing import hash_of, hashes_of, holds_any

TEXTS = st.lists(st.one_of(st.none(), st.text(max_size=40)), max_size=20)


@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_a_text_has_the_same_number_alone_in_a_column_and_in_a_part_of_one(
    texts: list[str | None], first: int, length: int
) -> None:
    column = pa.array(texts, pa.string()).slice(first, length)
    assert hashes_of(column).tolist() == [hash_of(text or "") for text in column.to_pylist()]


def test_texts_that_differ_a_little_have_other_numbers() -> None:
    texts = [f"{'x' * length}{number}" for length in range(60) for number in range(1000)]
    texts += ["\0" * length for length in range(20)]
    assert len(set(hashes_of(pa.array(texts)).tolist())) == len(texts)


@given(TEXTS, st.integers(0, 20), st.binary(min_size=1, max_size=3))
def test_bytes_are_found_where_they_are(texts: list[str | None], first: int, signs: bytes) -> None:
    column = pa.array(texts, pa.string()).slice(first)
    found = "".join(text or "" for text in column.to_pylist()).encode()
    assert holds_any(column, signs) == any(sign in found for sign in signs)
