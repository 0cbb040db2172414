"""The page of progress tells all that the screen does, and of others no more than may be told."""

from datetime import date

from coachcli.domain.client.coverage import Coverage
from coachcli.domain.client.kept import KeptAction, KeptActions
from coachcli.domain.client.perception import Others
from coachcli.domain.client.progress import AimedAt, Dated, Group, Numbers, Progress
from coachcli.domain.history.goals import Nearness
from coachcli.domain.page.chart import Course, Shares, Wheel
from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.report.progress_page import (
    covered_section,
    dated_section,
    goals_section,
    kept_section,
    numbers_section,
    progress_page,
)
from coachcli.domain.value import changed

SEPTEMBER, NOVEMBER, TODAY = date(2026, 9, 3), date(2026, 11, 10), date(2026, 11, 29)
POINTS = (Nearness(SEPTEMBER, 3), Nearness(NOVEMBER, 6))
SEVEN = tuple(
    Numbers(name, 1, 10, POINTS)
    for name in ("Strengths", "Solutions", "Technology", "Team", "Communication", "Feedback", "Results")
)
TOLD = Progress(
    client="jane-example",
    name="Jane Example",
    today=TODAY,
    goals=(AimedAt("Lead the division", "done", NOVEMBER, POINTS), AimedAt("Sleep", "", None, ())),
    groups=(
        Group("", "The seven areas", SEVEN, is_round=True),
        Group("The sponsor", "Other numbers", (Numbers("Energy", 1, 10, POINTS[:1]),)),
    ),
    actions=KeptActions(
        (
            KeptAction("Hand over the rota #behaviour", "kept", NOVEMBER, ("#behaviour",)),
            KeptAction("Read the book", "open", None),
        )
    ),
    values=(Dated("fairness", (SEPTEMBER, NOVEMBER)),),
    tags=(Dated("#trust", (NOVEMBER,)),),
    areas=(Coverage("Team", (SEPTEMBER,)), Coverage("Results")),
    topics=(Coverage("Delegation"),),
)


def section(page: Page, title: str) -> Section:
    return next(one for one in page.sections if one.title == title)


def test_it_has_a_section_for_all_that_there_is_and_for_nothing_else() -> None:
    page = progress_page(TOLD)

    assert (page.title, page.on) == ("Jane Example: progress", TODAY)
    assert page.facts == {"Client": "Jane Example", "As of": "Sunday 29 November 2026"}
    assert [one.title for one in page.sections] == [
        "Goals",
        "The seven areas",
        "The sponsor · Other numbers",
        "Actions",
        "What matters to them",
        "Themes",
        "Worked on, of the areas",
    ]


def test_since_a_day_it_says_so() -> None:
    assert progress_page(changed(TOLD, since=SEPTEMBER)).facts["Since"] == "Thursday 3 September 2026"


def test_nothing_to_tell_is_a_page_without_sections() -> None:
    assert progress_page(Progress("jane-example", "Jane Example", TODAY)).sections == ()


def test_goals_are_told_with_how_they_ended_and_drawn_where_there_is_a_way() -> None:
    goals = goals_section(TOLD.goals, TODAY)
    (chart,) = goals.charts

    assert goals.lines == (
        Line("Lead the division", details=("3 in September, 6 now", "done on Tuesday 10 November 2026")),
        Line("Sleep"),
    )
    assert isinstance(chart, Course)
    assert [one.label for one in chart.curves] == ["Lead the division"]
    assert (chart.low, chart.high) == (0, 10)


def test_a_goal_on_another_scale_has_a_chart_of_its_own() -> None:
    short = tuple(changed(point, high=7) for point in POINTS)
    charts = goals_section((*TOLD.goals, AimedAt("Rest", "", None, short)), TODAY).charts

    assert [one.high for one in charts if isinstance(one, Course)] == [10, 7]


def test_what_the_wheel_shows_with_its_days_needs_no_lines() -> None:
    areas = section(progress_page(TOLD), "The seven areas")

    assert areas.lines == ()
    assert isinstance(areas.charts[0], Wheel)


def test_what_no_chart_shows_is_told_in_lines() -> None:
    energy = section(progress_page(TOLD), "The sponsor · Other numbers")
    often = changed(SEVEN[0], points=(POINTS[0], Nearness(date(2026, 10, 6), 5), POINTS[1]))
    areas = numbers_section(Group("", "Areas", (often, *SEVEN[1:]), is_round=True), TODAY)

    assert energy == Section("The sponsor · Other numbers", (Line("Energy", details=("3 of 10",)),))
    assert areas.lines[0].details[1] == "5 on Tuesday 6 October 2026"


def test_of_others_nothing_is_told_but_a_mean() -> None:
    told = numbers_section(Group("", "Areas", (changed(SEVEN[0], others=Others(5, 7)),)), TODAY)
    untold = numbers_section(Group("", "Areas", (SEVEN[0],)), TODAY)

    assert told.lines == (Line("Strengths", details=("3 in September, 6 now", "Mean of 5 others: 7.")),)
    assert untold.lines == ()


def test_between_lines_and_the_chart_below_them_stand_words_and_where_it_stands_alone_the_heading_is_enough() -> None:
    once = changed(SEVEN[1], points=POINTS[:1])
    curves = numbers_section(Group("", "Areas", (once, SEVEN[0])), TODAY)
    alone = numbers_section(Group("", "Areas", (SEVEN[0],)), TODAY)

    assert curves.lines == (Line("Solutions", details=("3 of 10",)),)
    assert [one.title for one in curves.charts] == ["Areas over time"]
    assert [one.title for one in alone.charts] == ["Areas"]


def test_actions_are_counted_and_those_that_were_looked_back_on_have_their_day() -> None:
    kept = kept_section(TOLD.actions)
    (chart,) = kept.charts

    assert isinstance(chart, Shares)
    assert [(one.label, one.count) for one in chart.shares] == [("kept", 1), ("open", 1)]
    assert kept.lines == (
        Line("#behaviour", details=("1 kept",)),
        Line("Hand over the rota #behaviour", details=("kept on Tuesday 10 November 2026",)),
    )


def test_words_have_the_days_on_which_they_came_up() -> None:
    days = ("Thursday 3 September 2026", "Tuesday 10 November 2026")

    assert dated_section("Values", TOLD.values).lines == (Line("fairness", details=days),)


def test_what_was_not_spoken_about_is_told_where_something_was() -> None:
    team, left = covered_section("Areas", TOLD.areas).lines

    assert team == Line("Team", details=("Thursday 3 September 2026",))
    assert left == Line("Results", label="Not yet:")
    assert covered_section("Topics", TOLD.topics).lines == ()
