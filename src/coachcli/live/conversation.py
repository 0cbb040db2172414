"""The conversation with the coach: the source of lines and the chooser that fit this process."""

import os
import sys
from itertools import count

from coachcli.domain.terms import Theme
from coachcli.domain.value import Value, changed
from coachcli.errors import CoachError, in_public
from coachcli.live.choice.chooser import Chooser
from coachcli.live.plain import plain_source
from coachcli.live.signals import Signals
from coachcli.live.source import Entered, Hooks, Line, Source, View
from coachcli.live.terminal.handback import ended_in_order, hand_back_in_the_end
from coachcli.live.terminal.themes import theme_for
from coachcli.live.terminal.tty_mode import in_words, pass_through


class Conversation(Value, frozen=True):
    """The conversation with the coach: signals, lines, and somebody to ask beforehand, if anybody is there."""

    signals: Signals
    source: Source
    chooser: Chooser | None
    discreet: bool = False
    """Whether others can see the screen."""

    def say(self, *lines: str) -> None:
        """Say something outside the call; where others can see the screen, only what they may read of it."""
        words = [public for line in lines if (public := in_public(line))] if self.discreet else lines
        self.source.say(*words)


def open_conversation(*, plain: bool, theme: Theme | None = None) -> Conversation:
    """Open a live line in a real terminal; a plain one for a pipe, a dumb terminal, or whoever asks for it.

    `ACCESSIBLE` in the environment asks for the plain one too, as with other programs.
    """
    plain = plain or _is_to_be_read_aloud()
    signals = Signals()
    if sys.stdin.isatty():
        with in_words():
            pass_through()
            hand_back_in_the_end(drawn=not plain and has_screen())
    if not plain and has_screen():
        source = _terminal(signals, theme_for(theme))
        if source is not None:
            from coachcli.live.choice.pickers import Pickers  # noqa: PLC0415 its library is loaded by now

            return Conversation(signals, source, Pickers())
    source = plain_source(signals)
    return Conversation(signals, source, _plain_chooser(source) if sys.stdin.isatty() else None)


def _is_to_be_read_aloud() -> bool:
    return os.environ.get("ACCESSIBLE", "") not in {"", "0"}


def has_screen() -> bool:
    """Whether a person sits at a terminal that can do more than print."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in {"dumb", "unknown"}


def _terminal(signals: Signals, theme: Theme) -> Source | None:
    from coachcli.live.terminal.line import Terminal  # noqa: PLC0415 90 ms, and only for a live line

    try:
        with in_words():
            return Terminal(signals, theme)
    except CoachError:
        raise
    except Exception as error:
        # Git Bash without winpty has no console to draw on; the class of this error exists on Windows alone.
        if type(error).__name__ != "NoConsoleScreenBufferError":
            raise
        return None


def _plain_chooser(source: Source) -> Chooser:
    from coachcli.live.choice.chooser import PlainPickers  # noqa: PLC0415 only where somebody can be asked

    asked = count()

    def ask(question: str) -> str | None:
        # Each question is a visit of its own: asked again in the same words, it is said again.
        view = View((next(asked),), (), question)
        while True:
            with ended_in_order():
                outcome = source.read(view, Line(), Hooks(lambda _: None, lambda: None))
            if not isinstance(outcome, Entered):
                return None
            if not outcome.line.burst:
                return outcome.line.text
            view = changed(view, remark="Several lines came at once. Type one, please.")

    return PlainPickers(ask)
