"""The scorer of bench/extraction is right: what it calls found is found, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bench.extraction.annotations import AnnotatedArticle, IncidentMark, read_annotations
from bench.extraction.answers import Answer, FoundCount, FoundDate, FoundIncident, FoundPlace
from bench.extraction.matching import is_same_date, is_same_place
from bench.extraction.score import main
from bench.extraction.tally import LEVELS, tally_article

ARTICLES = Path(__file__).parents[2] / "bench" / "extraction" / "articles"
ANNOTATED = [
    article for folder in sorted(ARTICLES.iterdir()) for article in read_annotations(folder)
]


def perfect(article: AnnotatedArticle) -> Answer:
    return Answer(
        dates=tuple(FoundDate(m.start, m.end, m.readings[0]) for m in article.dates),
        counts=tuple(FoundCount(m.start, m.end, m.value, m.qualifiers[0]) for m in article.counts),
        places=tuple(
            FoundPlace(m.start, m.end, frozenset({m.place}), is_known=True) for m in article.places
        ),
        incidents=tuple(perfect_draft(mark) for mark in article.incidents if not mark.optional),
    )


def perfect_draft(mark: IncidentMark) -> FoundIncident:
    places = tuple(frozenset({place}) for place in mark.places)
    return FoundIncident(mark.when[0], mark.kinds[0], places, mark.counts)


@pytest.fixture(params=ANNOTATED, ids=lambda article: article.name)
def article(request: pytest.FixtureRequest) -> AnnotatedArticle:
    return request.param


def test_a_perfect_answer_scores_one(article: AnnotatedArticle) -> None:
    for tally in tally_article(article, perfect(article)).values():
        assert (tally.recall, tally.precision) == (1, 1)
        assert not tally.failures


def test_an_empty_answer_scores_nothing_and_every_miss_is_listed(article: AnnotatedArticle) -> None:
    tallies = tally_article(article, Answer())
    for level in LEVELS:
        assert (tallies[level].recall, tallies[level].precision) == (0, None)
        assert len(tallies[level].failures) == tallies[level].expected > 0


def test_a_wrong_year_is_a_miss_and_a_wrong_answer(article: AnnotatedArticle) -> None:
    answer = perfect(article)
    late = tuple(replace(found, edtf=_next_year(found.edtf)) for found in answer.dates)
    tally = tally_article(article, replace(answer, dates=late))["dates"]
    assert (tally.recall, tally.precision) == (0, 0)


def test_a_wrong_qualifier_is_a_miss(article: AnnotatedArticle) -> None:
    answer = perfect(article)
    vague = tuple(replace(found, qualifier="no such qualifier") for found in answer.counts)
    assert tally_article(article, replace(answer, counts=vague))["counts"].recall == 0


def test_a_draft_told_twice_counts_once(article: AnnotatedArticle) -> None:
    answer = perfect(article)
    twice = replace(answer, incidents=answer.incidents * 2)
    once = replace(article, incidents=tuple(m for m in article.incidents if not m.optional))
    tally = tally_article(once, twice)["incidents"]
    assert (tally.recall, tally.precision) == (1, 0.5)


@pytest.mark.parametrize("wrong", ["date", "kind", "place", "count"])
def test_a_draft_with_one_wrong_value_is_not_the_incident(wrong: str) -> None:
    article = next(one for one in ANNOTATED if any(m.counts for m in one.incidents))
    mark = next(m for m in article.incidents if m.counts and not m.optional)
    draft = perfect_draft(mark)
    bad = {
        "date": replace(draft, when=_next_year(draft.when)),
        "kind": replace(draft, kind="no such kind"),
        "place": replace(draft, places=(frozenset({"Nowhere"}),)),
        "count": replace(draft, counts=(-1,)),
    }
    alone = replace(article, incidents=(mark,))
    tally = tally_article(alone, Answer(incidents=(bad[wrong],)))["incidents"]
    assert (tally.recall, tally.precision) == (0, 0)
    assert [failure.what for failure in tally.failures] == [f"wrong {wrong}", "not meant"]


def test_what_is_optional_neither_helps_nor_harms(article: AnnotatedArticle) -> None:
    wanted = tuple(mark for mark in article.incidents if not mark.optional)
    extra = IncidentMark(("1999-01-01",), ("report",), (), (), optional=True)
    more = replace(article, incidents=(*wanted, extra))
    for drafts in (perfect(article).incidents, (*perfect(article).incidents, perfect_draft(extra))):
        tally = tally_article(more, Answer(incidents=drafts))["incidents"]
        assert (tally.recall, tally.precision) == (1, 1)


def test_words_marked_as_ignored_cost_nothing_and_others_do() -> None:
    article = next(one for one in ANNOTATED if one.ignored)
    free = article.ignored[0]
    answer = replace(perfect(article), dates=(FoundDate(free.start, free.end, "1999"),))
    assert tally_article(article, answer)["dates"].answered == 0
    bare = replace(article, ignored=(), dates=(), counts=(), places=())
    assert tally_article(bare, answer)["dates"].precision == 0


@pytest.mark.parametrize(
    ("expected", "found", "is_same"),
    [
        ("2025-02-05", "2025-02-05", True),
        ("2025-02-05", "2025-02-05T09:00", True),
        ("2025-02", "2025-02-01/2025-02-28", True),
        ("2025-02-05", "2025-02", False),
        ("2025-02-05/..", "2025-02-05", False),
        ("2025-02-01/2025-02-07~", "2025-02-01/2025-02-10", True),
        ("2025-02-01/2025-02-07", "2025-02-01/2025-02-10", False),
        ("2025-02-01/2025-02-07~", "2025-02-01/2025-02-20", False),
        ("", "", True),
        ("", "2025-02-05", False),
        ("2025-02-05", "", False),
        ("2025-02-05", "5 Feb", False),
    ],
)
def test_dates_agree_when_they_name_the_same_days(expected: str, found: str, is_same: bool) -> None:
    assert is_same_date((expected,), found) is is_same


def test_a_place_is_the_same_by_any_of_its_names_but_not_by_a_part_of_one() -> None:
    assert is_same_place("Tak Province", frozenset({"達府"}), frozenset({"Tak"}))
    assert is_same_place("Tak Province", frozenset({"達府"}), frozenset({"達府"}))
    assert is_same_place("Lancang–Mekong", frozenset(), frozenset({"Lancang-Mekong"}))
    assert not is_same_place("Mae Sot", frozenset({"湄索"}), frozenset({"Mae Sai", "美塞"}))
    assert not is_same_place("Mae Sot", frozenset(), frozenset({"Mae"}))


def test_an_annotation_that_its_text_does_not_hold_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Police freed 5 people.", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        "{language: en, published: '2025-01-01', dates: [], places: [], ignore: [], incidents: [],"
        " counts: [{text: '6 people', value: 6, qualifier: exactly, unit: people}]}",
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match=r"a\.yaml: the text does not hold '6 people'"):
        read_annotations(tmp_path)


def test_the_program_is_scored_on_every_level_and_left_out_sets_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["--articles", str(ARTICLES / "dev"), "--failures"])
    printed = capsys.readouterr().out
    assert all(f"| all | {level} |" in printed for level in LEVELS)
    assert "the five articles' own record: left out" in printed


def test_the_five_articles_are_skipped_where_their_texts_are_absent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--articles", str(tmp_path), "--sources", str(tmp_path)])
    assert "own record (development set): 0 articles" in capsys.readouterr().out


def _next_year(edtf: str) -> str:
    """Move every year of an EDTF text on by one."""
    return "/".join(
        end if end in ("", "..") else f"{int(end[:4]) + 1}{end[4:]}" for end in edtf.split("/")
    )
