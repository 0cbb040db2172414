.PHONY: check test bench docs constraints newest oldest

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

constraints:
	.ci/constraints

newest:
	.ci/newest

oldest:
	.ci/oldest
