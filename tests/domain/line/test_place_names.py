"""From what a coach types after /go to a place: any part of a name that is clear enough."""

import pytest
from builders import (
    BEFORE_NEXT,
    CLIENT,
    FRAMEWORK,
    FREE,
    REFLECTION,
    STORY,
    framework_of,
    typed_in,
    unbegun,
    walked,
)
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import LineQuestion, NoteQuestion
from coachcli.domain.line.place_names import find, names, nearest_name, question_words, stages_of_call
from coachcli.domain.session.model import Session
from coachcli.domain.session.moves import Jumped
from coachcli.domain.session.walk import Walk
from coachcli.domain.value import changed


def found(name: str, framework: Framework = FRAMEWORK, session: Session | None = None) -> list[str]:
    walk = Walk(framework, CLIENT)
    return [place.question.id for place in find(walk, session or unbegun(framework), name)]


def offered(framework: Framework = FRAMEWORK) -> list[str]:
    return names(Walk(framework, CLIENT), unbegun(framework))


def asking(name: str, ask: str) -> NoteQuestion:
    return NoteQuestion(id=name, type="note", ask=ask)


class TestFinding:
    @pytest.mark.parametrize(
        ("name", "place"),
        [
            ("Middle", "importance"),
            ("mid", "importance"),
            ("dle", "importance"),
            ("  WILL ", "goal"),
            ("Rating", "importance"),
            ("choosing", "drawn_to"),
            ("choos", "drawn_to"),
            ("Which one draws you?", "drawn_to"),
            ("which one draws", "drawn_to"),
            ("draws", "drawn_to"),
            ("hours", "hours"),
            ("How many hours", "hours"),
            ("does it take", "hours"),
            ("say thank you", "thanks"),
            ("still the goal, Jane", "still"),
            ("still the goal, …", "still"),
            ("Is this still …", "still"),
            ("supervision", "reflection"),
        ],
    )
    def test_any_clear_part_of_a_name_will_do(self, name: str, place: str) -> None:
        assert found(name) == [place]

    @pytest.mark.parametrize(
        ("number", "places"),
        [
            ("1", ["story"]),
            ("2", ["importance"]),
            ("3", ["goal"]),
            ("٣", ["goal"]),
            ("²", ["importance"]),
            ("0", []),
            ("4", []),
        ],
    )
    def test_a_number_is_the_stage(self, number: str, places: list[str]) -> None:
        assert found(number) == places

    @pytest.mark.parametrize("name", ["", "  ", "_", "nowhere", "-1", "9" * 5000, "\n", "*", ".*"])
    def test_what_means_nothing_finds_nothing(self, name: str) -> None:
        assert found(name) == []

    @pytest.mark.parametrize("name", ["drawn_to", "drawn to", "importance", "before_next", "reflection"])
    def test_what_nobody_reads_on_the_screen_is_no_name(self, name: str) -> None:
        assert found(name) == []

    def test_a_question_that_quotes_an_answer_is_found_by_it(self) -> None:
        session = typed_in(walked(Jumped("topic")), ["trust"])
        walk = Walk(FRAMEWORK, CLIENT)

        assert found("does trust matter", session=session) == ["importance"]
        assert found("how much does … matter", session=session) == ["importance"]
        assert question_words(walk, session, FRAMEWORK.by_id["importance"]) == "How much does trust matter?"

    def test_what_is_not_clear_finds_all_it_may_mean(self) -> None:
        assert found("what do") == ["goal", "reflection", "watch"]
        assert found("how") == ["importance", "energy", "mood", "hours", "useful"]

    def test_a_whole_name_goes_before_a_beginning_and_a_beginning_before_a_part(self) -> None:
        framework = framework_of(asking("a", "Good?"), asking("b", "Goods?"), asking("c", "The good?"))

        assert found("good", framework) == ["a"]
        assert found("goo", framework) == ["a", "b"]
        assert found("ood", framework) == ["a", "b", "c"]

    def test_what_is_asked_as_things_stand_goes_before_what_is_not(self) -> None:
        hidden = changed(asking("b", "What more?"), when="a answered")
        framework = framework_of(asking("a", "What now?"), hidden)

        assert found("what", framework) == ["a"]
        assert found("more", framework) == ["b"]
        assert found("what", framework, typed_in(walked(framework=framework), ["tired"], framework)) == ["a", "b"]

    def test_the_beginning_of_a_word_goes_before_its_middle(self) -> None:
        framework = framework_of(asking("a", "What did they start?"), asking("b", "Which art is it?"))

        assert found("art", framework) == ["b"]
        assert found("tart", framework) == ["a"]

    def test_a_stage_goes_before_a_step_and_a_step_before_a_question(self) -> None:
        step = Step(id="s", title="Goal step", ask=(asking("in_step", "A?"),))
        framework = Framework(
            id="x",
            title="X",
            stages=(
                Stage(id="first", title="First", ask=(asking("asked", "Goal of today?"),)),
                Stage(id="second", title="Second", steps=(step,)),
                Stage(id="third", title="Goal", ask=(asking("opens_third", "C?"),)),
            ),
        )

        assert found("goal", framework) == ["opens_third"]
        assert found("goal step", framework) == ["in_step"]
        assert found("goal of today", framework) == ["asked"]

    def test_two_stages_of_one_title_are_two(self) -> None:
        twins = tuple(Stage(id=f"t{n}", title="Talk", ask=(asking(f"q{n}", "A?"),)) for n in range(2))

        assert found("talk", Framework(id="x", title="X", stages=twins)) == ["q0", "q1"]

    def test_a_stage_opens_with_its_first_question_of_the_call(self) -> None:
        assert found("only", framework_of(REFLECTION, BEFORE_NEXT, STORY)) == ["story"]

    def test_accents_may_be_written_two_ways(self) -> None:
        framework = framework_of(asking("a", "Où étiez-vous?"))

        assert found("ou\N{COMBINING GRAVE ACCENT}", framework) == ["a"]

    @given(st.text(max_size=30))
    def test_no_words_do_more_than_find_places_there_are(self, name: str) -> None:
        walk, session = Walk(FRAMEWORK, CLIENT), unbegun()
        assert all(place in FRAMEWORK.places for place in find(walk, session, name))
        assert nearest_name(walk, session, name) in {None, *offered()}

    @pytest.mark.parametrize("framework", [FRAMEWORK, FREE])
    def test_every_name_that_is_offered_leads_somewhere(self, framework: Framework) -> None:
        assert [name for name in offered(framework) if len(found(name, framework)) != 1] == []


