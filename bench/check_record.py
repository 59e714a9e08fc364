"""How long `mapapp check` takes on 5,000 events, beside plain YAML parsing of the same files.

Prints seconds for people and a ratio for comparison: both are measured in one run, in turn, so
that a busy machine slows both. Run: python -m bench.check_record [number of events]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import yaml

from mapapp.record import read_record

EVENTS = 5_000
ROUNDS = 3
PLACES = 200
SOURCES = 100

_EVENT = """\
id: {id}
kind: handover
status: done
title:
  en: {people} people handed over at the bridge, number {number}
  zh_hans: 第{number}次在大桥移交{people}人
  zh_hant: 第{number}次在大橋移交{people}人
summary:
  en: "Officials of one side handed {people} people to the other: they were checked on the bridge."
  zh_hans: 一方官员将{people}人移交另一方，并在桥上查验身份。
  zh_hant: 一方官員將{people}人移交另一方，並在橋上查驗身份。
when: '{day}'
date_applies_to: event
places:
  - place: place-{place}
    role: origin
    basis: stated
  - place: place-{other}
    role: destination
    basis: context
    primary: true
movements:
  - from: place-{place}
    to: place-{other}
    carries: people
actors: [actor-1, actor-2]
figures:
  - id: handed-over
    what: people_handed_over
    value: {people}
    unit: people
    qualifier: exactly
    headline: true
  - id: from-one-country
    what: people_handed_over
    value: {part}
    unit: people
    qualifier: at_least
    nationality: CN
    part_of: handed-over
sources:
  - {{source: source-{source}, locator: 'phrase {number}'}}
  - source: source-{second}
    locator: 'other phrase {number}'
    supports: [event, when, place:place-{place}, figure:handed-over]
related:
  - event_id: {earlier}
    relation: follows
note: Made for measuring.
"""

_NAMES = "names: {en: Name, zh_hans: 名, zh_hant: 名}"


def main() -> None:
    """Write a record, measure both ways in turn, print the best of each and their ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "geodata"
        write_record(root, count)
        files = sorted(root.rglob("*.yaml"))
        size = sum(path.stat().st_size for path in files)
        plain, checked = [], []
        for _ in range(ROUNDS):
            plain.append(seconds(lambda: parse_plainly(files)))
            checked.append(seconds(lambda: check_wholly(root, count)))
    print(f"{count:,} events, {len(files):,} files, {size / 1e6:.1f} MB; best of {ROUNDS}")
    print(f"plain yaml.load (C loader)  {min(plain):6.2f} s")
    print(f"mapapp check                {min(checked):6.2f} s")
    print(f"ratio                       {min(checked) / min(plain):6.2f}")


def seconds(task: Callable[[], None]) -> float:
    """Return how long a task takes."""
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def parse_plainly(files: list[Path]) -> None:
    """Parse every file and look at nothing."""
    for path in files:
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


def check_wholly(root: Path, count: int) -> None:
    """Read and check the record; it must be without fault, or the measure means nothing."""
    record, problems = read_record(root)
    if record is None or len(record.events) != count:
        raise SystemExit("\n".join(str(problem) for problem in problems[:10]))


def write_record(root: Path, count: int) -> None:
    """Write a whole record with `count` events."""
    root.mkdir()
    text = "title: {en: A, zh_hans: 甲, zh_hant: 甲}"
    (root / "dataset.yaml").write_text(
        f"name: bench\n{text}\nversion: '1'\nschema_version: '1'\nlicense: CC0\n"
        "license_url: https://example.org\nattribution: nobody\ndescription: made\n",
        encoding="utf-8",
    )
    write_things(root)
    first = date(2000, 1, 1)
    for number in range(count):
        day = first + timedelta(days=number * 5 % 9_000)
        path = root / "events" / f"{day.year}" / f"event-{number}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(event_text(number, count, day), encoding="utf-8")


def event_text(number: int, count: int, day: date) -> str:
    """Return the text of one event; each follows the one before it."""
    earlier = f"event-{number - 1}" if number else f"event-{count - 1}"
    text = _EVENT.format(
        id=f"event-{number}",
        number=number,
        people=number % 300 + 2,
        part=number % 300 + 1,
        day=day.isoformat(),
        place=number % PLACES,
        other=(number + 1) % PLACES,
        source=number % SOURCES,
        second=(number + 7) % SOURCES,
        earlier=earlier,
    )
    # The first event follows nothing, or the chain would be a loop.
    return text if number else text.replace("relation: follows", "relation: same_operation")


def write_things(root: Path) -> None:
    """Write sources, places, actors and mechanisms."""
    sources = [
        f"source-{number}:\n  publisher: Paper {number}\n  title: Text\n  language: en\n"
        f"  published: '2025-01-01'\n  published_basis: date line\n  file: {number}.txt\n"
        for number in range(SOURCES)
    ]
    evidence = "evidence:\n    - {source: source-1, locator: 'phrase'}"
    places = [
        f"place-{number}:\n  kind: bridge\n  country: TH\n  lon: {98 + number / 500}\n"
        f"  lat: {16 + number / 500}\n  radius_m: 500\n  {_NAMES}\n  from_articles: true\n"
        f"  {evidence}\n"
        for number in range(PLACES)
    ]
    actors = [
        f"actor-{number}:\n  kind: police\n  country: TH\n  {_NAMES}\n  {evidence}\n"
        for number in range(3)
    ]
    mechanism = (
        "mechanism-1:\n  kind: body\n  names: {en: Body}\n"
        "  description: {en: A, zh_hans: 甲, zh_hant: 甲}\n"
        f"  members: [actor-1, TH]\n  status: working\n  {evidence}\n"
    )
    for name, texts in (
        ("sources", sources),
        ("places", places),
        ("actors", actors),
        ("mechanisms", [mechanism]),
    ):
        (root / f"{name}.yaml").write_text("".join(texts), encoding="utf-8")


if __name__ == "__main__":
    main()
