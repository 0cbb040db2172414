"""The help card: how the question at hand is answered, and what else can be typed, on one screen or two."""

import re

import pytest
from app.scripted_call import play
from builders import FRAMEWORK, SINCE, framework_of, typed_in, walked

from coachcli.app.call.help_card import explained, guidance, help_card, help_pages
from coachcli.domain.line.commands import COMMANDS
from coachcli.domain.session.model import Session
from coachcli.domain.session.moves import Jumped
from coachcli.domain.session.walk import Walk
from coachcli.live.source import Line, Pressed

ABOUT = ["Opening: To arrive.", "Write as many lines as you like; Enter on an empty line goes on."]
SIGNS = '"!*>?~#/'
# What a window of such a size has for a page.
SIZES = [(40, 6), (40, 15), (80, 19), (120, 35)]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
@pytest.mark.parametrize("about", [[], ABOUT, ["word " * 60, *ABOUT]], ids=["map", "question", "long"])
def test_it_is_one_screen_with_every_sign_and_every_command(columns: int, rows: int, about: list[str]) -> None:
    pages = help_pages(about, columns, rows)
    card = [row for page in pages for row in page]

    assert max(map(len, pages)) <= rows
    assert len(pages) == (1 if rows > 6 else 2)
    assert max(map(len, card)) < columns
    assert set(re.findall(r"/([a-z]+)\b(?! )", " ".join(card).replace("//text", ""))) <= set(COMMANDS)
    assert [name for name in COMMANDS if f"/{name}" not in "\n".join(card)] == []
    assert [sign for sign in SIGNS if not re.search(rf"(?:^|\s){re.escape(sign)}\S", "\n".join(card))] == []


@pytest.mark.parametrize(("columns", "rows"), [(80, 19), (120, 35)])
def test_where_there_is_room_it_says_what_each_command_does_and_how_to_answer(columns: int, rows: int) -> None:
    card = "\n".join(help_card(ABOUT, columns, rows))

    assert [name for name, word in COMMANDS.items() if word.summary not in card] == []
    assert ABOUT[-1] in card


def test_where_there_is_none_it_says_where_to_find_it() -> None:
    assert help_card(ABOUT, 40, 6)[-1].endswith("/help WORD")


def test_how_to_answer_goes_before_what_the_stage_is_for() -> None:
    full = len(help_card([], 80, 19))

    assert help_card(ABOUT, 80, full + 1)[0] == f" {ABOUT[-1]}"
    assert help_card(ABOUT, 80, full + 2)[0] == f" {ABOUT[0]}"


def test_a_summary_fits_half_a_window() -> None:
    assert {name for name, word in COMMANDS.items() if len(word.summary) > 26} == set()


@pytest.mark.parametrize("word", ["go", "/go", "GO"])
def test_one_command_is_explained(word: str) -> None:
    assert explained(word) == "/go NAME: jump to stage or question."


def test_with_the_key_that_does_the_same() -> None:
    assert explained("back") == "/back: go back to where you were. Key: Shift-Tab."
    assert explained("delegate") is None


def test_f1_shows_it_in_the_place_of_the_question_and_keeps_the_line() -> None:
    sitting = play(FRAMEWORK, walked(), [Pressed("help", Line("half", 2)), "x"])

    assert any("/undo" in row for row in sitting.script.views[1].page)
    assert sitting.script.lines[1] == Line("half", 2)
    assert sitting.script.views[2].page == ()


# What the question at hand takes


def said(question: str, session: Session | None = None) -> str:
    place = FRAMEWORK.by_id.get(question) or framework_of(SINCE).by_id[question]
    return guidance(Walk(FRAMEWORK, "Jane"), place, session or walked())


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("story", "Write as many lines as you like; Enter on an empty line goes on."),
        ("topic", "One line answers it; Enter on an empty line goes on."),
        ("options", "One line each, 5 or more if they come; Enter on an empty line goes on."),
        ("importance", "Here a number from 1 to 10 answers; words after it stay with it."),
        ("energy", "Here a number from 0 to 5, halves too answers; words after it stay with it."),
        ("mood", "Here a number from 1 to 3, or the words answers; words after it stay with it."),
        ("drawn_to", "Here the words answers; words after it stay with it."),
        ("still", "Here yes or no answers; words after it stay with it."),
        ("when", "Here a day answers; words after it stay with it."),
        ("hours", "Here a number answers; words after it stay with it."),
        ("goal", "The goal in one line; by when, if you like: ... by 1 March"),
        ("actions", "What, by when, how sure: Talk to Ana by friday 8/10"),
        ("since", "What came of it: done, partly, not yet, dropped; a word on it; a new day: partly, by friday"),
        ("thanks", "Nothing to answer: say it, then Enter."),
    ],
)
def test_every_type_of_question_says_how_it_is_answered(question: str, words: str) -> None:
    assert said(question) == words


@pytest.mark.parametrize(("question", "line"), [("topic", "trust"), ("importance", "7"), ("still", "yes")])
def test_once_it_is_answered_it_says_what_words_are_then(question: str, line: str) -> None:
    session = typed_in(walked(Jumped(question)), [line])

    assert (
        said(question, session) == "It is answered. Words are a note for you alone now; Enter on an empty line goes on."
    )


def test_choices_are_counted_as_they_stand_now() -> None:
    session = typed_in(walked(Jumped("options")), ["stay", "leave"])

    assert "from 1 to 2" in said("drawn_to", session)
