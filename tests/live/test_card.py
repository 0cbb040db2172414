"""The card above the line, at any size."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from coachcli.domain.text import visible
from coachcli.live.card import LINE_ROWS, rows, rows_of_line
from coachcli.live.fitting import Row
from coachcli.live.source import Meter, View

VIEW = View(
    visit=(1, "now"),
    crumbs=("Reality 3 of 5", "Jane Doe", "GROW"),
    question="What is happening now?",
    cue="Reflect and respond; notice energy, not only content.",
    choices=("Stay", "Leave"),
    notes=tuple(f"· note {number}" for number in range(1, 31)),
    probe="And what else?",
    remark="Kept as a note.",
    meter=lambda: Meter("16 min, 6 over", "23 min, 27 left", "27 left", "saved"),
)

words = st.text(
    st.characters(categories=("L", "N", "P", "Zs", "So", "Mn"))
    | st.sampled_from("漢字仮名🙂👩‍👧🇩🇪\t\n\x1b\u202e\u00ad\u200b\u2028 "),
    max_size=120,
)
meters = st.builds(Meter, words, words, words, st.sampled_from(["", "saved", "NOT SAVED"]), st.booleans(), words)
views = st.builds(
    View,
    visit=st.just((1,)),
    crumbs=st.lists(words, min_size=1, max_size=4).map(tuple),
    question=words.filter(str.strip),
    topic=words,
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


@settings(max_examples=80, deadline=None)
@given(views, widths, heights, st.integers(1, 80))
def test_no_row_is_wider_than_the_window(view: View, width: int, height: int, line: int) -> None:
    for row in rows(view, width, height, line):
        assert "\n" not in row.text
        assert 0 <= cells(row.text) <= width


@settings(max_examples=80, deadline=None)
@given(views, widths, heights, st.integers(1, 80))
def test_the_question_is_never_cut(view: View, width: int, height: int, line: int) -> None:
    assert letters("".join(of("question", rows(view, width, height, line)))) == letters(view.question)


@settings(max_examples=80, deadline=None)
@given(views, widths, heights)
def test_the_card_leaves_room_for_the_line_unless_what_must_be_read_is_longer(
    view: View, width: int, height: int
) -> None:
    found = rows(view, width, height)
    must = sum(len(of(style, found)) for style in ("question", "probe", "remark", "hint"))

    assert len(found) <= max(height - LINE_ROWS, must + 1)


def test_everything_is_there_where_there_is_room() -> None:
    assert [row.text for row in rows(replace(VIEW, notes=VIEW.notes[:2]), 80, 24)] == [
        " Reality 3 of 5: 16 min, 6 over · Jane Doe · GROW        23 min, 27 left  saved",
        " What is happening now?",
        "   Reflect and respond; notice energy, not only content.",
        "   1 Stay",
        "   2 Leave",
        "   · note 1",
        "   · note 2",
        " … And what else?",
        " Kept as a note.",
        "",
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


# What comes and goes while a line is typed


HINT = "Nothing is noted in Reality yet."


@settings(max_examples=80, deadline=None)
@given(views, widths, heights, words)
def test_a_hint_of_one_row_moves_nothing_when_it_comes_or_goes(view: View, width: int, height: int, hint: str) -> None:
    calm = replace(view, meter=lambda: Meter("5 min, 5 left", "23 min, 27 left", "27 left", "saved"))
    told = replace(view, meter=lambda: replace(calm.meter(), hint=hint[: width - 3].replace("\n", " ")))
    before, during = rows(calm, width, height), rows(told, width, height)
    kept = len(of("hint", during))

    assert len(rows(calm, width, height, status=kept)) == len(during)
    if kept == 1 and (of("hint", before) or of("note", before)):
        assert len(before) == len(during)


def test_a_hint_stands_right_above_the_line_and_an_empty_row_keeps_its_place() -> None:
    hinted = replace(VIEW, meter=lambda: Meter(hint=HINT))

    assert [row.text for row in rows(hinted, 80, 24)][-2:] == [" Kept as a note.", f" {HINT}"]
    assert [row.text for row in rows(VIEW, 80, 24, status=1)][-2:] == [" Kept as a note.", ""]


def test_where_there_is_no_room_to_spare_a_hint_takes_that_of_the_oldest_note() -> None:
    hinted = replace(VIEW, meter=lambda: Meter(hint=HINT))

    assert of("note", rows(VIEW, 80, 24))[1] == "   · note 19"
    assert of("note", rows(hinted, 80, 24))[1] == "   · note 20"


# A page in the place of the question

PAGE = (" The call: 23 min, 27 left", "   Goal  10 min", "")


def test_a_page_stands_in_the_place_of_the_question() -> None:
    paged = replace(VIEW, page=PAGE, topic="trust")

    assert [row.text for row in rows(paged, 80, 24)][1:] == [
        " Today: trust", *PAGE, " Kept as a note.", "",
    ]  # fmt: skip
    assert [row.text for row in rows(replace(paged, remark=""), 80, 24)][-2:] == [
        " Enter shows the question; or write on.",
        "",
    ]


@settings(max_examples=80, deadline=None)
@given(views, st.lists(words, min_size=1, max_size=40).map(tuple), widths, heights, st.integers(1, 80))
def test_no_page_is_larger_than_the_window(
    view: View, page: tuple[str, ...], width: int, height: int, line: int
) -> None:
    found = rows(replace(view, page=page), width, height, line)
    must = sum(len(of(style, found)) for style in ("remark", "hint"))

    assert len(found) <= max(height - LINE_ROWS, must + 2)
    assert all(0 <= cells(row.text) <= width for row in found)
    assert of("page", found)


def test_a_page_that_fills_the_window_leaves_the_clock_in_sight_and_the_topic_out() -> None:
    full = replace(VIEW, page=tuple(f"row {number}" for number in range(1, 41)), topic="trust", remark="")
    found = rows(full, 40, 12)

    assert [row.style for row in found] == ["meter", *["page"] * 7]
