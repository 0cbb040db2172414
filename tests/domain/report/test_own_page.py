"""The coach's own report."""

from datetime import date

from builders import note, session_of, turn_with
from engagements import engagement, session_on

from coachcli.domain.client.kept import KeptAction, KeptActions
from coachcli.domain.client.progress import Progress
from coachcli.domain.engagement.model import Left, Milestone
from coachcli.domain.engagement.page import work_of
from coachcli.domain.history.open_items import Followed
from coachcli.domain.page.model import Line, Section
from coachcli.domain.report.own_page import OwnReport, own_page, stayed_in
from coachcli.domain.report.period import Period
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Person, When
from coachcli.domain.value import changed

DAY = date(2026, 11, 20)
LEFT = (
    Left(on=date(2026, 8, 1), audience="client", what="session", lines=3),
    Left(on=DAY, audience="sponsor", what="report 2026-09-01 to 2026-11-20", lines=1),
    Left(on=DAY, audience="client", what="session of 2026-11-19 as text", lines=12),
)
WORK = engagement(Milestone(do="midpoint", week=6), title="Leading", left=LEFT, sessions=12)
HELD = (
    session_on(date(2026, 9, 1)),
    changed(session_on(date(2026, 9, 8), "interview", "stakeholder"), person=Person(code="P3")),
    session_on(date(2026, 10, 6), "midpoint", "three"),
)
REPORT = OwnReport(
    "Jane Doe",
    Period(date(2026, 9, 1), DAY),
    HELD,
    Progress(client="jane-doe", name="Jane Doe", today=DAY),
    work_of(WORK, HELD, [WORK], {"midpoint": "Midpoint review"}, DAY),
)


def test_it_says_where_the_work_stands() -> None:
    page = own_page(REPORT)

    assert page.title == "Jane Doe: report for me"
    assert page.facts["Engagement"] == "Leading"
    assert page.facts["Where it stands"] == "month 3 · session 2 of 12"


def test_every_session_is_there_with_who_was_in_the_room_the_road_and_what_left() -> None:
    assert own_page(REPORT).sections == (
        Section(
            "Sessions",
            (
                Line("Tuesday 1 September 2026", details=("grow",)),
                Line("Tuesday 8 September 2026", details=("interview", "P3")),
                Line("Tuesday 6 October 2026", details=("midpoint", "a meeting of three")),
            ),
        ),
        Section("Road", (Line("Midpoint review", details=("done", "6 Oct")),)),
        Section(
            "What left the house",
            (
                Line(
                    "report 2026-09-01 to 2026-11-20", details=("Friday 20 November 2026", "for the sponsor", "1 line")
                ),
                Line(
                    "session of 2026-11-19 as text", details=("Friday 20 November 2026", "for the client", "12 lines")
                ),
            ),
        ),
    )


def test_without_an_engagement_there_are_the_sessions_alone() -> None:
    page = own_page(changed(REPORT, work=None))

    assert [section.title for section in page.sections] == ["Sessions"]
    assert "Engagement" not in page.facts


def test_it_names_all_that_is_open_with_whose_it_is_and_its_day() -> None:
    late = When(words="friday", on=date(2026, 11, 13))
    things = (
        Carried(kind="action", what="Ask Sam", session="", due=late, details=("by Friday 13 November 2026", "8/10")),
        Carried(kind="promise", what="Send the article", session="", whose="coach"),
        Carried(kind="action", what="Ask HR", session="", room="stakeholder", person="P2", whose="stakeholder"),
        Carried(kind="parked", what="The move", session=""),
    )
    still_open = tuple(Followed(number, thing) for number, thing in enumerate(things, 1))
    only_open = changed(REPORT.progress, actions=KeptActions((KeptAction("Ask Sam", "open", None),)))
    page = own_page(changed(REPORT, still_open=still_open, progress=only_open, themes=("Decides sooner",)))

    assert page.sections[-2:] == (
        Section("What others said, in your words", (Line("Decides sooner"),)),
        Section(
            "Still open",
            (
                Line("Ask Sam", "task", details=("by Friday 13 November 2026", "8/10", "overdue")),
                Line("Send the article", "task", "You, promised:"),
                Line("Ask HR", "task", "P2:"),
                Line("The move", "task", "parked:"),
            ),
        ),
    )
    assert "Actions" not in [section.title for section in page.sections]


def test_it_has_what_the_client_said_marked_or_not_and_nothing_of_others() -> None:
    said = turn_with(note("I rescue", "insight"), note("plain"), note("Courage", "value"))
    of_others = changed(turn_with(note("She is calm", "quote")), room="stakeholder")
    stayed = tuple(stayed_in([session_of(said, of_others)], Period(date(2026, 1, 1), DAY)))
    (day,) = stayed
    page = own_page(changed(REPORT, stayed=stayed))

    assert [one.note.text for one in day.notes] == ["I rescue"]
    assert [section.title for section in page.sections[-2:]] == [
        "In their own words",
        f"{day.on:%A} {day.on.day} {day.on:%B %Y}",
    ]
