"""A preparation as a page."""

from datetime import date

from coachcli.domain.client.prep import OpenAction, OpenGoal, Preparation, Said, Written
from coachcli.domain.client.prep_page import prep_page
from coachcli.domain.history.goals import Nearness
from coachcli.domain.page.model import Line
from coachcli.domain.session.model import Appointment, When

LAST, TODAY, FRIDAY = date(2026, 11, 6), date(2026, 11, 20), When(words="friday", on=date(2026, 11, 13))
LONG = "a thought that goes on " * 50

NEAR = (Nearness(date(2026, 9, 3), 4), Nearness(date(2026, 11, 6), 7))


def test_nothing_is_cut_and_nothing_empty_is_there() -> None:
    page = prep_page(
        Preparation(
            "jane-doe",
            "Jane Doe",
            7,
            TODAY,
            LAST,
            Appointment(words="today", on=TODAY, at="14:00"),
            took_away=Said(LONG, LAST),
            quote=Said("why me?", date(2026, 10, 23)),
            actions=(OpenAction("rest", FRIDAY, 8, overdue=True),),
            goals=(OpenGoal("lead", None, NEAR),),
            written=(Written("focus", "What now?", "the rota", TODAY),),
        )
    )

    assert page.title == "Session 7 with Jane Doe"
    assert page.on == TODAY
    assert page.facts == {"Last session": "Friday 6 November, 14 days ago", "Next session": "today, 14:00"}
    assert {section.title: section.lines for section in page.sections} == {
        "They wrote": (Line("the rota", label="What now?"),),
        "They took away": (Line(LONG),),
        "In their words": (Line("why me?", "quote", details=("Friday 23 October",)),),
        "Actions": (Line("rest", "task", details=("overdue", "by Friday 13 November 2026", "8/10")),),
        "Goals": (Line("lead", details=("4 in September, 7 now",)),),
        "To begin": (Line("You wrote that you want to look at “the rota”. Where shall we start?"),),
    }
