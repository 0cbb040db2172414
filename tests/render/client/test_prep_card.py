"""The card before a session, in any window."""

from datetime import date, timedelta

import pytest
from engagements import engagement, three_way_on

from coachcli.cells import cells
from coachcli.command_line import on_practice
from coachcli.domain.client.prep import OpenAction, OpenGoal, Preparation, Said, Written
from coachcli.domain.copyable import is_copied
from coachcli.domain.engagement.model import Milestone
from coachcli.domain.engagement.outlook import outlooks
from coachcli.domain.history.goals import Nearness
from coachcli.domain.session.model import Appointment, When
from coachcli.domain.value import changed
from coachcli.render.client.prep_card import card_rows

TODAY = date(2026, 11, 20)
NEAR = (Nearness(date(2026, 9, 3), 4), Nearness(date(2026, 11, 6), 7))
LAST = date(2026, 11, 6)


def day(number: int) -> When:
    return When(words="then", on=TODAY + timedelta(days=number))


SHORT = Preparation(
    "jane-doe",
    "Jane Doe",
    7,
    TODAY,
    LAST,
    Appointment(words="then", on=TODAY, at="14:00"),
    took_away=Said("I can ask before I fix", LAST),
    insight=Said("She lights up", LAST),
    quote=Said("I am always the one they call", date(2026, 10, 23)),
    actions=(
        OpenAction("Ask Sam to take the rota", day(-1), 8, overdue=True),
        OpenAction("Write the page", day(14), 7, overdue=False),
        OpenAction("Rest", When(words="soon"), None, overdue=False),
    ),
    goals=(OpenGoal("Lead the team", day(50), NEAR),),
    promises=("Send her the two articles",),
    parked=("Her own manager",),
    written=(
        Written("done", "What did you do?", "Half of it", TODAY),
        Written("focus", "What now?", "Saying\nno", TODAY),
    ),
)
MANY = tuple(f"something rather long that was said by somebody at some time, number {n}" for n in range(40))
FULL = Preparation(
    "jane-doe",
    "Jane Doe",
    70,
    TODAY,
    LAST,
    Appointment(words="then", on=TODAY + timedelta(days=300), at="14:00"),
    took_away=Said(" ".join(MANY), LAST),
    insight=Said(" ".join(MANY), LAST),
    quote=Said("字" * 300, date(2025, 1, 1)),
    actions=tuple(OpenAction(what, day(-1), 8, overdue=True) for what in MANY),
    goals=tuple(OpenGoal(what, None, NEAR) for what in MANY),
    promises=MANY,
    parked=MANY,
    written=tuple(Written(name, name, MANY[0], TODAY) for name in ("done", "not_done", "in_the_way", "focus", "also")),
)
NEW = Preparation("jane-doe", "Jane Doe", 1, TODAY)


UNDER_WAY = Preparation(
    "jane-doe",
    "Jane Doe",
    7,
    TODAY,
    LAST,
    outlooks=outlooks(
        [engagement(Milestone(do="three-way", week=2), Milestone(do="midpoint", week=13), sessions=12)], [], TODAY
    ),
    titles={"midpoint": "Midpoint review", "three-way": "Three-way agreement"},
    dates=(
        three_way_on(date(2026, 12, 3)),
        three_way_on(date(2026, 11, 3)),
        changed(three_way_on(TODAY), name="Talk with P3", when=When(words="after the fair")),
    ),
)


def test_where_the_work_stands_and_what_was_agreed_are_told_at_80_columns() -> None:
    assert card_rows(UNDER_WAY, 80, 23)[1:8] == [
        "",
        " Engagement      month 3 · session 1 of 12 · midpoint review in 4 days",
        "                 late: Three-way agreement, was for 8 Sep",
        " Dates agreed    Three-way meeting 3 Dec, agreed 12 Sep",
        "                 Three-way meeting was for 3 Nov, agreed 12 Sep",
        "                 Talk with P3 after the fair, agreed 12 Sep",
        "",
    ]


def test_at_40_columns_they_are_cut_and_the_day_of_a_date_is_not() -> None:
    rows = card_rows(UNDER_WAY, 40, 23)

    assert rows[rows.index(" Engagement") :][:7] == [
        " Engagement",
        "   month 3 · session 1 of 12 ·",
        "   midpoint review in 4 days",
        "   late: Three-way agreement, was for…",
        " Dates agreed",
        "   Three-way meet… 3 Dec, agreed 12 Sep",
        "   Three-way meeting was for 3 Nov, ag…",
    ]
    assert max(map(cells, rows)) < 40


