"""Cells of a table, as a person reads them."""

from datetime import date

import pytest

from coachcli.domain.foreign.table import Cell, Formula, TableRow, words_of


@pytest.mark.parametrize(
    ("cell", "words"),
    [(None, ""), ("  a ", "a"), (12.0, "12"), (12.5, "12.5"), (date(2024, 3, 25), "2024-03-25"), (Formula(), "")],
)
def test_each_kind_of_cell_has_its_words(cell: Cell, words: str) -> None:
    assert words_of(cell) == words


def test_a_row_with_a_formula_is_not_empty() -> None:
    assert TableRow(1, (None, "")).is_empty
    assert not TableRow(1, (None, Formula())).is_empty
