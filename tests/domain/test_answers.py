"""What a session already knows, and the texts that quote it."""

import pytest
from builders import (
    CLIENT,
    DRAWN_TO,
    FRAMEWORK,
    HOURS,
    IMPORTANCE,
    MOOD,
    OPTIONS,
    STORY,
    TOPIC,
    VALUES,
    note,
    typed_in,
    unbegun,
    walked,
)
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.answers import answer_words, answers_to, choices_for, filled, items_of, number_words, quoted_in
from coachcli.domain.framework import Framework, Stage, Step
from coachcli.domain.moves import Answered, Jumped, Noted
from coachcli.domain.questions import ChoiceQuestion, LineQuestion, ScaleQuestion
from coachcli.domain.session.model import Note, Score, Session, When
from coachcli.domain.walk import Walk


def fill(text: str, session: Session) -> str:
    return filled(text, session, FRAMEWORK, CLIENT)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (7.0, "7"),
        (7.5, "7.5"),
        (-4.0, "-4"),
        (0.0, "0"),
        (100.0, "100"),
        (1234567.0, "1234567"),
        (0.1, "0.1"),
        (0.00001, "0.00001"),
        (123456789012345.0, "123456789012345"),
    ],
)
def test_a_number_is_said_as_people_say_it(value: float, words: str) -> None:
    assert number_words(value) == words


@OFTEN
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_digit_of_a_number_is_lost(value: float) -> None:
    assert float(number_words(value)) == value


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Note(kind="scale", text="better", scale=Score(score=7, low=1, high=10)), "7"),
        (Note(kind="number", text="at most", number=2.5), "2.5"),
        (Note(kind="yesno", text="more than ever", said_yes=True), "yes"),
        (Note(kind="yesno", said_yes=False), "no"),
        (Note(kind="date", text="at noon", day=When(words="friday")), "friday"),
        (Note(kind="choices", text="above all", chosen=("Play", "Order")), "Play, Order"),
        (Note(kind="goal", text="lead\nthe team ", confidence=8, due=When(words="friday")), "lead the team"),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_an_answer_is_quoted_bare(answer: Note, words: str) -> None:
    assert answer_words(answer) == words


def test_of_one_question_the_latest_answer_counts() -> None:
    session = typed_in(walked(Jumped("topic"), Answered(note("the team", "topic")), Jumped("topic")), ["the boss"])

    assert answers_to(session, TOPIC) == ["the boss"]


def test_of_a_running_question_every_line_counts_over_all_visits() -> None:
    session = walked(
        Jumped("options"),
        Answered(note("ask Ana", "option")),
        Answered(note("wait", "option")),
        Jumped("story"),
        Jumped("options"),
        Answered(note("leave", "option")),
    )

    assert answers_to(session, OPTIONS) == ["ask Ana", "wait", "leave"]


def test_what_is_captured_beside_an_answer_is_none() -> None:
    session = typed_in(walked(Jumped("options")), ['"hm', "ask Ana", "!aha", "*write by friday", "~bored", ">send it"])

    assert answers_to(session, OPTIONS) == ["ask Ana"]


def test_words_beside_a_scale_are_no_answer_to_it() -> None:
    session = typed_in(walked(Jumped("importance")), ["hard to say", "7 after all"])

    assert answers_to(session, IMPORTANCE) == ["7"]


def test_a_question_that_was_not_answered_has_no_answers() -> None:
    assert answers_to(walked(), STORY) == []


def test_texts_quote_the_client_and_earlier_answers() -> None:
    session = typed_in(walked(Jumped("topic")), ["the team"])

    assert fill("{client}, is {topic} worth {hours}?", session) == "Jane Doe, is the team worth …?"


def test_several_answers_are_quoted_one_after_the_other() -> None:
    session = typed_in(walked(Jumped("options")), ["ask Ana", "wait"])

    assert fill("You said {options}.", session) == "You said ask Ana, wait."


@pytest.mark.parametrize("text", ["{}", "{Client}", "{ client }", "{1}", "{client", "100 % {{", "no names"])
def test_other_braces_are_left_alone(text: str) -> None:
    assert fill(text, unbegun()) == text


def test_a_name_that_nothing_has_is_left_open() -> None:
    assert fill("{nothing}", unbegun()) == "…"


