"""Reading one line from a terminal that somebody types at."""

from live.conftest import Keys

from coachcli.domain.value import changed
from coachcli.live.signals import Signals
from coachcli.live.source import Entered, Hooks, Line, Meter, Outcome, View
from coachcli.live.terminal.line import Terminal

ENTER, TAB, LEFT, RIGHT, UP, DOWN = "\r", "\t", "\x1b[D", "\x1b[C", "\x1b[A", "\x1b[B"
SHIFT_TAB, F1, F2, EDITOR = "\x1b[Z", "\x1bOP", "\x1bOQ", "\x18\x05"
CTRL_C, CTRL_D, CTRL_Z = "\x03", "\x04", "\x1a"

VIEW = View(
    visit=(1, "topic"),
    crumbs=("Goal 2 of 5", "Jane Doe", "GROW"),
    question="What would be most worth our time today?",
    cue="A topic is not yet a goal.",
    notes=("· the first thing", "· the second thing"),
)


def read(  # noqa: PLR0913 what a prompt can be given
    keys: Keys,
    line: Line | None = None,
    *,
    view: View = VIEW,
    typed: list[Line] | None = None,
    signals: Signals | None = None,
    terminal: Terminal | None = None,
) -> Outcome:
    """Show the view and wait for what comes."""

    def meter() -> Meter:
        keys.card_is_drawn.set()
        return view.meter()

    heard = typed if typed is not None else []
    source = terminal or Terminal(signals or Signals())
    return source.read(changed(view, meter=meter), line or Line(), Hooks(heard.append, lambda: None))


def lines_of(*outcomes: Outcome) -> list[tuple[str, bool]]:
    """The lines that were taken, and of each whether it is several that came together."""
    return [(outcome.line.text, outcome.line.burst) for outcome in outcomes if isinstance(outcome, Entered)]


def paste(text: str) -> str:
    """What a terminal makes of a paste."""
    return f"\x1b[200~{text}\x1b[201~"
