"""The last session is the one held here last; where its clock says otherwise, that is known."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from builders import NOW, note, session_of, turn_with

from coachcli.domain.value import changed
from coachcli.errors import NotFoundError
from coachcli.store.client.client_file import add
from coachcli.store.paths import Practice
from coachcli.store.session import counter, sessions
from coachcli.store.session.latest import latest
from coachcli.store.session.records import DamagedSessionError


def held(practice: Practice, client: str, started: datetime, *, here: bool = True, **changes: object) -> Path:
    """A session; held here, or brought by a synchronising program."""
    when = started.strftime("%Y-%m-%d-%H%M")
    session = session_of(turn_with(note("words")), id=f"{client}/{when}", client=client, started=started, **changes)
    path = sessions.create(practice, session).path
    if here:
        counter.note(practice, path, started)
    return path


@pytest.fixture(autouse=True)
def _office(practice: Practice) -> None:
    for name in ("Jane", "Bob"):
        add(practice, name)


def test_with_sane_clocks_it_is_the_newest(practice: Practice) -> None:
    held(practice, "jane", NOW)
    newest = held(practice, "bob", NOW + timedelta(hours=1))

    assert latest(practice).counted.path == newest
    assert latest(practice).is_plain


def test_after_a_flight_west_it_is_the_one_held_later(practice: Practice) -> None:
    held(practice, "jane", datetime.fromisoformat("2026-11-20T22:00:00+01:00"), here=False)
    later = held(practice, "jane", datetime.fromisoformat("2026-11-20T18:00:00-08:00"), here=False)

    assert latest(practice).counted.path == later


def test_after_a_clock_was_set_back_it_is_the_one_held_here_last(practice: Practice) -> None:
    first = held(practice, "jane", NOW)
    second = held(practice, "bob", NOW - timedelta(days=2))

    found = latest(practice)
    assert (found.counted.path, found.by_instant.path, found.is_plain) == (second, first, False)


def test_one_that_was_brought_is_not_the_last_but_known_to_be_later(practice: Practice) -> None:
    ours = held(practice, "jane", NOW)
    theirs = held(practice, "bob", NOW + timedelta(hours=3), here=False)

    found = latest(practice)
    assert (found.counted.path, found.by_instant.path) == (ours, theirs)


def test_one_that_was_written_up_here_is_the_last(practice: Practice) -> None:
    held(practice, "jane", NOW)
    path = held(practice, "bob", NOW - timedelta(days=3), here=False, written_up=NOW + timedelta(hours=1))
    counter.note(practice, path, NOW + timedelta(hours=1))

    assert latest(practice).counted.path == path
    assert latest(practice).is_plain


def test_one_that_was_only_added_to_is_not(practice: Practice) -> None:
    added_to = held(practice, "jane", NOW)
    last = held(practice, "bob", NOW + timedelta(hours=1))
    counter.note(practice, added_to, NOW + timedelta(hours=2), counts=False)

    assert latest(practice).counted.path == last
    assert counter.last_written(practice) == NOW + timedelta(hours=2)


def test_what_the_coach_did_alone_is_not_where_there_is_another(practice: Practice) -> None:
    call = held(practice, "jane", NOW)
    ref = changed(session_of().framework, kind="reflection")
    alone = held(practice, "jane", NOW + timedelta(hours=1), here=False, framework=ref)
    assert latest(practice).counted.path == call

    call.unlink()
    assert latest(practice).counted.path == alone


def test_one_that_cannot_be_read_is_told_of_before_an_older_one_is_taken(practice: Practice) -> None:
    held(practice, "jane", NOW)
    held(practice, "jane", NOW + timedelta(days=1)).write_text("format: 1\n")

    with pytest.raises(DamagedSessionError):
        latest(practice)


@pytest.mark.parametrize(
    "wrong", [b"", b"{", b"[]", b'{"count": 1, "held": 7, "written": "soon"}', b"\xff", b"1" * 9999]
)
def test_what_was_counted_may_be_damaged_or_gone(practice: Practice, wrong: bytes) -> None:
    held(practice, "jane", NOW)
    newest = held(practice, "bob", NOW + timedelta(hours=1))
    (file,) = practice.counters.iterdir()
    file.write_bytes(wrong)

    assert latest(practice).counted.path == newest
    assert counter.last_written(practice) is None
    held(practice, "jane", NOW + timedelta(hours=2))
    assert counter.load(practice).held == ("jane/2026-11-20-1600-short",)


def test_without_any_it_says_how_to_begin(practice: Practice) -> None:
    with pytest.raises(NotFoundError) as caught:
        latest(practice)

    assert (caught.value.message, caught.value.hint) == (
        "There is no session yet.",
        "coach session start begins one.",
    )
