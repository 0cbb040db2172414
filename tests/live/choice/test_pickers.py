"""Choosing before the call."""

import re

import pytest
from live.conftest import Keys, Screen, until
from prompt_toolkit.application import create_app_session

from coachcli.errors import CancelledError
from coachcli.live.choice.pickers import Pickers
from coachcli.live.choice.shortlist import Option

pytestmark = pytest.mark.timeout(90)

ENTER, DOWN, CTRL_C = "\r", "\x1b[B", "\x03"
MODELS = [
    Option("egan", "Skilled Helper", "Three stages."),
    Option("grow", "GROW", "Goal, Reality, Options, Will."),
    Option("own", "Growing up", "Mine."),
]


# On a terminal


def test_enter_takes_the_first(keys: Keys) -> None:
    keys(ENTER)

    assert Pickers().pick("Which framework?", MODELS) == "egan"


def test_an_arrow_takes_the_next(keys: Keys) -> None:
    keys(DOWN, ENTER)

    assert Pickers().pick("Which framework?", MODELS) == "grow"


@pytest.mark.parametrize(("typed", "key"), [("gro", "grow"), ("growi", "own"), ("mine", "own"), ("jk", "jk")])
def test_typing_narrows_the_list(keys: Keys, typed: str, key: str) -> None:
    keys(typed, ENTER)

    assert Pickers().pick("Which framework?", [*MODELS, Option("jk", "Jkl")]) == key


def test_a_name_that_is_on_no_list_is_the_answer_and_never_the_one_that_is_marked(keys: Keys) -> None:
    keys("Zoe New", ENTER)

    assert Pickers().pick("With whom?", MODELS, may_type=True) == "Zoe New"


PEOPLE = [Option("jorg", "Jörg Müller"), Option("siobhan", "Siobhán Example"), Option("lukasz", "Łukasz Example")]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("jörg", "jorg"),
        ("jorg", "jorg"),
        ("JOERG M", "jorg"),
        ("muel", "jorg"),
        ("siobhan", "siobhan"),
        ("lukasz", "lukasz"),
        ("\x1b[200~Jörg\x1b[201~", "jorg"),
    ],
)
def test_a_name_is_found_in_each_of_its_spellings(keys: Keys, typed: str, key: str) -> None:
    keys(typed, ENTER)

    assert Pickers().pick("With whom?", PEOPLE, may_type=True) == key


@pytest.mark.parametrize("name", ["Käthe", "Ørsted", "王小明", "Zoë O'Neill", "Αθηνά", "🙂"])
def test_every_letter_of_a_new_name_is_taken(keys: Keys, name: str) -> None:
    keys(name, ENTER)

    assert Pickers().pick("With whom?", PEOPLE, may_type=True) == name


@pytest.mark.parametrize(
    ("may_type", "told"), [(True, "Nobody here is called that. Enter takes it"), (False, "Nothing here begins so;")]
)
def test_that_nothing_is_found_is_told(keys: Keys, may_type: bool, told: str) -> None:
    screen = Screen(60, 24)
    keys("zzz", until(lambda: any(told in row for row in screen.rows)), "\x7f\x7f\x7fgro", ENTER)
    with create_app_session(output=screen.output()):
        assert Pickers().pick("Which framework?", MODELS, may_type=may_type) == "grow"


