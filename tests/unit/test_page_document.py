"""The page's text: the same for the same input, closed to the network, safe with hostile text."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from html.parser import HTMLParser
from typing import Any

import pytest

from bench.made.incident_tables import make_tables
from mapapp.errors import MapappError
from mapapp.page import PageExtras, Tiles, render_page
from mapapp.page.document import json_block
from mapapp.page.incidents import found_by_hash, hashes_of
from tests.hostile import HOSTILE_TEXTS, hostile_extras, hostile_tables
from tests.page_tables import tables_of
from tests.page_world import BASE, DATASET

COLUMNS_OF_EVENTS = (
    "start", "length", "kind", "status", "precision", "certainty", "people", "layer",
)  # fmt: skip


class Scripts(HTMLParser):
    """Collects scripts, styles and every attribute that could load or run something."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]
        self.found.append((tag, dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is not None:
            tag, attrs, text = self.found[-1]
            self.found[-1] = (tag, attrs, text + data)

    def texts(self, tag: str) -> list[str]:
        return [text for name, attrs, text in self.found if name == tag and "type" not in attrs]

    def data(self) -> dict[str, Any]:
        read = {
            "application/json": json.loads,
            "text/plain": lambda text: json.loads(zlib.decompress(base64.b64decode(text))),
        }
        return {
            str(attrs["id"]): read[str(attrs["type"])](text)
            for _, attrs, text in self.found
            if attrs.get("type") in read
        }


@pytest.fixture(scope="module")
def page() -> str:
    return render_page(tables_of(), DATASET, BASE)


@pytest.fixture(scope="module")
def hostile() -> str:
    return render_page(hostile_tables(), DATASET, BASE, hostile_extras())


def test_the_same_tables_give_the_same_bytes(page: str) -> None:
    assert render_page(tables_of(), DATASET, BASE) == page


def test_one_script_and_one_style_each_named_by_its_hash(page: str, hostile: str) -> None:
    for text in (page, hostile):
        parsed = Scripts(text)
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
        assert policy is not None
        for tag, rule in (("script", "script-src"), ("style", "style-src")):
            (content,) = parsed.texts(tag)
            digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
            assert f"{rule} 'sha256-{digest}'" in policy[1]


def test_hostile_text_changes_nothing_but_the_data(page: str, hostile: str) -> None:
    tags = [
        [(tag, attrs.get("id")) for tag, attrs, _ in Scripts(text).found]
        for text in (page, hostile)
    ]
    assert tags[0] == tags[1]
    assert Scripts(page).texts("script") == Scripts(hostile).texts("script")


def test_hostile_text_arrives_as_it_is(hostile: str) -> None:
    blocks = Scripts(hostile).data()
    texts = json.dumps(blocks["mapapp-text-0"], ensure_ascii=False)
    titles = [event["title"][0] for event in blocks["mapapp-text-0"]]
    for text in HOSTILE_TEXTS:
        assert any(title.startswith(text[:50]) for title in titles), text[:50]
    assert len(texts) < 5_000_000


def test_nothing_in_the_page_can_load_or_run_by_an_attribute(hostile: str) -> None:
    for tag, name, value in Scripts(hostile).attributes:
        assert not name.startswith("on")
        assert name not in ("src", "srcset", "action", "formaction", "style")
        if name == "href":
            assert (tag, value) == ("link", "data:,")


def test_no_address_of_a_network_is_in_the_script_or_style(page: str) -> None:
    parsed = Scripts(page)
    assert set(re.findall(r"https?://[^\s'\"<)\\]+", parsed.texts("style")[0])) == set()
    known = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "https://leafletjs.com"}
    found = set(re.findall(r"https?://[^\s'\"`<)\\]+", parsed.texts("script")[0]))
    assert {url for url in found if not any(url.startswith(start) for start in known)} == set()


def test_images_over_the_network_only_when_tiles_are_offered(page: str) -> None:
    assert "img-src data: blob:;" in page
    one = Tiles("One", "https://tiles.example/{z}/{x}/{y}.png", "One's contributors")
    other = Tiles("Other", "https://{s}.other.example/{z}/{x}/{y}.png", "Other's contributors")
    offered = render_page(tables_of(), DATASET, BASE, PageExtras(tiles=(one, other)))
    assert "img-src data: blob: https://*.other.example https://tiles.example;" in offered
    insecure = Tiles("Bad", "http://tiles.example/{z}/{x}/{y}.png", "")
    with pytest.raises(MapappError, match="not an https address"):
        render_page(tables_of(), DATASET, BASE, PageExtras(tiles=(insecure,)))


def test_a_data_block_cannot_be_ended_by_its_text() -> None:
    block = json_block(
        "x", ["</script><script>alert(1)</script>", "<!--<script>", "\ud800", "\u2028"]
    )
    inner = block[block.index(">") + 1 : block.rindex("<")]
    assert "<" not in inner
    assert json.loads(inner)[0] == "</script><script>alert(1)</script>"


def test_texts_travel_compressed_and_after_the_script() -> None:
    """The map is drawn while the browser still reads on to the texts."""
    page = render_page(make_tables(2_500), DATASET, BASE)
    blocks = [(attrs["id"], page.index(text)) for _, attrs, text in Scripts(page).found
              if attrs.get("type") == "text/plain"]  # fmt: skip
    assert [name for name, _ in blocks][:4] == [
        "mapapp-text-0", "mapapp-text-1", "mapapp-text-2", "mapapp-place-0",
    ]  # fmt: skip
    assert min(place for _, place in blocks) > page.index("<script>(() => {")
    assert "Incident 7 of the benchmark" not in page
    assert len(Scripts(page).data()["mapapp-text-2"]) == 500


def test_an_id_whose_hash_is_shared_is_still_found() -> None:
    """ "costarring" and "liquid" have one FNV-1a hash: a known collision."""
    assert hashes_of(["costarring"]) == hashes_of(["liquid"])
    found = found_by_hash(["a", "costarring", "b", "liquid"])
    assert found["shared"] == {"costarring": 1, "liquid": 3}


def test_an_empty_record_gives_a_page() -> None:
    empty = {name: table.iloc[0:0] for name, table in tables_of().items()}
    blocks = Scripts(render_page(empty, DATASET, BASE)).data()
    assert blocks["mapapp-data"]["events"]["ids"] == []


def test_position_time_and_codes_cost_at_most_45_bytes_an_event() -> None:
    payload = Scripts(render_page(make_tables(10_000), DATASET, BASE)).data()["mapapp-data"]
    columns = [payload["events"][name] for name in COLUMNS_OF_EVENTS]
    size = sum(len(json.dumps(column)) for column in (*columns, *payload["features"].values()))
    assert size / 10_000 <= 45
