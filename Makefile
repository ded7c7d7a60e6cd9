# `make run` opens Drymap and `make test` checks it, each alone and from a fresh clone.
# `make test-e2e` drives the real window on a screen of its own (Linux; it names what it needs).
# PYTHON=/path/to/python3 chooses a Python, ARGS="--diary FILE" goes to the program.
.PHONY: run test test-e2e clean
export PYTHON

run:
	@.ci/environment requirements.lock window
	@.venv/bin/python main.py $(ARGS)

test:
	@.ci/environment requirements-dev.lock offscreen
	@.venv/bin/python -m ruff check
	@.venv/bin/python -m ruff format --check
	@.venv/bin/python -m mypy
	@.venv/bin/python -m pytest --numprocesses auto --dist worksteal

test-e2e:
	@.ci/environment requirements-dev.lock e2e
	@.venv/bin/python -m pytest tests/e2e

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
