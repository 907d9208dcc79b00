# crossfoot: `make` alone lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev

.DEFAULT_GOAL := help
.PHONY: help demo test test-slow check lint types imports format samples bench clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "crossfoot needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=24" "setuptools>=77"

$(RUNTIME): pyproject.toml setup.py constraints.txt $(wildcard extract/inner/* schema/inner/*) | $(BIN)/python
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(DEV): $(RUNTIME)
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@

demo: $(RUNTIME)  ## install, ingest the samples, print a trend with its sources, draw a chart
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh samples/demo.sh

test: $(DEV)  ## install what tests need and run the checks and all tests but the slow ones
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest -m "not slow" -n 2

test-slow: $(DEV)  ## the slow tests
	$(BIN)/python -m pytest -m slow -n 2

check: lint types imports  ## style, types and the import rules

lint: $(DEV)  ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEV)  ## mypy, strict
	$(BIN)/mypy

imports: $(DEV)  ## the rooms import only what they may
	$(BIN)/lint-imports --no-logo

format: $(DEV)  ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

samples: $(DEV)  ## draw the sample papers again (samples/README.md)
	$(BIN)/python -m samples.make

bench: $(DEV)  ## measure reading, ingests, loading, audits and planted faults (benchmarks/README.md)
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.audits
	$(BIN)/python -m benchmarks.ingests
	$(BIN)/python -m benchmarks.loading
	$(BIN)/python -m benchmarks.planted

clean:  ## remove what make made
	rm -rf $(VENV) build dist demo *.egg-info extract/_inner.* schema/_inner.* .mypy_cache .pytest_cache .ruff_cache
