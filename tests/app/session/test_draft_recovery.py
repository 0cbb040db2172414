"""What was typed when a session broke off comes back, unless it was saved; and a session may hold nothing at all."""

import pytest
from app.conftest import MakeSession
from builders import note, turn_with

from coachcli.app.session.draft_recovery import draft_left, is_empty
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Appointment
from coachcli.live.source import Line
from coachcli.store.paths import draft_file
from coachcli.store.session import drafts, rescue
from coachcli.store.session.drafts import Draft
from coachcli.store.session.sessions import Stored

ANOTHER_TIME = "0" * 64


@pytest.fixture
def stored(jane: Client, made: MakeSession) -> Stored:
    """A session with two notes."""
    return made(jane, turns=(turn_with(note("she is late"), note("a hard week", kind="quote"), question="arriving"),))


def typed(stored: Stored, text: str, *before: str, base: str = "", cursor: int | None = None) -> Line | None:
    """What is left of a line, and of those entered before it."""
    at = len(text) if cursor is None else cursor
    draft = Draft(text, at, None, None, base or stored.digest, before)
    drafts.write(draft_file(stored.path), draft)
    return draft_left(stored, stored.session)


def test_the_line_is_back_with_its_cursor(stored: Stored) -> None:
    assert typed(stored, "half a thought", cursor=4) == Line("half a thought", 4)


@pytest.mark.parametrize("text", ["", "   "])
def test_a_line_without_words_is_none(stored: Stored, text: str) -> None:
    assert typed(stored, text) is None


def test_where_nothing_was_typed_there_is_nothing(stored: Stored) -> None:
    assert draft_left(stored, stored.session) is None


def test_of_several_lines_nobody_knows_how_they_came(stored: Stored) -> None:
    left = typed(stored, "and so", "first this", cursor=3)

    assert left == Line("first this\nand so", len("first this\nand"), burst=True)


@pytest.mark.parametrize("text", ["a hard week", '"a hard week', "“a hard week”"])
def test_what_was_saved_before_it_was_forgotten_does_not_come_twice(stored: Stored, text: str) -> None:
    assert typed(stored, text, base=ANOTHER_TIME) is None


def test_of_several_lines_only_what_was_not_saved_comes_back(stored: Stored) -> None:
    assert typed(stored, "and tired", '"a hard week', base=ANOTHER_TIME) == Line.ending("and tired")


def test_the_same_words_at_the_same_file_are_typed_anew(stored: Stored) -> None:
    assert typed(stored, "she is late") == Line.ending("she is late")


def test_what_the_disk_refused_goes_before_what_is_beside_the_file(stored: Stored) -> None:
    rescue.put_line(stored.path, stored.digest, Draft("from elsewhere", 4, None, None, stored.digest))

    assert typed(stored, "from here") == Line("from elsewhere", 4)


class TestEmpty:
    @pytest.fixture
    def bare(self, jane: Client, made: MakeSession) -> Stored:
        return made(jane)

    def test_a_session_in_which_nothing_was_said_is_empty(self, bare: Stored) -> None:
        assert is_empty(bare)

    def test_one_note_is_something(self, stored: Stored) -> None:
        assert not is_empty(stored)

    def test_so_is_a_next_date(self, jane: Client, made: MakeSession) -> None:
        assert not is_empty(made(jane, next=Appointment(words="friday")))

    def test_so_is_a_line_that_was_begun(self, bare: Stored) -> None:
        typed(bare, "half a thou")

        assert not is_empty(bare)

    def test_so_is_what_the_disk_refused(self, bare: Stored) -> None:
        rescue.put(bare.path, bare.digest, b"the words")

        assert not is_empty(bare)
