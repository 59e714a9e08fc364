"""The page of a large dataset is made once, and never an old one is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mapapp.app import kept_page as module
from mapapp.app.kept_page import kept_page, tables_later
from mapapp.store import Store
from tests.store.incident_rows import FIXED, INFO, table_of


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store whose dataset counts as large."""
    monkeypatch.setattr(module, "KEPT_FROM", 1)
    found = Store(tmp_path)
    found.write(INFO, [table_of(FIXED)])
    return found


def pages(store: Store) -> list[str]:
    return sorted(path.name for path in store.path(INFO.name).glob("page-*.html"))


def test_a_page_that_was_made_before_needs_no_rows(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = store.find(INFO.name)
    made = kept_page(store, info)
    assert len(pages(store)) == 1
    monkeypatch.setattr(module, "tables_of", None)
    assert kept_page(store, info) == made


def test_another_title_content_or_program_has_a_page_of_its_own(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = store.find(INFO.name)
    first = kept_page(store, info)
    kept = pages(store)
    renamed = replace(info, title="Another title")
    assert b"Another title" in kept_page(store, renamed)
    assert len(pages(store)) == 1
    assert pages(store) != kept
    for changed in (replace(info, content_hash="1" * 64), info):
        monkeypatch.setattr(module, "_program", lambda: "another version")
        assert kept_page(store, changed)
        assert pages(store) != kept
    monkeypatch.undo()
    assert kept_page(store, info) == first


def test_a_dataset_imported_again_has_no_page_of_the_old_rows(store: Store) -> None:
    info = store.find(INFO.name)
    kept_page(store, info)
    store.write(replace(INFO, content_hash="2" * 64), [table_of(FIXED[:3])])
    assert pages(store) == []


def test_a_store_that_may_not_be_written_to_is_shown_all_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(module, "write_atomically", refuse)
    info = store.find(INFO.name)
    assert kept_page(store, info).startswith(b"<!DOCTYPE html>")
    assert pages(store) == []


def test_tables_are_read_when_one_is_looked_at_and_once(store: Store) -> None:
    info = store.find(INFO.name)
    later = tables_later(store, info)
    store.remove(INFO.name)
    store.write(INFO, [table_of(FIXED)])
    assert len(later["events"]) == len(FIXED)
    store.remove(INFO.name)
    assert later["events"] is later["events"]
    assert set(later) >= {"incidents", "areas", "events"}
