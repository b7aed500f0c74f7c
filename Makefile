# Everything that people do with this project: make, make serve, make check, make test.
# Only Python 3.11 or newer (with its venv module) and make are needed; the rest is installed in .venv.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes
PYTEST := $(RUN) -m pytest
# One more than two cores: a test with a browser waits half of its time.
WORKERS ?= 3
# A worker takes a whole file at a time, the longest first (tests/end_to_end/conftest.py), so that all end together.
BY_FILE := --dist loadfile --no-loadscope-reorder

.DEFAULT_GOAL := all
.PHONY: all install build publish serve beheer beheer-local form check stale check-summary stale-summary test tools lint types layers fast all-tests end-to-end soak bench fuzz audit sbom pictures messages lock guards clean

all: build  ## install, then make the website and all sheets in site/

install: $(VENV)/.installed

build: install
	$(RUN) -m generator build

serve: install  ## show the website and the flyers on this computer; what is saved shows by itself
	$(RUN) -m generator serve

# The form for staff is optional, and the only thing here that needs npm.
FORM := .cache/beheer
beheer: install form  ## the same as make, with the form /beheer/ if socialmap.yaml has an editor
	$(RUN) -m generator build

# grep: whether a neighbourhood asks for the form must be known before npm is asked for anything.
publish: install  ## what the workflows publish: with the form if socialmap.yaml has an editor, else as make
	@! grep -q '^ *editor:' socialmap.yaml || $(MAKE) --no-print-directory form
	$(RUN) -m generator build

beheer-local: install form  ## edit the files of this folder in the form, in the browser of this computer
	$(RUN) -m generator edit

form:
	sh generator/editor/fetch.sh $(FORM)

check: install  ## say what is wrong in the YAML files, and make nothing
	$(RUN) -m generator check

stale: install  ## name what should be checked again, and by whom
	$(RUN) -m generator stale

# For the pages of continuous integration: the same text, indented, so that no text of a record is markup there.
# The code of the check counts.
SUMMARY ?= /dev/stdout
check-summary stale-summary: %-summary: install
	@$(RUN) -m generator $* > $(VENV)/said 2>&1; code=$$?; cat $(VENV)/said; \
		tr '\r' ' ' < $(VENV)/said | sed 's/^/    /' >> "$(SUMMARY)"; exit $$code

# The stamps keep a second `make` from installing again until a lock file changes.
define HAS_PYTHON
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed. Try: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' \
		|| { echo "Python's venv module is needed. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
endef
$(VENV)/.installed: requirements.lock
	$(HAS_PYTHON)
	test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	$(INSTALL) -r requirements.lock
	@touch $@

# uv, which the lock has too, takes a seventh of the time. It knows nothing of what pip is told (a mirror, a
# proxy): then pip does it. What uv installs holds what requirements.lock has, of the same versions.
UV_OF_THE_LOCK := sed -n '/^uv==/,/[^\\]$$/p' requirements-dev.lock
$(VENV)/.installed-dev: requirements-dev.lock requirements.lock
	$(HAS_PYTHON)
	test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	$(UV_OF_THE_LOCK) | $(INSTALL) -r /dev/stdin
	$(RUN) -m uv pip install --quiet --compile-bytecode --require-hashes --python $(RUN) -r requirements-dev.lock \
		|| $(INSTALL) -r requirements-dev.lock
	@touch $(VENV)/.installed $@

test: $(VENV)/.installed-dev  ## everything that must hold before a change goes in
	@# The first wait for the network or take one core each, so they go beside one another.
	@$(MAKE) --no-print-directory -j3 tools types lint layers
	@$(MAKE) --no-print-directory all-tests

tools:  ## a browser and a Java compiler, for the tests only
	sh tests/tools/provide.sh

lint: $(VENV)/.installed-dev
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .

types: $(VENV)/.installed-dev
	$(RUN) -m mypy

layers: $(VENV)/.installed-dev
	$(VENV)/bin/lint-imports

