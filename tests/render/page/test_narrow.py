"""A page in a narrow window: no cell of a table is cut, and each is told with its column."""

from coachcli.domain.page.model import Line, Page, Section, Table
from coachcli.render.page.narrow import narrow

TABLE = Table(("Credential", "Hours", "Paid"), (("EMCC EIA", "1 of 50", ""), ("ICF ACC", "1 of 100", "0 of 75")))
PAGE = Page("Hours", {}, (Section("On the way", (Line("first"),), tables=(TABLE,)),))


def test_a_table_that_fits_stays_one() -> None:
    assert narrow(PAGE, None) is PAGE
    assert narrow(PAGE, 80) == PAGE
    assert narrow(PAGE, 32) == PAGE


def test_one_that_is_wider_is_a_line_a_row_with_what_each_column_is() -> None:
    (section,) = narrow(PAGE, 31).sections

    assert section.tables == ()
    assert section.lines == (
        Line("first"),
        Line("Hours 1 of 50", label="EMCC EIA:"),
        Line("Hours 1 of 100", label="ICF ACC:", details=("Paid 0 of 75",)),
    )


def test_a_row_with_nothing_but_its_name_is_its_name() -> None:
    table = Table(("Client", "Paid"), (("Jane Example", ""),))
    (section,) = narrow(Page("Hours", {}, (Section("By client", tables=(table,)),)), 10).sections

    assert section.lines == (Line("Jane Example"),)
