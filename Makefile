# Two commands on a machine that has Python (3.11 or later) and make: `make check` shows what the checker finds in
# seeds/, and `make test` runs everything that must hold. What they install stays in .venv, so a second run starts at once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
HASHED := --require-hashes --requirement
LOCK := requirements/lock.txt
LOCK_DEV := requirements/lock-dev.txt
RIVALS := rivals-dates rivals-mahad

.PHONY: check test bench lock clean
.DELETE_ON_ERROR:

check: $(VENV)/.checker
	$(BIN)/checker check seeds/ --fail-on never

test: $(VENV)/.checker $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest --cov

# How fast it is; beside the tests, since a machine that is busy would fail them. Other libraries are timed on the same
# reports, each set in an environment of its own; one that can't be installed is told and left out. More words for the
# run: make bench BENCH='--part hostile --json figures.json'
bench: $(VENV)/.checker $(RIVALS:%=$(VENV)/.%)
	$(BIN)/python benchmarks/run.py $(RIVALS:%=--rivals $(VENV)/%/bin/python) $(BENCH)

$(VENV)/.rivals-%: $(VENV)/.made requirements/rivals-%.txt
	$(PYTHON) -m venv --clear $(VENV)/rivals-$*
	-$(VENV)/rivals-$*/bin/python -m pip --disable-pip-version-check --quiet install --requirement requirements/rivals-$*.txt
	@touch $@

# An environment of its own; made anew where it was left half-made.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'Python 3.11 or later is needed; name one: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' \
	  || { echo 'this Python makes no environments; install its venv package (Debian: python3-venv)' >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

# What the checker needs, with hashes, then the checker itself. Nothing is fetched for the build, since its tools are in
# the lock too; the packs stay where they are, so that a changed rule counts at once.
$(VENV)/.checker: $(VENV)/.made $(LOCK) pyproject.toml
	$(PIP) install $(HASHED) $(LOCK)
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.checker $(LOCK_DEV)
	$(PIP) install $(HASHED) $(LOCK_DEV)
	@touch $@

# The locks anew, from the ranges in pyproject.toml; they hold for every Python and machine that the project names.
COMPILE := $(BIN)/pip-compile --allow-unsafe --generate-hashes --no-emit-find-links --no-emit-index-url \
  --no-emit-trusted-host --quiet --strip-extras --upgrade
lock: $(VENV)/.made
	$(PIP) install pip-tools
	$(COMPILE) --output-file $(LOCK) pyproject.toml requirements/build.in
	$(COMPILE) --extra dev --constraint $(LOCK) --output-file $(LOCK_DEV) pyproject.toml requirements/build.in

clean:
	rm -rf $(VENV) .coverage .mypy_cache .pytest_cache .ruff_cache
