"""What comes from the coach, and what it does first of all."""

import pytest
from app.desk import Sitting, Step, play
from builders import FRAMEWORK, STORY, framework_of, walked
from hypothesis import given, settings
from hypothesis import strategies as st

from coachcli.domain.framework.questions import Question, answer_kind, has_value, takes_many
from coachcli.domain.session.answers import is_answer
from coachcli.domain.session.model import Session
from coachcli.domain.text import clean
from coachcli.live.source import Entered, Line, Pressed, Recalled, Stopped


def held(*steps: Step) -> Sitting:
    return play(FRAMEWORK, walked(), steps)


@pytest.mark.parametrize("command", ["back", "help", "editor"])
def test_a_key_leaves_the_line_as_it_is(command: str) -> None:
    line = held("/next", Pressed(command, Line("half a thought", 4))).script.lines[-1]

    assert line.text == "half a thought"
    assert line.cursor == (4 if command != "editor" else 14)


@pytest.mark.parametrize("typed", ["/nxt", "/Pasue now", "/"])
def test_a_mistyped_command_is_never_taken_for_a_note(typed: str) -> None:
    sitting = held(typed)

    assert sitting.words == []
    assert sitting.script.lines[-1] == Line.ending(typed)
    assert f"There is no {typed.split(maxsplit=1)[0]};" in sitting.remarks[-1]


@pytest.mark.parametrize("typed", ["/NEXT", "/next", "  /next  "])
def test_a_command_is_one_however_it_is_written(typed: str) -> None:
    assert held(typed).questions[-1] == "What shall we work on?"


@pytest.mark.parametrize(("typed", "text"), [("//etc is full", "/etc is full"), ("\\!so what", "!so what")])
def test_a_text_may_begin_with_any_sign(typed: str, text: str) -> None:
    assert held(typed).words == [text]


def test_going_back_by_key_forgets_that_a_note_was_being_rewritten() -> None:
    views = held("one", Recalled(), Pressed("back", Line("one", 3))).script.views

    assert [view.prompt for view in views[-2:]] == ["rewriting ", ""]


# Whatever is typed at a question that takes one answer

OF_ONE_ANSWER = [
    place.question
    for place in FRAMEWORK.places
    if place.question.type not in {"say", "review"} and not takes_many(place.question)
]
of_words = st.text(min_size=1).filter(lambda text: clean(text).strip() and not clean(text).strip().startswith("/"))
of_answers = st.sampled_from(["8", "7 because of the board", "yes", "1, 2", "calm", "friday", "trust", "two\nlines"])
of_signs = st.sampled_from(["~I want this more", '"hm', ">send it", "?Lisbon", "\\!so what"])
of_changes: st.SearchStrategy[Step] = st.sampled_from(
    ["/undo", "/kind option", "/kind quote", "/share nobody", "/edit never mind", "/edit 3", "/time"]
)
of_keys: st.SearchStrategy[Step] = st.sampled_from([Recalled(), Recalled(later=True), Pressed("help", Line())])
anything = st.one_of(of_words, of_answers, of_answers, of_signs, of_changes, of_keys)


def shared_answers(session: Session, question: Question) -> int:
    """How many notes at the question at hand others would read as its answer."""
    given = [note for note in session.turns[-1].notes if note.kind == answer_kind(question)]
    return sum(note.share_with != "nobody" and (is_answer(note) or not has_value(question)) for note in given)


@settings(max_examples=25, deadline=None)
@given(question=st.sampled_from(OF_ONE_ANSWER), sittings=st.lists(st.lists(anything, max_size=6), max_size=4))
def test_nothing_makes_a_second_answer_that_is_shared_nor_leads_on(
    question: Question, sittings: list[list[Step]]
) -> None:
    framework = framework_of(question.model_copy(update={"share_with": "client", "phase": "call"}), STORY)
    session = walked(framework=framework)
    for steps in sittings:
        sitting = play(framework, session, [*steps, "/pause"])
        session = sitting.session

        assert all(shared_answers(saved, question) <= 1 for saved in sitting.keeper.saves)
        assert [turn.question for turn in session.turns] == [question.id]


# Lines that came together

BURST = Entered(Line("How to lead\n/end\n!the team", 0, burst=True))
TOLD = "Several lines came at once: one note, for you alone; /share shares it."