def test_what_has_no_room_beside_the_marked_one_stands_whole_below_the_list(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, seen = Screen(40, 14), list[str]()
    monkeypatch.setenv("COLUMNS", "40")
    about = "For a talk in which the whole of a month is looked back on."
    keys(until(lambda: any("on." in row for row in screen.rows)), lambda: seen.extend(screen.rows), ENTER)
    with create_app_session(output=screen.output()):
        Pickers().pick("Which framework?", [Option("month", "Month", about), Option("grow", "GROW")])

    assert " ".join(row.strip() for row in seen[-2:]) == about


def test_a_name_inside_another_means_nobody_on_the_list(keys: Keys) -> None:
    keys("row", ENTER)

    assert Pickers().pick("With whom?", MODELS, may_type=True) == "row"


def test_where_nothing_new_is_wanted_enter_waits_for_what_is_on_the_list(keys: Keys) -> None:
    keys("zzz", ENTER, 0.2, "\x7f\x7f\x7f", "gro", ENTER)

    assert Pickers().pick("Which framework?", MODELS) == "grow"


def test_a_line_is_taken_as_written(keys: Keys) -> None:
    keys("Jane Doe", ENTER)

    assert Pickers().write("Your client's name?") == "Jane Doe"


@pytest.mark.parametrize(
    ("typed", "agreed"),
    [
        ("yes", True),
        ("Y", True),
        ("ja", True),
        ("oui", True),
        ("no", False),
        ("N", False),
        ("nein, danke", False),
        ("Yes.", True),
    ],
)
def test_yes_and_no_are_said_in_whole_words(keys: Keys, typed: str, agreed: bool) -> None:
    keys(typed, ENTER)

    assert Pickers().agree("Go on with it?") is agreed


def test_what_is_neither_yes_nor_no_is_no_answer_and_that_is_said(keys: Keys) -> None:
    screen = Screen(60, 24)
    again = until(lambda: any("Yes or no, please. Go on with it? [Y/n]" in row for row in screen.rows))
    keys("hm", ENTER, again, "no", ENTER)
    with create_app_session(output=screen.output()):
        assert Pickers().agree("Go on with it?") is False


SENTENCE = "not slept for a week, she says"


def test_a_sentence_comes_back_on_the_line_marked_and_the_first_letter_takes_its_place(keys: Keys) -> None:
    screen = Screen(100, 24)
    marked = until(lambda: re.search(rf"please\. Go on with it\? \[Y/n\] \x1b\[[\d;]*;7m{SENTENCE}", screen.written))
    keys(SENTENCE, ENTER, marked, "yes", ENTER)
    with create_app_session(output=screen.output()):
        assert Pickers().agree("Go on with it?") is True


def test_enter_on_what_came_back_is_no_answer_either(keys: Keys) -> None:
    screen = Screen(60, 24)
    keys(SENTENCE, ENTER, until(lambda: "please." in screen.words), ENTER, "n", ENTER)
    with create_app_session(output=screen.output()):
        assert Pickers().agree("Go on with it?") is False


def test_enter_alone_is_yes(keys: Keys) -> None:
    keys(ENTER)

    assert Pickers().agree("Go on with it?") is True


@pytest.mark.parametrize("what", ["pick", "write", "agree"])
def test_ctrl_c_gives_up(keys: Keys, what: str) -> None:
    keys(CTRL_C)

    with pytest.raises(CancelledError):
        _ask(Pickers(), what)


def test_a_keyboard_that_is_gone_gives_up(keys: Keys) -> None:
    keys(0.1, keys.unplug)

    with pytest.raises(CancelledError):
        Pickers().pick("Which framework?", MODELS)


def test_a_list_is_one_row_for_each_and_harmless(keys: Keys) -> None:
    screen, seen = Screen(80, 24), list[str]()
    options = [Option("a", "Jane \x1b[2J Doe", "last on " + "a very long day " * 20), Option("b", "漢" * 60)]
    keys(
        until(lambda: any("漢" in row and row.endswith("…") for row in screen.rows)),
        lambda: seen.extend(screen.rows),
        ENTER,
    )
    with create_app_session(output=screen.output()):
        Pickers().pick("With whom?", options)

    listed = seen[2:4]
    assert all(row.endswith("…") for row in listed)
    assert "Jane ‹U+001B›[2J Doe" in listed[0]


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (53, ["? Which framework, with Jane Example? (type to find)"]),
        (40, ["? Which framework, with Jane Example?", " (type to find)"]),
        (30, ["? Which framework, with Jane", "Example? (type to find)"]),
    ],
)
def test_what_can_be_done_is_told_in_whole_words(
    keys: Keys, monkeypatch: pytest.MonkeyPatch, columns: int, rows: list[str]
) -> None:
    screen, seen = Screen(columns, 24), list[str]()
    monkeypatch.setenv("COLUMNS", str(columns))
    keys(until(lambda: any("Growing" in row for row in screen.rows)), lambda: seen.extend(screen.rows), ENTER)
    with create_app_session(output=screen.output()):
        Pickers().pick("Which framework, with Jane Example?", MODELS)

    assert seen[: len(rows)] == rows
    assert seen[len(rows)].strip() == ">"
    assert seen[len(rows) + 1].startswith(" » Skilled Helper")


# In groups

GROUPED = [
    Option("egan", "Skilled Helper", "Three stages.", "Conversations"),
    Option("grow", "GROW", "A short arc.", "Conversations"),
    Option("tgrow", "TGROW", "With a topic.", "Conversations"),
    Option("intake", "Intake", "A first conversation.", "Meetings"),
    Option("mid", "Midpoint", "Own up to it.", "Meetings"),
    Option("own", "Growing up", "Mine.", "Your own work"),
]
USUAL = [Option("usual", "The usual one"), *GROUPED]


def test_every_group_has_its_name_above_it(keys: Keys) -> None:
    screen, seen = Screen(60, 24), list[str]()
    whole = until(lambda: any("Growing up  Mine." in row for row in screen.rows))
    keys(whole, lambda: seen.extend(screen.rows), ENTER)
    with create_app_session(output=screen.output()):
        Pickers().pick("Which framework?", USUAL)

    assert [row.strip(" »") for row in seen[2:]] == [
        "The usual one",
        "Conversations",
        "Skilled Helper  Three stages.",
        "GROW  A short arc.",
        "TGROW  With a topic.",
        "Meetings",
        "Intake  A first conversation.",
        "Midpoint  Own up to it.",
        "Your own work",
        "Growing up  Mine.",
    ]


@pytest.mark.parametrize(("downs", "key"), [(0, "usual"), (1, "egan"), (3, "tgrow"), (4, "intake"), (6, "own")])
def test_the_arrows_pass_over_the_names_of_groups(keys: Keys, downs: int, key: str) -> None:
    keys(*[DOWN] * downs, ENTER)

    assert Pickers().pick("Which framework?", USUAL) == key


@pytest.mark.parametrize(
    ("typed", "downs", "key"),
    [("grow", 0, "grow"), ("grow", 1, "tgrow"), ("grow", 2, "own"), ("conv", 0, "intake"), ("own", 0, "mid")],
)
def test_typing_finds_what_can_be_picked_and_the_arrows_go_through_what_was_found(
    keys: Keys, typed: str, downs: int, key: str
) -> None:
    keys(typed, *[DOWN] * downs, ENTER)

    assert Pickers().pick("Which framework?", USUAL) == key


def test_the_name_of_a_group_is_no_answer(keys: Keys) -> None:
    keys("your", ENTER, 0.2, "\x7f\x7f\x7f\x7f", ENTER)

    assert Pickers().pick("Which framework?", USUAL) == "usual"


def test_a_list_begins_with_what_enter_takes(keys: Keys) -> None:
    keys("zzz", "\x7f\x7f\x7f", ENTER)

    assert Pickers().pick("Which framework?", GROUPED) == "egan"


def _ask(chooser: Pickers, what: str) -> object:
    if what == "pick":
        return chooser.pick("Which framework?", MODELS)
    return chooser.write("Your client's name?") if what == "write" else chooser.agree("Go on with it?")
