"""What a source brings back tells a log nothing of what was typed."""

import pytest

from coachcli.live.source import EndOfInput, Entered, Line, Outcome, Pressed, Recalled, Signalled, Stopped, Worded

SECRET = "she wants to leave her husband"
LINE = Line(SECRET, 4)


def test_a_line_ends_where_its_text_does() -> None:
    assert Line.ending("abc") == Line("abc", 3)
    assert Line() == Line("", 0)


@pytest.mark.parametrize(
    "said",
    [LINE, Entered(LINE), Pressed("help", LINE), Stopped(LINE), Signalled(15, LINE)],
    ids=lambda said: type(said).__name__,
)
def test_only_the_length_of_a_line_is_told(said: object) -> None:
    assert SECRET not in repr(said)
    assert "30 characters" in repr(said)


@pytest.mark.parametrize(
    ("one", "other"),
    [(Entered(LINE), Stopped(LINE)), (EndOfInput(), EndOfInput(closed=True)), (Recalled(), EndOfInput())],
)
def test_one_outcome_is_not_another(one: Outcome, other: Outcome) -> None:
    assert one != other


def test_notes_are_put_into_words_when_they_are_looked_at() -> None:
    looked_at: list[int] = []

    def word(number: int) -> str:
        looked_at.append(number)
        return f"note {number}"

    notes = Worded(range(500), word)

    assert (len(notes), notes[-1], list(notes[:-1][-2:])) == (500, "note 499", ["note 497", "note 498"])
    assert looked_at == [499, 497, 498]
    assert Worded(range(2), word) == ("note 0", "note 1")
