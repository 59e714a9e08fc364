"""The view of the page as the app reads it: a set of bits in the order of the events."""

from __future__ import annotations

import base64

from hypothesis import given
from hypothesis import strategies as st

from mapapp.page.view_table import shown_events


def bits_of(chosen: list[bool]) -> str:
    """The bits as assets/bits.mjs packs them: event n is bit n % 8 of byte n / 8."""
    found = bytearray((len(chosen) + 7) // 8)
    for event, is_chosen in enumerate(chosen):
        found[event // 8] |= is_chosen << (event % 8)
    return base64.b64encode(found).decode()


@given(st.lists(st.booleans(), max_size=70))
def test_the_events_in_view_are_those_whose_bit_is_set_in_the_order_of_the_page(
    chosen: list[bool],
) -> None:
    order = [f"event-{number}" for number in range(len(chosen))]
    wanted = [name for name, is_chosen in zip(order, chosen, strict=True) if is_chosen]
    assert shown_events(order, bits_of(chosen)) == wanted


def test_before_the_page_has_spoken_every_event_is_in_view() -> None:
    assert shown_events(["a", "b"], None) == ["a", "b"]


def test_bits_beyond_the_last_event_are_nothing() -> None:
    assert shown_events(["a"], bits_of([True] * 16)) == ["a"]
