"""What the help card says of the question at hand."""

import pytest
from builders import FRAMEWORK, SINCE, framework_of, typed_in, walked

from coachcli.app.call.help_card import guidance
from coachcli.domain.session.model import Session
from coachcli.domain.session.moves import Jumped
from coachcli.domain.session.walk import Walk


def said(question: str, session: Session | None = None) -> str:
    place = FRAMEWORK.by_id.get(question) or framework_of(SINCE).by_id[question]
    return guidance(Walk(FRAMEWORK, "Jane"), place, session or walked())


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("story", "Write as many lines as you like; Enter on an empty line goes on."),
        ("topic", "One line answers it; Enter on an empty line goes on."),
        ("options", "One line each, 5 or more if they come; Enter on an empty line goes on."),
        ("importance", "Here a number from 1 to 10 answers; words after it stay with it."),
        ("energy", "Here a number from 0 to 5, halves too answers; words after it stay with it."),
        ("mood", "Here a number from 1 to 3, or the words answers; words after it stay with it."),
        ("drawn_to", "Here the words answers; words after it stay with it."),
        ("still", "Here yes or no answers; words after it stay with it."),
        ("when", "Here a day answers; words after it stay with it."),
        ("hours", "Here a number answers; words after it stay with it."),
        ("goal", "The goal in one line; by when, if you like: ... by 1 March"),
        ("actions", "What, by when, how sure: Talk to Ana by friday 8/10"),
        ("since", "What came of it: done, partly, not yet, dropped; a word on it; a new day: partly, by friday"),
        ("thanks", "Nothing to answer: say it, then Enter."),
    ],
)
def test_every_type_of_question_says_how_it_is_answered(question: str, words: str) -> None:
    assert said(question) == words


@pytest.mark.parametrize(("question", "line"), [("topic", "trust"), ("importance", "7"), ("still", "yes")])
def test_once_it_is_answered_it_says_what_words_are_then(question: str, line: str) -> None:
    session = typed_in(walked(Jumped(question)), [line])

    assert (
        said(question, session) == "It is answered. Words are a note for you alone now; Enter on an empty line goes on."
    )


def test_choices_are_counted_as_they_stand_now() -> None:
    session = typed_in(walked(Jumped("options")), ["stay", "leave"])

    assert "from 1 to 2" in said("drawn_to", session)
