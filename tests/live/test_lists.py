"""Choices and notes, in as little room as there may be."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from live.test_card import cells, widths, words

from coachcli.domain.session.circle import Marked
from coachcli.live import lists
from coachcli.live.lists import choices, notes, styled
from coachcli.live.rows import Row

OUTCOMES = ("done", "partly", "not yet", "dropped")


def shown(texts: tuple[str, ...], width: int, room: int) -> list[str]:
    return [row.text for row in choices(texts, width, room)]


def noted(texts: list[str], room: int) -> list[str]:
    shown = [row.text for row in notes([text.replace("|", "\n") for text in texts], 40, room)]
    return [row if "more above" in row else row.removeprefix("   ") for row in shown]


def test_choices_stand_one_below_the_other_where_there_is_room() -> None:
    assert shown(OUTCOMES, 40, 4) == ["   1 done", "   2 partly", "   3 not yet", "   4 dropped"]


def test_where_there_is_not_they_stand_side_by_side() -> None:
    assert shown(OUTCOMES, 40, 3) == [" 1 done  2 partly  3 not yet  4 dropped"]
    assert shown(OUTCOMES, 30, 3) == [" 1 done  2 partly  3 not yet", " 4 dropped"]


def test_those_for_which_there_is_no_room_are_counted() -> None:
    assert shown(OUTCOMES, 30, 1) == ["   1 done … 3 more below"]
    assert shown(OUTCOMES, 36, 1) == [" 1 done  2 partly  … 2 more below"]
    assert shown(("a choice that is long",) * 5, 40, 3) == [
        "   1 a choice that is long", "   2 a choice that is long", "     … 3 more below",
    ]  # fmt: skip
    assert shown(("a choice that is long, and longer still",) * 3, 40, 1) == ["   1 a choice that is … 2 more below"]


def test_a_choice_of_several_rows_is_never_taken_apart_from_its_number() -> None:
    assert shown(("Goal\nwhat for", "Will\nby when"), 40, 3) == ["   1 Goal", "     what for", "     … 1 more below"]


@settings(max_examples=50, deadline=None)
@example(("",) * 11, 20, 1)
@given(st.lists(words, min_size=1, max_size=12).map(tuple), widths, st.integers(0, 12))
def test_choices_take_no_more_than_their_room_and_each_is_there_or_counted(
    texts: tuple[str, ...], width: int, room: int
) -> None:
    found = choices(texts, width, room)

    assert len(found) <= room
    assert all(cells(row.text) <= width for row in found)
    told = re.search(r"… (\d+) more below$", found[-1].text) if found else None
    there = len(texts) - int(told[1]) if told else len(texts)
    for number in range(1, there + 1 if found else 0):
        assert any(re.search(rf"(^|\s){number}(\s|$)", row.text) for row in found)


@pytest.mark.parametrize(
    ("room", "found"),
    [
        (0, []),
        (1, ["   … 3 more above"]),
        (2, ["   … 2 more above", "c"]),
        (3, ["a", "b …", "c"]),
        (4, ["a", "b", "b2", "c"]),
    ],
)
def test_the_newest_notes_stay_and_those_above_are_counted(room: int, found: list[str]) -> None:
    assert noted(["a", "b|b2", "c"], room) == found


def test_a_note_in_part_is_its_beginning() -> None:
    assert noted(["a", "b|b2|b3|b4"], 3) == ["a", "b", "b2 …"]
    assert noted(["a|b|c"], 2) == ["a", "b …"]


def test_notes_that_have_no_room_are_not_even_formatted(monkeypatch: pytest.MonkeyPatch) -> None:
    formatted: list[str] = []

    def counted(style: str, text: str, width: int, indent: str) -> list[Row]:
        formatted.append(text)
        return styled(style, text, width, indent)

    monkeypatch.setattr(lists, "styled", counted)

    assert noted([f"note {number}" for number in range(500)], 3) == ["   … 498 more above", "note 498", "note 499"]
    assert len(formatted) == 3


MARKS = ("→ client", "→ client and sponsor", "→ client, without your remark")


@settings(max_examples=80, deadline=None)
@given(st.lists(words, min_size=1, max_size=5), st.sampled_from(MARKS), st.integers(40, 120), st.integers(1, 8))
def test_who_sees_a_note_is_whole_however_little_of_it_is_shown(
    texts: list[str], mark: str, width: int, room: int
) -> None:
    shown = notes([*(f"· {text}" for text in texts[:-1]), Marked(f"· {texts[-1]}", mark)], width, room)

    assert all(cells(row.text) <= width for row in shown)
    if room > 1 or len(texts) == 1:
        assert (shown[-1].mark, shown[-1].text.endswith(mark)) == (mark, True)
    assert not any(row.mark for row in shown[:-1])


def test_a_mark_that_no_row_holds_is_broken_between_its_words_and_shortened_behind_its_readers() -> None:
    mark = "→ client and sponsor, without your remark"
    note = Marked("· call Tom: partly · twice", mark)

    assert [(row.text, row.mark) for row in styled("note", note, 40, "   ")] == [
        ("   · call Tom: partly · twice", ""),
        ("   → client and sponsor, without your", "→ client and sponsor, without your"),
        ("   remark", "remark"),
    ]
    assert [row.text for row in notes(["· more", note], 40, 2)] == [
        "   · more",
        "   · call Tom: … → client and sponsor",
    ]
