"""What a coach types when looking back: what came of something, a word on it, a new day."""

import re
from datetime import date

import pytest
from builders import FRIDAY, read_date
from domain.strategies import SHARES
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.line.review import OUTCOMES, read_review
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Note, Reviewed
from coachcli.domain.session.wording import as_typed
from coachcli.domain.terms import Outcome, ShareWith

SCORE = re.compile(r"(.*)(?<![\d.,])\d+([.,]\d+)?\s*(/\s*10|%)", re.DOTALL)
SESSION = "jane-doe/2026-11-01-1000"
CALL_TOM = Carried("action", "call Tom", SESSION, share_with="sponsor")


def said(text: str, item: Carried = CALL_TOM, share: ShareWith = "nobody") -> Note | None:
    read = read_review(text, item, read_date, share)
    return read[0] if read else None


def answer(text: str) -> tuple[Outcome, str, date | None, float | None]:
    """What came of it, the word on it, the new day, how sure."""
    note = said(text)
    assert note is not None
    assert note.reviewed is not None
    return note.reviewed.outcome, note.text, note.due.on if note.due else None, note.confidence


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("done", "done"),
        ("Done", "done"),
        ("DONE!", "done"),
        ("done.", "done"),
        ("1", "done"),
        ("partly", "partly"),
        ("partially", "partly"),
        ("in part", "partly"),
        ("In Part", "partly"),
        ("half", "partly"),
        ("2", "partly"),
        ("not yet", "not yet"),
        ("not done", "not yet"),
        ("still open", "not yet"),
        ("3", "not yet"),
        ("dropped", "dropped"),
        ("drop", "dropped"),
        ("drop it", "dropped"),
        ("4.", "dropped"),
    ],
)
def test_a_word_or_a_number_says_what_came_of_it(typed: str, outcome: Outcome) -> None:
    assert answer(typed) == (outcome, "", None, None)


@pytest.mark.parametrize("number", range(1, 5))
def test_the_numbers_are_those_on_the_screen(number: int) -> None:
    assert answer(str(number))[0] == OUTCOMES[number - 1]


@pytest.mark.parametrize(
    ("typed", "outcome", "comment"),
    [
        ("done, and it was easier than feared", "done", "and it was easier than feared"),
        ("done it was fine", "done", "it was fine"),
        ("partly: met him once", "partly", "met him once"),
        ("partly - met him once", "partly", "met him once"),
        ("partly – met him once", "partly", "met him once"),
        ("not yet; he is away", "not yet", "he is away"),
        ("not done because of the move", "not yet", "because of the move"),
        ("drop it, it was never mine", "dropped", "it was never mine"),
        ("drop iteration two", "dropped", "iteration two"),
        ("2 met him once", "partly", "met him once"),
        ("2. met him once", "partly", "met him once"),
        ("1 Größe, wie İ es sah", "done", "Größe, wie İ es sah"),
        ("DONE Straße", "done", "Straße"),
        ("done: 10:30 was early", "done", "10:30 was early"),
    ],
)
def test_words_after_it_stay_with_it(typed: str, outcome: Outcome, comment: str) -> None:
    assert answer(typed) == (outcome, comment, None, None)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("partly, met him once, by friday", ("partly", "met him once", FRIDAY, None)),
        ("not yet, by friday", ("not yet", "", FRIDAY, None)),
        ("not yet by friday", ("not yet", "", FRIDAY, None)),
        ("not yet 6/10", ("not yet", "", None, 6)),
        ("2 by friday 6/10", ("partly", "", FRIDAY, 6)),
        ("partly, by and by", ("partly", "by and by", None, None)),
        ("not yet, he is away until friday 6/10", ("not yet", "he is away", FRIDAY, 6)),
        ("3 he is away by friday", ("not yet", "he is away", FRIDAY, None)),
        ("partly, met him 7/10", ("partly", "met him", None, 7)),
        ("partly, once by the river", ("partly", "once by the river", None, None)),
    ],
)
def test_a_new_day_and_how_sure_they_are_may_follow(
    typed: str, expected: tuple[Outcome, str, date | None, float | None]
) -> None:
    assert answer(typed) == expected