class TestNames:
    def test_they_are_the_titles_and_what_is_asked_each_once(self) -> None:
        assert offered()[:5] == ["Opening", "Middle", "Will", "Rating", "Choosing"]
        assert offered()[5:9] == [STORY.ask, "What shall we work on?", "What could you do?", "How much does … matter?"]
        assert "Is this still the goal, Jane Doe?" in offered()

    def test_a_long_question_is_offered_by_its_beginning(self) -> None:
        long = asking("a", "What would you like to have by the end of this call, if all of it went well?")
        framework = framework_of(long, asking("b", "What would you like to have?"))

        assert offered(framework)[1] == "What would you like to have by the end of this …"
        assert found(offered(framework)[1], framework) == ["a"]
        assert len(offered(framework_of(asking("a", "x" * 80)))[1]) == 50

    @pytest.mark.parametrize(
        ("slip", "meant"),
        [
            ("Midle", "Middle"),
            ("openning", "Opening"),
            ("How is your enrgy", "How is your energy?"),
            ("chosing", "Choosing"),
            ("xyz", None),
        ],
    )
    def test_a_slip_has_a_nearest_one(self, slip: str, meant: str | None) -> None:
        assert nearest_name(Walk(FRAMEWORK, CLIENT), unbegun(), slip) == meant


class TestStages:
    def test_those_of_the_call_are_the_ones_with_a_question_in_it(self) -> None:
        after = Stage(id="after", title="After", ask=(REFLECTION,))
        framework = changed(FRAMEWORK, stages=(after, *FRAMEWORK.stages))

        assert [stage.id for stage in stages_of_call(framework)] == ["opening", "middle", "will"]
        assert found("1", framework) == ["story"]
        assert found("after", framework) == []


def test_what_a_step_asks_by_itself_is_no_name_to_go_to() -> None:
    ways = LineQuestion(id="ways", type="line", many=9, ask="What could you do?")
    fit = NoteQuestion(id="fit", type="note", ask="How does {item} fit?")
    weighing = Step(id="weighing", title="Weighing", for_each="ways", most=2, ask=(fit,))
    stages = (Stage(id="ideas", title="Ideas", ask=(ways,)), Stage(id="best", title="Best", steps=(weighing,)))
    framework = Framework(id="small", title="Small", stages=stages)

    few = typed_in(walked(framework=framework), ["stay"], framework)
    many = typed_in(walked(framework=framework), ["stay", "leave", "wait"], framework)

    assert offered(framework) == ["Ideas", "Best", "Weighing", "What could you do?", "How does … fit?"]
    assert found("which of these", framework, many) == []
    assert found("weighing", framework, few) == ["fit"]
    assert found("weighing", framework, many) == ["weighing__items"]
