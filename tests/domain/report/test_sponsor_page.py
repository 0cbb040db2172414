"""The sponsor's report as a page."""

from datetime import date

from coachcli.domain.page.model import Line, Section
from coachcli.domain.report.period import Period
from coachcli.domain.report.sponsor_page import sponsor_page
from coachcli.domain.report.sponsor_report import AgreedGoal, MeetingOfThree, SponsorReport
from coachcli.domain.session.model import When
from coachcli.domain.value import changed

REPORT = SponsorReport(
    client="Jane Doe",
    mode="coaching",
    period=Period(date(2026, 9, 1), date(2026, 11, 30)),
    begun=date(2026, 9, 1),
    end=date(2027, 2, 28),
    ended=None,
    held=7,
    agreed=12,
    sessions=(date(2026, 9, 1), date(2026, 11, 20)),
    mentoring=(),
    meetings=(MeetingOfThree("Midpoint review", date(2026, 11, 19)),),
    goals=(AgreedGoal("Lead", When(words="march", on=date(2027, 3, 1)), "two evenings", "growth", "done"),),
    themes=("Decides sooner",),
)


def test_it_says_for_whom_of_which_time_and_how_it_stands() -> None:
    page = sponsor_page(REPORT, ("Warm regards,", "Alex Example"))

    assert page.title == "Coaching of Jane Doe"
    assert page.facts == {
        "Client": "Jane Doe",
        "From": "Tuesday 1 September 2026",
        "Until": "Monday 30 November 2026",
        "State": "under way, agreed until Sunday 28 February 2027",
        "Sessions so far": "7 of 12 agreed",
    }
    assert page.on == REPORT.period.until
    assert (page.greeting, page.closing, page.front_matter) == ("", ("Warm regards,", "Alex Example"), {})


def test_it_has_days_meetings_goals_and_themes() -> None:
    assert sponsor_page(REPORT).sections == (
        Section("Sessions", (Line("Tuesday 1 September 2026"), Line("Friday 20 November 2026"))),
        Section("Held with all three", (Line("Midpoint review", details=("Thursday 19 November 2026",)),)),
        Section(
            "Goals",
            (
                Line(
                    "Lead",
                    details=("by Monday 1 March 2027", "measured by: two evenings", "serves: growth", "done"),
                ),
            ),
        ),
        Section("Themes", (Line("Decides sooner"),)),
    )


def test_what_there_is_nothing_of_has_no_heading_but_sessions_have_one() -> None:
    bare = changed(REPORT, sessions=(), meetings=(), goals=(), themes=None)

    assert sponsor_page(bare).sections == (Section("Sessions", (Line("None in this time"),)),)


def test_work_that_is_over_or_has_no_end_or_number_says_so() -> None:
    over = changed(REPORT, ended=date(2027, 2, 20))
    open_end = changed(REPORT, end=None, agreed=None)

    assert sponsor_page(over).facts["State"] == "ended on Saturday 20 February 2027"
    assert sponsor_page(open_end).facts["State"] == "under way"
    assert sponsor_page(open_end).facts["Sessions so far"] == "7"


def test_an_hour_of_mentoring_in_other_work_is_called_one() -> None:
    section = sponsor_page(changed(REPORT, mentoring=REPORT.sessions[:1])).sections[0]

    assert section.lines == (Line("Tuesday 1 September 2026", details=("mentoring",)), Line("Friday 20 November 2026"))


def test_of_mentoring_a_sponsor_never_reads_coaching() -> None:
    page = sponsor_page(changed(REPORT, mode="mentoring"))

    assert page.title == "Mentoring of Jane Doe"
    assert "oaching" not in f"{page.title} {page.facts} {[one.title for one in page.sections]}"
