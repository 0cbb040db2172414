"""The shipped frameworks by who is in the room: what is asked of whom, what comes back, and what cannot leave."""

import re

import pytest
from frameworks.trees import questions, room, spots, tree

OTHERS = ("sponsor-intake", "sponsor-checkin", "stakeholder-interview", "developmental-contribution", "stakeholder-map")
TALKS = (
    "atd-seven", "coach-the-coach", "critical-incident", "feedback-debrief", "assessment-debrief", "learning-plan",
    "off-track", "stakeholder-map-together", "conflict-between-two", "team",
)  # fmt: skip
SEVEN = ("strengths", "solutions", "technology", "team", "communication", "feedback", "results")
BARRIERS = {
    "unsure how to do it": ("practise", "watch", "help"),
    "too little time": ("every week", "let go", "question"),
    "other things come first": ("results", "fixed place", "goals"),
    "nobody values it here": ("top", "reward", "appraised", "own boss"),
    "it is not my job": ("whose job", "your role", "boss"),
    "they should work it out for themselves": ("who was there", "cannot see", "leaves"),
    "I doubt they want feedback from me": ("leave before you", "steer by", "want to know"),
    "I do not know how I come across": (
        "now or earlier",
        "bosses",
        "success",
        "real results",
        "exercise",
        "ask them for you",
    ),
    "nobody has taught me": ("bring you", "inside", "things i do"),
    "training in a group would feel unsafe": ("before you went", "one person alone", "at your side"),
    "our appraisals do not capture it": ("figures", "on the way", "do differently"),
}
"""What keeps a leader from coaching, and key words of ours for the ways round it that have to be among the probes."""

talk = pytest.mark.parametrize("name", TALKS)
other = pytest.mark.parametrize("name", OTHERS)


def series(name: str) -> dict[str, str]:
    return {one["series"]: one["id"] for one in questions(name).values() if "series" in one}


class TestWhereTheClientIsNot:
    @other
    def test_nothing_is_shared(self, name: str) -> None:
        asked = [spot for spot in spots(name) if room(name, spot.stage) != "client"]
        marks = [part.get("share_with", "nobody") for spot in asked for part in (spot.question, spot.stage, spot.step)]

        assert asked
        assert {*marks, tree(name).get("share_with", "nobody")} == {"nobody"}

    @other
    def test_no_question_calls_the_person_in_the_room_the_client(self, name: str) -> None:
        asked = [
            spot.question
            for spot in spots(name)
            if spot.question.get("phase") != "after_call" and room(name, spot.stage) != "alone"
        ]

        assert [one["id"] for one in asked if re.search(r"\bthe client\b", one.get("ask", ""))] == []

    @other
    def test_what_is_passed_on_is_asked_only_where_the_sponsor_will_not_say_it(self, name: str) -> None:
        doors = [(spot, room(name, spot.stage)) for spot in spots(name) if spot.question.get("passes_on") == "yes"]

        assert [where for _, where in doors] == (["sponsor"] if name == "sponsor-checkin" else [])
        assert [spot.question["when"] for spot, _ in doors] in ([], ["says_it is no"])

    def test_the_sponsor_is_asked_to_say_it_before_it_is_passed_on(self) -> None:
        asked, order = questions("sponsor-checkin"), list(questions("sponsor-checkin"))

        assert order.index("said_it") < order.index("says_it") < order.index("will_say") < order.index("may_hear")
        assert (asked["says_it"]["when"], asked["will_say"]["when"]) == ("said_it is no", "says_it is yes")
        assert "in which words" in questions("sponsor-checkin")["may_hear"]["ask"]

    @pytest.mark.parametrize(("name", "question"), [("sponsor-checkin", "next_date"), ("sponsor-intake", "next_talk")])
    def test_the_next_talk_with_the_sponsor_is_an_appointment(self, name: str, question: str) -> None:
        assert questions(name)[question]["type"] == "date"
        assert questions(name)[question]["keep_as"] == "next"

    def test_what_both_take_on_has_somebody_and_a_day_and_is_asked_about_next_time(self) -> None:
        assert questions("sponsor-intake")["next_steps"]["fields"] == ["what", "who", "by_when"]
        assert questions("sponsor-checkin")["sponsor_steps"]["fields"] == ["what", "who", "by_when"]
        assert questions("sponsor-checkin")["promised"]["type"] == "review"


