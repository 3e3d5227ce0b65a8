# Two commands do all: `make run` asks the collection in a browser, `make test` runs the whole suite.
# `make kiosk` serves the museum's kiosk only, as docs/kiosk.md sets it up.
# Each sets up .venv first where needed; requirements.lock pins every version.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COLLECTION ?= collections/politburo-trotsky
SETTINGS = $(if $(wildcard $(COLLECTION)/kiosk.toml),--settings $(COLLECTION)/kiosk.toml)
VENDOR := ui/static/vendor
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements.lock

.PHONY: install run kiosk test check bench screenshots train train-reader lock vendor clean

install: $(VENV)/installed

$(VENV)/installed: pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Legenda needs Python 3.11 or newer; set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable '.[dev]'
	touch $@

run: install
	$(BIN)/legenda build $(COLLECTION)
	$(BIN)/legenda serve --open $(SETTINGS)

kiosk: install
	$(BIN)/legenda build $(COLLECTION)
	$(BIN)/legenda serve --kiosk $(SETTINGS)

test: install
	$(BIN)/python -m pytest

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: install
	$(BIN)/legenda build $(COLLECTION)
	$(BIN)/python -m eval.bench

# Takes the README's pictures of the pages anew; needs Chromium.
screenshots: install
	$(BIN)/legenda build $(COLLECTION)
	$(BIN)/python -m tests.browser.screens docs/pictures

# Trains index/data/trunk.safetensors anew: make train QUESTIONS="FILE ..." (docs/trunk.md). The index is to be built again then.
train: install
	$(BIN)/python -m training.trunk $(QUESTIONS) --collection $(COLLECTION)

# Trains index/data/reader.onnx anew: make train-reader QUESTIONS=FILE PUBLIC="FILE ..." (docs/reader.md).
train-reader: install
	$(PIP) --editable '.[train]'
	$(BIN)/legenda build $(COLLECTION)
	$(BIN)/python -m training.reader $(QUESTIONS) --public $(PUBLIC)

# Pins what a fresh environment resolves to today.
lock:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install --quiet --disable-pip-version-check --editable '.[dev,train]'
	.venv-lock/bin/pip freeze --exclude-editable | sed 's/^torch==.*/torch==2.13.0/' > requirements.lock
	rm -rf .venv-lock

# Brings the browser's libraries and fonts anew, as package-lock.json there pins them. Needs npm; a set-up does not.
vendor:
	cd $(VENDOR) && npm ci --ignore-scripts --no-audit --no-fund --silent && sh bring.sh && rm -rf node_modules

clean:
	rm -rf $(VENV) .venv-lock build *.egg-info
