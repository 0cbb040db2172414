.PHONY: check test bench docs constraints newest oldest hostile

check:
	.ci/run

test:
	.venv/bin/pytest

hostile:
	COACH_HOSTILE=1 .venv/bin/pytest -n 2 tests/hostile

bench:
	.venv/bin/python -m benchmarks.start
	.venv/bin/python -m benchmarks.call
	.venv/bin/python -m benchmarks.frameworks
	.venv/bin/python -m benchmarks.size
	.venv/bin/python -m benchmarks.career

docs:
	.venv/bin/python tests/docs/refresh.py

constraints:
	.ci/constraints

newest:
	.ci/newest

oldest:
	.ci/oldest
