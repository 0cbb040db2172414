"""A transcript in each of the forms that programs for calls write; who said what, and when."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.foreign.transcript import Saying, from_second, holding, lines_in, pieces, seconds_in

VTT = """WEBVTT

NOTE made by a program

1
00:00:01.000 --> 00:00:04.000 align:start
<v Jane Example>I am <i>always</i> the one</v>

2
00:00:04.000 --> 00:00:06.000
<v Jane Example>they call &amp; ask.</v>

01:01:06.000 --> 01:01:09.000
Coach: What else?
"""
SRT = "1\n00:00:01,000 --> 00:00:04,000\nJane: I am\nthe one\n\n2\n00:00:05,000 --> 00:00:06,000\n42\n"


def said_in(text: str) -> tuple[Saying, ...]:
    return pieces(lines_in(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (VTT, [(1, "Jane Example", "I am always the one they call & ask."), (3666, "Coach", "What else?")]),
        (SRT, [(1, "Jane", "I am the one"), (5, "", "42")]),
        ("[00:12:03] Jane: so\n[00:12:09] Coach: and\nmore", [(723, "Jane", "so"), (729, "Coach", "and more")]),
        ("Jane: so\n\nCoach: and: more", [(None, "Jane", "so"), (None, "Coach", "and: more")]),
        ("Jane Doe  0:03\nSo.\nAnd.\n\nCoach  0:12\nYes.", [(3, "Jane Doe", "So. And."), (12, "Coach", "Yes.")]),
        ("[00:12:03] Jane\nso\n\n[00:12:09] Coach\nand", [(723, "Jane", "so"), (729, "Coach", "and")]),
        ("Jane (12:05): so", [(725, "Jane", "so")]),
        ("12:05 so it was 12:30", [(725, "", "so it was 12:30")]),
        ("Jane: no\nJane: no", [(None, "Jane", "no no")]),
        ("WEBVTT\n\nlost words", [(None, "", "lost words")]),
        ("see https://example.org/x", [(None, "", "see https://example.org/x")]),
        ("", []),
    ],
)  # fmt: skip
def test_who_said_what_and_when(text: str, said: list[tuple[int | None, str, str]]) -> None:
    assert [(one.at, one.who, one.words) for one in said_in(text)] == said


def test_a_long_speech_is_told_in_pieces_with_their_times() -> None:
    said = said_in("".join(f"[0:{second:02}] Jane: {'word ' * 20}\n" for second in range(60)))

    assert len(said) > 10
    assert [one.at for one in said] == sorted({one.at or 0 for one in said})


def test_it_begins_at_a_time_and_what_has_none_follows_what_is_before_it() -> None:
    said = (Saying("a", at=10), Saying("b"), Saying("c", at=20), Saying("d"))

    assert [one.words for one in from_second(said, 20)] == ["c", "d"]
    assert from_second(said, 21) == ()


def test_a_pause_is_no_part_of_a_piece() -> None:
    said = said_in("[0:06] Bo: so\n[0:21] Bo: it is\n[12:10] Bo: and Ines")

    assert [(one.at, one.words) for one in said] == [(6, "so it is"), (730, "and Ines")]


def test_words_are_found_at_the_time_of_their_line_also_where_they_are_said_over_two() -> None:
    lines = lines_in("[0:06] Bo: so it is\n[0:11] Bo: and then Ines\nsaid no\n[0:14] Bo: and Ines went")

    assert [(one.at, one.words) for one in holding(lines, ["ines"])] == [(11, "and then Ines"), (14, "and Ines went")]
    assert [(one.at, one.words) for one in holding(lines, ["ines", "no"])] == [(11, "and then Ines said no")]
    assert [(one.at, one.who, one.words) for one in holding(lines, ["said no"])] == [(11, "Bo", "said no")]


def test_all_words_must_be_in_it_whatever_their_accents() -> None:
    said = (Saying("the Größe of the board"), Saying("the board"))

    assert holding(said, ["grosse", "board"]) == said[:1]
    assert holding(said, ["plan", "board"]) == ()


@pytest.mark.parametrize(
    ("clock", "seconds"), [("12:03", 723), ("1:12:03", 4323), ("0:03.5", 3), ("12", None), ("x", None), ("1:99", None)]
)
def test_a_time_in_a_call(clock: str, seconds: int | None) -> None:
    assert seconds_in(clock) == seconds


LINES = st.one_of(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"])),
    st.sampled_from(
        ["00:01.000 --> 00:02.000", "WEBVTT", "", "1", "<v Jane>so", "Jane: so", "[1:02] Jane: so", "Jane 1:02"]
    ),
)


@given(st.lists(LINES).map("\n".join))
def test_any_text_is_read(text: str) -> None:
    for one in said_in(text):
        assert one.words
        assert "\n" not in one.words + one.who


@given(st.lists(st.lists(st.sampled_from(["so", "it", "is", "what", "they", "said"]), min_size=1).map(" ".join)))
def test_no_word_of_a_text_without_names_is_lost(lines: list[str]) -> None:
    kept = re.findall(r"\w+", " ".join(one.words for one in said_in("\n\n".join(lines))))

    assert kept == re.findall(r"\w+", " ".join(lines))


@pytest.mark.parametrize(
    "bad",
    ["a" * 1_000_000, "<v " * 300_000, "1:" * 500_000, "a: " * 300_000, "00:00 --> " * 100_000, "&amp;" * 200_000],
)
def test_a_line_of_a_megabyte_is_read_at_once(bad: str) -> None:
    begun = time.process_time()
    said_in(f"00:01 --> 00:02\n{bad}\n")
    said_in(bad)

    assert time.process_time() - begun < 2
