"""A series has a heading and a title that people understand, whoever gave it its name."""

import pytest
from domain.client.months import held, rated

from coachcli.domain.client.series_names import family_of, heading_of, series_title, title_of
from coachcli.domain.history.series import Series, all_series
from coachcli.domain.session.model import Turn


def series(turn: Turn) -> Series:
    (one,) = all_series([held(0, turn)])
    return one


@pytest.mark.parametrize(
    ("turn", "heading", "title"),
    [
        (rated(3), "Areas", "Delegating"),
        (rated(3, "Saying no", "competencies"), "Competencies", "Saying no"),
        (rated(3, None, "seven_team"), "The seven areas", "Team"),
        (rated(3, None, "derailer_transition"), "What can derail", "Transition"),
        (rated(3, None, "energy"), "Other numbers", "Energy"),
        (rated(3, None, "values_lived"), "Other numbers", "Values lived"),
        (rated(3, "Jazz", "my_hobbies"), "My hobbies", "Jazz"),
        (rated(3, None, None), "Other numbers", "How are things?"),
        (rated(3, "Jazz", None), "Other numbers", "How are things with Jazz?"),
    ],
)
def test_it_has_both(turn: Turn, heading: str, title: str) -> None:
    assert (heading_of(series(turn)), title_of(series(turn))) == (heading, title)


def test_a_family_is_what_several_shipped_scales_have_in_common() -> None:
    assert [family_of(name) for name in ("seven_team", "energy", "values_lived", "seven")] == ["seven", "", "", ""]
    assert series_title("seven_team") == "Team"


def test_a_long_question_is_cut() -> None:
    assert len(title_of(series(rated(3, "word " * 60, None)))) < 400
    asked = series(rated(3, None, None)).last.asked
    assert asked == "How are things?"