def test_one_screen_at_80_columns() -> None:
    assert card_rows(SHORT, 80, 23) == [
        " Session 7 with Jane Doe · 14 days since Friday 6 November",
        " Next session today, 14:00",
        "",
        " They wrote      Wants to look at: Saying no",
        "                 Done: Half of it",
        " They took away  I can ask before I fix",
        " Insight         She lights up",
        " In their words  “I am always the one they call” (23 Oct)",
        " Actions         overdue · Ask Sam to take the rota · 19 Nov · 8/10",
        "                 Write the page · 4 Dec · 7/10",
        "                 Rest · soon",
        " Goals           Lead the team · 9 Jan 2027 · 4 in Sep, 7 now",
        " You promised    Send her the two articles",
        " Parked          Her own manager",
        "",
        " To begin        You wrote that you want to look at “Saying no”. Where shall we",
        "                 start?",
    ]


def test_at_40_columns_what_does_not_fit_says_so() -> None:
    assert card_rows(SHORT, 40, 15) == [
        " Session 7 with Jane Doe",
        " 14 days since Friday 6 November",
        " Next session today, 14:00",
        " They wrote: Wants to loo… · and 1 more",
        " They took away: I can ask before I fix",
        " Insight: She lights up",
        " In their words: “I am alway…” (23 Oct)",
        " Actions: overdue · Ask S… · and 2 more",
        " Goals: Lead the tea… · 4 in Sep, 7 now",
        " You promised: Send her the two articl…",
        " To begin: You wrote that you want to",
        "   look at “Saying no”. Where shall we",
        "   start?",
        " All of it:",
        "   coach prep jane-doe --as markdown",
    ]


def test_the_command_for_all_of_it_is_never_broken() -> None:
    on_practice("/srv/a practice with a long name")

    assert card_rows(FULL, 40, 23)[-2:] == [
        " All of it:",
        '   coach --practice "/srv/a practice with a long name" prep jane-doe --as markdown',
    ]


def test_a_first_session_is_short() -> None:
    assert card_rows(NEW, 80, 23) == [
        " First session with Jane Doe",
        " To begin        What would have to happen here for you to say it was worth it?",
    ]


@pytest.mark.parametrize("prepared", [SHORT, FULL, NEW], ids=["short", "full", "new"])
@pytest.mark.parametrize("columns", [20, 40, 59, 60, 80, 120])
@pytest.mark.parametrize("rows", [1, 3, 6, 9, 11, 15, 23, 40])
def test_it_never_outgrows_the_window(prepared: Preparation, columns: int, rows: int) -> None:
    card = card_rows(prepared, columns, rows)

    assert 0 < sum(max(1, -(-cells(row) // columns)) for row in card) <= rows
    assert [row for row in card if cells(row) >= columns and not is_copied(row)] == []


@pytest.mark.parametrize(("columns", "rows"), [(80, 23), (80, 11), (40, 23), (120, 39)])
def test_what_gave_way_is_told_with_where_it_is(columns: int, rows: int) -> None:
    card = card_rows(FULL, columns, rows)

    assert len(card) == rows
    assert " ".join(" ".join(card[-2:]).split()).endswith("coach prep jane-doe --as markdown")
    assert any(" more" in row for row in card)


def test_or_where_else_it_is() -> None:
    assert card_rows(FULL, 80, 9, rest="/last")[-1] == " All of it: /last"


def test_where_nothing_gave_way_nothing_is_said_of_it() -> None:
    assert not any("All of it" in row for row in card_rows(SHORT, 80, 23))


def test_the_open_actions_are_the_last_to_go() -> None:
    assert any("overdue · something" in row for row in card_rows(FULL, 80, 4))


def test_of_many_goals_three_are_shown_and_the_rest_counted() -> None:
    many = changed(NEW, goals=tuple(OpenGoal(f"goal {number}") for number in range(5)))
    rows = card_rows(many, 80, 40)

    assert [row.strip() for row in rows if "goal" in row or "more" in row][:-1] == [
        "Goals           goal 0",
        "goal 1",
        "goal 2",
        "and 2 more",
    ]
