"""Roads: the coach's own before the shipped ones, and all that is wrong in one at once."""

from pathlib import Path

import pytest

from coachcli.errors import NotFoundError, UnreadableError
from coachcli.store.engagement import roads
from coachcli.store.paths import Practice

WRONG = """id: mine
titel: Mine
road:
  - {do: midpiont, week: 6}
  - {do: grow, every: often}
  - {do: closing, week: 0}
"""


def written(practice: Practice, name: str, text: str) -> Path:
    folder = practice.frameworks / "roads"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_ones_are_there_and_nothing_is_wrong_with_them(practice: Practice) -> None:
    there = roads.sources(practice.frameworks)

    assert [one.id for one in there] == ["careerminds", "coach-the-coach", "coaching-relationship", "simple"]
    for source in there:
        assert not roads.check_file(source.path, None).problems


def test_the_coachs_own_comes_in_the_place_of_a_shipped_one(practice: Practice) -> None:
    path = written(practice, "simple", "id: simple\ntitle: My simple\nroad:\n  - {do: intake, week: 1}\n")

    source = roads.find(practice, "Simple")

    assert (source.path, source.shipped) == (path, False)
    assert roads.load(source, practice.frameworks).title == "My simple"


@pytest.mark.parametrize("name", ["careerminds", "CAREERMINDS", "career", "coaching-rel", "coaching rel"])
def test_one_is_found_by_a_part_of_its_name(practice: Practice, name: str) -> None:
    assert roads.find(practice, name).id in {"careerminds", "coaching-relationship"}


def test_one_that_is_not_there_is_told_with_the_nearest(practice: Practice) -> None:
    with pytest.raises(NotFoundError) as raised:
        roads.find(practice, "simpel")

    assert (raised.value.message, raised.value.hint) == ("There is no road simpel.", "Did you mean simple?")


def test_all_that_is_wrong_is_told_at_once(practice: Practice) -> None:
    outcome = roads.check_file(written(practice, "mine", WRONG), practice.frameworks)

    assert [(one.line, one.text, one.hint) for one in outcome.problems] == [
        (2, "'titel' is not a setting here", "did you mean 'title'?"),
        (4, "there is no framework 'midpiont'", "did you mean 'midpoint'?"),
        (5, "this rhythm cannot be read", "write it like  every: 2 weeks"),
        (6, "week is out of range: '0'", "at least 1"),
    ]


def test_a_framework_of_the_coachs_own_can_be_a_stop(practice: Practice) -> None:
    path = written(practice, "mine", "id: mine\ntitle: Mine\nroad:\n  - {do: my-talk, week: 1}\n")
    (practice.frameworks / "my-talk.yaml").write_text("title: My talk\nstages: [{title: A, ask: [How?]}]\n")

    assert not roads.check_file(path, practice.frameworks).problems


def test_the_id_is_the_name_of_the_file(practice: Practice) -> None:
    path = written(practice, "mine", "id: other\ntitle: Mine\nroad:\n  - {do: intake, week: 1}\n")

    (only,) = roads.check_file(path, practice.frameworks).problems

    assert (only.line, only.hint) == (1, "name the file other.yaml")


def test_one_that_cannot_be_used_says_where(practice: Practice) -> None:
    path = written(practice, "mine", WRONG)

    with pytest.raises(UnreadableError) as raised:
        roads.load(roads.find(practice, "mine"), practice.frameworks)

    assert raised.value.message == f"{path}:2:1: 'titel' is not a setting here"