@pytest.mark.parametrize("question", ["going on", "work on", "matter", "could you", "what will you"])
def test_lines_that_came_together_are_one_note_for_the_coach_alone_whatever_is_asked(question: str) -> None:
    sitting = held(f"/go {question}", BURST)
    (note,) = [note for _, note in sitting.session.notes]

    assert (note.kind, note.text, note.share_with) == ("note", "How to lead\n/end\n!the team", "nobody")
    assert sitting.questions[-1] == sitting.questions[-2]
    assert sitting.remarks[-1] == TOLD


def test_the_coach_may_share_them() -> None:
    assert [note.share_with for _, note in held("/go work on", BURST, "/share").session.notes] == ["client"]


@pytest.mark.parametrize("private", [" ~I want this", "!~I want this", "\u200b~I want this"])
def test_with_a_private_line_among_them_they_stay_with_the_coach(private: str) -> None:
    sitting = held("/go work on", Entered(Line(f"How to lead\n{private}", 0, burst=True)), "/share")
    (note,) = [note for _, note in sitting.session.notes]

    assert (note.kind, note.share_with) == ("observation", "nobody")
    assert "Several lines came at once: one note, for you alone." in sitting.remarks


def test_where_others_see_the_screen_none_of_their_words_is_shown() -> None:
    sitting = play(FRAMEWORK, walked(), ["/go work on", BURST], discreet=True)

    assert sitting.remarks[-1] == TOLD
    assert "How to lead" not in str([*sitting.script.views, *sitting.script.said])


@pytest.mark.parametrize("text", ["How to lead", "\n\nHow to lead\n"], ids=["alone", "between empty lines"])
def test_a_single_line_is_read_as_ever(text: str) -> None:
    sitting = held("/go work on", Entered(Line(text, 0, burst=True)))

    assert [note.kind for _, note in sitting.session.notes] == ["topic"]


def test_a_marked_paste_is_read_as_ever() -> None:
    sitting = held("/go work on", Entered(Line("How to lead\nthe team", 0)))

    assert [note.kind for _, note in sitting.session.notes] == ["topic"]


def test_where_an_action_is_asked_for_they_are_none_and_the_line_that_waited_is_back() -> None:
    sitting = held(Pressed("action", Line.ending("half a thought")), BURST)

    assert [(note.kind, note.share_with) for _, note in sitting.session.notes] == [("note", "nobody")]
    assert sitting.script.lines[-1] == Line.ending("half a thought")


def test_where_the_clients_own_words_are_asked_for_they_are_not_those() -> None:
    sitting = held("/recap", BURST)

    assert [(note.kind, note.share_with) for _, note in sitting.session.notes] == [("note", "nobody")]
    assert sitting.questions[-1] == sitting.questions[-2]


def test_they_take_no_other_notes_place() -> None:
    sitting = held("/go work on", "How to lead", "/go work on", Recalled(), BURST)

    assert [(note.kind, note.share_with) for _, note in sitting.session.notes] == [
        ("topic", "client"),
        ("note", "nobody"),
    ]


def test_at_the_map_they_are_no_name_of_a_question() -> None:
    sitting = held("/go work on", "/map", Entered(Line("topic\noptions", 0, burst=True)))

    assert [(note.kind, note.text) for _, note in sitting.session.notes] == [("note", "topic\noptions")]
    assert TOLD in sitting.remarks[-1]


def test_they_are_known_as_such_through_a_pause() -> None:
    sitting = held("/go work on", Stopped(Line("How to lead", 0)), Entered(Line("one\ntwo", 0, burst=True)))

    assert sitting.script.lines[-1].burst


def test_a_sign_typed_at_the_pause_is_not_lost_behind_the_line_that_waited() -> None:
    sitting = held("/go work on", Stopped(Line("he", 2)), "~she fears him", Entered(Line("he\n~she fears him", 0)))
    (note,) = [note for _, note in sitting.session.notes]

    assert sitting.script.lines[-2].text == "he\n~she fears him"
    assert (note.kind, note.share_with) == ("observation", "nobody")


def test_a_line_that_was_not_taken_is_carried_to_no_other_question() -> None:
    sitting = held("/go work on", "How to lead", Pressed("back", Line("/prbe", 5, stale=True)))

    assert sitting.questions[-1] == "What shall we work on?"
    assert sitting.remarks[-1] == "This line was not taken yet: change it or clear it, then go."
    assert sitting.script.lines[-1].text == "/prbe"


def test_a_note_on_the_line_is_carried_to_no_other_question() -> None:
    sitting = held("a word", "/go work on", "How to lead", Recalled(), Pressed("back", Line.ending("How to lead")))

    assert sitting.script.lines[-1] == Line()
