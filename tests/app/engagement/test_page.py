"""The page of an engagement, from the sessions there are."""

from app.conftest import MakeSession
from app.engagement.conftest import Write

from coachcli.app.context import Context
from coachcli.app.engagement.page import show
from coachcli.domain.client.model import Client


def test_the_road_is_worked_out_from_the_clients_sessions(
    context: Context, jane: Client, made: MakeSession, write: Write
) -> None:
    write()
    write("other", "start: 2025-01-01\nended: {on: 2025-06-30}\n")
    made(jane, "2026-09-02-1000", "intake")
    made(jane, "2026-09-16-1000")

    page = show(context, "jane", None, lambda: None).page

    assert [(one.title, one.stop.state) for one in page.road] == [
        ("Intake and contracting", "done"),
        ("Midpoint review", "due"),
    ]
    assert page.line == "month 3 of 6 · session 3 of 12"
    assert page.others == ("other",)


def test_what_says_that_it_belongs_elsewhere_does_not_count(
    context: Context, jane: Client, made: MakeSession, write: Write
) -> None:
    write()
    made(jane, "2026-09-02-1000", "intake", engagement="none")

    page = show(context, "jane", None, lambda: None).page

    assert page.road[0].stop.state == "late"
    assert page.counts.held == 0


def test_what_cannot_be_read_of_theirs_is_told(context: Context, write: Write) -> None:
    write()
    write("other", "start: soon")

    assert len(show(context, "jane", None, lambda: None).passed_over) == 1


def test_a_framework_that_is_gone_goes_by_its_id_and_a_session_is_called_one(context: Context, write: Write) -> None:
    write(text="start: 2026-09-01\nroad:\n- {do: grow, week: 1}\n- {do: gone, week: 2}\n- {do: session, every: week}\n")

    page = show(context, "jane", None, lambda: None).page

    assert [one.title for one in page.road] == ["GROW", "gone", "Session with the client"]
