"""Lines folded to the width of a terminal."""

import pytest
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from coachcli.domain.text import visible
from coachcli.render.folded_lines import folded_lines, message_lines

PATH = "/home/me/coaching/clients/jane-doe/sessions/2026-11-18-1400-grow.yaml"


def test_without_a_width_nothing_is_folded() -> None:
    assert folded_lines(f"  {PATH} {PATH}\n\n", None) == f"  {PATH} {PATH}\n\n"


def test_what_fits_stays_as_it_is() -> None:
    text = "Unfinished\n  Jane, GROW\n    coach session start        walk a session\n\n"

    assert folded_lines(text, 80) == text


def test_a_long_line_goes_on_under_its_own_beginning() -> None:
    assert folded_lines("top\n    a question that is too long for one line\nend\n", 30) == (
        "top\n    a question that is too\n      long for one line\nend\n"
    )


@pytest.mark.parametrize("width", [1, 20, 40])
def test_a_path_stays_whole(width: int) -> None:
    assert PATH in folded_lines(f"   Written: {PATH}\n", width).split("\n")[-2]
    assert folded_lines(f"   {PATH}\n", width).strip() == PATH


def test_what_is_said_has_what_is_to_be_copied_on_a_line_of_its_own() -> None:
    command = "coach session resume jane-example/2026-11-20-1400"

    assert message_lines(f" Go on with: {command}\n", 40) == f" Go on with:\n   {command}\n"
    assert message_lines(f" Go on with: {command}\n", None) == f" Go on with: {command}\n"


def test_a_command_in_a_sentence_is_not_broken() -> None:
    assert folded_lines("Nothing was found; coach session list shows all.", 36) == (
        "Nothing was found;\n  coach session list shows all."
    )


def test_wide_characters_take_two_cells() -> None:
    assert folded_lines("日本語 日本語 日本語 日本語", 22) == "日本語 日本語 日本語\n  日本語"


@pytest.mark.parametrize("width", [0, 1, 19])
def test_a_terminal_of_no_width_gets_twenty_cells(width: int) -> None:
    assert folded_lines("one two three four five six", width) == "one two three four\n  five six"


lines = st.text(st.characters() | st.sampled_from("  \n-日é\u0301/👩"), max_size=120).map(visible)


@OFTEN
@given(lines, st.integers(0, 100))
def test_every_word_is_kept_in_its_order(text: str, width: int) -> None:
    assert folded_lines(text, width).split() == text.split()


@OFTEN
@given(st.lists(st.text("ab日é-", min_size=1, max_size=8), max_size=40), st.integers(0, 6), st.integers(21, 100))
def test_no_row_is_as_wide_as_the_terminal(words: list[str], depth: int, width: int) -> None:
    folded = folded_lines(" " * depth + " ".join(words), width)

    assert all(wcswidth(row) < max(width, 8 * 2 + depth + 2) for row in folded.split("\n"))
