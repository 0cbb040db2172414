"""The card over the line, the line under it, and what is left of both when the line is taken."""

import pytest
from live.conftest import Keys, Screen, until
from live.reading import ENTER, read
from prompt_toolkit.application import Application, create_app_session
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.styles import Style

from coachcli.live.card import LINE_ROWS
from coachcli.live.source import Entered, Line, Outcome
from coachcli.live.terminal import layout
from coachcli.live.terminal.layout import Parts, application
from coachcli.live.terminal.prompt_parts import Marked


class Shown:
    """A card of two rows over a line that Enter ends; how many rows the line has at least can be changed."""

    def __init__(self) -> None:
        self.card = FormattedText([("", " What would be most worth it?\n   A topic is not yet a goal.")])
        self.line_rows = 0
        self.buffer = Buffer()
        self.bindings = KeyBindings()
        self.bindings.add("enter")(self._taken)

    def app(self) -> Application[Outcome]:
        parts = Parts(lambda: self.card, lambda: FormattedText([("", " > ")]), lambda: self.line_rows)
        return application(parts, self.buffer, Marked(lambda: False), self.bindings, Style([]))

    def _taken(self, event: KeyPressEvent) -> None:
        event.app.exit(result=Entered(Line.ending(self.buffer.text)))


@pytest.fixture
def shown() -> Shown:
    return Shown()


def rows_while(keys: Keys, screen: Screen, shown: Shown, words: str) -> tuple[Outcome, list[str]]:
    """What comes of these words, and what the window holds before Enter."""
    rows: list[str] = []
    keys(words, until(lambda: words[-8:] in screen.words), lambda: rows.extend(screen.all_rows), ENTER)
    with create_app_session(output=screen.output()):
        outcome = shown.app().run(handle_sigint=False)
    return outcome, rows


def test_the_card_stands_over_the_line_and_both_go_when_it_is_taken(keys: Keys, screen: Screen, shown: Shown) -> None:
    outcome, rows = rows_while(keys, screen, shown, "her words")

    assert rows[:3] == [" What would be most worth it?", "   A topic is not yet a goal.", " > her words"]
    assert outcome == Entered(Line.ending("her words"))
    assert screen.rows == []


def test_the_sign_stands_before_the_first_row_alone_and_no_word_is_broken(keys: Keys, shown: Shown) -> None:
    _, rows = rows_while(keys, Screen(24, 12), shown, "I said that I would ask him before the holidays")

    assert [row for row in rows if row][-3:] == [" > I said that I would", "ask him before the", "holidays"]


def test_what_would_turn_a_row_around_is_shown_as_one_cell_and_taken_as_it_is(
    keys: Keys, screen: Screen, shown: Shown
) -> None:
    outcome, rows = rows_while(keys, screen, shown, "a\u202eb her words")

    assert rows[2] == " > a\ufffdb her words"
    assert outcome == Entered(Line.ending("a\u202eb her words"))


def test_the_line_keeps_its_rows_below_a_card_that_would_fill_the_window(keys: Keys, shown: Shown) -> None:
    shown.card = FormattedText([("", "\n".join(f" row {number}" for number in range(40)))])
    _, rows = rows_while(keys, Screen(60, 12), shown, "her words")

    assert rows.index(" > her words") == 12 - LINE_ROWS


def test_with_a_menu_the_line_has_as_many_rows_as_that_needs(keys: Keys, shown: Shown) -> None:
    shown.card = FormattedText([("", "\n".join(f" row {number}" for number in range(40)))])
    shown.line_rows = 40
    _, rows = rows_while(keys, Screen(60, 12), shown, "her words")

    assert rows.index(" > her words") < 12 - LINE_ROWS


def test_an_escape_pressed_by_itself_takes_nothing_with_it(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "ESCAPE_SECONDS", 0.01)
    keys("\x1b", 0.7, ">", "send the article", ENTER)

    assert read(keys) == Entered(Line.ending(">send the article"))
