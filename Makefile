# Everything runs in .venv, made from the committed locks; nothing else on the machine is changed.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3.11
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help app test lint check build bench page lock clean

help: ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-7s %s\n", $$1, $$2}'

app: .venv/app.stamp ## run the map on this machine (no network needed once installed)
	$(BIN)/streamlit run streamlit_app.py

test: .venv/dev.stamp ## run all tests (a browser and QGIS are used where they are installed)
	$(BIN)/python -m pytest

lint: .venv/dev.stamp ## format, lint, strict types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: .venv/app.stamp ## check every fact in geodata/ and that layers/ is up to date
	$(BIN)/mapapp check
	$(BIN)/mapapp format --check
	$(BIN)/mapapp build --check

build: .venv/app.stamp ## write layers/ from geodata/
	$(BIN)/mapapp build

page: .venv/app.stamp ## write the map as one HTML file, map.html
	$(BIN)/mapapp page -o map.html

bench: .venv/dev.stamp ## measure; prints ratios within one run
	@for bench in bench/*.py; do echo "== $$bench"; $(BIN)/python -m bench.$$(basename $$bench .py) || exit 1; done
	@echo "== bench/extraction"; $(BIN)/python -m bench.extraction.score

lock: .venv/dev.stamp ## write the locks again from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra build --extra extract pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra build --extra dev --extra extract --extra postgis --extra serve --extra spark -c requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## remove the virtual environment and what the app wrote
	rm -rf .venv static map.html

.venv/made.stamp:
	$(PYTHON) -m venv .venv
	@touch $@

.venv/app.stamp: requirements.lock pyproject.toml | .venv/made.stamp
	@echo "Installing the pinned versions (once, some minutes) ..."
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/app.stamp
	@echo "Installing the pinned versions for tests (once) ..."
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
