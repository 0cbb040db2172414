"""Notes as they were understood: each file, its notes under their headings, each on one row."""

from datetime import UTC, datetime

from builders import unbegun

from coachcli.cells import cells
from coachcli.domain.foreign.blocks import blocks_of
from coachcli.domain.foreign.notes_file import NotesFile
from coachcli.domain.foreign.notes_session import PLAIN_NOTES, walked
from coachcli.domain.foreign.outline import outline
from coachcli.domain.session.model import Booked, Note, Session
from coachcli.domain.value import changed
from coachcli.render.foreign.notes_rows import counted, notes_text

AT = datetime(2024, 3, 12, 14, tzinfo=UTC)
TEXT = "first\n\n# Goal\n- one\n  - under it\n\n## Why\n" + "long " * 50


def session(text: str = TEXT, at: datetime = AT, spent: int | None = 50) -> Session:
    made = walked(outline(blocks_of(text)), PLAIN_NOTES, at, lambda block: Note(kind="note", text=block.text))
    return changed(unbegun(), started=at, minutes=Booked(spent=spent), stages=made.stages, turns=made.turns)


def test_a_file_is_shown_line_by_line_in_short() -> None:
    shown = notes_text([NotesFile("a.md", "new", "jane-doe", "Jane Doe", session(), told=("It is in UTF-16.",))], 60)

    assert shown == (
        "a.md\n"
        "  Jane Doe, Tuesday 12 March 2024, 14:00, 50 minutes, 3 notes, for you alone · to be taken in\n"
        "  It is in UTF-16.\n"
        "    Notes\n"
        "      first\n"
        "    Goal\n"
        "      one - under it\n"
        "    Goal · Why\n"
        "      long long long long long long long long long long lo…\n"
        "\n"
        "1 to be taken in.\n"
    )


def test_a_day_without_a_time_and_somebody_new_are_shown_so() -> None:
    shown = notes_text([NotesFile("a.md", "new", "", "Zoe", session("a", AT.replace(hour=0), None))])

    assert "  Zoe, a new client, Tuesday 12 March 2024, 1 note, for you alone · to be taken in\n" in shown
    told = "Without minutes, and so in no hours: 1. First write  minutes: 50  at the top.\n"
    assert shown.endswith(f"1 to be taken in.\n{told}")


def test_what_was_not_understood_says_why_and_what_is_there_is_not_shown_again() -> None:
    files = [
        NotesFile("a.md", "not understood", "", "", None, ("this", "that")),
        NotesFile("b.md", "there", "jane-doe", "Jane Doe", session(), ("it is jane-doe/x",)),
        NotesFile("c.md", "clash", "jane-doe", "Jane Doe", session(), ("so",)),
    ]
    shown = notes_text(files)

    assert "a.md\n  not understood: this; that\n" in shown
    assert "· there already: it is jane-doe/x\n\nc.md\n" in shown
    assert [*counted(files)] == ["1 there already, 1 not taken in, 1 not understood."]


def test_nothing_in_a_file_or_its_name_can_act_on_a_terminal() -> None:
    files = [
        NotesFile("a\x1b[2J.md", "new", "jane-doe", "Jane\u202e Doe", session("# a\u202e\nb\u2028c")),
        NotesFile("b\r.md", "not understood", "", "", None, ("no client \x1b]0;x\x07",)),
    ]
    shown = notes_text(files)

    assert not {"\x1b", "\r", "\x07", "\u202e", "\u2028"} & set(shown)
    assert max(cells(row) for row in notes_text(files[:1], 40).split("\n")[2:]) <= 39
