"""From what a coach types after /go to a place: any part of a name that is clear enough."""

import pytest
from builders import BEFORE_NEXT, FRAMEWORK, FREE, REFLECTION, STORY, framework_of
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.framework import Framework, Stage, Step
from coachcli.domain.line.place_names import find, names, nearest_name, stages_of_call
from coachcli.domain.questions import LineQuestion, NoteQuestion


def found(name: str, framework: Framework = FRAMEWORK) -> list[str]:
    return [place.question.id for place in find(framework, name)]


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
            ("drawn_to", "drawn_to"),
            ("drawn to", "drawn_to"),
            ("Drawn", "drawn_to"),
            ("hours", "hours"),
            ("how many hours", "hours"),
            ("does it take", "hours"),
            ("reflection", "reflection"),
            ("before next", "before_next"),
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

    def test_what_is_not_clear_finds_all_it_may_mean(self) -> None:
        assert found("what do") == ["goal", "reflection", "watch"]
        assert found("how") == ["importance", "energy", "mood", "hours", "useful"]

    def test_a_whole_name_goes_before_a_beginning_and_a_beginning_before_a_part(self) -> None:
        framework = framework_of(asking("good", "A?"), asking("goods", "B?"), asking("the_good", "C?"))

        assert found("good", framework) == ["good"]
        assert found("goo", framework) == ["good", "goods"]
        assert found("ood", framework) == ["good", "goods", "the_good"]

    def test_a_stage_goes_before_a_step_and_a_step_before_a_question(self) -> None:
        step = Step(id="goal_step", title="Goal", ask=(asking("in_step", "A?"),))
        framework = Framework(
            id="x",
            title="X",
            stages=(
                Stage(id="first", title="First", ask=(asking("goal", "Goal?"),)),
                Stage(id="second", title="Second", steps=(step,)),
                Stage(id="third", title="Goal", ask=(asking("opens_third", "C?"),)),
            ),
        )

        assert found("goal", framework) == ["opens_third"]
        assert found("goal step", framework) == ["in_step"]
        assert found("goal?", framework) == ["goal"]

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
        assert all(place in FRAMEWORK.places for place in find(FRAMEWORK, name))
        assert nearest_name(FRAMEWORK, name) in {None, *names(FRAMEWORK)}

    @pytest.mark.parametrize("framework", [FRAMEWORK, FREE])
    def test_every_name_that_is_offered_leads_somewhere(self, framework: Framework) -> None:
        assert [name for name in names(framework) if len(find(framework, name)) != 1] == []


class TestNames:
    def test_they_are_the_titles_and_the_ids_each_once(self) -> None:
        offered = names(FRAMEWORK)

        assert offered[:5] == ["Opening", "Middle", "Will", "Rating", "Choosing"]
        assert offered[5:] == [place.question.id for place in FRAMEWORK.places]

    @pytest.mark.parametrize(
        ("slip", "meant"),
        [("Midle", "Middle"), ("openning", "Opening"), ("enrgy", "energy"), ("chosing", "Choosing"), ("xyz", None)],
    )
    def test_a_slip_has_a_nearest_one(self, slip: str, meant: str | None) -> None:
        assert nearest_name(FRAMEWORK, slip) == meant


class TestStages:
    def test_those_of_the_call_are_the_ones_with_a_question_in_it(self) -> None:
        after = Stage(id="after", title="After", ask=(REFLECTION,))
        framework = FRAMEWORK.model_copy(update={"stages": (after, *FRAMEWORK.stages)})

        assert [stage.id for stage in stages_of_call(framework)] == ["opening", "middle", "will"]
        assert found("1", framework) == ["story"]
        assert found("after", framework) == []


def test_what_a_step_asks_by_itself_is_no_name_to_go_to() -> None:
    ways = LineQuestion(id="ways", type="line", many=9, ask="What could you do?")
    fit = NoteQuestion(id="fit", type="note", ask="How does {item} fit?")
    weighing = Step(id="weighing", title="Weighing", for_each="ways", most=2, ask=(fit,))
    stages = (Stage(id="ideas", title="Ideas", ask=(ways,)), Stage(id="best", title="Best", steps=(weighing,)))
    framework = Framework(id="small", title="Small", stages=stages)

    assert names(framework) == ["Ideas", "Best", "Weighing", "ways", "fit"]
    assert find(framework, "weighing items") == []
    assert [place.question.id for place in find(framework, "weighing", {"fit"})] == ["fit"]
    assert [place.question.id for place in find(framework, "weighing", {"weighing__items"})] == ["weighing__items"]
