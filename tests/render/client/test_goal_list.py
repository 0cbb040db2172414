"""The list of goals, as a coach reads it."""

from datetime import UTC, date, datetime

from coachcli.domain.history.goals import Goal, Nearness
from coachcli.domain.history.open_items import Followed
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Note, When
from coachcli.domain.terms import Outcome
from coachcli.render.client.goal_list import doubtful_text, list_data, list_text, taken_text

TODAY = date(2026, 11, 20)
NEAR = (Nearness(date(2026, 9, 3), 3), Nearness(date(2026, 11, 10), 6))


def goal(number: int = 2, what: str = "Lead the division", outcome: Outcome | None = None, **parts: object) -> Goal:
    due = When(words="friday", on=date(2026, 11, 27))
    closed = datetime(2026, 11, 13, tzinfo=UTC) if outcome else None
    followed = Followed(number, Carried("goal", what, "jane-doe/1", due), outcome=outcome, closed=closed)
    return Goal(followed, **parts)  # type: ignore[arg-type]


def test_each_stands_with_its_numbers_its_measure_and_what_it_serves() -> None:
    whole = goal(measure="three a week", serves="growth", numbers=NEAR)

    assert list_text([("Jane Example", [whole])], TODAY).split("\n") == [
        "Jane Example",
        "   2  Lead the division · by Friday 27 November 2026",
        "      3 in September, 6 now",
        "      you will know by: three a week",
        "      serves: growth",
        "",
    ]


def test_in_a_narrow_window_no_row_is_wider() -> None:
    text = list_text([("Jane Example", [goal(measure="three decisions a week without me", numbers=NEAR)])], TODAY, 30)

    assert max(map(len, text.split("\n"))) < 30
    assert "Friday 27 November 2026" in text


def test_what_was_reached_stands_below_with_the_last_number() -> None:
    text = list_text([("Jane Example", [goal(outcome="done", numbers=NEAR), goal(3, "Sleep")])], TODAY)

    assert text.index("Sleep") < text.index("  Reached or let go\n   2  Lead the division · reached on Friday 13")
    assert "3 in September, 6\n" in text


def test_control_characters_never_reach_the_screen() -> None:
    assert "\x1b" not in list_text([("Jane Example", [goal(what="\x1b[31mred")])], TODAY)
    assert "\x1b" not in taken_text(None, Note(kind="goal", text="\x1b[31mred"), None, TODAY)


def test_nobody_with_no_goal_is_named() -> None:
    assert list_text([("Jane Example", [])], TODAY) == ""


def test_the_offer_names_goals_by_their_numbers_alone() -> None:
    assert doubtful_text("jane-example", (3, 5)) == (
        "Was 3 or 5 only what one hour was for? Then it is an aim, and no goal: "
        "coach goal close jane-example 3 --as-aim"
    )


def test_nothing_was_changed_is_said() -> None:
    assert taken_text(None, None, None, TODAY) == "Nothing was changed.\n"


def test_for_programs_every_number_has_its_day() -> None:
    (row,) = list_data("jane", "Jane Example", [goal(numbers=NEAR)])

    assert row["numbers"][0] == {"on": "2026-09-03", "score": 3, "of": 10}
    assert row["due"] == "2026-11-27"
