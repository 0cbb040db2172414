"""The words of a summary: to the client about what they did, to a sponsor about the client."""

from typing import get_args

import pytest
from builders import FRIDAY

from coachcli.domain.export.phrases import details_of, kind_label, outcome_words
from coachcli.domain.session.model import Note, Reviewed, When
from coachcli.domain.terms import Audience, Commitments, Outcome

ACTION = Note(
    kind="action",
    text="talk to Ana",
    due=When(words="friday", on=FRIDAY),
    confidence=7.5,
    details={"support": "her calendar", "measure": "two leads ask me"},
)


def came_of(outcome: Outcome, kind: Commitments = "action", what: str = "call Tom") -> Reviewed:
    return Reviewed(kind=kind, what=what, session="jane-doe/1", outcome=outcome)


@pytest.mark.parametrize(
    ("outcome", "to_client", "to_sponsor"),
    [
        ("done", "You did it: call Tom", "Done: call Tom"),
        ("partly", "You made a start: call Tom", "Done in part: call Tom"),
        ("not yet", "Still to come: call Tom", "Still to come: call Tom"),
        ("dropped", "You let it go: call Tom", "No longer planned: call Tom"),
    ],
)
def test_what_came_of_an_action(outcome: Outcome, to_client: str, to_sponsor: str) -> None:
    assert outcome_words(came_of(outcome), "client") == to_client
    assert outcome_words(came_of(outcome), "sponsor") == to_sponsor


def test_what_the_coach_promised_is_the_coachs() -> None:
    assert outcome_words(came_of("done", "promise"), "client") == "I did it: call Tom"


@pytest.mark.parametrize("kind", get_args(Commitments))
@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_words_of_several_lines_stand_on_one(kind: Commitments, outcome: Outcome) -> None:
    words = outcome_words(came_of(outcome, kind, "call Tom\nand Ana"), "client")

    assert words.endswith(": call Tom and Ana")
    assert words[0].isupper()


def test_details_are_told_without_a_code_of_ours() -> None:
    assert details_of(ACTION, "client") == (
        "by Friday 27 November 2026",
        "how sure: 7.5 of 10",
        "support: her calendar",
        "you will know by: two leads ask me",
    )


def test_a_number_beside_a_goal_says_how_near_it_is() -> None:
    reached = Note(kind="review", confidence=9, reviewed=came_of("done", "goal"))

    assert details_of(Note(kind="goal", text="lead", confidence=3), "client") == ("how near: 3 of 10",)
    assert details_of(reached, "client") == ("how near: 9 of 10",)
    assert details_of(Note(kind="review", confidence=6, reviewed=came_of("partly")), "client") == ("how sure: 6 of 10",)


def test_where_nothing_is_known_nothing_is_told() -> None:
    assert details_of(Note(kind="action", text="talk to Ana"), "client") == ()


@pytest.mark.parametrize(("audience", "label"), [("client", "You will know by:"), ("sponsor", "They will know by:")])
def test_a_sponsor_reads_they_where_the_client_reads_you(audience: Audience, label: str) -> None:
    assert kind_label("measure", audience) == label
    assert details_of(ACTION, audience)[-1] == f"{label[0].lower()}{label[1:]} two leads ask me"


@pytest.mark.parametrize("audience", ["client", "sponsor"])
def test_nobody_else_reads_me_of_the_coach(audience: Audience) -> None:
    mine = Note(kind="action", text="talk to Ana", details={"who": "me"})

    assert details_of(mine, audience) == ("who: coach",)
