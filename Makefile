<<<<<<< HEAD
.PHONY: check test bench docs constraints newest oldest
=======
.PHONY: hostile check test bench docs
>>>>>>> 151e38d (Each system call fails in turn, and each file is cut at every byte: make hostile tries them all, the tests a sample)

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

docs:
	.venv/bin/python tests/docs/refresh.py

constraints:
	.ci/constraints

newest:
	.ci/newest

oldest:
	.ci/oldest
