"""The error for a file that is no table."""

from pathlib import Path

from coachcli.store.foreign.table_limits import refused


def test_it_says_why_and_what_to_do_and_names_no_file_where_others_see_the_screen() -> None:
    error = refused(Path("jane.csv"), "this is no CSV")

    assert error.message == "jane.csv: this is no CSV."
    assert error.hint.startswith("Save it as CSV or as XLSX")
    assert error.discreet == "The file cannot be read as a table."
    assert error.exit_code == 4
