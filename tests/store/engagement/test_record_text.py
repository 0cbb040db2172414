"""A file that is one record: a slip is mended to read on, and what is wrong in one line hides nothing in another."""

from collections.abc import Iterator

from coachcli.domain.engagement.flaws import Flaw
from coachcli.domain.engagement.model import Milestone
from coachcli.store.engagement.record_text import Form, check


def _never_grow(milestone: Milestone) -> Iterator[Flaw]:
    if milestone.do == "grow":
        yield Flaw(("do",), "not this one", "take another")


FORM = Form(Milestone, "do: intake", _never_grow, {"do": "x", "-": {"do": "x"}})


def told(text: str) -> list[str]:
    return [problem.text for problem in check(text.encode(), "any", FORM).problems]


def test_a_whole_file_is_its_record() -> None:
    assert check(b"do: intake\nweek: 3\n", "any", FORM).record == Milestone(do="intake", week=3)


def test_what_does_not_fit_together_is_told_beside_what_is_wrong_by_itself() -> None:
    assert told("do: grow\nweek: soon\ntmes: 3\n") == [
        "not this one",
        "week must be a whole number, not 'soon'",
        "'tmes' is not a setting here",
    ]


def test_of_a_setting_that_was_mended_no_flaw_is_told() -> None:
    assert told("do: Grow\n") == ["'Grow' cannot be an id"]


def test_a_file_of_another_shape_says_what_it_should_be() -> None:
    assert told("just words\n") == ["this should be settings such as  do: intake"]
