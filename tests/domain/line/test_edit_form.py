"""What a session looks like as a form to correct."""

from builders import FRIDAY, NOW, note, session_of, turn_with

from coachcli.domain.line.edit_form import form_of
from coachcli.domain.session.model import Note, Reviewed, Score, Session, When
from coachcli.domain.value import changed


def notes_in(session: Session) -> str:
    """The form from the first heading on."""
    text = form_of(session, "Jane Example", ("note", "quote", "insight")).text
    return text[text.index("\n## ") + 1 :]


def test_each_note_has_a_number_its_kind_and_its_words_under_the_question_it_answers() -> None:
    session = session_of(
        turn_with(note("one"), note("Being seen", "topic", "client")),
        turn_with(note("I am always the one", "quote", "sponsor"), question="topic", asked="What shall we work on?"),
    )

    assert notes_in(session) == (
        "## Opening: What is going on?\n"
        "\n1. note\n    one\n"
        "\n2. topic → client\n    Being seen\n"
        "\n## Opening: What shall we work on?\n"
        "\n3. quote → client and sponsor\n    I am always the one\n"
    )


def test_the_lines_of_a_note_stay_lines_whatever_they_begin_with() -> None:
    session = session_of(turn_with(note("# first\n\n2. second\n    third\n~ fourth")))

    assert notes_in(session).endswith("1. note\n    # first\n\n    2. second\n        third\n    ~ fourth\n")


def test_a_day_stands_as_it_was_said_and_what_else_was_told_below_the_words() -> None:
    action = changed(
        note("Ask Sam", "action", "client"),
        due=When(words="friday", on=FRIDAY),
        confidence=8,
        details={"obstacles": "a busy\nweek"},
        added=NOW,
    )
    later = changed(note("Rest", "action"), due=When(words="before the holiday"))

    assert notes_in(session_of(turn_with(action, later))).endswith(
        "1. action → client by friday\n    Ask Sam\n"
        "  · 8/10 · in the way: a busy week · added on Friday 20 November 2026\n"
        "\n2. action before the holiday\n    Rest\n"
    )


def test_an_answer_shows_its_value_and_its_words_below() -> None:
    done = Reviewed(kind="action", what="Ask Sam", session="jane-doe/2026-11-04-1000", outcome="done")
    session = session_of(
        turn_with(
            Note(kind="scale", text="because of the board", scale=Score(score=7, low=1, high=10)),
            Note(kind="choices", chosen=("Play", "Rest, and sleep")),
            Note(kind="review", reviewed=done, share_with="client"),
        )
    )

    assert notes_in(session).endswith(
        "1. scale: 7 of 10\n    because of the board\n"
        "\n2. choices: Play, Rest, and sleep\n"
        "\n3. review: Ask Sam: done → client\n"
    )


def test_the_top_says_how_and_names_the_kinds() -> None:
    text = form_of(session_of(turn_with(note("one"))), "Jane Example", ("note", "quote", "insight")).text

    assert text.startswith("# Jane Example\n\nCorrect the words")
    assert "note, quote,\ninsight.\n" in text
    assert all(len(row) <= 72 for row in text.split("\n"))
