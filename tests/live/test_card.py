"""The card above the line, at any size."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from coachcli.domain.text import visible
from coachcli.live.card import LINE_ROWS, Row, cut, rows, rows_of_line, top_line, wrapped
from coachcli.live.source import Meter, View

VIEW = View(
    visit=(1, "now"),
    crumbs=("Reality 3 of 5", "GROW", "Jane Doe"),
    question="What is happening now?",
    cue="Reflect and respond; notice energy, not only content.",
    choices=("Stay", "Leave"),
    notes=tuple(f"· note {number}" for number in range(1, 31)),
    probe="And what else?",
    remark="Kept as a note.",
    meter=lambda: Meter("23 of 50 min", "6 min over in Reality", "saved"),
)

words = st.text(
    st.characters(categories=("L", "N", "P", "Zs", "So", "Mn"))
    | st.sampled_from("漢字仮名🙂👩‍👧🇩🇪\t\n\x1b\u202e\u00ad\u200b\u2028 "),
    max_size=120,
)
meters = st.builds(Meter, words, words, st.sampled_from(["", "saved", "NOT SAVED"]), st.booleans())
views = st.builds(
    View,
    visit=st.just((1,)),
    crumbs=st.lists(words, min_size=1, max_size=4).map(tuple),
    question=words.filter(str.strip),
    cue=words,
    choices=st.lists(words, max_size=12).map(tuple),
    notes=st.lists(words, max_size=20).map(tuple),
    probe=words,
    remark=words,
    prompt=words,
    meter=meters.map(lambda meter: lambda: meter),
)
widths = st.integers(20, 200)
heights = st.integers(5, 60)


def cells(text: str) -> int:
    return wcswidth(text)


def letters(text: str) -> str:
    """A text without what wrapping may change."""
    return "".join(visible(text).split())


def of(style: str, found: list[Row]) -> list[str]:
    return [row.text for row in found if row.style == style]


@settings(max_examples=150, deadline=None)
@given(views, widths, heights, st.integers(1, 80))
def test_no_row_is_wider_than_the_window(view: View, width: int, height: int, line: int) -> None:
    for row in rows(view, width, height, line):
        assert "\n" not in row.text
        assert 0 <= cells(row.text) <= width


@settings(max_examples=150, deadline=None)
@given(views, widths, heights, st.integers(1, 80))
def test_the_question_is_never_cut(view: View, width: int, height: int, line: int) -> None:
    assert letters("".join(of("question", rows(view, width, height, line)))) == letters(view.question)


@settings(max_examples=150, deadline=None)
@given(views, widths, heights)
def test_the_card_leaves_room_for_the_line_unless_what_must_be_read_is_longer(
    view: View, width: int, height: int
) -> None:
    found = rows(view, width, height)
    must = sum(len(of(style, found)) for style in ("question", "probe", "remark"))

    assert len(found) <= max(height - LINE_ROWS, must + 1)


def test_everything_is_there_where_there_is_room() -> None:
    assert [row.text for row in rows(replace(VIEW, notes=VIEW.notes[:2]), 80, 24)] == [
        " Reality 3 of 5 · GROW · Jane Doe    6 min over in Reality  23 of 50 min  saved",
        " What is happening now?",
        "   Reflect and respond; notice energy, not only content.",
        "   1 Stay",
        "   2 Leave",
        "   · note 1",
        "   · note 2",
        " … And what else?",
        " Kept as a note.",
    ]


def test_the_oldest_notes_give_way_first() -> None:
    found = rows(VIEW, 80, 14)

    assert of("note", found) == ["   … 28 more above", "   · note 29", "   · note 30"]
    assert of("cue", found)
    assert len(found) == 14 - LINE_ROWS


def test_then_the_cue_gives_way() -> None:
    found = rows(replace(VIEW, cue="long " * 80), 80, 14)

    assert of("cue", found) == []
    assert of("note", found)[-1] == "   · note 30"


def test_then_the_choices_that_come_last() -> None:
    many = replace(VIEW, choices=tuple(f"choice {number}" for number in range(1, 16)))
    found = rows(many, 80, 12)

    assert of("choice", found) == [
        "   1 choice 1", "   2 choice 2", "   3 choice 3", "     … 12 more below",
    ]  # fmt: skip
    assert of("remark", found) == [" Kept as a note."]


def test_a_line_that_grows_takes_its_rows_from_the_notes() -> None:
    short, long = rows(VIEW, 80, 24), rows(VIEW, 80, 24, line=9)

    assert len(short) - len(long) == 9 - LINE_ROWS
    assert of("note", long)[-1] == "   · note 30"


def test_a_line_longer_than_the_window_leaves_the_card_its_share() -> None:
    assert len(rows(VIEW, 80, 24, line=500)) == (24 - LINE_ROWS) // 2


@pytest.mark.parametrize(
    ("text", "width", "taken"),
    [("", 20, 1), ("word", 20, 1), ("x" * 20, 20, 2), ("漢" * 10, 20, 2), ("one\ntwo\n", 20, 3), ("x" * 45, 20, 3)],
    ids=["empty", "short", "full", "wide", "lines", "long"],
)
def test_a_line_is_counted_in_rows_with_room_for_the_cursor(text: str, width: int, taken: int) -> None:
    assert rows_of_line(text, width) == taken


# The top row


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (80, "Reality 3 of 5 · GROW · Jane Doe 6 min over in Reality 23 of 50 min saved"),
        (66, "Reality 3 of 5 · GROW 6 min over in Reality 23 of 50 min saved"),
        (50, "Reality 3 of 5 6 min over 23 of 50 min saved"),
        (40, "Reali… 6 min over 23 of 50 min saved"),
    ],
)
def test_the_crumbs_go_before_the_clock_does(width: int, shown: str) -> None:
    row = top_line(VIEW, width)

    assert " ".join(row.split()) == shown
    assert cells(row) == width - 1


def test_where_there_is_no_clock_there_is_only_the_way() -> None:
    assert top_line(replace(VIEW, meter=Meter), 80) == " Reality 3 of 5 · GROW · Jane Doe"


def test_in_the_narrowest_window_not_saved_is_still_seen() -> None:
    alarming = replace(VIEW, meter=lambda: Meter(saved="NOT SAVED", alarm=True))

    assert top_line(alarming, 20).endswith("NOT SAVED")


# Wrapping


def test_words_are_not_broken_where_there_is_a_blank() -> None:
    assert wrapped("What would be different then?", 20, "  ") == ["  What would be", "  different then?"]


def test_a_word_longer_than_the_row_is_broken() -> None:
    assert wrapped("x" * 30, 20) == ["x" * 19, "x" * 11]


def test_wide_characters_count_twice() -> None:
    assert wrapped("漢字仮名交じり文です", 12) == ["漢字仮名交", "じり文です"]


def test_the_lines_of_a_text_stay_lines() -> None:
    assert wrapped("one\n\ntwo", 20, " ") == [" one", "", " two"]


@settings(max_examples=200, deadline=None)
@given(words, widths, st.sampled_from(["", " ", "    "]))
def test_no_letter_is_lost_and_no_row_too_wide(text: str, width: int, indent: str) -> None:
    found = wrapped(text, width, indent)

    assert letters("".join(found)) == letters(text)
    assert all(0 <= cells(row) <= width for row in found)


@settings(max_examples=200, deadline=None)
@given(words, st.integers(1, 40))
def test_a_cut_text_is_its_own_beginning(text: str, width: int) -> None:
    shown = cut(visible(text), width)

    assert shown == visible(text) or (shown.endswith("…") and cells(shown) <= width)
