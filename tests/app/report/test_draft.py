"""A report before it goes anywhere."""

from collections.abc import Callable

from app.report.conftest import LEAD, Reporter


def test_its_name_says_of_whom_it_is_of_which_time_and_for_whom(report: Reporter, agree: Callable[..., None]) -> None:
    agree(LEAD)

    assert report("client").name == "jane-doe-2026-09-01-to-2026-11-20-for-client"
