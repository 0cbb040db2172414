"""The card above the line, at any size."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from coachcli.domain.session.circle import Marked
from coachcli.domain.text import visible
from coachcli.domain.value import changed
from coachcli.live.card import LINE_ROWS, rows
from coachcli.live.past import Past
from coachcli.live.rows import Row
from coachcli.live.source import Meter, View, Worded

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
    notes=st.lists(words.filter(bool), max_size=20).map(tuple),
    probe=words,
    remark=words,
    prompt=words,
    meter=meters.map(lambda meter: lambda: meter),
)
widths = st.integers(20, 200)
heights = st.integers(4, 60)


def cells(text: str) -> int:
    return wcswidth(text)


def letters(text: str) -> str:
    """A text without what wrapping may change."""
    return "".join(visible(text).split())


def is_beginning(shown: list[str], text: str) -> bool:
    """Whether rows hold a text, or the first words of it and say so."""
    told = letters("".join(shown))
    cut = shown[-1:] != [] and shown[-1].endswith(" …") and letters(text).startswith(told.removesuffix("…"))
    return bool(shown) and (told == letters(text) or cut)


def of(style: str, found: list[Row]) -> list[str]:
    return [row.text for row in found if row.style == style]


@settings(max_examples=40, deadline=None)
@given(views, widths, heights, st.integers(1, 80))
def test_no_row_is_wider_than_the_window(view: View, width: int, height: int, line: int) -> None:
    for row in rows(view, width, height, line):
        assert "\n" not in row.text
        assert 0 <= cells(row.text) <= width


@settings(max_examples=60, deadline=None)
@given(views, widths, heights, st.integers(1, 80))
def test_the_card_fits_and_has_the_beginning_of_all_that_must_be_seen(
    view: View, width: int, height: int, line: int
) -> None:
    found = rows(view, width, height, line)
    room = max(1, height - max(LINE_ROWS, min(line, (height + LINE_ROWS) // 2)))
    newest = [note for note in view.notes if note][-1:]
    noted = of("note", found)

    assert len(found) <= room
    assert is_beginning(of("question", found), view.question)
    if room >= 3:
        assert not letters(view.remark) or is_beginning(of("remark", found), view.remark)
    if room >= 5 and newest and letters(newest[0]):
        assert any(
            is_beginning([noted[at].removeprefix(" … "), *noted[at + 1 :]], newest[0]) for at in range(len(noted))
        )
    if room >= 5 and view.choices:
        assert newest or of("choice", found)
    if room >= 6:
        assert of("meter", found)


@settings(max_examples=40, deadline=None)
@given(views, widths, heights)
def test_what_must_be_read_is_whole_wherever_it_fits(view: View, width: int, height: int) -> None:
    told = [rows(view, width, rows_there_are) for rows_there_are in (height, 1000)]
    question, remark, probe = ([of(style, found) for found in told] for style in ("question", "remark", "probe"))
    hint = max(1, len(of("hint", told[1])))

    if len(question[1]) + len(remark[1]) + len(probe[1]) + hint + 2 <= height - LINE_ROWS:
        assert [question[0], remark[0], probe[0]] == [question[1], remark[1], probe[1]]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=12), widths, heights)
def test_no_end_of_a_note_stands_there_for_the_whole_and_what_is_above_is_told(
    lengths: list[int], width: int, height: int
) -> None:
    notes = tuple(" ".join(["·", *(f"{number}_{word}" for word in range(many))]) for number, many in enumerate(lengths))
    shown = of("note", rows(changed(VIEW, notes=notes, probe="", remark=""), width, height))
    told = [row for row in shown if "more above" in row or row.startswith(" … ")]
    begun = sum(" · " in f" {row} " for row in shown)
    cut = [row for row in shown if row.endswith(" …")]

    assert (begun < len(notes)) == bool(told) or not shown
    assert all("·" in row or "_" in row or row in told for row in shown)
    assert not shown or cut or shown[-1].rstrip().endswith(f"{len(notes) - 1}_{lengths[-1] - 1}")
    for row, after in pairwise(shown):
        assert "·" not in after or row in told or row in cut or row.endswith(tuple(note.split()[-1] for note in notes))


def test_everything_is_there_where_there_is_room() -> None:
    assert [row.text for row in rows(changed(VIEW, notes=VIEW.notes[:2]), 80, 24)] == [
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


@pytest.mark.parametrize("height", range(6, 30))
def test_who_sees_the_newest_note_is_told_at_every_height(height: int) -> None:
    long = Marked(f"* action: {'call Tom and ask him, ' * 12}", "→ client and sponsor")
    found = rows(changed(VIEW, notes=(*VIEW.notes[:3], long), probe="", remark=""), 40, height)
    noted = [row for row in found if row.style == "note"]

    assert not noted or noted[-1].mark == "→ client and sponsor"


def test_the_oldest_notes_give_way_first() -> None:
    found = rows(VIEW, 80, 15)

    assert of("note", found) == ["   … 28 more above", "   · note 29", "   · note 30"]
    assert of("cue", found)
    assert len(found) == 15 - LINE_ROWS


def test_then_the_cue_gives_way_to_its_first_row() -> None:
    wordy = changed(VIEW, cue="long " * 80)

    assert of("note", rows(wordy, 80, 14)) == ["   … 29 more above", "   · note 30"]
    assert of("cue", rows(wordy, 80, 14)) == [f"   {'long ' * 15}…"]
    assert of("cue", rows(wordy, 80, 13)) == []
    assert len(of("choice", rows(wordy, 80, 13))) == 2


def test_then_the_choices_give_way() -> None:
    many = changed(VIEW, choices=tuple(f"a choice of its own {number}" for number in range(1, 16)))
    found = rows(many, 40, 14)

    assert of("choice", found) == [
        "   1 a choice of its own 1", "   2 a choice of its own 2", "     … 13 more below",
    ]  # fmt: skip
    assert of("remark", found) == [" Kept as a note."]
    assert of("note", found)[-1] == "   · note 30"


LOOKING_BACK = changed(
    VIEW,
    topic="The hours that are free now",
    question="Where did you get to?\n→ Ask Sam what a week in the role looks like · by Friday 13 November · 9/10",
    cue="",
    choices=("done", "partly", "not yet", "dropped"),
    notes=(),
    probe="",
    remark="",
)
NEWEST = "* action: Ring Ralf about the plan · by Friday 27 November 2026 · 8/10  → client"
FULL = ["* action: Ring Ralf about the plan ·", "by Friday 27 November 2026 · 8/10  →", "client"]


def test_beside_a_video_what_would_answer_is_there_with_all_its_numbers() -> None:
    assert of("choice", rows(LOOKING_BACK, 40, 12)) == [" 1 done  2 partly  3 not yet  4 dropped"]


def test_beside_a_video_what_was_just_written_is_whole() -> None:
    will = changed(LOOKING_BACK, question="What will you do?", cue="A commitment. " * 20, choices=())

    alone = rows(changed(will, notes=(NEWEST,)), 40, 12)
    assert [row.strip() for row in of("note", alone)] == FULL
    assert of("topic", alone)
    assert of("cue", alone) == ["   A commitment. A commitment. A …"]
    later = rows(changed(will, notes=("· one", "· two", NEWEST)), 40, 12)
    assert [row.strip() for row in of("note", later)] == ["… 2 more above", *FULL]
    assert of("cue", later) == []


def test_where_not_even_that_fits_the_note_is_begun_and_says_so() -> None:
    told = changed(LOOKING_BACK, notes=("· one", NEWEST), remark="There is no /prbe; did you mean /probe?")

    assert of("note", rows(told, 40, 12)) == [" … * action: Ring Ralf about the plan …"]
    assert of("remark", rows(told, 40, 12)) == [" There is no /prbe; did you mean", " /probe?"]


def test_a_line_that_grows_takes_its_rows_from_the_notes() -> None:
    short, long = rows(VIEW, 80, 24), rows(VIEW, 80, 24, line=9)

    assert len(short) - len(long) == 9 - LINE_ROWS
    assert of("note", long)[-1] == "   · note 30"


def test_a_line_longer_than_the_window_leaves_the_card_its_share() -> None:
    assert len(rows(VIEW, 80, 24, line=500)) == (24 - LINE_ROWS) // 2


# The place of the question

ROWS_ABOVE = {(80, 24): 6, (40, 14): 2, (120, 40): 12}


def anchored(view: View, width: int, height: int, *said: str) -> list[Row]:
    past = Past()
    past.add(*said, is_printed=False)
    return rows(view, width, height, past=past)


@pytest.mark.parametrize(("width", "height"), ROWS_ABOVE)
@pytest.mark.parametrize(
    "change",
    [
        {},
        {"topic": "The hours that are free now"},
        {"notes": ()},
        {"notes": VIEW.notes[:3], "remark": "", "probe": ""},
        {"cue": "", "choices": ()},
        {"cue": "One line.\nAnother line.\nAnd a third one."},
        {"meter": lambda: Meter("1 min", "2 min", hint="Nothing is noted in Reality yet.")},
    ],
    ids=["full", "topic", "no note", "few", "bare", "cue", "hint"],
)
def test_the_question_stands_in_the_same_row_whatever_comes_and_goes(
    width: int, height: int, change: dict[str, object]
) -> None:
    view = changed(VIEW, crumbs=("Reality", "Jane Example", "GROW"), **change)
    for said in ((), (" What now?", "   · a note"), tuple(f"   · note {number}" for number in range(50))):
        styles = [row.style for row in anchored(view, width, height, *said)]

        assert styles.index("question") == ROWS_ABOVE[width, height]
        assert len(styles) <= height - LINE_ROWS


def test_what_was_is_parted_from_it_by_a_rule_and_the_topic_keeps_its_row() -> None:
    found = anchored(changed(VIEW, notes=()), 80, 24, " What now?", "   · a note")

    assert [row.text for row in found[:7]] == [
        "",
        " What now?",
        "   · a note",
        "─" * 79,
        " Reality 3 of 5: 16 min, 6 over · Jane Doe · GROW        23 min, 27 left  saved",
        "",
        " What is happening now?",
    ]


def test_what_was_gives_way_to_what_must_be_read() -> None:
    told = changed(VIEW, remark="A long remark about what went wrong. " * 20)
    found = anchored(told, 80, 24, " What now?")

    assert len(found) == 24 - LINE_ROWS
    assert of("remark", found) == of("remark", rows(told, 80, 1000))


def test_a_page_has_the_whole_window() -> None:
    assert anchored(changed(VIEW, page=PAGE), 80, 24, " What now?") == rows(changed(VIEW, page=PAGE), 80, 24)


def test_in_a_wide_window_rows_are_no_longer_than_can_be_read_well() -> None:
    wordy = changed(VIEW, cue="Reflect and respond; notice energy. " * 8, question="What is it like for you? " * 8)

    assert max(cells(row.text) for row in rows(wordy, 160, 40) if row.style != "meter") <= 92


# What comes and goes while a line is typed


HINT = "Nothing is noted in Reality yet."


@settings(max_examples=60, deadline=None)
@given(views, widths, st.integers(6, 60), words)
def test_a_hint_of_one_row_moves_nothing_when_it_comes_or_goes(view: View, width: int, height: int, hint: str) -> None:
    calm = changed(view, meter=lambda: Meter("5 min, 5 left", "23 min, 27 left", "27 left", "saved"))
    told = changed(view, meter=lambda: changed(calm.meter(), hint=hint[: width // 2 - 2].replace("\n", " ")))
    before, during = rows(calm, width, height), rows(told, width, height)

    if len(of("hint", during)) == 1:
        assert before[:-1] == during[:-1]
        assert (before[-1].style, during[-1].style) == ("hint", "hint")
        assert rows(calm, width, height, status=1) == before


@settings(max_examples=40, deadline=None)
@given(views, widths, st.integers(6, 60), words)
def test_a_longer_one_moves_the_line_only_down_into_free_rows_and_never_back(
    view: View, width: int, height: int, hint: str
) -> None:
    calm = changed(view, meter=lambda: Meter("5 min, 5 left", "23 min, 27 left", "27 left", "saved"))
    told = changed(view, meter=lambda: changed(calm.meter(), hint=hint))
    before, during = rows(calm, width, height), rows(told, width, height)
    after = rows(calm, width, height, status=len(of("hint", during)))

    assert len(before) <= len(during) <= max(len(before), height - LINE_ROWS)
    assert [row.text for row in after if row.style != "hint"] == [row.text for row in during if row.style != "hint"]
    assert len(after) == len(during)


def test_a_hint_stands_right_above_the_line_and_an_empty_row_keeps_its_place() -> None:
    hinted = changed(VIEW, meter=lambda: Meter(hint=HINT))

    assert [row.text for row in rows(hinted, 80, 24)][-2:] == [" Kept as a note.", f" {HINT}"]
    assert [row.text for row in rows(VIEW, 80, 24, status=1)][-2:] == [" Kept as a note.", ""]


def test_a_newcomer_finds_the_keys_in_that_row_until_there_is_a_hint() -> None:
    early = changed(VIEW, is_early=True)
    hinted = changed(early, meter=lambda: Meter(hint=HINT))

    for width, height in ((80, 24), (40, 14), (40, 12), (120, 40)):
        assert rows(early, width, height)[:-1] == rows(VIEW, width, height)[:-1]
        assert rows(early, width, height)[-1] == Row("first", " F1 help · /end closes · Up corrects")
    assert rows(hinted, 80, 24)[-1].text == f" {HINT}"


def test_on_a_page_that_row_is_the_pages() -> None:
    full = changed(VIEW, page=tuple(f"row {number}" for number in range(1, 41)), remark="")

    assert rows(changed(full, is_early=True), 40, 12) == rows(full, 40, 12)


def test_where_there_is_no_room_to_spare_one_row_is_kept_for_a_hint_all_the_same() -> None:
    hinted = changed(VIEW, meter=lambda: Meter(hint=HINT))

    assert of("note", rows(VIEW, 80, 24)) == of("note", rows(hinted, 80, 24))
    assert len(rows(VIEW, 80, 24)) == len(rows(hinted, 80, 24)) == 24 - LINE_ROWS


# A page in the place of the question

PAGE = (" The call: 23 min, 27 left", "   Goal  10 min", "")


BACK = " Enter shows the question; or write on."


def test_a_page_stands_in_the_place_of_the_question() -> None:
    paged = changed(VIEW, page=PAGE, topic="trust")

    assert [row.text for row in rows(paged, 80, 24)][1:] == [
        " Today: trust", *PAGE, " Kept as a note.", BACK, "",
    ]  # fmt: skip
    assert [row.text for row in rows(changed(paged, remark=""), 80, 24)][-3:] == ["", BACK, ""]


@settings(max_examples=40, deadline=None)
@given(views, st.lists(words, min_size=1, max_size=40).map(tuple), widths, heights, st.integers(1, 80))
def test_no_page_is_larger_than_the_window_and_each_tells_the_way_back(
    view: View, page: tuple[str, ...], width: int, height: int, line: int
) -> None:
    found = rows(changed(view, page=("begun", *page)), width, height, line)
    room = max(1, height - max(LINE_ROWS, min(line, (height + LINE_ROWS) // 2)))

    assert len(found) <= room
    assert all(0 <= cells(row.text) <= width for row in found)
    assert len(of("cue", found)) == 1
    assert room < 4 or of("page", found)


def test_a_page_that_fills_the_window_leaves_the_clock_and_the_way_back_in_sight_and_the_topic_out() -> None:
    full = changed(VIEW, page=tuple(f"row {number}" for number in range(1, 41)), topic="trust", remark="")
    found = rows(full, 40, 12)

    assert [row.style for row in found] == ["meter", *["page"] * 6, "cue"]
    assert [row.text for row in found[-2:]] == ["row 6 …", BACK]


def test_a_page_gives_its_empty_rows_before_its_words() -> None:
    airy = changed(VIEW, page=("one", "", "two", "three", "", "four", "five"), remark="")

    assert of("page", rows(airy, 40, 12)) == ["one", "two", "three", "four", "five"]
    assert of("page", rows(airy, 40, 13)) == list(airy.page)


def test_a_hint_at_a_full_page_takes_its_last_row_and_moves_nothing() -> None:
    full = changed(VIEW, page=tuple(f"row {number}" for number in range(1, 41)), remark="")
    found = rows(changed(full, meter=lambda: Meter(hint=HINT)), 40, 12)

    assert [row.text for row in found[-3:]] == ["row 5 …", BACK, f" {HINT}"]
    assert len(found) == len(rows(full, 40, 12))


def test_of_five_hundred_notes_only_those_are_put_into_words_that_have_a_row() -> None:
    looked_at: list[int] = []

    def word(number: int) -> str:
        looked_at.append(number)
        return f"· note {number}"

    shown = of("note", rows(changed(VIEW, notes=Worded(range(500), word)), 80, 24))

    assert (shown[0], shown[-1]) == ("   … 489 more above", "   · note 499")
    assert len(looked_at) <= 24
