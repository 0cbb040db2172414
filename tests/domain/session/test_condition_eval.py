"""Whether something is asked, by what was answered so far."""

from itertools import product

import pytest
from builders import FRAMEWORK, NOW, SINCE, STORY, framework_of, note, typed_in, walked

from coachcli.domain.framework.model import Framework, Place, Stage, Step
from coachcli.domain.framework.questions import LineQuestion, NoteQuestion, ScaleQuestion, YesNoQuestion
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.condition_eval import holds, is_asked
from coachcli.domain.session.model import Note, Session
from coachcli.domain.session.moves import Amended, Answered, Jumped, Noted, NoteRef, Skipped
from coachcli.domain.session.walk import Walk
from coachcli.domain.value import changed

COMPARED = [f"{op} 5" for op in ("below", "above", "at least", "at most", "is", "is not", "has", "has not")]
TESTS = ["answered", *COMPARED]
ANSWERS = {
    "story": "tired",
    "topic": "trust",
    "options": "leave",
    "importance": "7",
    "energy": "2,5",
    "mood": "calm",
    "drawn_to": "to leave",
    "values": "1, 3",
    "still": "yes",
    "when": "friday",
    "hours": "-3.5",
    "goal": "lead the team",
    "actions": "talk to Ana",
}


def answered(question: str, *lines: str) -> Session:
    """A session in which these lines were typed at a question."""
    return typed_in(walked(Jumped(question)), lines)


def held(sentence: str, session: Session) -> bool:
    return holds(sentence, FRAMEWORK, session)


class TestWhatWasAnswered:
    @pytest.mark.parametrize(
        "true",
        [
            "importance below 8", "importance above 6", "importance at least 7", "importance at most 7",
            "importance is 7", "importance is 7.0", "importance is not 8",
        ],
    )  # fmt: skip
    def test_a_number_on_a_scale_is_measured(self, true: str) -> None:
        assert held(true, answered("importance", "7 more than last time"))

    @pytest.mark.parametrize(
        "false",
        [
            "importance below 7", "importance above 7", "importance at least 8", "importance at most 6",
            "importance is 8", "importance is not 7", "importance empty",
        ],
    )  # fmt: skip
    def test_and_its_ends_are_exact(self, false: str) -> None:
        assert not held(false, answered("importance", "7"))

    @pytest.mark.parametrize(
        ("sentence", "so"),
        [("energy below 2.5", False), ("energy at least 2.5", True), ("energy above 2", True), ("energy is 2.5", True)],
    )
    def test_halves_are_measured_too(self, sentence: str, so: bool) -> None:
        assert held(sentence, answered("energy", "2,5")) == so

    @pytest.mark.parametrize(
        ("sentence", "so"),
        [
            ("hours below -3", True), ("hours above -4", True), ("hours at least -3.5", True),
            ("hours at most -3.5", True), ("hours is -3.5", True), ("hours is not -3.5", False),
            ("hours above 0", False),
        ],
    )  # fmt: skip
    def test_any_number_is_measured(self, sentence: str, so: bool) -> None:
        assert held(sentence, answered("hours", "-3.5")) == so

    @pytest.mark.parametrize(
        ("said", "sentence"), list(product(["yes", "no"], ["is yes", "is not no", "is no", "is not yes"]))
    )
    def test_yes_is_yes_and_no_is_no(self, said: str, sentence: str) -> None:
        assert held(f"still {sentence}", answered("still", f"{said}, I think")) == (
            sentence in {f"is {said}", "is not no" if said == "yes" else "is not yes"}
        )

    @pytest.mark.parametrize(
        ("sentence", "so"),
        [
            ("mood is Calm", True), ('mood is "CALM"', True), ("mood is Tense", False), ("mood is not Tense", True),
            ("mood is not calm", False), ("mood is Cal", False), ("mood has Calm", True),
        ],
    )  # fmt: skip
    def test_a_choice_is_what_was_chosen_however_it_is_written(self, sentence: str, so: bool) -> None:
        assert held(sentence, answered("mood", "1 as ever")) == so

    @pytest.mark.parametrize(
        ("sentence", "so"),
        [
            ('values has "Play"', True), ('values has "rest, and sleep"', True), ("values has Order", False),
            ("values has not Order", True), ("values has not Play", False), ("values has Rest", False),
        ],
    )  # fmt: skip
    def test_of_several_choices_one_is_among_them_or_not(self, sentence: str, so: bool) -> None:
        assert held(sentence, answered("values", "1, 2")) == so

    @pytest.mark.parametrize(
        ("sentence", "so"), [("options has leave", True), ("options has not stay", True), ("options has go", False)]
    )
    def test_lines_of_which_there_are_many_are_looked_through(self, sentence: str, so: bool) -> None:
        assert held(sentence, answered("options", "ask Ana", "leave")) == so

    @pytest.mark.parametrize(("question", "line"), ANSWERS.items())
    def test_whatever_was_answered_is_answered_and_not_empty(self, question: str, line: str) -> None:
        assert held(f"{question} answered", answered(question, line))
        assert not held(f"{question} empty", answered(question, line))

    @pytest.mark.parametrize(
        ("question", "op"), list(product(["story", "topic", "when", "goal", "actions"], COMPARED[:4]))
    )
    def test_words_are_never_measured(self, question: str, op: str) -> None:
        assert not held(f"{question} {op}", answered(question, ANSWERS[question]))

    def test_a_review_is_answered_like_anything_else(self) -> None:
        framework, carried = framework_of(SINCE), (Carried("action", "call Tom", "jane-doe/2026-11-01-1000"),)
        session = typed_in(walked(framework=framework, carried=carried), ["done"], framework, carried)

        assert holds("since answered", framework, session)
        assert holds("since empty", framework, walked(framework=framework, carried=carried))

    def test_the_latest_answer_counts(self) -> None:
        session = typed_in(
            Walk(FRAMEWORK, "Jane").apply(typed_in(answered("mood", "1"), [""]), Jumped("mood"), NOW), ["2"]
        )

        assert held("mood is Tense", session)
        assert not held("mood is Calm", session)


