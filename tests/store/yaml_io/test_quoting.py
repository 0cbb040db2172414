"""Which text needs quotes in a file, and how it is put into them."""

import pytest

from coachcli.store.yaml_io.quoting import closing, quoted, unquoted


@pytest.mark.parametrize(
    ("text", "written"),
    [("What now?", '"What now?"'), ('Say "yes"', "'Say \"yes\"'"), ('It\'s "so"', "'It''s \"so\"'")],
)
def test_a_text_is_put_into_the_quotes_that_fit(text: str, written: str) -> None:
    assert quoted(text) == written


@pytest.mark.parametrize(
    ("text", "end"), [('"a" b', 2), ("'it''s' b", 6), ('"a \\" b"', 7), ('"never closed', None), ("'nor this", None)]
)
def test_the_end_of_a_quotation_is_found(text: str, end: int | None) -> None:
    assert closing(text) == end


@pytest.mark.parametrize(
    ("value", "at", "meant"),
    [
        ("*stars*", 0, '"*stars*"'),
        ("@home", 0, '"@home"'),
        ("? what", 0, '"? what"'),
        ('"Yes" they say', 6, "'\"Yes\" they say'"),
        ("{topic} matters", 8, '"{topic} matters"'),
        ("one: two", 3, '"one: two"'),
        ("one: two: three", 3, '"one: two: three"'),
        ("{ask: Really?}", 6, '{ask: "Really?"}'),
    ],
)
def test_what_yaml_does_not_read_as_text_is_told_with_what_to_write(value: str, at: int, meant: str) -> None:
    found = unquoted(value, colons=0)

    assert found is not None
    assert (found.at, found.meant) == (at, meant)


@pytest.mark.parametrize(
    "value", ["What now?", '"one: two"', "{ask: What}", "half past 10:30", "one # a comment: here"]
)
def test_nothing_is_said_of_what_can_be_read(value: str) -> None:
    assert unquoted(value, colons=0) is None
