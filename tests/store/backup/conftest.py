"""A small practice."""

import pytest

from coachcli.store.paths import Practice

FILES = {
    "README.md": b"yours\n",
    "clients/jane-example/client.yaml": b"name: Jane Example\n",
    "clients/jane-example/sessions/2026-03-01-1400-grow.yaml": b"a session\n" * 5000,
    "clients/jane-example/sessions/2026-03-01-1400-grow.draft": b"{}",
    ".trash/jane-example/2026-02-01-1400-grow.yaml": b"deleted\n",
    ".snapshots/x.yaml": b"",
    ".counters/here.json": b"{}",
    f"clients/jane-example/exports/{'long' * 40}-\u00e9\U0001f600.md": b"out\n",
}
"""What carries information."""
DERIVED = {".index/clients.json": b"{}", ".locks/.x.lock": b"", "clients/.a.yaml.4000000.0123abcd.tmp": b"half"}


@pytest.fixture
def filled(practice: Practice) -> Practice:
    for name, data in (FILES | DERIVED).items():
        path = practice.root / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(data)
    (practice.root / "frameworks").mkdir()
    return practice
