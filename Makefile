.PHONY: check test bench docs

check:
	.ci/run

test:
	.venv/bin/pytest

bench:
	.venv/bin/python -m benchmarks.start
	.venv/bin/python -m benchmarks.call
	.venv/bin/python -m benchmarks.frameworks

docs:
	.venv/bin/python tests/docs/refresh.py