@pytest.mark.parametrize(
    ("typed", "comment"),
    [
        ("done, met him on friday", "met him on friday"),
        ("done by friday", "by friday"),
        ("dropped for friday 9/10", "for friday 9/10"),
    ],
)
def test_a_day_beside_what_is_done_or_dropped_is_no_new_one(typed: str, comment: str) -> None:
    assert answer(typed)[1:] == (comment, None, None)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("done, 9/10", ("done", "", 9)),
        ("done, the board said so 9/10", ("done", "the board said so", 9)),
        ("dropped, on friday 4/10", ("dropped", "on friday", 4)),
        ("done on friday", ("done", "on friday", None)),
    ],
)
def test_how_near_they_came_to_a_goal_counts_when_it_is_over_as_well(
    typed: str, expected: tuple[Outcome, str, float | None]
) -> None:
    goal = Carried("goal", "Lead the division", SESSION, share_with="client")
    note = said(typed, goal)

    assert note is not None
    assert note.reviewed is not None
    assert (note.reviewed.outcome, note.text, note.confidence) == expected
    assert note.due is None
    assert said(as_typed(note), goal) == note


@pytest.mark.parametrize(
    "typed", ["done", "done: met him on friday", "not yet by friday", "partly: a bit by friday 6/10"]
)
def test_it_comes_back_for_rewriting_as_it_would_be_typed_again(typed: str) -> None:
    note = said(typed)

    assert note is not None
    assert as_typed(note) == typed
    assert said(as_typed(note)) == note


@pytest.mark.parametrize(
    "typed",
    [
        "", "it went well", "he is not done", "donesies", "doneness", "partlyish", "halfway there", "dropping",
        "nothing", "not", "yet", "5", "0", "12", "1st of all", "2nd", "3x a week", "yes", "no", "-1", "½",
    ],
)  # fmt: skip
def test_anything_else_says_nothing_of_it(typed: str) -> None:
    assert said(typed) is None


def test_it_names_what_was_looked_back_on() -> None:
    goal = Carried("goal", "lead the team", SESSION, details=("by Friday",))

    assert said("partly, a bit", goal) == Note(
        kind="review",
        text="a bit",
        reviewed=Reviewed(kind="goal", what="lead the team", session=SESSION, outcome="partly"),
    )


@pytest.mark.parametrize("marked", SHARES)
@pytest.mark.parametrize("original", SHARES)
def test_it_is_never_shared_more_widely_than_what_it_repeats(marked: ShareWith, original: ShareWith) -> None:
    note = said("done", Carried("action", "call Tom", SESSION, share_with=original), marked)
    narrowest = SHARES[min(SHARES.index(marked), SHARES.index(original))]

    assert SHARES == ("nobody", "client", "sponsor")
    assert note is not None
    assert note.share_with == narrowest


@given(st.sampled_from(OUTCOMES), st.text(max_size=30) | st.text("0123456789%/.,· byfrida", max_size=20))
def test_no_word_of_it_is_lost(outcome: Outcome, comment: str) -> None:
    note = said(f"{outcome} | {comment}")

    assert note is not None
    assert note.reviewed is not None
    assert note.reviewed.outcome == outcome
    kept = f"{note.text} {note.due.words if note.due else ''} {note.confidence}"
    # A score is kept as what it is worth, without the words for it.
    words = comment if note.confidence is None else SCORE.sub(r"\1 ", comment)
    assert [word for word in words.split() if word.strip(".,;·-") not in kept] == []


@given(st.text(max_size=30))
def test_no_text_does_more_than_answer_or_not(text: str) -> None:
    note = said(text)

    assert note is None or note.reviewed is not None
