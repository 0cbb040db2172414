"""Every shipped road: it says what it is for, names frameworks that are there, and its weeks ascend."""

import re
from pathlib import Path

import pytest
from frameworks.trees import Tree, tree

from coachcli.domain.engagement.model import SESSION
from coachcli.store.framework import catalogue

FILES = sorted((catalogue.shipped_folder() / "roads").glob("*.yaml"))
each = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def read(file: Path) -> Tree:
    return tree(f"roads/{file.stem}")


def legs(name: str) -> list[str]:
    return [leg["do"] for leg in tree(f"roads/{name}")["road"]]


@each
def test_it_says_what_it_is_for_and_is_called_as_its_file_is(file: Path) -> None:
    road = read(file)

    assert file.read_text("utf-8").startswith("# ")
    assert road["id"] == file.stem
    assert road["title"]
    assert road["about"]
    assert road.keys() == {"id", "title", "about", "road"}


@each
def test_it_leads_to_shipped_frameworks_only(file: Path) -> None:
    shipped = {path.stem for path in catalogue.shipped_folder().glob("*.yaml")}

    assert {leg["do"] for leg in read(file)["road"]} <= {*shipped, SESSION}


@each
def test_its_weeks_ascend(file: Path) -> None:
    weeks = [int(leg["week"]) for leg in read(file)["road"] if "week" in leg]

    assert weeks == sorted(weeks)
    assert weeks[0] >= 1


@each
def test_each_leg_has_its_week_or_its_rhythm_and_interviews_are_enough_for_nobody_to_be_known(file: Path) -> None:
    for leg in read(file)["road"]:
        assert ("week" in leg) != ("every" in leg)
        assert re.fullmatch(r"week|month|\d+ weeks", leg.get("every", "week"))
        assert leg["do"] not in {"stakeholder-interview", "developmental-contribution"} or int(leg["times"]) >= 5


@each
def test_it_begins_with_an_agreement_and_ends_with_a_closing(file: Path) -> None:
    agreed, *_ = (leg for leg in read(file)["road"] if leg["do"] == "intake")
    last = max((leg for leg in read(file)["road"] if "week" in leg), key=lambda leg: int(leg["week"]))

    assert int(agreed["week"]) == 1
    assert last["do"] == "closing"


@each
def test_whoever_is_asked_is_asked_after_the_agreement_and_before_the_debrief(file: Path) -> None:
    road = legs(file.stem)
    asked = [
        place for place, name in enumerate(road) if name in {"stakeholder-interview", "developmental-contribution"}
    ]

    assert all(road.index("intake") < place < road.index("feedback-debrief") for place in asked)


def test_the_road_of_careerminds_has_its_six_milestones() -> None:
    road = legs("careerminds")

    milestones = ["intake", "three-way", "assessment-debrief", "careerminds", "midpoint", "learning-plan", "closing"]
    assert [name for name in road if name in milestones] == milestones


def test_the_coaching_relationship_begins_with_the_sponsor_and_hears_others_before_the_client() -> None:
    road = legs("coaching-relationship")

    order = ["sponsor-intake", "stakeholder-interview", "client-view", "values", "midpoint", "closing"]
    assert [name for name in road if name in order] == order
    rhythms = {leg["do"]: leg["every"] for leg in tree("roads/coaching-relationship")["road"] if "every" in leg}
    assert rhythms["session"] == "week"
    assert rhythms["sponsor-checkin"] == "month"


def test_a_leader_is_coached_before_they_coach_and_the_numbers_are_taken_three_times() -> None:
    road = legs("coach-the-coach")

    assert road.index("intake") < road.index("coach-the-coach")
    assert road.count("coach-the-coach") == 3
    assert "developmental-contribution" in road


@each
def test_a_rhythm_of_talks_with_the_client_is_kept_by_any_of_them(file: Path) -> None:
    """A coach who takes another framework is not late: only short ones and talks with others have a rhythm by name."""
    rhythms = {leg["do"] for leg in read(file)["road"] if "every" in leg}

    assert rhythms <= {SESSION, "checkin", "sponsor-checkin"}


def test_all_four_are_there() -> None:
    assert {file.stem for file in FILES} >= {"careerminds", "coaching-relationship", "coach-the-coach", "simple"}