class TestInterviews:
    def test_numbers_are_given_on_the_areas_that_the_client_chose_after_the_stories(self) -> None:
        asked = questions("stakeholder-interview")
        order = list(asked)

        assert asked["areas"]["again"] == "areas"
        assert [spot.step["for_each"] for spot in spots("stakeholder-interview") if "series" in spot.question] == [
            "areas"
        ]
        assert asked["area_now"]["series"] == "areas"
        assert order.index("advice") < order.index("areas") < order.index("area_now")

    def test_what_several_said_is_no_matter_of_one_interview_but_of_the_debrief(self) -> None:
        words = " ".join(one["ask"] for one in questions("stakeholder-interview").values()).lower()

        assert "more than one person" not in words
        assert "pattern" not in questions("stakeholder-interview")
        assert tree("feedback-debrief")["with"] == "client"
        assert questions("feedback-debrief")["themes"]["type"] == "line"

    def test_a_line_of_the_coach_is_kept_as_a_theme_which_no_mark_hands_on(self) -> None:
        asked = questions("feedback-debrief")

        assert [asked[name]["keep_as"] for name in ("themes", "apart")] == ["theme", "theme"]
        assert [name for name in ("themes", "apart", "heard") if "share_with" in asked[name]] == []
        assert [one["id"] for one in asked.values() if one.get("choices_from") == "themes"] == []

    def test_in_the_debrief_the_own_number_comes_before_what_others_gave(self) -> None:
        asked, order = questions("feedback-debrief"), list(questions("feedback-debrief"))

        assert asked["area_now"]["series"] == "areas"
        assert order.index("expected") < order.index("themes")
        assert order.index("area_now") < order.index("beside")
        assert {"insight", "build_on", "work_on", "leave"} <= set(order)

    def test_present_and_former_reports_and_bosses_are_asked_what_a_leader_adds(self) -> None:
        child = tree("developmental-contribution")

        assert child["extends"] == "stakeholder-interview"
        assert "present and former" in child["about"]
        assert questions("developmental-contribution")["contribution"]["series"] == "developmental_contribution"
        assert questions("coach-the-coach")["contribution"]["series"] == "developmental_contribution"
        assert [stage.get("when") for stage in child["stages"] if stage["id"] == "change"] == ["still_together is yes"]

    @pytest.mark.parametrize(("one", "other"), [("coach-the-coach", "developmental-contribution")])
    def test_numbers_laid_side_by_side_have_the_same_ends(self, one: str, other: str) -> None:
        ends = [
            (asked["contribution"]["low"], asked["contribution"]["high"])
            for asked in (questions(one), questions(other))
        ]

        assert ends[0] == ends[1]
        of_areas = [questions(name)["area_now"] for name in ("intake", "stakeholder-interview", "feedback-debrief")]
        assert len({(scale["low"], scale["high"]) for scale in of_areas}) == 1