@OFTEN
@given(st.text(st.sampled_from("{client}topic a")))
def test_what_is_put_in_is_never_looked_at_again(said: str) -> None:
    session = walked(Jumped("topic"), Noted(note(said, "topic")))

    assert fill("<{topic}>", session) == f"<{' '.join(said.split()) or '…'}>"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("What now?", ()),
        ("{client}?", ()),
        ("{topic}, {goal} and {topic}, {client}?", ("topic", "goal")),
    ],
)
def test_it_is_known_which_answers_a_text_quotes(text: str, ids: tuple[str, ...]) -> None:
    assert quoted_in(text) == ids


def test_choices_are_those_written_down() -> None:
    assert choices_for(MOOD, unbegun(), FRAMEWORK) == ("Calm", "Tense", "Tired but well")
    assert choices_for(VALUES, unbegun(), FRAMEWORK) == ("Play", "Rest, and sleep", "Order")


def test_or_what_was_answered_before_each_once() -> None:
    session = typed_in(walked(Jumped("options")), ["ask Ana", "wait", "ask Ana", "!aha"])

    assert choices_for(DRAWN_TO, session, FRAMEWORK) == ("ask Ana", "wait")
    assert choices_for(DRAWN_TO, unbegun(), FRAMEWORK) == ()


def test_other_questions_have_no_choices() -> None:
    assert choices_for(HOURS, unbegun(), FRAMEWORK) == ()


def test_choices_from_a_question_that_is_gone_are_none() -> None:
    lost = ChoiceQuestion(id="lost", type="choice", ask="?", choices_from="gone")

    assert choices_for(lost, unbegun(), FRAMEWORK) == ()


def test_what_was_listed_is_each_line_once_or_what_was_chosen_last() -> None:
    listed = typed_in(walked(Jumped("options")), ["ask Ana", "!aha", "wait", "ask Ana"])
    chosen = typed_in(walked(Jumped("values"), Answered(note("x")), Jumped("values")), ["3, 1: above all"])

    assert items_of(listed, OPTIONS) == ["ask Ana", "wait"]
    assert items_of(chosen, VALUES) == ["Order", "Play"]
    assert items_of(unbegun(), OPTIONS) == items_of(unbegun(), VALUES) == []


def test_choices_may_be_those_that_were_chosen_before() -> None:
    first = ChoiceQuestion(id="first", type="choice", ask="Which comes first?", choices_from="values")
    session = typed_in(walked(Jumped("values")), ["3, 1"])

    assert choices_for(first, session, FRAMEWORK) == ("Order", "Play")


def test_what_is_asked_about_one_thing_after_another_is_quoted_as_it_was_answered_about_this_one() -> None:
    fit = ScaleQuestion(id="fit", type="scale", ask="How well does {item} fit?")
    why = LineQuestion(id="why", type="line", ask="What makes it {fit}, {client}?")
    steps = (
        Step(id="listing", title="Listing", ask=(OPTIONS,)),
        Step(id="each", title="Each", for_each="options", ask=(fit, why)),
    )
    framework = Framework(id="looped", title="Looped", stages=(Stage(id="only", title="Only", steps=steps),))
    session = typed_in(walked(framework=framework), ["stay", "leave"], framework)
    session = Walk(framework, CLIENT).apply(session, Jumped("fit"), session.started)
    session = typed_in(session, ["7", "the people", "3", "the money"], framework)

    assert [turn.asked for turn in session.turns[1:5]] == [
        "How well does stay fit?",
        "What makes it 7, Jane Doe?",
        "How well does leave fit?",
        "What makes it 3, Jane Doe?",
    ]
    assert filled("{item}: {fit}", session, framework, CLIENT, "stay") == "stay: 7"
    assert filled("{item}: {fit}", session, framework, CLIENT) == "…: 3"
    assert [answers_to(session, fit, item) for item in ("stay", "leave", "wait")] == [["7"], ["3"], []]


def test_a_thing_that_looks_like_a_quote_is_left_as_it_is() -> None:
    assert filled("{item}", unbegun(), FRAMEWORK, CLIENT, "{client} {topic}") == "{client} {topic}"


def test_that_the_thing_was_quoted_is_known_too() -> None:
    assert quoted_in("How well does {item} fit {topic}?") == ("item", "topic")
