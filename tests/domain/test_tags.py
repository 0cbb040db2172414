"""A word with # before it."""

import pytest

from coachcli.domain.tags import BEGUN_TAG, tags_in


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("about #delegation again", ["#delegation"]),
        ("#one, #two; (#three) #four.", ["#one", "#two", "#three", "#four"]),
        ("#Vertrauen und #nähe und #信頼", ["#Vertrauen", "#nähe", "#信頼"]),
        ("#self-trust #q3 #one_two", ["#self-trust", "#q3", "#one_two"]),
        ("#same and #same", ["#same"]),
        ("#dash- at the end", ["#dash"]),
        ("she is #1 and no. #3", []),
        ("https://example.org/#top and a#b and x&#amp;", []),
        ("## heading, # alone, #", []),
        ("", []),
    ],
)
def test_what_is_a_tag_and_what_only_looks_like_one(text: str, tags: list[str]) -> None:
    assert tags_in(text) == tags


@pytest.mark.parametrize(("line", "begun"), [("#d", "#d"), ("about #del", "#del"), ("#self-", "#self-")])
def test_a_tag_is_begun_at_the_end_of_a_line(line: str, begun: str) -> None:
    match = BEGUN_TAG.search(line)

    assert match is not None
    assert match[0] == begun


@pytest.mark.parametrize("line", ["#", "a#b", "#del ", "see https://example.org/#top", ""])
def test_nothing_else_is_one_begun(line: str) -> None:
    assert BEGUN_TAG.search(line) is None
