"""Which lines of a session's file have somebody's words in them."""

from coachcli.store.erase.note_lines import note_lines


def test_notes_have_and_what_was_asked_has_not() -> None:
    asked = b"id: will\nturns:\n- asked: will\n  item: will\n"
    noted = b"  notes:\n  - kind: note\n    text: will\nnext:\n  words: will\n"

    assert note_lines(asked + noted) == frozenset({4, 6, 7, 9})


def test_a_file_that_is_no_session_has_no_lines_that_can_be_told() -> None:
    assert note_lines(b"will") is None
    assert note_lines(b"{") is None
    assert note_lines(b"a: will") is None