class TestWithTheClient:
    @talk
    def test_it_says_so_and_comes_to_an_aim_an_action_and_a_takeaway(self, name: str) -> None:
        asked = {**(questions(tree(name)["extends"]) if "extends" in tree(name) else {}), **questions(name)}

        assert tree(name)["with"] == "client"
        assert {"goal", "action"} <= {one.get("type") for one in asked.values()}
        assert "takeaway" in {one.get("keep_as") for one in asked.values()}

    @talk
    def test_they_arrive_before_they_look_back(self, name: str) -> None:
        asked = list(questions(name).values())
        backs = [place for place, one in enumerate(asked) if one.get("type") == "review"]

        assert not backs or min(backs) > 0

    @talk
    def test_only_the_learning_plan_sets_a_goal_that_outlives_the_hour(self, name: str) -> None:
        lasting = [one["id"] for one in questions(name).values() if one.get("lasts") == "yes"]

        assert lasting == (["goal"] if name == "learning-plan" else [])

    @pytest.mark.parametrize("name", ["off-track", "learning-plan", "conflict-between-two", "team"])
    def test_the_day_on_which_it_is_looked_at_again_is_an_appointment(self, name: str) -> None:
        assert questions(name)["look_again"]["keep_as"] == "next"

    def test_each_of_the_seven_areas_has_a_number_of_its_own(self) -> None:
        assert series("atd-seven") == {f"seven_{area}": f"area_{area}" for area in SEVEN}
        assert [spot.stage["id"] for spot in spots("atd-seven") if "series" in spot.question] == ["wheel"] * 7

    def test_each_of_the_seven_areas_has_a_stage_that_is_about_it(self) -> None:
        stages = {spot.stage["id"]: spot.stage.get("series") for spot in spots("atd-seven")}

        assert [name for name in stages.values() if name] == [f"seven_{area}" for area in SEVEN]

    def test_the_lists_that_come_back_are_asked_for_under_one_name_only(self) -> None:
        assert questions("atd-seven").keys().isdisjoint({"areas", "values", "signs"})
        assert questions("coach-the-coach").keys().isdisjoint({"areas", "values", "signs"})

    def test_an_assessment_names_instrument_day_readings_results_and_what_to_do(self) -> None:
        asked = questions("assessment-debrief")

        assert asked["taken_on"]["type"] == "date"
        assert {"instrument", "readings", "fits", "example", "result", "actions"} <= set(asked)
        assert "measure" in asked["actions"]["fields"]
        assert not re.search(r"DiSC|MBTI|Myers|Hogan|Big Five", str(tree("assessment-debrief")))

    def test_a_learning_plan_has_gaps_a_plan_resources_and_is_watched_and_adapted(self) -> None:
        asked = questions("learning-plan")

        assert [stage["id"] for stage in tree("learning-plan")["stages"]][1:5] == [
            "gaps",
            "plan",
            "resources",
            "watched",
        ]
        assert asked["to_learn"]["again"] == "to_learn"
        assert asked["skill_now"]["series"] == "competencies"
        assert asked["goals_so_far"]["of"] == "goals"
        assert {"learning_signs", "who_watches", "if_not"} <= set(asked)

    def test_off_track_can_end_and_tells_nobody(self) -> None:
        asked = questions("off-track")

        assert "finish" in asked["decision"]["choices"]
        assert "sponsor" not in {one.get("share_with") for one in asked.values()}

    def test_a_map_asks_weight_stance_relation_and_the_next_move_alone_and_together(self) -> None:
        alone = questions("stakeholder-map")

        assert tree("stakeholder-map")["with"] == "alone"
        assert {"influence", "stance", "relation", "next_move"} <= set(alone)
        assert {"relation", "next_move"} <= set(questions("stakeholder-map-together"))

    def test_on_the_map_drawn_together_nobody_speaks_of_the_client_as_of_someone_else(self) -> None:
        merged = {**questions("stakeholder-map")}
        for name, own in questions("stakeholder-map-together").items():
            merged[name] = {**merged.get(name, {}), **own}
        said = {
            name: [one["ask"], *one.get("probes", ())]
            for name, one in merged.items()
            if one.get("phase") != "after_call"
        }

        assert {name for name, texts in said.items() if any("{client}" in text for text in texts)} == set()


class TestCoachTheCoach:
    @pytest.mark.parametrize("barrier", BARRIERS)
    def test_each_barrier_has_its_ways_round_as_probes(self, barrier: str) -> None:
        (way,) = (
            one for one in questions("coach-the-coach").values() if one.get("when") == f'barriers has "{barrier}"'
        )
        probes = " ".join(way["probes"]).lower()

        assert way["keep_as"] == "option"
        assert [words for words in BARRIERS[barrier] if words not in probes] == []

    def test_there_is_no_barrier_without_its_ways(self) -> None:
        assert questions("coach-the-coach")["barriers"]["choices"] == list(BARRIERS)

    def test_readiness_and_derailers_are_series_so_that_a_second_check_shows_the_first(self) -> None:
        names = set(series("coach-the-coach"))

        assert {"readiness_skills", "readiness_time", "readiness_worth"} <= names
        assert {f"derailer_{what}" for what in ("relationships", "objectives", "team", "transition")} <= names

    def test_numbers_and_values_are_looked_at_in_each_of_the_four_corners(self) -> None:
        corners = {one["when"] for one in questions("coach-the-coach").values() if "numbers" in one.get("when", "")}

        assert corners == {
            f"numbers {figures} and lived_values {lived}"
            for figures in ("below 7", "at least 7")
            for lived in ("below 7", "at least 7")
        }

    def test_an_exercise_is_tied_to_the_job(self) -> None:
        asked = questions("coach-the-coach")

        assert "assessment centre" in asked["scenario"]["cue"].lower()
        assert "in your job" in asked["on_the_job"]["ask"]
        assert asked["on_the_job"]["when"] == "scenario answered"

    def test_every_step_shows_in_a_result(self) -> None:
        assert "measure" in questions("coach-the-coach")["actions"]["fields"]
