"""Score `mapapp extract` against annotated articles, by language and level.

    python -m bench.extraction.score                        the invented articles in this folder
    python -m bench.extraction.score --articles DIR         other annotated articles
    python -m bench.extraction.score --sources DIR          also the five articles' own record

`articles/dev` is for whoever works on the rules; `articles/heldout` is not to be looked at.
Recall and precision of mentions need the words to overlap and the value to agree; an incident
needs its date, its place and its kind, and its count where a number stands for it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from mapapp.record import Record, read_record

from .annotations import AnnotatedArticle, read_annotations
from .answers import Reader
from .record_set import record_articles
from .tally import LEVELS, Failure, Tally, tally_article

__all__ = ["main", "table"]

_HERE = Path(__file__).parent
_GEODATA = _HERE.parent.parent / "geodata"

Tallies = dict[tuple[str, str], Tally]
"""(language, level) → figures."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments, score every set, print the tables and, if asked, the failures."""
    options = _parser().parse_args(arguments)
    record, problems = read_record(options.geodata)
    if record is None:
        raise SystemExit("\n".join(str(problem) for problem in problems[:10]))
    for name, articles in _sets(options, record):
        tallies = score(articles, Reader(record))
        print(f"\n{name}: {len(articles)} articles\n{table(tallies)}")
        if options.failures:
            print("\n".join(_lines(tallies)))


def score(articles: Iterable[AnnotatedArticle], reader: Reader) -> Tallies:
    """Return the figures of each language and level, and of all languages together."""
    tallies: Tallies = {}
    for article in articles:
        for level, tally in tally_article(article, reader.answer(article)).items():
            for language in (_short(article.language), "all"):
                tallies.setdefault((language, level), Tally()).add(tally)
    return tallies


def table(tallies: Tallies) -> str:
    """Return the figures as a Markdown table, a line for each language and level."""
    rows = [
        f"| {language} | {level} | {_figure(tally.recall)} | {_figure(tally.precision)} "
        f"| {tally.reached}/{tally.expected} | {tally.right}/{tally.answered} | {_classes(tally)} |"
        for language in sorted({language for language, _ in tallies}, key=_order)
        for level in LEVELS
        if (tally := tallies.get((language, level)))
    ]
    head = "| language | level | recall | precision | found/expected | right/answered | failures |"
    return "\n".join([head, "|---|---|---|---|---|---|---|", *rows])


def _parser() -> argparse.ArgumentParser:
    """Return the reader of the command line."""
    parser = argparse.ArgumentParser(description="Score mapapp extract on annotated articles.")
    parser.add_argument("--articles", type=Path, action="append", metavar="DIR")
    parser.add_argument("--sources", type=Path, metavar="DIR", help="texts of the five articles")
    parser.add_argument("--geodata", type=Path, default=_GEODATA, metavar="DIR")
    parser.add_argument("--failures", action="store_true", help="list every failure")
    return parser


def _sets(
    options: argparse.Namespace, record: Record
) -> Iterable[tuple[str, list[AnnotatedArticle]]]:
    """Yield each set of articles with its name."""
    folders: list[Path] = options.articles or sorted((_HERE / "articles").iterdir())
    for folder in folders:
        yield folder.name, read_annotations(folder)
    if options.sources:
        yield (
            "the five articles' own record (development set)",
            list(record_articles(record, options.sources)),
        )
    else:
        print("the five articles' own record: left out (give their texts with --sources)")


def _lines(tallies: Tallies) -> Iterable[str]:
    """Yield a line for each failure."""
    for level in LEVELS:
        for failure in tallies.get(("all", level), Tally()).failures:
            yield _line(failure)


def _line(failure: Failure) -> str:
    """Return a failure in one line."""
    return (
        f"{failure.level:9} {failure.what:12} {failure.article:12} "
        f"{failure.words}  {failure.detail}"
    )


def _classes(tally: Tally) -> str:
    """Return how many failures there are of each sort, the most frequent first."""
    sorts = Counter(failure.what for failure in tally.failures)
    return ", ".join(f"{what} {count}" for what, count in sorts.most_common())


def _short(language: str) -> str:
    """Return zh-Hans and zh-Hant as they are, others without script."""
    return language if language.startswith("zh") else language.partition("-")[0]


def _order(language: str) -> tuple[bool, str]:
    """Sort `all` last."""
    return language == "all", language


def _figure(value: float | None) -> str:
    """Return a share with two decimals, or a dash where there is none."""
    return "–" if value is None else f"{value:.2f}"


if __name__ == "__main__":
    main()
