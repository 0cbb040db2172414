"""The client's report as a page."""

from datetime import date

from builders import note
from reports import JANE

from coachcli.domain.client.kept import KeptAction, KeptActions
from coachcli.domain.client.progress import AimedAt, Dated, Progress
from coachcli.domain.export.audience import SharedNote
from coachcli.domain.page.chart import Share, Shares
from coachcli.domain.page.model import Line, Section
from coachcli.domain.report.client_page import client_page
from coachcli.domain.report.client_report import Ahead, ClientReport, Stayed
from coachcli.domain.report.period import Period
from coachcli.domain.session.model import Appointment, When
from coachcli.domain.value import changed

DAY = date(2026, 11, 20)
REPORT = ClientReport(
    client="Jane Doe",
    mode="coaching",
    period=Period(date(2026, 9, 1), DAY),
    sessions=(date(2026, 9, 1), DAY),
    stayed=(
        Stayed(date(2026, 9, 1), (SharedNote(note("I rescue", "insight")), SharedNote(note("They call me", "quote")))),
        Stayed(DAY, (SharedNote(note("Rest is work", "takeaway")),)),
    ),
    progress=Progress(
        client=JANE.id,
        name=JANE.name,
        today=DAY,
        goals=(AimedAt("Lead", "", None, ()),),
        actions=KeptActions((KeptAction("Ask Sam", "kept", DAY),)),
        values=(Dated("Courage", (DAY,)),),
    ),
    ahead=(Ahead("Rest", When(words="friday", on=date(2026, 11, 27))),),
    promised=(Ahead("Send the article"),),
    next=Appointment(words="friday", on=date(2026, 11, 27), at="14:00"),
    themes=("Decides sooner",),
)


def test_it_is_a_letter_that_says_of_which_time_it_is() -> None:
    page = client_page(REPORT, "Hello Jane,", ("Alex Example",))

    assert (page.title, page.greeting, page.closing) == ("The way so far", "Hello Jane,", ("Alex Example",))
    assert page.facts == {
        "For": "Jane Doe",
        "From": "Tuesday 1 September 2026",
        "Until": "Friday 20 November 2026",
        "We met": "twice",
        "We meet again": "Friday 27 November 2026, 14:00",
    }


def test_it_goes_from_where_they_were_heading_by_their_own_words_to_what_goes_on() -> None:
    kept = Line("Ask Sam", details=("kept on Friday 20 November 2026",))

    assert client_page(REPORT).sections == (
        Section("Your goals", (Line("Lead"),)),
        Section("In your own words"),
        Section("Tuesday 1 September 2026", (Line("I rescue"), Line("They call me", "quote")), depth=2),
        Section("Friday 20 November 2026", (Line("Rest is work"),), depth=2),
        Section("What matters to you", (Line("Courage", details=("Friday 20 November 2026",)),)),
        Section("What you set out to do", (kept,), charts=(Shares("What became of them", (Share("kept", 1),)),)),
        Section("Themes", (Line("Decides sooner"),)),
        Section("What goes on", (Line("Rest", "task", details=("by Friday 27 November 2026",)),)),
        Section("What I will do", (Line("Send the article", "task"),)),
    )


def test_what_is_only_open_stands_once_among_what_goes_on() -> None:
    only_open = KeptActions((KeptAction("Rest", "open", None),))
    page = client_page(changed(REPORT, progress=changed(REPORT.progress, actions=only_open)))

    assert "What you set out to do" not in [section.title for section in page.sections]
    assert Line("Rest", "task", details=("by Friday 27 November 2026",)) in [
        line for section in page.sections for line in section.lines
    ]


def test_what_there_is_nothing_of_has_no_heading() -> None:
    nothing = Progress(client=JANE.id, name=JANE.name, today=DAY)
    bare = changed(REPORT, sessions=(), stayed=(), progress=nothing, ahead=(), promised=(), next=None, themes=())

    page = client_page(bare)

    assert page.sections == ()
    assert page.facts["We met"] == "not in this time"
    assert "We meet again" not in page.facts
