"""Changes, as a coach reads them."""

import pytest

from coachcli.domain.framework.diff import Change
from coachcli.render.framework.changes import changes_text

LONG = "What would be most worth our time today?"


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (Change("new", "a", "New question in Goal", after="Why?"), "+ New question in Goal: Why?\n"),
        (Change("gone", "a", "Stage gone", before="Values"), "- Stage gone: Values\n"),
        (Change("moved", "a", "Moved: Values", after="after Will"), "~ Moved: Values: now after Will\n"),
        (Change("moved", "a", "Moved: “Why?”", "Goal", "Will, first"), "~ Moved: “Why?”: from Goal to Will, first\n"),
        (Change("changed", "a", "Goal, minutes", "10", "8"), "~ Goal, minutes: 10, now 8\n"),
        (Change("changed", "a", "Goal, minutes (new)", "", "8"), "~ Goal, minutes (new): 8\n"),
        (Change("changed", "a", "Goal, minutes (gone)", "8"), "~ Goal, minutes (gone): 8\n"),
        (Change("changed", "a", "Goal, when", LONG, "x"), f"~ Goal, when:\n    was  {LONG}\n    now  x\n"),
        (Change("reworded", "a", "Reworded", "Why?", "How?"), "~ Reworded:\n    was  Why?\n    now  How?\n"),
        (Change("changed", "a", "“Why?”, id", "b", "a", "do this"), "~ “Why?”, id: b, now a\n    do this\n"),
    ],
)  # fmt: skip
def test_each_kind_of_change(change: Change, text: str) -> None:
    assert changes_text([change]) == text


def test_nothing_is_no_text() -> None:
    assert changes_text([]) == ""


def test_words_of_a_framework_do_not_act_on_the_terminal() -> None:
    change = Change("reworded", "a", "Reworded in \u202eGoal", "a\x1b[2J", "b\u2028c")
    text = changes_text([change])

    assert not {"\x1b", "\u202e", "\u2028"} & set(text)
    assert "‹U+001B›[2J" in text
