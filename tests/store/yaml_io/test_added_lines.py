"""Lines that are put into a text: where they may stand, and how words are written in them."""

import pytest

from coachcli.store.yaml_io.added_lines import UnchangedError, flow, with_items, with_setting
from coachcli.store.yaml_io.strict_reader import FRAMEWORK


def first(ways: object) -> str:
    return next(iter(ways)).decode()  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n", "a: 1\nlist:\n  - x\n  - y\n"),
        ("list:\n", "list:\n  - x\n  - y\n"),
        ("list:\n- w # mine\na: 1\n", "list:\n- w # mine\n- x\n- y\na: 1\n"),
        ("list: []\n", "list: [x, y]\n"),
        ("list: [w]\n", None),
    ],
)
def test_items_stand_at_the_end_of_their_list(before: str, after: str | None) -> None:
    ways = [text.decode() for text in with_items(before.encode(), FRAMEWORK, "list", ["x", "y"])]

    assert (after or "list: [w, x, y]\n") in ways


def test_a_setting_stands_behind_its_name_or_in_the_last_line() -> None:
    assert first(with_setting(b"a: 1\n...\n", FRAMEWORK, "b", "2")) == "a: 1\nb: 2\n...\n"
    assert first(with_setting(b"b: # none\na: 1\n", FRAMEWORK, "b", "2")) == "b: 2 # none\na: 1\n"


@pytest.mark.parametrize("text", ["- a\n", "a: [\n"])
def test_what_is_no_settings_has_no_place(text: str) -> None:
    with pytest.raises(UnchangedError):
        first(with_setting(text.encode(), FRAMEWORK, "b", "2"))


@pytest.mark.parametrize(
    ("words", "written"), [("as agreed", "as agreed"), ("no", "'no'"), ("it's: a", "'it''s: a'"), ("a\nb", "a b")]
)
def test_words_are_quoted_where_they_mean_something(words: str, written: str) -> None:
    assert flow(words) == written
