# make run     start the app on 127.0.0.1:8501 (SAMPLE=no starts with an empty store)
# make test    lint, types, import contract and all tests
# make soak    the large counts      make bench   the benchmarks
# make texts   collect the texts for translation and compile them
# make lock    write requirements.txt and requirements-test.txt anew (needs uv)

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8501
RUN := .venv/bin
TEST := .venv-test/bin

# The tests start hundreds of processes: each would compile our modules anew. What they import of the packages is
# compiled on the way, a quarter of what pip would compile beforehand.
unexport PYTHONDONTWRITEBYTECODE

# One worker more than the two cores, because tests wait for browsers and disks; and in the order of the folders, so that
# the long files that drive a browser come first and none is left alone at the end.
WORKERS := -n 3 --dist loadfile --no-loadscope-reorder

.PHONY: run test soak bench texts lock

run: .venv/installed
ifneq ($(SAMPLE),no)
	@$(RUN)/python -m pipelines sample
endif
	@echo "Kulturpuls: http://127.0.0.1:$(PORT)"
	@exec $(RUN)/streamlit run asgi.py --server.port $(PORT)

test: .venv-test/installed
	$(TEST)/ruff check .
	$(TEST)/ruff format --check .
	$(TEST)/mypy -n 2 .
	$(TEST)/lint-imports
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null \
		|| echo "No Chromium found, the browser tests are skipped: apt-get install chromium"
	$(TEST)/pytest $(WORKERS) -m "not soak"

soak: .venv-test/installed
	$(TEST)/pytest -m soak

bench: .venv-test/installed
	$(TEST)/python -m benchmarks

texts: .venv-test/installed
	$(TEST)/python -m locales

lock:
	uv pip compile -q --universal --python-version 3.11 --no-emit-index-url --generate-hashes --no-header requirements.in -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --no-emit-index-url --generate-hashes --no-header requirements-test.in -o requirements-test.txt

.venv/installed: requirements.txt
	@echo "Making the environment; the first time takes a few minutes."
	@$(PYTHON) -m venv .venv
	@$(RUN)/pip install -q --disable-pip-version-check -r requirements.txt
	@touch $@

.venv-test/installed: requirements.txt requirements-test.txt
	@$(PYTHON) -m venv .venv-test
	@$(TEST)/pip install -q --no-compile --disable-pip-version-check -r requirements.txt -r requirements-test.txt
	@touch $@
