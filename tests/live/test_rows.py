"""Text in the cells of a terminal."""

from hypothesis import given, settings
from hypothesis import strategies as st
from live.test_card import cells, letters, widths, words

from coachcli.cells import cut
from coachcli.domain.text import visible
from coachcli.live.rows import Row, begun, behind, sign, unbroken, wrapped


def test_words_are_not_broken_where_there_is_a_blank() -> None:
    assert wrapped("What would be different then?", 20, "  ") == ["  What would be", "  different then?"]


def test_a_word_longer_than_the_row_is_broken() -> None:
    assert wrapped("x" * 30, 20) == ["x" * 19, "x" * 11]


def test_what_holds_words_together_is_drawn_as_a_blank_and_not_broken() -> None:
    assert wrapped("s\xa0see\xa0it · c\xa0copy", 12) == ["s see it ·", "c copy"]


def test_wide_characters_count_twice() -> None:
    assert wrapped("漢字仮名交じり文です", 12) == ["漢字仮名交", "じり文です"]


def test_the_lines_of_a_text_stay_lines() -> None:
    assert wrapped("one\n\ntwo", 20, " ") == [" one", "", " two"]


@settings(max_examples=50, deadline=None)
@given(words, widths, st.sampled_from(["", " ", "    "]))
def test_no_letter_is_lost_and_no_row_too_wide(text: str, width: int, indent: str) -> None:
    found = wrapped(text, width, indent)

    assert letters("".join(found)) == letters(text)
    assert all(0 <= cells(row) <= width for row in found)


@settings(max_examples=50, deadline=None)
@given(words, st.integers(1, 40))
def test_a_cut_text_is_its_own_beginning(text: str, width: int) -> None:
    shown = cut(visible(text), width)

    assert shown == visible(text) or (shown.endswith("…") and cells(shown) <= width)


PATH = "/home/jane/coaching/clients/jane-example/sessions/2026.md"


def test_what_is_to_be_copied_is_whole_for_a_terminal_and_broken_only_on_a_card() -> None:
    assert unbroken(PATH, 40, "   ") == [f"   {PATH}"]
    assert unbroken(f"It is in {PATH} now", 40) == ["It is in", PATH, "now"]
    assert all(cells(row) < 40 for row in wrapped(PATH, 40, "   "))


def test_neither_a_word_with_a_hyphen_nor_a_command_in_a_sentence_is_broken() -> None:
    assert wrapped("She speaks of her self-esteem", 26) == ["She speaks of her", "self-esteem"]
    assert wrapped("Mend it with coach session edit later", 26) == ["Mend it with", "coach session edit later"]


ROWS = [Row("cue", " One thing, said"), Row("cue", " at length."), Row("cue", " And another.")]


def test_rows_that_fit_are_as_they_were_and_others_say_that_there_would_be_more() -> None:
    assert begun(ROWS, 3, 40) is ROWS
    assert begun(ROWS, 2, 40) == [ROWS[0], Row("cue", " at length. …")]
    assert begun(ROWS, 1, 17) == [Row("cue", " One thing, …")]
    assert begun(ROWS, 0, 40) == []


@settings(max_examples=50, deadline=None)
@given(words, widths, st.sampled_from(["…", "… 3 more below"]))
def test_what_stands_behind_a_row_is_whole_and_the_row_no_wider_than_the_window(
    text: str, width: int, more: str
) -> None:
    for row in wrapped(text, width, " "):
        found = behind(Row("choice", row), more, width).text

        assert found.endswith(f" {more}")
        assert cells(found) <= width


def test_before_the_line_stands_what_is_to_be_typed_and_about_what() -> None:
    assert sign("", "", 80) == " > "
    assert sign("one line ", "", 80) == " one line > "
    assert sign("in the way of", '"Ask Sam to take the rota"', 80) == ' in the way of "Ask Sam to take the rota" > '


def test_what_it_is_about_gives_way_in_a_narrow_window() -> None:
    assert sign("in the way of", '"Ask Sam to take the rota"', 40) == ' in the way of "Ask S…" > '
    assert sign("in the way of", "it", 40) == " in the way of it > "


def test_who_else_reads_what_is_typed_stands_before_it() -> None:
    assert sign("", "", 40, "→ client") == " → client > "
    assert sign("one line ", "", 40, "→ client and sponsor") == " one line → client and sponsor > "
    assert sign("in the way of", '"Ask Sam to take the rota"', 40, "→ client") == ' in the way of "A…" → client > '
    assert sign("in the way of", '"Ask Sam"', 40, "→ client and sponsor") == ' in the way of "Ask S…" > '


@settings(max_examples=50, deadline=None)
@given(words, widths)
def test_there_is_always_room_to_write_beside_it(text: str, width: int) -> None:
    assert cells(sign("in the way of", f'"{text}"', width)) <= max(
        width * 2 // 3, cells(sign("in the way of", '"…"', width))
    )
