"""A report before it goes anywhere."""

from collections.abc import Callable

from app.report.conftest import LEAD, Reporter

from coachcli.render.page.markdown import markdown


def test_its_name_says_of_whom_it_is_of_which_time_and_for_whom(report: Reporter, agree: Callable[..., None]) -> None:
    agree(LEAD)

    assert report("client").name == "jane-doe-2026-09-01-to-2026-11-20-for-client"


def test_its_lines_are_counted_by_what_it_tells_and_by_no_form(
    report: Reporter, agree: Callable[..., None], meet: Callable[..., None]
) -> None:
    agree(LEAD)
    meet("2026-10-05")
    draft = report("client")

    assert draft.lines == sum(1 for row in markdown(draft.page).splitlines() if row.strip())
