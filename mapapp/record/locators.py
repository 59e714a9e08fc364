"""Locators looked up in the texts of the sources: each must stand there, and only once.

White space does not count. A text that is printed twice is cut at `second_printing_from`; a
locator must then stand once in one printing and at most once in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mapapp.errors import Problem
from mapapp.model import Claim, Evidence, Source
from mapapp.record.contents import Record
from mapapp.record.event_files import shown_path
from mapapp.record.report import FileCheck, clip
from mapapp.record.yamltext import read_bytes

__all__ = ["MAX_SOURCE_BYTES", "check_locators", "evidence_of"]

MAX_SOURCE_BYTES = 20_000_000

_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Text:
    """A source's text without white space, cut into its printings."""

    printings: tuple[str, ...]


def check_locators(record: Record, sources_dir: Path) -> list[Problem]:
    """Return a fault for each locator that is not in its source's text exactly once, sorted.

    A source whose text is not in `sources_dir` gives one fault, at the line of its first
    evidence, and its locators are not looked up. Sources without a `file` are passed over.
    """
    problems: list[Problem] = []
    texts: dict[str, _Text | None] = {}
    counted: dict[tuple[str, str], str | None] = {}
    for evidence in evidence_of(record):
        source = record.sources.get(evidence.source)
        if source is None or source.file is None or evidence.locator is None:
            continue
        if source.id not in texts:
            texts[source.id] = _read_source(source, sources_dir, evidence, problems)
        text = texts[source.id]
        if text is None:
            continue
        key = (source.id, evidence.locator)
        if key not in counted:
            counted[key] = _explain(evidence.locator, text)
        if message := counted[key]:
            shown = f"locator {clip(evidence.locator)} {message} {source.id} ({source.file})"
            problems.append(Problem(evidence.file, evidence.line, "locator", shown))
    return sorted(set(problems))


def evidence_of(record: Record) -> Iterator[Evidence]:
    """Yield every evidence in the record, file by file."""
    for source in record.sources.values():
        yield from _claimed(source.claims)
    for place in record.places.values():
        yield from place.evidence
        yield from _claimed(place.claims)
        for spelling in place.spellings:
            yield from spelling.evidence
    for actor in record.actors.values():
        yield from actor.evidence
        yield from _claimed(actor.claims)
        for spelling in actor.spellings:
            yield from spelling.evidence
    for mechanism in record.mechanisms.values():
        yield from mechanism.evidence
        yield from _claimed(mechanism.claims)
    for event in record.events:
        yield from (source.evidence for source in event.sources)
        yield from _claimed(event.claims)


def _claimed(claims: tuple[Claim, ...]) -> Iterator[Evidence]:
    """Yield the evidence of every rival value."""
    for claim in claims:
        for value in claim.values:
            yield value.evidence


def _read_source(
    source: Source, folder: Path, evidence: Evidence, problems: list[Problem]
) -> _Text | None:
    """Return the text of a source; None after noting why there is none."""
    name = source.file or ""
    found: list[Problem] = []
    if Path(name).name != name:
        return None  # a fault of sources.yaml, which read_record tells
    check = FileCheck(shown_path(folder / name), found)
    content = read_bytes(folder / name, check, MAX_SOURCE_BYTES)
    if content is None:
        problems.extend(found)
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        check.fault(1, "", f"byte at position {error.start} is not UTF-8; save it as UTF-8")
        problems.extend(found)
        return None
    return _cut(_squeeze(text), source, evidence, problems)


def _cut(text: str, source: Source, evidence: Evidence, problems: list[Problem]) -> _Text | None:
    """Return the text cut where its second printing starts."""
    if not source.second_printing_from:
        return _Text((text,))
    phrase = _squeeze(source.second_printing_from)
    count = text.count(phrase)
    if count != 1:
        shown = f"second_printing_from {clip(source.second_printing_from)} of {source.id}"
        message = f"{shown} stands {count} times in {source.file}; it must stand there once"
        problems.append(Problem(evidence.file, evidence.line, "second_printing_from", message))
        return None
    at = text.index(phrase)
    return _Text((text[:at], text[at:]))


def _squeeze(text: str) -> str:
    """Return a text without white space."""
    return _WHITE.sub("", text)


def _explain(locator: str, text: _Text) -> str | None:
    """Return what is wrong with a locator, None when it is found as it must be."""
    phrase = _squeeze(locator)
    counts = [_count(phrase, printing) for printing in text.printings]
    if max(counts) == 0:
        return "is not in"
    if max(counts) > 1 or not phrase:
        times = " + ".join(str(count) for count in counts)
        return f"stands {times} times, not once, in"
    return None


def _count(phrase: str, text: str) -> int:
    """Return how often a phrase stands in a text, overlaps included."""
    count, at = 0, text.find(phrase)
    while at >= 0 and count < 100:
        count, at = count + 1, text.find(phrase, at + 1)
    return count
