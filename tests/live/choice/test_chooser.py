"""Choosing before the call, on a terminal that can only print."""

import pytest

from coachcli.errors import CancelledError
from coachcli.live.choice.chooser import Chooser, PlainPickers
from coachcli.live.choice.shortlist import Option

MODELS = [
    Option("egan", "Skilled Helper", "Three stages."),
    Option("grow", "GROW", "Goal, Reality, Options, Will."),
    Option("own", "Growing up", "Mine."),
]
PEOPLE = [Option("jorg", "Jörg Müller"), Option("siobhan", "Siobhán Example"), Option("lukasz", "Łukasz Example")]
GROUPED = [
    Option("egan", "Skilled Helper", "Three stages.", "Conversations"),
    Option("grow", "GROW", "A short arc.", "Conversations"),
    Option("tgrow", "TGROW", "With a topic.", "Conversations"),
    Option("intake", "Intake", "A first conversation.", "Meetings"),
    Option("mid", "Midpoint", "Own up to it.", "Meetings"),
    Option("own", "Growing up", "Mine.", "Your own work"),
]
USUAL = [Option("usual", "The usual one"), *GROUPED]
SENTENCE = "not slept for a week, she says"


class Script:
    """Answers one after the other, and the questions they were given to."""

    def __init__(self, *answers: str | None) -> None:
        self._answers = iter(answers)
        self.asked: list[str] = []

    def __call__(self, question: str) -> str | None:
        self.asked.append(question)
        return next(self._answers)


def test_the_list_is_numbered() -> None:
    script = Script("2")

    assert PlainPickers(script).pick("Which framework?", MODELS) == "grow"
    assert script.asked[0].split("\n") == [
        "Which framework?",
        "  1. Skilled Helper  Three stages.",
        "  2. GROW  Goal, Reality, Options, Will.",
        "  3. Growing up  Mine.",
    ]


@pytest.mark.parametrize(
    ("answer", "key"), [("1", "egan"), (" 3 ", "own"), ("skil", "egan"), ("Egan", "egan"), ("GROWI", "own")]
)
def test_a_number_or_the_beginning_of_a_name_chooses(answer: str, key: str) -> None:
    assert PlainPickers(Script(answer)).pick("Which framework?", MODELS) == key


@pytest.mark.parametrize("answer", ["", "0", "4", "99", "grow it", "²", "x"])
def test_anything_else_asks_again(answer: str) -> None:
    script = Script(answer, "1")

    assert PlainPickers(script).pick("Which framework?", MODELS) == "egan"
    assert len(script.asked) == 2


def test_a_whole_name_goes_before_one_that_begins_with_it() -> None:
    assert PlainPickers(Script("grow")).pick("Which framework?", MODELS) == "grow"


def test_a_plain_line_is_taken_without_what_surrounds_it() -> None:
    assert PlainPickers(Script("  Jane Doe ")).write("Your client's name?") == "Jane Doe"


@pytest.mark.parametrize(
    ("answers", "agreed"), [(("yes",), True), (("hm", "nö"), False), (("",), True), (("perhaps", "J"), True)]
)
def test_a_plain_yes_or_no_takes_enter_for_yes(answers: tuple[str, ...], agreed: bool) -> None:
    assert PlainPickers(Script(*answers)).agree("Go on with it?") is agreed


def test_a_plain_answer_that_is_neither_is_told_so() -> None:
    script = Script("hm", SENTENCE, "n")

    assert PlainPickers(script).agree("Go on with it?") is False
    assert script.asked == ["Go on with it? [Y/n]", *["Yes or no, please. Go on with it? [Y/n]"] * 2]


@pytest.mark.parametrize("answers", [("", "y"), ("", "hm", "y")])
def test_where_enter_means_nothing_it_is_asked_again(answers: tuple[str, ...]) -> None:
    script = Script(*answers)

    assert PlainPickers(script).agree("Did you mean Jane Example?", on_enter=None) is True
    assert script.asked[:2] == [
        "Did you mean Jane Example? [y/n]",
        "Yes or no, please. Did you mean Jane Example? [y/n]",
    ]


@pytest.mark.parametrize(
    ("answer", "key"), [("jorg", "jorg"), ("joerg m", "jorg"), ("SIOB", "siobhan"), ("łuk", "lukasz")]
)
def test_a_numbered_list_is_answered_in_any_spelling(answer: str, key: str) -> None:
    assert PlainPickers(Script(answer)).pick("With whom?", PEOPLE) == key


@pytest.mark.parametrize("what", ["pick", "write", "agree"])
def test_the_end_of_the_input_gives_up(what: str) -> None:
    with pytest.raises(CancelledError):
        _ask(PlainPickers(Script(None)), what)


def test_a_numbered_list_has_its_groups_too() -> None:
    script = Script("5")

    assert PlainPickers(script).pick("Which framework?", USUAL) == "intake"
    assert script.asked[0].split("\n")[1:8] == [
        "  1. The usual one",
        " Conversations",
        "  2. Skilled Helper  Three stages.",
        "  3. GROW  A short arc.",
        "  4. TGROW  With a topic.",
        " Meetings",
        "  5. Intake  A first conversation.",
    ]


def _ask(chooser: Chooser, what: str) -> object:
    if what == "pick":
        return chooser.pick("Which framework?", MODELS)
    return chooser.write("Your client's name?") if what == "write" else chooser.agree("Go on with it?")
