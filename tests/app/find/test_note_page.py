"""The page of a session around one note."""

from pathlib import Path

import pytest
from builders import CLIENT, note, session_of, turn_with

from coachcli.app.find.note_page import note_page
from coachcli.app.session.export import Opened
from coachcli.errors import NotFoundError
from coachcli.render.page.text import text

OPENED = Opened(session_of(turn_with(note("one"), note("two", "insight"))), CLIENT, Path())


def test_it_has_the_note_marked() -> None:
    assert "- Note 2, insight: two\n" in text(note_page(OPENED, 2))


@pytest.mark.parametrize(
    ("opened", "hint"),
    [(OPENED, "They are numbered from 1 to 2."), (Opened(session_of(), CLIENT, Path()), "It has none yet.")],
)
def test_a_number_that_is_none_is_said_with_those_there_are(opened: Opened, hint: str) -> None:
    with pytest.raises(NotFoundError) as refused:
        note_page(opened, 3)

    assert refused.value.hint == hint
