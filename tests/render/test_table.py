"""Lists in columns, as wide as the terminal allows."""

from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.cells import cells
from coachcli.render.table import table

SESSIONS = [
    ("jane-doe/2026-11-18-1400", "Jane Doe", "GROW", "ended, 43 minutes"),
    ("王芳/2026-11-04-0900", "王芳", "Egan", "paused"),
]
rows_of_words = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.text(st.characters()), min_size=columns, max_size=columns), min_size=1, max_size=5
    )
)


def test_nothing_is_printed_of_nothing() -> None:
    assert table([]) == ""
    assert table([], 40) == ""


def test_columns_stand_under_each_other_under_wide_characters_too() -> None:
    assert table(SESSIONS, 80) == (
        "jane-doe/2026-11-18-1400  Jane Doe  GROW  ended, 43 minutes\n"
        "王芳/2026-11-04-0900      王芳      Egan  paused\n"
    )


def test_what_does_not_fit_stands_below_its_row() -> None:
    assert table(SESSIONS, 40) == (
        "jane-doe/2026-11-18-1400  Jane Doe  GROW\n"
        "    ended, 43 minutes\n"
        "王芳/2026-11-04-0900      王芳      Egan\n"
        "    paused\n"
    )


def test_long_words_below_a_row_are_folded() -> None:
    about = "Four stages that lead from a goal to what will be done about it"

    assert table([("grow", "GROW", about)], 40) == (
        "grow  GROW\n    Four stages that lead from a goal to\n    what will be done about it\n"
    )


def test_without_a_width_a_row_is_never_folded() -> None:
    assert table([("a" * 100, "b" * 100)]) == f"{'a' * 100}  {'b' * 100}\n"


def test_an_empty_cell_leaves_its_column_and_no_line_below() -> None:
    assert table([("a", "", "c"), ("d", "e", "f")]) == "a     c\nd  e  f\n"
    assert table([("a" * 39, "", "c")], 40) == f"{'a' * 39}\n    c\n"


def test_a_cell_stays_on_its_line_and_acts_on_nothing() -> None:
    assert table([("one\ntwo\tthree", "\x1b[31mred")]) == "one two three  ‹U+001B›[31mred\n"


@OFTEN
@given(rows_of_words, st.sampled_from([None, 1, 40, 80]))
def test_every_word_is_there_in_its_order(rows: list[list[str]], width: int | None) -> None:
    printed = table(rows, width).split()

    assert printed == " ".join(table([[cell]]) for row in rows for cell in row).split()


@OFTEN
@given(st.lists(st.tuples(*[st.text("ab 王", max_size=12)] * 6), min_size=1, max_size=4), st.sampled_from([40, 80]))
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[str, ...]], width: int) -> None:
    assert all(cells(line) <= width for line in table(rows, width).split("\n"))
