"""What can hinder a service is told in one sentence, before anything listens."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from mapapp.cli import main
from mapapp.serving import ServingError, run_service
from tests.page_tables import tables_of
from tests.page_world import DATASET

ROOT = Path(__file__).parents[2]


def test_a_port_that_is_taken_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pygeoapi", reason="needs the extra `serve`")
    monkeypatch.chdir(ROOT)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", "-q", "--port", str(port)])
    assert result.exit_code == 1
    assert result.output == (
        f"Error: port {port} is taken; choose another with --port, or 0 for any that is free\n"
    )


def test_a_host_that_is_not_here_is_said() -> None:
    pytest.importorskip("pygeoapi", reason="needs the extra `serve`")
    with pytest.raises(ServingError, match=r"cannot listen on 192\.0\.2\.1"):
        run_service(tables_of(), DATASET, host="192.0.2.1")
    with pytest.raises(ServingError, match="no address of this machine"):
        run_service(tables_of(), DATASET, host="no such host")


def test_a_missing_extra_is_said_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mapapp.serving.running._NEEDED", ("mapapp_has_no_such_library",))
    with pytest.raises(ServingError) as caught:
        run_service(tables_of(), DATASET)
    assert str(caught.value) == (
        'serving needs mapapp_has_no_such_library; install it with: pip install "mapapp[serve]"'
    )


def test_by_default_only_this_machine_is_served() -> None:
    shown = CliRunner().invoke(main, ["serve", "--help"]).output
    assert "127.0.0.1" in shown
