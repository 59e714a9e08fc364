"""How quickly articles are read: milliseconds for an article, seconds for a megabyte, linear time.

    python -m bench.extraction.speed                     articles/dev and made-up long texts
    python -m bench.extraction.speed --sizes 100000 300000 1000000

Processor time, warm, the best of a few runs. A long text is made of the paragraphs of articles/dev
in a shuffled order with other digits: far denser in dates and counts than any news. The floor is
one pass of the gazetteer's automaton over the same text, folded: the least that any reading of it
takes. Believe the ratios, not the numbers.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from mapapp.extract import extract, read_article
from mapapp.extract.folding import fold_lower
from mapapp.extract.gazetteer import gazetteer_of
from mapapp.record import Record, read_record

__all__ = ["main"]

_HERE = Path(__file__).parent
_GEODATA = _HERE.parent.parent / "geodata"
_PUBLISHED = date(2025, 2, 18)
_LANGUAGES = ("en", "zh-hans", "zh-hant", "th")
_NORMAL = 3_000
"""Characters of a normal article."""
_TOLD = ("body", "bullet")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure articles and long texts of every language, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", nargs="+", type=int, default=[100_000, 1_000_000])
    sizes = parser.parse_args(arguments).sizes
    record, problems = read_record(_GEODATA)
    if record is None:
        raise SystemExit("\n".join(str(problem) for problem in problems[:10]))
    first = _seconds(partial(_read, _articles("en")[0], record), 1)
    print(f"first article: {first * 1000:.0f} ms")
    for language in _LANGUAGES:
        print(_of_articles(language, record))
    for languages in (*((language,) for language in _LANGUAGES), _LANGUAGES):
        print(_of_long_texts(languages, sizes, record))


def _of_articles(language: str, record: Record) -> str:
    """Return how long the articles of a language take."""
    texts = _articles(language)
    total = sum(_seconds(partial(_read, text, record), 5) for text in texts)
    characters = sum(map(len, texts))
    return (
        f"{language:8} {len(texts)} articles of {characters // len(texts)} characters: "
        f"{total / len(texts) * 1000:.1f} ms each, {total / characters * _NORMAL * 1000:.1f} ms "
        f"for {_NORMAL} characters"
    )


def _of_long_texts(languages: Sequence[str], sizes: Iterable[int], record: Record) -> str:
    """Return how long texts of growing size take, by size and against the floor."""
    lines = []
    for size in sizes:
        text = _long_text(languages, size)
        taken = _seconds(partial(_read, text, record), 1)
        floor = _seconds(partial(_one_pass, fold_lower(text), record), 3)
        megabytes = len(text.encode()) / 1e6
        lines.append(
            f"{'+'.join(languages):8} {size:>9,} characters: {taken:.2f} s, "
            f"{taken / megabytes:.2f} s a megabyte, {taken / size * 1e6:.1f} µs a character, "
            f"{taken / floor:.0f} floors"
        )
    return "\n".join(lines)


def _read(text: str, record: Record) -> None:
    """Make drafts of a text."""
    extract(read_article(text), _PUBLISHED, record)


def _one_pass(folded: str, record: Record) -> int:
    """Return how many names the gazetteer's automaton finds in a folded text."""
    return sum(1 for _ in gazetteer_of(record).automaton.iter(folded))


def _articles(language: str) -> list[str]:
    """Return the invented articles of a language."""
    paths = sorted((_HERE / "articles" / "dev").glob(f"{language}-*.txt"))
    return [path.read_text("utf-8") for path in paths]


def _long_text(languages: Sequence[str], size: int) -> str:
    """Return a made-up text of so many characters; the same for the same arguments."""
    chance = random.Random(1)
    paragraphs = [
        paragraph
        for language in languages
        for text in _articles(language)
        for paragraph in _paragraphs(text)
    ]
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(re.sub(r"\d", lambda _: str(chance.randint(1, 9)), chance.choice(paragraphs)))
        length += len(parts[-1]) + 1
    return "\n".join(parts)[:size]


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of an article that tell; comments would swallow what follows them."""
    article = read_article(text)
    spans = [zone.span for zone in article.zones if zone.kind in _TOLD and not zone.inner]
    return [article.text[span.start : span.end] for span in spans]


def _seconds(run: Callable[[], object], times: int) -> float:
    """Return the least processor time that a call takes."""
    taken = []
    for _ in range(times):
        begun = time.process_time()
        run()
        taken.append(time.process_time() - begun)
    return min(taken)


if __name__ == "__main__":
    main()
