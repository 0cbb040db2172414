"""Parts of the line: what it may become, what may be shown of it, how much of it is remembered."""

import pytest
from live.conftest import Keys, Screen, until
from live.reading import ENTER, VIEW, read
from prompt_toolkit.application import create_app_session
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import to_plain_text
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.renderer import CPR_Support, Renderer

from coachcli.domain.line.completion import Suggestion
from coachcli.domain.value import changed
from coachcli.live.signals import Signals
from coachcli.live.source import Meter
from coachcli.live.terminal.line import Terminal
from coachcli.live.terminal.prompt_parts import Harmless, Marked, Words, cap_undo


def drawn(part: Processor, *texts: str) -> Transformation:
    """What the part makes of a line of these pieces."""
    pieces = [(f"class:{number}", text) for number, text in enumerate(texts)]
    line = "".join(texts)
    return part.apply_transformation(
        TransformationInput(BufferControl(Buffer()), Document(line), 0, lambda at: at, [*pieces], 80, 10)
    )


def offered(words: Words, line: str, *, asked: bool = False) -> list[tuple[str, int, str, str]]:
    found = words.get_completions(Document(line), CompleteEvent(completion_requested=asked))
    return [(one.text, one.start_position, one.display_text, one.display_meta_text) for one in found]


class TestWords:
    def test_before_anything_is_asked_there_are_none(self) -> None:
        assert offered(Words(), "/pr") == []

    def test_they_are_what_the_view_at_hand_knows_of_the_words_before_the_cursor(self) -> None:
        words, asked_for = Words(), list[tuple[str, bool]]()

        def complete(line: str, asked: bool) -> list[Suggestion]:
            asked_for.append((line, asked))
            return [Suggestion("/probe", len(line), "the next one")]

        words.view = changed(VIEW, complete=complete)

        assert offered(words, "/pr", asked=True) == [("/probe", -3, "/probe", "the next one")]
        assert offered(words, "/p") == [("/probe", -2, "/probe", "the next one")]
        assert asked_for == [("/pr", True), ("/p", False)]

    def test_what_is_shown_of_one_can_do_no_harm_and_what_is_taken_is_the_word_itself(self) -> None:
        words = Words()
        words.view = changed(VIEW, complete=lambda _line, _asked: [Suggestion("#a\x1b[2J", 1, "\u202eabc")])

        assert offered(words, "#") == [("#a\x1b[2J", -1, "#a‹U+001B›[2J", "‹U+202E›abc")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("her words, 質問 e\u0301", "her words, 質問 e\u0301"),
        ("a\u202eb", "a\ufffdb"),
        ("a\u2066b\U000e0041", "a\ufffdb\ufffd"),
        ("bell\a", "bell\a"),
    ],
)
def test_what_would_hide_or_turn_a_row_is_one_cell_and_nothing_else_moves(text: str, shown: str) -> None:
    line = drawn(Harmless(), text, "end")

    assert line.fragments == [("class:0", shown), ("class:1", "end")]
    assert len(to_plain_text(line.fragments)) == len(text) + len("end")


def test_a_line_is_marked_for_as_long_as_it_is_to_be_written_over() -> None:
    stale = [True]
    marked = Marked(lambda: stale[0])

    assert drawn(marked, "/prbe", " x").fragments == [
        ("class:0 class:selected ", "/prbe"),
        ("class:1 class:selected ", " x"),
    ]
    stale.clear()
    stale.append(False)
    assert drawn(marked, "/prbe").fragments == [("class:0", "/prbe")]


def test_only_the_last_keys_can_be_taken_back() -> None:
    buffer = Buffer()
    cap_undo(buffer)
    for letter in "x" * 500:
        buffer.save_to_undo_stack()
        buffer.insert_text(letter)
    for _ in range(500):
        buffer.undo()

    assert len(buffer.text) == 400


def test_the_clock_is_seen_on_a_terminal_that_never_tells_where_its_cursor_is(
    keys: Keys, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Renderer, "CPR_TIMEOUT", 0.01)
    view = changed(VIEW, meter=lambda: Meter(clock="7 min, 43 left", saved="saved"))
    terminal: list[Terminal] = []
    given_up = until(lambda: terminal and terminal[0]._app.renderer.cpr_support == CPR_Support.NOT_SUPPORTED)
    seen: list[str] = []
    keys(given_up, "x", until(lambda: screen.rows[-1:] == [" > x"]), lambda: seen.extend(screen.rows), ENTER)
    with create_app_session(output=screen.output(tells_cursor=True)):
        terminal.append(Terminal(Signals()))
        read(keys, view=view, terminal=terminal[0])

    assert "\x1b[6n" in screen.written
    assert seen[0].endswith("7 min, 43 left  saved")
    assert "WARNING" not in screen.written
