from datetime import date

from coachcli.domain.practice.examination import Count, Examination, Finding


def test_a_warning_is_no_error_and_files_of_all_kinds_are_counted() -> None:
    wrong, odd = Finding("sessions", "a", "is odd."), Finding("sessions", "b", "is odd.", level="warning")
    found = Examination(
        date(2026, 1, 1), (Count(2, "session", "sessions"), Count(1, "client", "clients")), (wrong, odd)
    )

    assert (found.errors, found.files) == ([wrong], 3)
    assert [count.words for count in found.counts] == ["2 sessions", "1 client"]
