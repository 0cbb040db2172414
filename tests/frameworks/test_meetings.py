"""What months of work ask of the shipped frameworks: who is in the room, what lasts, what is brought back, and when."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest

from coachcli.store.framework.catalogue import shipped_folder
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import plain

LOOKING_BACK = ("grow", "egan", "careerminds", "growth", "tgrow", "egan-atd", "mentoring", "midpoint", "closing")
THREE_OR_NOT = pytest.mark.parametrize("name", ["midpoint", "closing"])


class Asked(NamedTuple):
    """A question as its file has it, with its stage, its step and who is in the room."""

    stage: dict[str, Any]
    step: dict[str, Any]
    question: dict[str, Any]
    room: str

    @property
    def id(self) -> str:
        return str(self.question["id"])


@cache
def tree(name: str) -> dict[str, Any]:
    content = (shipped_folder() / f"{name}.yaml").read_bytes()
    read = plain(strict_reader.read(content, strict_reader.FRAMEWORK))
    assert isinstance(read, dict)
    return read


def every(name: str) -> Iterator[Asked]:
    framework = tree(name)
    for stage in framework["stages"]:
        room = stage.get("with", framework.get("with", ""))
        for step in stage.get("steps") or [stage]:
            for question in step["ask"]:
                yield Asked(stage, step, question, room)


def asked(name: str, question: str) -> Asked:
    return next(one for one in every(name) if one.id == question)


def ids(name: str) -> list[str]:
    return [one.id for one in every(name)]


def of_type(name: str, kind: str) -> list[Asked]:
    return [one for one in every(name) if one.question.get("type") == kind]


class TestGoalsAndAims:
    def test_what_is_wanted_by_the_end_of_a_grow_call_ends_with_it(self) -> None:
        assert "lasts" not in asked("grow", "outcome").question
        assert "lasts" not in asked("grow", "goal_now").question

    @pytest.mark.parametrize(("name", "lasting"), [("grow", "longer_goal"), ("careerminds", "goal")])
    def test_a_goal_of_the_work_is_asked_for_only_where_a_new_one_shows(self, name: str, lasting: str) -> None:
        goal, relation = asked(name, lasting).question, asked(name, "longer_run").question

        assert goal["lasts"] == "yes"
        assert goal["when"].startswith("longer_run is ")
        assert len(relation["choices"]) == 3

    @pytest.mark.parametrize("name", ["intake", "three-way", "midpoint", "closing"])
    def test_the_goals_of_the_meetings_last(self, name: str) -> None:
        goals = of_type(name, "goal")

        assert goals
        assert {one.question.get("lasts") for one in goals} == {"yes"}

    @pytest.mark.parametrize("name", ["tgrow", "mentoring", "egan-atd"])
    def test_other_calls_have_only_aims(self, name: str) -> None:
        assert [one.id for one in of_type(name, "goal") if "lasts" in one.question] == []

    @pytest.mark.parametrize(("name", "goal"), [("intake", "aim"), ("three-way", "shared_aim")])
    def test_what_of_the_organisation_a_goal_serves_is_asked_at_the_start(self, name: str, goal: str) -> None:
        assert asked(name, goal).question["serves"] == "yes"

    def test_one_question_asks_one_thing_where_a_grow_goal_is_weak(self) -> None:
        weak = [one.question["ask"] for one in every("grow") if one.question.get("when") == "importance below 6"]

        assert len(weak) == 2
        assert not any(" or " in ask for ask in weak)


class TestTheOrder:
    @pytest.mark.parametrize("name", LOOKING_BACK)
    def test_one_arrives_first_and_then_looks_back(self, name: str) -> None:
        back = next(one for one in of_type(name, "review") if one.question.get("of") != "goals")
        first = next(every(name))

        assert first.id != back.id
        assert first.stage is back.stage

    def test_egan_chooses_in_3b_and_plans_in_3c(self) -> None:
        assert {asked("egan", one).step["title"][:2] for one in ("fit", "fits", "helps", "holds_back")} == {"3b"}
        assert asked("egan", "actions").step["title"] == "3c Plan"

    def test_egan_asks_the_client_in_every_stage_whether_it_helps(self) -> None:
        helping = [one for one in every("egan") if one.question.get("series") == "helping"]

        assert [one.stage["id"] for one in helping] == ["current", "preferred", "forward"]
        assert len({(one.question["ask"], one.question["low"], one.question["high"]) for one in helping}) == 1

    def test_egan_does_not_take_it_for_granted_that_something_is_given_up(self) -> None:
        assert "if anything" in asked("egan", "price").question["ask"]


class TestWhatIsBroughtBack:
    @THREE_OR_NOT
    def test_the_areas_of_the_intake_come_with_their_numbers(self, name: str) -> None:
        start, again = asked("intake", "area_now").question, asked(name, "area_now").question

        assert asked(name, "areas").question["again"] == "areas"
        assert asked(name, "area_now").step["for_each"] == "areas"
        assert start["series"] == again["series"] == "areas"
        assert (start["low"], start["high"]) == (again["low"], again["high"])

    @THREE_OR_NOT
    def test_the_signs_of_success_come_one_by_one(self, name: str) -> None:
        assert asked("intake", "signs").question["many"]
        assert asked(name, "signs").question["again"] == "signs"
        assert asked(name, "sign_seen").step["for_each"] == "signs"

    @THREE_OR_NOT
    def test_the_values_come_and_are_asked_what_they_do(self, name: str) -> None:
        assert asked("values", "ranked").question["keep_as"] == "value"
        assert asked(name, "ranked").question["again"] == "ranked"
        assert asked(name, "ranked").question["keep_as"] == "value"
        assert "doing" in asked(name, "values_doing").question["ask"]

    def test_nothing_but_values_stands_among_the_values_of_a_client(self) -> None:
        told = [
            (name, one.id)
            for name in ("egan", "client-view")
            for one in every(name)
            if one.question.get("keep_as") == "value"
        ]

        assert told == []

    @THREE_OR_NOT
    def test_goals_are_looked_back_on_and_the_client_reads_what_was_reached(self, name: str) -> None:
        back = [one for one in of_type(name, "review") if one.question.get("of") == "goals"]

        assert [(one.room, one.question.get("share_with")) for one in back] == [("client", "client")]

    @THREE_OR_NOT
    def test_no_coach_is_told_to_look_a_number_up(self, name: str) -> None:
        told = [one.question["cue"] for one in every(name)] + [tree(name)["about"]]

        assert [cue for cue in told if "Look up" in cue or "Take the lines" in cue or "Which number did" in cue] == []


class TestWhoIsThere:
    @THREE_OR_NOT
    def test_the_sponsor_is_there_in_one_part_and_only_if_they_come(self, name: str) -> None:
        of_three = {one.stage["id"]: one.stage["when"] for one in every(name) if one.room == "three"}

        assert tree(name)["with"] == "client"
        assert of_three == {"sponsor": "sponsor_joins is yes"}

    def test_all_three_agree_on_the_way_in(self) -> None:
        assert tree("three-way")["with"] == "three"
        assert asked("three-way", "shared_aim").question["share_with"] == "sponsor"

    @THREE_OR_NOT
    @pytest.mark.parametrize("kind", ["goal", "action", "date"])
    def test_what_is_planned_with_the_sponsor_is_planned_while_they_are_there(self, name: str, kind: str) -> None:
        there = [one for one in of_type(name, kind) if one.room == "three"]

        assert there
        assert {one.question["share_with"] for one in there} == {"sponsor"}

    @pytest.mark.parametrize(("name", "goal"), [("midpoint", "aim"), ("closing", "ahead")])
    def test_where_no_sponsor_comes_it_is_planned_all_the_same(self, name: str, goal: str) -> None:
        alone = asked(name, goal)

        assert alone.room == "client"
        assert alone.question["when"] == "sponsor_joins is no or sponsor_joins empty"

    def test_a_closing_asks_for_feedback_to_the_coach_alone(self) -> None:
        feedback = [asked("closing", one) for one in ("helped_most", "do_better")]

        assert {(one.room, one.question["share_with"]) for one in feedback} == {("client", "nobody")}


class TestWhoseCommitmentIsWhose:
    @pytest.mark.parametrize(
        ("name", "question"),
        [("intake", "commitments"), ("three-way", "to_do"), ("midpoint", "who_does"), ("closing", "sustain_plan")],
    )
    def test_each_has_a_name_and_a_day(self, name: str, question: str) -> None:
        assert {"who", "by_when"} <= set(asked(name, question).question["fields"])

    @pytest.mark.parametrize(("name", "question"), [("intake", "commitments"), ("three-way", "to_do")])
    def test_one_without_is_pointed_out_before_the_stage_is_left(self, name: str, question: str) -> None:
        hints = asked(name, question).stage["checks"]

        assert [hint["has"] for hint in hints if hint.get("every") == "action"] == [["who", "by_when"]]

    def test_a_mentor_promises_with_the_sign_of_a_promise_and_nobody_else_sees_it(self) -> None:
        mine = asked("mentoring", "mine").question

        assert ">" in mine["cue"]
        assert mine["share_with"] == "nobody"
        assert mine["type"] == "line"

    def test_a_mentor_asks_who_is_written_to(self) -> None:
        assert {"who", "by_when"} <= set(asked("mentoring", "contact").question["fields"])


class TestDatesThatWereAgreed:
    @pytest.mark.parametrize(
        ("name", "question"),
        [
            ("intake", "next_meeting"),
            ("three-way", "next_three"),
            ("midpoint", "next_three"),
            ("careerminds", "look_again"),
            ("growth", "check_day"),
            ("mentoring", "next_meeting"),
        ],
    )
    def test_an_appointment_is_kept_as_one(self, name: str, question: str) -> None:
        assert asked(name, question).question["type"] == "date"
        assert asked(name, question).question["keep_as"] == "next"

    def test_what_client_and_sponsor_agree_between_them_after_the_end_is_no_appointment_of_the_coach(self) -> None:
        assert "keep_as" not in asked("closing", "two_look_again").question


def test_careerminds_is_known_by_its_eight_parts_and_asks_what_needs_more_attention() -> None:
    assert tree("careerminds")["title"] == "Eight parts (Careerminds)"
    assert len(tree("careerminds")["stages"]) == 8
    assert asked("careerminds", "attention").question["ask"] == "What needs more attention?"


def test_the_kinds_of_actions_are_named_where_actions_are_planned() -> None:
    cue = asked("careerminds", "actions").question["cue"]

    assert all(kind in cue for kind in ("#skill", "#behaviour", "#exercise", "#experiment"))
    assert "#experiment" in asked("client-view", "tests").question["cue"]