class TestWhatWasNot:
    @pytest.mark.parametrize(("question", "test"), list(product(ANSWERS, TESTS)))
    def test_every_test_of_it_is_false(self, question: str, test: str) -> None:
        assert not held(f"{question} {test}", walked())
        assert not held(f"{question} {test}", walked(Jumped(question), Skipped()))

    @pytest.mark.parametrize("question", ANSWERS)
    def test_but_it_is_empty(self, question: str) -> None:
        assert held(f"{question} empty", walked())
        assert held(f"{question} empty", walked(Jumped(question), Skipped()))

    def test_a_note_beside_a_question_is_no_answer_to_it(self) -> None:
        session = walked(Jumped("importance"), Noted(note("she laughs")), Noted(note("hm", "quote")))

        assert held("importance empty", session)

    def test_what_was_taken_away_is_not_answered_any_more(self) -> None:
        session = Walk(FRAMEWORK, "Jane").apply(answered("mood", "1"), Amended(NoteRef(1, 0), None), NOW)

        assert held("mood empty", session)

    @pytest.mark.parametrize(("test", "so"), [*((test, False) for test in TESTS), ("empty", True)])
    def test_a_question_that_the_framework_has_no_more_is_empty(self, test: str, so: bool) -> None:
        assert held(f"gone {test}", answered("mood", "1")) == so


