# Two commands do all the set-up: `make run` and `make test`.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.run-ready
DEV_READY := $(VENV)/.dev-ready
CODE := bot handlers dialogs storage simulator tests bench

.DEFAULT_GOAL := help
.PHONY: help run test test-long mutants soak promises lint check format migration pictures clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(RUN_READY): requirements/run.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	touch $@

$(DEV_READY): requirements/dev.txt $(RUN_READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

run: $(RUN_READY) ## Run the bot; with BOT_TOKEN empty, the demo with a local Telegram in the browser
	@exec $(BIN)/python -m bot run

test: $(DEV_READY) ## Run the tests of a change: every kind, long rows by their first case (docs/testing.md)
	$(BIN)/python -m pytest -n auto -m "not long"

test-long: $(DEV_READY) ## Run all tests, the long ones too
	$(BIN)/python -m pytest -n auto

mutants: $(DEV_READY) ## Put small faults into rules, actions and gateways; tell which of them no test notices
	$(BIN)/python -m tests.mutants --sample $(or $(SAMPLE),150) --seed $(or $(SEED),1)

soak: $(DEV_READY) ## Have many people write for an hour beside a flooder; print figures (MINUTES=60 PEOPLE=200 LIMITS=1)
	$(BIN)/python -m tests.soak --minutes $(or $(MINUTES),60) --people $(or $(PEOPLE),200) $(if $(LIMITS),--limits)

promises: $(DEV_READY) ## Measure what docs/promises.md promises
	$(BIN)/python -m tests.promises

lint: $(DEV_READY) ## Format, lint, types, import direction, dead code, texts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy $(CODE)
	$(BIN)/lint-imports
	$(BIN)/vulture
	$(BIN)/python -m bot.texts.check

check: lint test ## Everything that must be clean before a change lands

format: $(DEV_READY) ## Put the code into the project's form
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format .

migration: $(DEV_READY) ## Draft a revision of the schema from storage's tables: make migration name=who_came
	$(BIN)/python -m storage.migrations.new "$(name)"

pictures: $(DEV_READY) ## Take the README's pictures anew
	$(BIN)/python -m tests.support.pictures

clean: ## Remove the environment and the caches
	rm -rf $(VENV) .mutants .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
