"""What asks the coach at a terminal, outside a call: by a list that narrows as they type, and by plain questions."""

import shutil
from collections.abc import Callable, Sequence

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import ConditionalContainer, HSplit, Layout, Window
from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl
from prompt_toolkit.styles import Style

from coachcli.cells import cells
from coachcli.domain.text import visible
from coachcli.errors import CancelledError
from coachcli.live.choice.chooser import agreed
from coachcli.live.choice.shortlist import Option, Shortlist
from coachcli.live.rows import Row, wrapped
from coachcli.live.terminal.handback import ended_in_order
from coachcli.live.terminal.prompt_parts import Harmless, unwarned

_STYLE = Style.from_dict({"asked": "bold", "told": "dim", "separator": "dim", "marked": "bold", "about": "italic dim"})
_NOTHING = "Nothing here begins so; the backspace key takes letters away."
_NEW = "Nobody here is called that. Enter takes it as it is."


class Pickers:
    """A chooser for a terminal that can draw."""

    def pick(self, question: str, options: Sequence[Option], *, may_type: bool = False) -> str:
        """Ask for one of the options, with the arrows or by typing; what is typed never picks one that lacks it."""
        picker = _Picker(question, Shortlist(options), may_type=may_type)
        return _answer(picker.application.run)

    def write(self, question: str) -> str:
        """A line of text."""
        return _written(question, "")

    def agree(self, question: str, *, on_enter: bool | None = True) -> bool:
        """Ask for yes or no; any other answer is given back on the line, marked, so that typing replaces it."""
        return agreed(question, _written, on_enter)


def _written(question: str, before: str) -> str:
    """Ask for a line of text; `before`, given back on it, is marked, so that the first letter typed replaces it."""
    session = PromptSession[str](history=DummyHistory(), style=_STYLE)
    unwarned(session.app)

    def mark() -> None:
        line = session.default_buffer
        line.cursor_position = 0
        line.start_selection()
        if line.selection_state is not None:
            line.selection_state.enter_shift_mode()
        line.cursor_position = len(before)

    prompt = FormattedText([("class:asked", f"{_fitted(question)} ")])
    return _answer(lambda: session.prompt(prompt, default=before, pre_run=mark if before else None))


class _Picker:
    """A list, and a line that is typed to find something in it. What was picked stays behind the question."""

    def __init__(self, question: str, shortlist: Shortlist, *, may_type: bool) -> None:
        self._question = question
        self._hint = "(type to find, or a new name)" if may_type else "(type to find)"
        self._list = shortlist
        self._may_type = may_type
        self._picked = ""
        self._line = Buffer(multiline=False, history=DummyHistory(), on_text_changed=self._typed)
        self.application = self._drawn()

    def _drawn(self) -> Application[str]:
        line = Window(
            BufferControl(self._line, input_processors=[Harmless()], include_default_input_processors=False),
            height=1,
            get_line_prefix=lambda _number, _wrapped: [("class:asked", " > ")],
        )
        question = Window(FormattedTextControl(self._asked), dont_extend_height=True)
        listed = Window(FormattedTextControl(self._rows), dont_extend_height=True)
        below = Window(FormattedTextControl(self._told), dont_extend_height=True)
        open_parts = ConditionalContainer(HSplit([line, listed, below]), ~is_done)
        drawn = Application[str](Layout(HSplit([question, open_parts]), line), key_bindings=self._keys(), style=_STYLE)
        unwarned(drawn)
        return drawn

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()

        @keys.add("enter")
        def _(event: KeyPressEvent) -> None:
            marked, typed = self._list.marked, self._list.typed
            if marked is not None:
                self._picked = marked.title
                event.app.exit(result=marked.key)
            elif self._may_type:
                self._picked = typed
                event.app.exit(result=typed)

        @keys.add("c-c", eager=True)
        @keys.add("c-q", eager=True)
        def _(event: KeyPressEvent) -> None:
            event.app.exit(exception=KeyboardInterrupt)

        @keys.add("c-d", filter=Condition(lambda: not self._line.text))
        def _(event: KeyPressEvent) -> None:
            event.app.exit(exception=EOFError)

        for pressed, by in (("down", 1), ("c-n", 1), ("up", -1), ("c-p", -1)):
            keys.add(pressed, eager=True)(self._stepping(by))
        return keys

    def _stepping(self, by: int) -> Callable[[KeyPressEvent], None]:
        def step(_event: KeyPressEvent) -> None:
            self._list.step(by)

        return step

    def _typed(self, _line: Buffer) -> None:
        self._list.narrow(self._line.text)

    def _asked(self) -> FormattedText:
        behind = f" {visible(self._picked)}" if self._picked else f" {self._hint}"
        return FormattedText([("class:asked", _fitted(self._question, behind)), ("class:told", behind)])

    def _rows(self) -> FormattedText:
        """The rows of the list; the cursor of its window is at the marked one, so that this stays in sight."""
        shown: list[tuple[str, str]] = []
        for row in self._list.rows(_columns()):
            shown += [("[SetCursorPosition]", "")] if row.style == "marked" else []
            shown.append((f"class:{row.style}", f"{row.text}\n"))
        return FormattedText(shown)

    def _told(self) -> FormattedText:
        rows = [Row("about", row) for row in self._list.more(_columns())]
        if self._list.marked is None:
            rows = [Row("told", row) for row in wrapped(_NEW if self._may_type else _NOTHING, _columns(), "   ")]
        return FormattedText([(f"class:{row.style}", f"{row.text}\n") for row in rows])


def _columns() -> int:
    return shutil.get_terminal_size().columns


def _fitted(question: str, behind: str = "") -> str:
    """A question broken between words, with room for what comes behind; the library would break it inside them."""
    rows = wrapped(f"? {question}", max(20, _columns()))
    if behind and cells(f"{rows[-1]}{behind}") > _columns():
        rows.append("")
    return "\n".join(rows)


def _answer(ask: Callable[[], str]) -> str:
    try:
        with ended_in_order():
            return ask()
    except (KeyboardInterrupt, EOFError):
        raise CancelledError from None
