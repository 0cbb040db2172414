"""The id of a client in their files."""

from pathlib import Path

import pytest
from builders import note, session_of, turn_with

from coachcli.errors import CoachError
from coachcli.store.session import sessions
from coachcli.store.session.client_id import respell_between, respell_session

BETWEEN = """format: 1 # mine
client: jane
entries:
- at: 2026-11-20T14:00:00+00:00
  notes:
  - kind: review
    text: jane/2026-11-01-1000 said jane
    reviewed: {kind: action, what: jane, session: jane/2026-11-01-1000, outcome: done}
...
"""


def test_only_ids_follow_and_no_word(tmp_path: Path) -> None:
    path = tmp_path / "between.yaml"
    path.write_text(BETWEEN)

    assert respell_between(path, "jane", "jd") is None
    assert path.read_text() == BETWEEN.replace("client: jane", "client: jd").replace("session: jane/", "session: jd/")


@pytest.mark.parametrize(
    ("before", "is_error"), [(BETWEEN.replace("client: jane", "client: robin"), False), ("format: 1\nclient: [", True)]
)
def test_a_file_of_somebody_else_or_one_that_is_damaged_stays(tmp_path: Path, before: str, is_error: bool) -> None:
    path = tmp_path / "between.yaml"
    path.write_text(before)
    told = respell_between(path, "jane", "jd")

    assert isinstance(told, CoachError) == is_error
    assert path.read_text() == before


def test_a_session_says_the_new_id_and_all_else_as_before(tmp_path: Path) -> None:
    path = tmp_path / "2026-11-20-1400-demo.yaml"
    session = session_of(turn_with(note("jane-doe/2026 said so")))
    path.write_bytes(b"# by hand\n" + sessions.text_of(session))

    assert respell_session(path, session.client, "jd") is None
    now = sessions.read(path).session
    assert (now.client, now.id) == ("jd", f"jd/{session.id.rpartition('/')[2]}")
    assert now.turns == session.turns
    assert path.read_bytes().startswith(b"# by hand\n")
