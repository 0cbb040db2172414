"""What a session already knows, and the texts that quote it."""

import pytest
from builders import (
    CLIENT,
    DRAWN_TO,
    FRAMEWORK,
    HOURS,
    IMPORTANCE,
    MOOD,
    NOW,
    OPTIONS,
    STORY,
    TOPIC,
    VALUES,
    framework_of,
    note,
    session_of,
    turn_with,
    typed_in,
    unbegun,
    walked,
)
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import ChoiceQuestion, LineQuestion, ScaleQuestion
from coachcli.domain.session.answers import (
    answer_at,
    answer_here,
    answer_words,
    answers_to,
    choices_for,
    filled,
    items_of,
    number_words,
    quoted_in,
    topic_of,
)
from coachcli.domain.session.model import Note, Score, Session, When
from coachcli.domain.session.moves import Amended, Answered, Backed, Jumped, Noted, NoteRef, Passed, Skipped
from coachcli.domain.session.position import open_field
from coachcli.domain.session.walk import Walk


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
    session = typed_in(walked(Jumped("topic"), Answered(note("the team", "topic")), Passed(), Backed()), ["the boss"])

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
    session = typed_in(session, ["7", "", "the people", "", "3", "", "the money"], framework)

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


# Whether an answer stands


def without_fields(session: Session) -> Session:
    """The session with no part of a goal or action left to be asked."""
    return Walk(FRAMEWORK, CLIENT).apply(session, Skipped(), NOW) if open_field(session) else session


ONE_ANSWER = [
    ("topic", "the new team"),
    ("importance", "7"),
    ("mood", "calm"),
    ("values", "1, 2"),
    ("still", "yes"),
    ("when", "friday"),
    ("hours", "3"),
    ("goal", "lead the team"),
    ("watch", "my pace"),
]


@pytest.mark.parametrize(("question", "line"), ONE_ANSWER)
def test_an_answer_stands_once_it_was_given(question: str, line: str) -> None:
    before = walked(Jumped(question))
    asked = FRAMEWORK.by_id[question].question

    assert answer_here(before, asked) is None
    after = typed_in(before, [line])
    assert answer_here(after, asked) == after.turns[-1].notes[0]


@pytest.mark.parametrize(("question", "line"), ONE_ANSWER)
def test_thoughts_behind_it_are_the_coachs_and_do_not_replace_it(question: str, line: str) -> None:
    answered = without_fields(typed_in(walked(Jumped(question)), [line]))
    later = typed_in(answered, ["she looks away as she says it"])
    asked = FRAMEWORK.by_id[question].question

    assert [(seen.kind, seen.share_with) for seen in later.turns[-1].notes[1:]] == [("note", "nobody")]
    assert answers_to(later, asked) == answers_to(answered, asked)


@pytest.mark.parametrize(("question", "line"), ONE_ANSWER)
def test_come_back_to_a_question_may_be_answered_again(question: str, line: str) -> None:
    session = typed_in(walked(Jumped(question)), [line])
    for move in (Jumped("story"), Jumped(question)):
        session = Walk(FRAMEWORK, CLIENT).apply(session, move, NOW)

    assert answer_here(session, FRAMEWORK.by_id[question].question) is None


@pytest.mark.parametrize(("question", "line"), [("story", "busy"), ("options", "ask Ana"), ("actions", "call Tom")])
def test_where_many_are_taken_none_is_the_last(question: str, line: str) -> None:
    session = typed_in(walked(Jumped(question)), [line])

    assert answer_here(session, FRAMEWORK.by_id[question].question) is None


@pytest.mark.parametrize(
    ("question", "capture"),
    [("topic", "!aha"), ("topic", "*call Tom"), ("topic", "~bored"), ("importance", "she laughs"), ("goal", '"hm')],
)
def test_what_is_noted_beside_it_is_no_answer(question: str, capture: str) -> None:
    session = typed_in(walked(Jumped(question)), [capture])

    assert answer_here(session, FRAMEWORK.by_id[question].question) is None


def test_words_of_the_kind_of_a_typed_answer_are_none_without_its_value() -> None:
    sure = ScaleQuestion(id="sure", type="scale", ask="How sure?", keep_as="insight")
    framework = framework_of(sure)

    assert answer_here(typed_in(walked(framework=framework), ["!she knows"], framework), sure) is None
    assert answer_here(typed_in(walked(framework=framework), ["!she knows", "7"], framework), sure) is not None


def test_an_answer_that_was_taken_away_or_is_of_another_kind_stands_no_more() -> None:
    walk = Walk(FRAMEWORK, CLIENT)
    session = typed_in(walked(Jumped("topic")), ["trust"])

    for instead in (None, note("trust", "observation")):
        assert answer_here(walk.apply(session, Amended(NoteRef(1, 0), instead), NOW), TOPIC) is None


def test_an_answer_kept_back_stands() -> None:
    session = typed_in(walked(Jumped("topic")), ["trust"])
    kept_back = Walk(FRAMEWORK, CLIENT).apply(session, Amended(NoteRef(1, 0), note("trust", "topic", "nobody")), NOW)

    assert answer_here(kept_back, TOPIC) == note("trust", "topic", "nobody")


def test_beside_the_note_that_is_rewritten_another_answer_stands_or_none() -> None:
    visit = turn_with(note("trust", "topic", "client"), note("hm"), question="topic")

    assert answer_at(visit, TOPIC, besides=0) is None
    assert answer_at(visit, TOPIC, besides=1) == visit.notes[0]


def test_it_is_the_topic_as_it_was_last_said() -> None:
    assert topic_of(
        session_of(turn_with(note("rest", "topic"), note("late")), turn_with(note("the\nrota", "topic")))
    ) == ("the rota")


def test_nobody_said_one() -> None:
    assert topic_of(session_of(turn_with(note("late")))) == ""
