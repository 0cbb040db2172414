"""Every kind of error in a record has words of its own; tests of engagements' files have each at its place."""

import pytest

from coachcli.store.engagement.record_errors import in_words


@pytest.mark.parametrize(
    ("kind", "context", "text", "hint"),
    [
        ("missing", {}, "'week' is missing here", "add  week: ..."),
        ("int_parsing", {}, "week must be a whole number, not 'x'", ""),
        ("float_parsing", {}, "week must be a number, not 'x'", ""),
        ("greater_than", {"gt": 0.0}, "week is out of range: 'x'", "more than 0"),
        ("less_than_equal", {"le": 1000}, "week is out of range: 'x'", "at most 1000"),
        ("string_too_short", {}, "week is empty", "write something there, or leave the setting out"),
        ("date_from_datetime_parsing", {}, "week must be a day, not 'x'", "write it like  2026-09-01"),
        ("something_new", {}, "week does not fit here", ""),
    ],
)
def test_an_error_is_told_in_a_coachs_words(kind: str, context: dict[str, object], text: str, hint: str) -> None:
    details = {"type": kind, "loc": ("week",), "msg": "", "input": "x", "ctx": context}

    assert in_words(details, ("week",), "'x'")[1:] == (text, hint)  # type: ignore[arg-type]
