"""An engagement's file with every mistake in it: each is told, all at once, at its line and its place in the line."""

import pytest

from coachcli.store.engagement.engagement_text import check

EVERY_MISTAKE = """format: 2
titel: Leading the new division
start: 2026-13-01
end: next year
mode: couching
type: exekutive
sessions: twelve
hours: 0
minutes: 2000
every: often
paid: perhaps
sponsor: [Sam]
sponsor_hears: everything
consents: goals
keep_until: 2030
agreed: {both: more}
road:
  - {do: intake, week: 0}
  - intake
  - {week: 3}
  - {do: grow, every: sometimes, tims: 3}
  - {do: My Grow, done: tomorrow}
  - {do: grow, times: none}
ended: yes
left:
  - {on: 2026-12-01, for: boss, what: report, lines: -1}
  - {for: client, what: summary, lines: 3}
notes: all mine
"""
TOLD = [
    (1, "format is out of range: '2'"),
    (2, "'titel' is not a setting here"),
    (3, "start must be a day, not '2026-13-01'"),
    (4, "end must be a day, not 'next year'"),
    (5, "'couching' is not allowed for mode"),
    (6, "'exekutive' is not allowed for type"),
    (7, "sessions must be a whole number, not 'twelve'"),
    (8, "hours is out of range: '0'"),
    (9, "minutes is out of range: '2000'"),
    (10, "this rhythm cannot be read"),
    (11, "paid must be yes or no, not 'perhaps'"),
    (12, "sponsor should be a text, but it is a list"),
    (13, "'everything' is not allowed for sponsor_hears"),
    (14, "consents should be settings, but it is 'goals'"),
    (15, "keep_until must be a day, not '2030'"),
    (16, "agreed should be a text, but it is a group of settings"),
    (18, "week is out of range: '0'"),
    (19, "an item of road should be settings, but it is 'intake'"),
    (20, "'do' is missing here"),
    (21, "this rhythm cannot be read"),
    (21, "'tims' is not a setting here"),
    (22, "'My Grow' cannot be an id"),
    (22, "done must be a day, not 'tomorrow'"),
    (23, "times must be a whole number, not 'none'"),
    (24, "ended should be settings, but it is 'yes'"),
    (26, "'boss' is not allowed for for"),
    (26, "lines is out of range: '-1'"),
    (27, "'on' is missing here"),
    (28, "'notes' is not a setting here"),
]


def told(text: str, name: str = "lead") -> list[str]:
    return [problem.text for problem in check(text.encode(), name).problems]


def test_every_mistake_is_told_at_once_with_its_line() -> None:
    outcome = check(EVERY_MISTAKE.encode(), "lead")

    assert outcome.record is None
    assert [(problem.line, problem.text) for problem in outcome.problems] == TOLD


def test_each_is_marked_where_it_stands() -> None:
    outcome = check(EVERY_MISTAKE.encode(), "lead")

    marked = {problem.text: (problem.column, problem.width) for problem in outcome.problems}

    assert marked["start must be a day, not '2026-13-01'"] == (8, len("2026-13-01"))
    assert marked["'tims' is not a setting here"] == (34, len("tims"))
    assert marked["week is out of range: '0'"] == (24, 1)


def test_each_says_what_to_do() -> None:
    hints = {problem.text: problem.hint for problem in check(EVERY_MISTAKE.encode(), "lead").problems}

    assert hints["'titel' is not a setting here"] == "did you mean 'title'?"
    assert hints["'couching' is not allowed for mode"] == "did you mean 'coaching'? allowed: coaching, mentoring"
    assert hints["start must be a day, not '2026-13-01'"] == "write it like  2026-09-01"
    assert hints["'do' is missing here"] == "add  do: ..."


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("start: 2026-09-01\nend: 2026-08-01", "it ends before it starts, on 2026-09-01"),
        ("start: 2026-09-01\nsessions: 12\nhours: 18", "sessions: or hours:, not both"),
        ("start: 2026-09-01\nended: {on: 2026-08-01}", "it ended before it started, on 2026-09-01"),
        ("title: Leading", "'start' is missing here"),
        ("start: 2026-09-01\nstart: 2026-09-02", "'start' is given twice (first on line 1); YAML"),
        ("start: 2026-09-01\nconsents: {goals: yes}", "goals must be a day, not 'yes'"),
        ("start: 2026-09-01\nroad: {do: intake}", "road should be a list"),
        ("start: 2026-09-01\n\tend: 2026-10-01", "a tab is used to indent"),
        ("- start: 2026-09-01", "this should be settings such as  start: 2026-09-01"),
        ("", "the file is empty"),
    ],
)
def test_what_is_wrong_is_told_in_a_coachs_words(text: str, wrong: str) -> None:
    (only,) = told(text)

    assert only.startswith(wrong)


def test_a_file_whose_name_can_be_no_id_says_how_to_call_it() -> None:
    (only,) = check(b"start: 2026-09-01", "Lead the division").problems

    assert only.text == "the name of the file cannot be an id"
    assert only.hint == "call the file lead-the-division.yaml"


def test_everything_but_the_start_may_be_missing_or_empty() -> None:
    for text in ("start: 2026-09-01", "start: 2026-09-01\ntitle:\nsessions:\nroad:\nconsents:\n"):
        outcome = check(text.encode(), "lead")

        assert not outcome.problems
        assert outcome.record is not None
        assert (outcome.record.id, outcome.record.road) == ("lead", ())


def test_a_whole_one_is_read_letter_for_letter() -> None:
    text = """# With Sam
format: 1
start: 2026-09-01
paid: no
hours: 1.5
sponsor: Sam Boss, head of operations, sam@example.com
consents: {goals: 2026-09-03, listed_for_credential: 2026-09-03}
agreed: >
  What both
  committed to.
road:
  - {do: sponsor-checkin, every: month}
ended: {on: 2027-02-20, why: as agreed}
left:
  - {on: 2026-12-01, for: sponsor, what: report, lines: 9}
"""
    outcome = check(text.encode(), "lead")

    assert not outcome.problems
    record = outcome.record
    assert record is not None
    assert (record.paid, record.hours, record.agreed) == (False, 1.5, "What both committed to.")
    assert (record.road[0].do, record.road[0].every) == ("sponsor-checkin", "month")
    assert [*record.consents] == ["goals", "listed_for_credential"]
    assert record.ended is not None
    assert record.ended.why == "as agreed"
    assert (record.left[0].audience, record.left[0].lines) == ("sponsor", 9)
