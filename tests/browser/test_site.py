"""The static site's page, on a plain host: it draws and asks for nothing but itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from mapapp.exporters import export
from tests.export_tables import real_selection
from tests.plain_host import plain_host


def test_the_page_of_a_site_asks_only_for_itself(
    tmp_path: Path, new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page]
) -> None:
    export(real_selection(), "site", tmp_path / "site")
    asked: list[str] = []
    page = watch(new_context().new_page())
    page.on("request", lambda request: asked.append(request.url))
    with plain_host(tmp_path / "site") as address:
        page.goto(f"{address}/")
        expect(page.locator(".mapapp-header h1")).to_contain_text("Action against")
        page.context.close()
    assert f"{address}/" in asked
    assert {url.removeprefix(address) for url in asked if not url.startswith("data:")} <= {
        "/",
        "/favicon.ico",
    }
