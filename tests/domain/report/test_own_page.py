"""The coach's own report."""

from datetime import date

from engagements import engagement, session_on

from coachcli.domain.client.progress import Progress
from coachcli.domain.engagement.model import Left, Milestone
from coachcli.domain.engagement.page import work_of
from coachcli.domain.page.model import Line, Section
from coachcli.domain.report.own_page import OwnReport, own_page
from coachcli.domain.report.period import Period
from coachcli.domain.session.model import Person
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
