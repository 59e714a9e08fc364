"""The bridge: the page is published whole, once, under its hash."""

from __future__ import annotations

from pathlib import Path

from mapapp.bridge import publish_page


def test_a_page_is_published_once_under_the_hash_of_its_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "static"
    address = publish_page("<p>one</p>", folder)
    (file,) = folder.iterdir()
    assert address == f"app/static/{file.name}"
    assert file.read_text("utf-8") == "<p>one</p>"
    written = file.stat().st_mtime_ns
    assert publish_page("<p>one</p>", folder) == address
    assert file.stat().st_mtime_ns == written


def test_another_page_has_another_address_and_the_first_one_stays(tmp_path: Path) -> None:
    addresses = {publish_page(text, tmp_path) for text in ("one", "two", "two")}
    assert len(addresses) == 2
    assert len(list(tmp_path.iterdir())) == 2


def test_half_a_page_left_by_a_kill_is_written_again(tmp_path: Path) -> None:
    address = publish_page("whole", tmp_path)
    file = tmp_path / Path(address).name
    file.write_text("wh", encoding="utf-8")
    publish_page("whole", tmp_path)
    assert file.read_text("utf-8") == "whole"