class TestSeveralTests:
    SESSION = typed_in(walked(Jumped("importance")), ["7"])

    @pytest.mark.parametrize(
        ("sentence", "so"),
        [
            ("importance is 7 and mood empty", True),
            ("importance is 7 and mood answered", False),
            ("importance is 8 or mood empty", True),
            ("importance is 8 or mood answered", False),
            ("importance is 7 and importance above 5 and importance below 7", False),
        ],
    )
    def test_and_wants_all_of_them_or_wants_one(self, sentence: str, so: bool) -> None:
        assert held(sentence, self.SESSION) == so

    def test_a_question_is_asked_where_its_own_its_steps_and_its_stages_condition_hold(self) -> None:
        question = changed(STORY, when="importance above 3")
        step = Step(id="step", title="Step", when="importance above 5", ask=(question,))
        stage = Stage(id="stage", title="Stage", when="importance above 7", steps=(step,))
        place = Place(stage, step, question)

        asked = [is_asked(place, FRAMEWORK, answered("importance", str(score))) for score in (3, 5, 7, 8)]
        assert asked == [False, False, False, True]
        assert is_asked(FRAMEWORK.places[0], FRAMEWORK, walked())


WAYS = LineQuestion(id="ways", type="line", ask="Which ways are there?", many=5, keep_as="option")
FIT = ScaleQuestion(id="fit", type="scale", ask="How well does {item} fit?")
WHY_SO_LOW = LineQuestion(id="why_so_low", type="line", ask="What is missing?", when="fit below 5")
SURE = YesNoQuestion(id="sure", type="yesno", ask="Is that it?", when="fit answered")
STEPS = (
    Step(id="finding", title="Finding", ask=(WAYS,)),
    Step(id="weighing", title="Weighing", for_each="ways", ask=(FIT, WHY_SO_LOW)),
    Step(id="settling", title="Settling", ask=(SURE,)),
)
LOOPED = Framework(id="looped", title="Looped", stages=(Stage(id="only", title="Only", steps=STEPS),))


class TestOneThingAfterAnother:
    def test_the_answer_about_the_same_thing_counts(self) -> None:
        session = typed_in(walked(framework=LOOPED), ["ask Ana", "leave"], LOOPED)
        session = Walk(LOOPED, "Jane").apply(session, Jumped("fit"), NOW)
        session = typed_in(session, ["3", "", "no courage", "", "9"], LOOPED)

        assert holds("fit below 5", LOOPED, session, "ask Ana")
        assert not holds("fit below 5", LOOPED, session, "leave")
        assert holds("fit answered", LOOPED, session, "leave")
        assert not holds("fit answered", LOOPED, session, "stay")

    def test_beside_it_what_was_answered_once_counts_for_every_one(self) -> None:
        session = typed_in(walked(framework=LOOPED), ["ask Ana", "leave"], LOOPED)

        assert holds("ways answered", LOOPED, session, "leave")

    def test_behind_it_an_answer_about_anything_counts(self) -> None:
        session = typed_in(walked(framework=LOOPED), ["ask Ana", "leave"], LOOPED)
        session = typed_in(Walk(LOOPED, "Jane").apply(session, Jumped("fit"), NOW), ["9"], LOOPED)

        assert is_asked(LOOPED.by_id["sure"], LOOPED, session)


LOW = NoteQuestion(id="low", type="note", ask="What would make it more?", when="score below 5")
SCORE = ScaleQuestion(id="score", type="scale", ask="How sure are you?")


def test_what_was_noted_stays_where_a_condition_becomes_false() -> None:
    framework = framework_of(SCORE, LOW, STORY)
    session = typed_in(walked(framework=framework), ["3", "", "more time"], framework)
    session = typed_in(Walk(framework, "Jane").apply(session, Jumped("score"), NOW), ["8", ""], framework)

    assert not is_asked(framework.by_id["low"], framework, session)
    assert [taken.text for _, taken in session.notes if taken.kind == "note"] == ["more time"]
    assert session.turns[-1].question == "story"


def test_a_hidden_question_can_still_be_gone_to_and_answered() -> None:
    framework = framework_of(SCORE, LOW, STORY)
    session = walked(Jumped("low"), Answered(Note(kind="note", text="time")), framework=framework)

    assert session.turns[-1].question == "low"
    assert holds("low answered", framework, session)