fast: $(VENV)/.installed-dev
	$(PYTEST) -n $(WORKERS) --ignore=tests/end_to_end -m "not soak"

# In one run: while a browser waits or a neighbourhood is built, another worker does something else.
all-tests: $(VENV)/.installed-dev
	$(PYTEST) -n $(WORKERS) $(BY_FILE) -m "not soak"

end-to-end: $(VENV)/.installed-dev
	$(PYTEST) -n $(WORKERS) $(BY_FILE) tests/end_to_end -m "not soak"

# Five thousand of what a test does a hundred times otherwise take longer than a browser may be silent.
SOAK_SECONDS := 3600
soak: $(VENV)/.installed-dev  ## the same with the full counts; takes long
	@$(MAKE) --no-print-directory tools audit
	$(PYTEST) -n $(WORKERS) $(BY_FILE) --hypothesis-profile soak --timeout $(SOAK_SECONDS)
	@$(MAKE) --no-print-directory guards

GUARDS ?=
guards: $(VENV)/.installed-dev  ## take each guard of the product away in a copy, and see that its test fails
	$(RUN) -m tests.guards $(GUARDS)

# All of it takes hours: BENCH="building peers --runs 3 --sizes 60,300" measures a part.
BENCH ?=
bench: $(VENV)/.installed-dev  ## measure how fast and how light it is, beside other programs, and write docs/performance.md
	$(RUN) -m tests.bench $(BENCH)

# The fuzzer instruments what it imports, so it has the product in a place of its own. Linux only.
FUZZ := .cache/fuzz
FUZZ_SECONDS ?= 600
FUZZ_TARGETS ?= reading schedules partners
$(FUZZ)/.installed: tests/fuzz/requirements.lock requirements.lock
	$(PYTHON) -m venv --clear $(FUZZ)
	$(FUZZ)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock -r tests/fuzz/requirements.lock
	@touch $@

fuzz: $(FUZZ)/.installed  ## look for inputs that break reading, schedules or partners' flyers; what breaks them is in .build/fuzz/
	for target in $(FUZZ_TARGETS); do $(FUZZ)/bin/python -m tests.fuzz $$target --seconds $(FUZZ_SECONDS) || exit 1; done

# Tools that look at dependencies stand apart from them.
AUDIT := .cache/audit
$(AUDIT)/.installed: tests/audit.lock $(VENV)/.installed
	$(PYTHON) -m venv --clear $(AUDIT)
	$(AUDIT)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/audit.lock
	@touch $@

audit: $(VENV)/.installed-dev $(AUDIT)/.installed  ## list the licences of what is installed; name dependencies that nothing uses
	$(AUDIT)/bin/pip-licenses --python=$(RUN) --from=mixed --order=license
	$(AUDIT)/bin/deptry .

sbom: $(AUDIT)/.installed  ## write which packages a release has, as CycloneDX, in .build/sbom.cdx.json
	@mkdir -p .build
	$(AUDIT)/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml \
		--output-reproducible --output-file .build/sbom.cdx.json

pictures: build $(VENV)/.installed-dev  ## take the pictures of docs/pictures again
	$(RUN) -m tests.pictures

messages: $(VENV)/.installed-dev  ## say which interface texts lack a translation
	$(PYTEST) tests/test_catalogues.py

# Universal: the same lock serves every platform and every Python from 3.11 on.
LOCK := $(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
lock: $(VENV)/.installed-dev  ## renew the lock files from pyproject.toml
	$(LOCK) pyproject.toml --output-file requirements.lock
	$(LOCK) --group dev pyproject.toml --constraints requirements.lock --output-file requirements-dev.lock
	$(LOCK) --group bench --constraints requirements.lock --output-file tests/bench/requirements.lock
	$(LOCK) --group audit --constraints requirements.lock --output-file tests/audit.lock
	$(LOCK) --group fuzz --constraints requirements.lock --output-file tests/fuzz/requirements.lock

clean:  ## remove what was made; `make` makes it again
	rm -rf site .build .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache $(VENV)
