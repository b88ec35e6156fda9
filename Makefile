# `make run` and `make test` do all the set-up there is; a second call finds it done and needs no network.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test check bench packages packages-run packages-test

BIN := .venv/bin
# Named after pyproject.toml's content, so that a changed dependency, and nothing else, sets up anew.
READY := .venv/ready-$(shell cksum <pyproject.toml | tr ' ' '-')

# The first Python that pyproject.toml accepts; looked for only when there is no virtual environment yet.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && { echo "$$p"; break; }; \
	done)
NO_PYTHON := Stretch Timer needs Python 3.11, 3.12 or 3.13: install one, or name it with make PYTHON=/path/to/python3.

help:
	@echo 'make run     guide the four hamstring stretches (ARGS="--speed 20 --mute" adds options)'
	@echo 'make test    all tests, with the coverage of the rules and the disk'
	@echo 'make check   style, types and import contracts'
	@echo 'make bench   what README claims about speed'

run: packages-run $(READY)
	@$(BIN)/stretch-timer follow hamstring-lower-back $(ARGS)

test: packages-test $(READY)-test
	@packaging/with-terminals $(BIN)/python -m pytest --cov --cov-report=term-missing:skip-covered $(ARGS)

check: packages $(READY)-test $(READY)-check
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: packages-run $(READY)
	@missed=0; for script in bench/*.py; do $(BIN)/python "$$script" || missed=1; done; exit $$missed

packages: FOR :=
packages-run: FOR := run
packages-test: FOR := run test
packages packages-run packages-test:
	@python='$(if $(wildcard $(BIN)/python),$(BIN)/python,$(PYTHON))'; \
	[ -n "$$python" ] || { echo '$(NO_PYTHON)' >&2; exit 1; }; \
	packaging/system-packages "$$python" $(FOR)

# Installs with pip; when that fails, says why in one sentence and keeps pip's own words.
define pip-install
$(BIN)/python -m pip install --quiet --disable-pip-version-check $(1) >.venv/set-up.log 2>&1 || { \
	if grep -qi 'retrying\|connection' .venv/set-up.log; then why='is there a network?'; \
	else why=$$(grep ERROR .venv/set-up.log | tail -n 1); fi; \
	echo "Set-up failed, pip could not install the packages ($$why); all it said is in .venv/set-up.log." >&2; \
	exit 1; }
endef

$(READY):
	@echo 'Setting up .venv; this happens once and takes a minute or two.'
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || '$(PYTHON)' -m venv --clear .venv >/dev/null 2>&1 || { \
	echo 'Set-up failed, $(PYTHON) cannot make a virtual environment: install its venv module.' >&2; exit 1; }
	@rm -f .venv/ready-*
	@$(call pip-install,--editable .)
	@touch $@

# Dependency groups need a newer pip than Debian 12 puts into a virtual environment.
$(READY)-%: $(READY)
	@$(call pip-install,'pip>=25.1')
	@$(call pip-install,--group $*)
	@touch $@
