"""A line is put into an engagement's file, and every other byte stays as it was written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.engagement.model import Ended, Engagement, Left
from coachcli.store.engagement.engagement_text import check
from coachcli.store.engagement.file_lines import UnchangedError, ended_on, with_ended, with_left

ENDED = Ended(on=date(2027, 2, 20), why="as agreed")
LEFT = Left(on=date(2026, 12, 1), audience="sponsor", what="report 2026-09-01 to 2026-11-30", lines=9)
ITEM = "{on: 2026-12-01, for: sponsor, what: report 2026-09-01 to 2026-11-30, lines: 9}"
LONG = "- on: 2026-10-01\n  for: client\n  lines: 3\n  what: |\n    long\n    words\n"
LINE = "ended: {on: 2027-02-20, why: as agreed}"
OTHER = "{on: 2026-10-01, for: client, what: summary, lines: 3}"


def read(text: str) -> Engagement:
    record = check(text.encode(), "lead").record
    assert record is not None
    return record


def with_one_left(text: str) -> str:
    return with_left(text.encode(), read(text), LEFT).decode()


def with_its_end(text: str, ended: Ended = ENDED) -> str:
    return with_ended(text.encode(), read(text), ended).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("start: 2026-09-01\n", "start: 2026-09-01\nended: {on: 2027-02-20, why: as agreed}\n"),
        ("start: 2026-09-01", "start: 2026-09-01\nended: {on: 2027-02-20, why: as agreed}\n"),
        (
            "start: 2026-09-01\r\n# mine\r\n",
            f"start: 2026-09-01\r\n# mine\r\n{LINE}\r\n",
        ),
        (
            "ended:   # not yet\nstart: 2026-09-01\n",
            f"{LINE}   # not yet\nstart: 2026-09-01\n",
        ),
        ("  start: 2026-09-01\n", "  start: 2026-09-01\n  ended: {on: 2027-02-20, why: as agreed}\n"),
        ("---\nstart: 2026-09-01\n...\n", "---\nstart: 2026-09-01\nended: {on: 2027-02-20, why: as agreed}\n...\n"),
        (
            "start: 2026-09-01\nagreed: |\n  words\n  ended: no\n",
            "start: 2026-09-01\nagreed: |\n  words\n  ended: no\nended: {on: 2027-02-20, why: as agreed}\n",
        ),
    ],
)
def test_the_end_is_one_line_more(before: str, after: str) -> None:
    assert with_its_end(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("start: 2026-09-01\n", f"start: 2026-09-01\nleft:\n  - {ITEM}\n"),
        (f"left:\n- {OTHER}\nstart: 2026-09-01\n", f"left:\n- {OTHER}\n- {ITEM}\nstart: 2026-09-01\n"),
        (
            f"left:\n  - {OTHER} # sent\n# end\nstart: 2026-09-01\n",
            f"left:\n  - {OTHER} # sent\n  - {ITEM}\n# end\nstart: 2026-09-01\n",
        ),
        ("left: []\nstart: 2026-09-01\n", f"left: [{ITEM}]\nstart: 2026-09-01\n"),
        (f"left: [{OTHER}] # all\nstart: 2026-09-01\n", f"left: [{OTHER}, {ITEM}] # all\nstart: 2026-09-01\n"),
        ("left:\nstart: 2026-09-01\n", f"left:\n  - {ITEM}\nstart: 2026-09-01\n"),
        (
            f"left:\n{LONG}start: 2026-09-01\n",
            f"left:\n{LONG}- {ITEM}\nstart: 2026-09-01\n",
        ),
    ],
)
def test_what_left_is_one_item_more(before: str, after: str) -> None:
    assert with_one_left(before) == after


@pytest.mark.parametrize("text", ["{start: 2026-09-01}\n", "start: 2026-09-01\nended: {on: 2026-10-01}\n"])
def test_where_there_is_no_place_for_it_nothing_is_written(text: str) -> None:
    with pytest.raises(UnchangedError):
        with_its_end(text)


@pytest.mark.parametrize("why", ["no", "It's: {done}, #1", "", "  two\nlines ", "2027-01-01", "'", '"[', "Ende ü"])
def test_any_reason_comes_back_on_one_line(why: str) -> None:
    ended = ended_on(date(2027, 2, 20), why)

    assert read(with_its_end("start: 2026-09-01\n", ended)).ended == ended


KEYS = {
    "title": st.sampled_from(["title: Leading", "title: 'It''s: mine'  # so called", "title: >\n  two\n  lines"]),
    "sessions": st.sampled_from(["sessions: 12", "sessions:   12   # or more"]),
    "consents": st.sampled_from(["consents: {goals: 2026-09-03}", "consents:\n  goals: 2026-09-03\n  # mine\n"]),
    "road": st.sampled_from(["road: []", "road:\n- {do: intake, week: 1}\n\n- do: grow\n  every: week  # often"]),
    "left": st.sampled_from([f"left: [{OTHER}]", f"left:\n- {OTHER}", f"left:\n    - {OTHER}\n    # more\n", "left:"]),
    "agreed": st.sampled_from(["agreed: |\n  a\n\n  b\n", "agreed: |+\n  a\n\n", "agreed: >-\n  a"]),
}
JUNK = st.sampled_from(["", "# a comment", "   # another", "", "#left:", "# ended: {on: 2020-01-01}"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    names = draw(st.lists(st.sampled_from(sorted(KEYS)), unique=True))
    parts = [draw(KEYS[name]) for name in names] + ["start: 2026-09-01"]
    lines = [line for part in draw(st.permutations(parts)) for line in (draw(JUNK), part)]
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return "\n".join([*lines, *draw(st.sampled_from([[], [""], ["", "# the end"]]))]).replace("\n", ending)


def is_one_piece_more(after: str, before: str) -> bool:
    """Whether a text is another with one piece more, wherever that stands."""
    more = len(after) - len(before)
    return any(after[:at] + after[at + more :] == before for at in range(len(before) + 1))


@given(texts())
def test_whatever_the_file_every_line_of_it_stays_to_the_letter(text: str) -> None:
    before = read(text)

    ended, left = with_its_end(text), with_one_left(text)

    assert read(ended).ended == ENDED
    assert read(left).left == (*before.left, LEFT)
    assert is_one_piece_more(ended, text)
    assert is_one_piece_more(left, text)
