from pathlib import Path

from coachcli.store import practice
from coachcli.store.paths import Practice

# Nothing to keep or to look into: which sessions are open, and what is open in an editor.
PASSING = {".locks", ".editing"}


def test_the_page_in_a_practice_names_every_place_in_it(tmp_path: Path) -> None:
    there = Practice(tmp_path)
    places = [there.clients, there.frameworks, there.snapshots, there.trash, there.index, there.locks, there.editing]
    theirs = [there.sessions("NAME"), there.between_file("NAME"), there.exports("NAME")]
    names = {str(path.relative_to(tmp_path)) for path in (*places, *theirs)} - PASSING

    assert {name for name in names if name not in practice.README} == set()


def test_the_page_in_a_practice_names_what_is_understood_in_the_file_of_a_client() -> None:
    assert "`cadence: 2 weeks`" in practice.README
    assert "`email`" in practice.README
