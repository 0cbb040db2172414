"""What was found is read by kind of file, and on a screen nothing in it acts."""

from datetime import date

from coachcli.domain.practice.examination import Count, Examination, Finding
from coachcli.render.practice.findings import findings_data, findings_text

COUNTS = Count(1200, "session", "sessions"), Count(1, "client", "clients")
DAY = date(2026, 11, 29)
FOUND = (
    Finding("sessions", "clients/jane/sessions/a.yaml", "the end is missing.", "Mend it.", 30),
    Finding("sessions", "clients/jane/sessions/b.yaml", "is a link.", ""),
    Finding("files and folders", "no\x1b[1mtes.txt", "belongs to nobody.", "Put it\nelsewhere."),
    Finding("files and folders", "x.tmp", "was half written.", "", level="warning"),
)


def test_what_is_wrong_stands_under_its_kind_with_what_to_do() -> None:
    assert findings_text(Examination(DAY, COUNTS, FOUND)) == (
        "Sessions\n"
        "  clients/jane/sessions/a.yaml:30: the end is missing.\n"
        "    Mend it.\n"
        "  clients/jane/sessions/b.yaml is a link.\n"
        "\n"
        "Files and folders\n"
        "  no‹U+001B›[1mtes.txt belongs to nobody.\n"
        "    Put it\n"
        "    elsewhere.\n"
        "  x.tmp was half written.\n"
        "\n"
        "3 things are wrong, 1 warning; 1,201 files read.\n"
    )


def test_where_all_is_well_one_line_says_what_was_read() -> None:
    assert findings_text(Examination(DAY, COUNTS, ())) == (
        "All is well: 1,201 files read (1,200 sessions, 1 client).\n"
    )
    assert findings_text(Examination(DAY, (), ())) == "All is well: 0 files read.\n"


def test_programs_get_each_part_by_its_name() -> None:
    data = findings_data(Examination(DAY, COUNTS, FOUND[:1]))

    assert (data["on"], data["files"], data["kinds"]) == ("2026-11-29", 1201, {"sessions": 1200, "clients": 1})
    assert data["findings"] == [
        {
            "group": "sessions",
            "file": "clients/jane/sessions/a.yaml",
            "text": "the end is missing.",
            "hint": "Mend it.",
            "line": 30,
            "level": "error",
        }
    ]
