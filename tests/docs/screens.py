"""What a coach sees in a call, typed out in a real terminal of 80 columns."""

from collections.abc import Callable

from docs import practice
from e2e.screen import Home, Key, Window

_WHEN = "2026-11-25T14:00:00+00:00"
"""A Wednesday, when Jane's third call begins."""


def _window(home: Home, *words: str, rows: int = 24, step: int = 45) -> Window:
    world = practice.environment(home, now=_WHEN, step=step)
    return Window(home, *words, columns=80, rows=rows, command=practice.COACH, **world)


def _start(home: Home, framework: str = "grow", *, rows: int = 24, step: int = 45) -> Window:
    return _window(home, "session", "start", "Jane Example", "-f", framework, rows=rows, step=step)


def _in_the_goal(window: Window) -> None:
    """From the first question to the goal."""
    window.wait_for("What is on your mind")
    window.enter("A good week, and a long list")
    window.enter('"I asked for help and the sky stayed up')
    window.go_on("What has happened")
    window.enter("Sam has the rota from January")
    window.enter("!She sits up straight when she says it")
    window.go_on("most worth our time")
    window.enter("What to do with the hours that are free now", "What would you like to have")


def call(home: Home) -> str:
    """The middle of a call, with a line that is being typed."""
    with _start(home) as window:
        _in_the_goal(window)
        window.enter("*Block two mornings for the strategy paper by friday 8/10")
        line = "~I want this more than she does; step back"
        window.type(line)
        window.wait_for(lambda: window.line == line)
        return window.text


def first_question(home: Home) -> str:
    """A call that has just begun."""
    with _start(home) as window:
        window.wait_for("What is on your mind")
        return window.text


def models(home: Home) -> str:
    """Choosing a model."""
    with _window(home, "session", "start", "Jane Example") as window:
        window.wait_for("Three pictures")
        return window.text


def probe(home: Home) -> str:
    """A follow-up question under the notes."""
    with _start(home) as window:
        window.wait_for("What is on your mind")
        window.enter("A good week, and a long list")
        window.enter("/probe", "How are you")
        return window.text


def commands(home: Home) -> str:
    """What a slash brings up."""
    with _start(home) as window:
        window.wait_for("What is on your mind")
        window.type("/")
        window.wait_for("go back to where you were")
        return window.text


def understood(home: Home) -> str:
    """An action as it was understood."""
    with _start(home) as window:
        _in_the_goal(window)
        window.enter("*Block two mornings for the strategy paper by friday 8/10")
        return window.text


def field(home: Home) -> str:
    """What is asked about a goal once it is there."""
    with _start(home) as window:
        _in_the_goal(window)
        window.enter("A plan for two mornings a week", "How will you know?")
        return window.text


def slip(home: Home) -> str:
    """A mistyped command."""
    with _start(home) as window:
        window.wait_for("What is on your mind")
        window.enter("/prbe", "did you mean")
        return window.text


def stage_map(home: Home) -> str:
    """The map at which Egan's model begins."""
    with _start(home, "egan") as window:
        window.wait_for("Where does it begin today?")
        return window.text


def grow_map(home: Home) -> str:
    """The map in the middle of a call."""
    with _start(home) as window:
        _in_the_goal(window)
        window.enter("/map", "Where to?")
        return window.text


def rewriting(home: Home) -> str:
    """Up on an empty line."""
    with _start(home) as window:
        window.wait_for("What is on your mind")
        window.enter("A good week, and a long lsit")
        window.type(Key.UP)
        window.wait_for("rewriting")
        return window.text


def stopped(home: Home) -> str:
    """Ctrl-C, once."""
    with _start(home) as window:
        window.wait_for("What is on your mind")
        window.enter("A good week, and a long list")
        window.type(Key.CTRL_C)
        window.wait_for("Paused")
        return window.text


def over(home: Home) -> str:
    """A stage that takes longer than planned."""
    with _start(home, step=240) as window:
        _in_the_goal(window)
        window.wait_for("over in Goal")
        return window.text


def paused_card(home: Home) -> str:
    """What is said when a call is left for now."""
    with _start(home) as window:
        _in_the_goal(window)
        window.enter("/pause", "Go on with")
        window.ended()
        return window.text


def killed(home: Home) -> str:
    """A call whose terminal died in the middle of a line, resumed."""
    with _start(home) as window:
        window.wait_for("What is on your mind")
        window.enter("A good week, and a long list")
        line = "the thing she did not say was"
        window.type(line)
        window.wait_for(lambda: window.line == line)
        window.wait_for(lambda: any(home.practice.glob("clients/*/sessions/*.draft")))
    with _window(home, "session", "resume") as window:
        window.wait_for(lambda: window.line == line)
        return window.text


def disk_full(home: Home) -> str:
    """A disk that takes nothing more in the middle of a call."""
    sign = home.root / "full"
    world = practice.environment(home, now=_WHEN) | {"COACH_DOCS_FULL_DISK": str(sign)}
    words = ("session", "start", "Jane Example", "-f", "grow")
    with Window(home, *words, columns=80, rows=24, command=practice.COACH, **world) as window:
        window.wait_for("What is on your mind")
        window.enter("A good week, and a long list")
        sign.touch()
        window.enter('"I asked for help and the sky stayed up', "NOT SAVED")
        return window.text


SCREENS: dict[str, Callable[[Home], str]] = {
    "call": call,
    "first-question": first_question,
    "models": models,
    "probe": probe,
    "commands": commands,
    "understood": understood,
    "field": field,
    "slip": slip,
    "stage-map": stage_map,
    "grow-map": grow_map,
    "rewriting": rewriting,
    "stopped": stopped,
    "over": over,
    "paused": paused_card,
    "killed": killed,
    "disk-full": disk_full,
}
