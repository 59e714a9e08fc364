"""Text of the record never becomes markup in the service's pages, nor breaks its JSON."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

pytest.importorskip("pygeoapi", reason="needs the extra `serve`")

from mapapp.exporters.tidy import tidy_table
from mapapp.serving.application import make_service
from mapapp.serving.running import layers_of
from tests.hostile import RUN, hostile_tables
from tests.page_world import DATASET

URL = "http://127.0.0.1:1"


@pytest.fixture(scope="module")
def service() -> Any:
    tables = {name: tidy_table(table) for name, table in hostile_tables().items()}
    return make_service(layers_of(tables), DATASET, URL)


def get(service: Any, path: str, query: str) -> tuple[int, dict[str, str], bytes]:
    """Ask the application itself, without a socket."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(),
        "query_string": query.encode(), "headers": [(b"host", b"127.0.0.1:1")],
        "scheme": "http", "server": ("127.0.0.1", 1), "http_version": "1.1", "root_path": "",
    }  # fmt: skip
    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(service(scope, receive, send))).result()
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(part.get("body", b"") for part in sent[1:])


@pytest.mark.parametrize("layer", ["events", "venues", "movements"])
def test_pages_escape_every_text(layer: str, service: Any) -> None:
    path = f"/collections/{layer}/items"
    status, headers, body = get(service, path, "f=html&limit=1000")
    assert status == 200
    assert b"<script" not in body
    assert f'onerror="{RUN}"'.encode() not in body
    assert b"default-src 'none'" in headers["content-security-policy"].encode()
    for feature in json.loads(get(service, path, "f=json&limit=1000")[2])["features"]:
        status, _, body = get(service, f"{path}/{feature['id']}", "f=html")
        assert status == 200
        assert b"<script" not in body
        assert b"<img src=x" not in body


def test_what_a_client_writes_is_not_echoed_as_markup(service: Any) -> None:
    for query in ("f=html&datetime=<script>x</script>", "f=<script>", "f=html&sortby=<script>"):
        status, headers, body = get(service, "/collections/events/items", query)
        assert status == 400
        assert b"<script" not in body or "json" in headers["content-type"]
