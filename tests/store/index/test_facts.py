"""What is remembered is made anew as soon as its author says something else of a session, or one thing more."""

from collections.abc import Callable

import pytest
from builders import note, session_of, turn_with

from coachcli.domain.client.standing import Standing
from coachcli.domain.history import extract
from coachcli.domain.session.model import Note
from coachcli.store.index import census, facts
from coachcli.store.index import standing as standings
from coachcli.store.index.extracts import extracts
from coachcli.store.index.facts import Head, extract_version
from coachcli.store.index.heads import heads
from coachcli.store.index.standing import standing, standing_version
from coachcli.store.paths import Practice
from coachcli.store.session import sessions


def one_more(kind: type) -> Callable[[pytest.MonkeyPatch], None]:
    """Plant one more field in the definition of a kind."""
    return lambda patch: patch.setitem(kind.__annotations__, "planted", int)


def calls_of(patch: pytest.MonkeyPatch, module: object, name: str) -> tuple[list[object]]:
    """Every call of a function from here on, which does as it did."""
    calls: list[object] = []
    whole = getattr(module, name)

    def counted(*arguments: object) -> object:
        calls.append(arguments)
        return whole(*arguments)

    patch.setattr(module, name, counted)
    return (calls,)


def filled(module: object, number: str) -> Callable[[pytest.MonkeyPatch], None]:
    """Plant another number beside those who fill it."""
    return lambda patch: patch.setattr(module, number, 99)


ASK: dict[str, Callable[[Practice], object]] = {
    "heads": heads,
    "extracts": lambda practice: extracts(practice, "jane-doe"),
    "standing": lambda practice: standing(practice, "jane-doe"),
}
PLANTED = {
    "a field of a head": ("heads", one_more(Head)),
    "what a head is filled with": ("heads", filled(facts, "HEAD_FILLED")),
    "a field of a note": ("extracts", one_more(Note)),
    "what an extract is filled with": ("extracts", filled(extract, "EXTRACT_FILLED")),
    "a field of how things stand": ("standing", one_more(Standing)),
    "what it is filled with": ("standing", filled(standings, "STANDING_FILLED")),
    "whose a session says it is": ("heads", filled(census, "PLACE_FILLED")),
    "a field of an extract, from which it is folded": ("standing", one_more(extract.SessionExtract)),
}


def forget_versions() -> None:
    """Have a definition looked through again, as the next command does."""
    extract_version.cache_clear()
    standing_version.cache_clear()


@pytest.mark.parametrize("what", PLANTED)
def test_it_is_made_anew_for_sessions_that_did_not_change(
    practice: Practice, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    asked, plant = PLANTED[what]
    sessions.create(practice, session_of(turn_with(note("call Tom", "action"))))
    ASK[asked](practice)
    done = [*calls_of(monkeypatch, census, "session_in"), *calls_of(monkeypatch, standings, "standing_of")]
    ASK[asked](practice)
    assert not any(done)

    forget_versions()
    plant(monkeypatch)
    ASK[asked](practice)
    forget_versions()

    assert any(done)


def test_one_part_that_is_of_another_version_leaves_the_others_as_they_are(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessions.create(practice, session_of(turn_with(note("call Tom", "action"))))
    known = extracts(practice, "jane-doe")
    (read,) = calls_of(monkeypatch, census, "session_in")
    monkeypatch.setattr(facts, "HEAD_FILLED", 99)

    assert extracts(practice, "jane-doe") == known
    assert not read
