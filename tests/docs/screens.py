"""What a coach sees in a call, typed out in a real terminal of 80 columns."""

from collections.abc import Callable

from docs.practice import without_machine
from e2e.screen import Home, Key, Window

from coachcli.live.rows import wrapped
from docs import practice

WHEN = "2026-11-25T14:00:00+00:00"
"""A Wednesday, when Jane's third call begins."""


def _window(home: Home, *words: str, columns: int = 80, step: int = 45, **more: str) -> Window:
    world = practice.environment(home, now=WHEN, step=step) | more
    return Window(home, *words, columns=columns, rows=24, command=practice.COACH, **world)


def _start(home: Home, framework: str = "grow", *, columns: int = 80, step: int = 45, **more: str) -> Window:
    """A call with Jane in which there is nothing to look back on."""
    for path in home.practice.glob("clients/jane-example/sessions/*"):
        path.unlink()
    return _window(home, "session", "start", "Jane Example", "-f", framework, columns=columns, step=step, **more)


def _at_rest(window: Window) -> str:
    """The screen, once all is saved and nothing more comes."""
    window.settle()
    window.wait_for(lambda: " saving" not in window.text)
    return window.text


def _in_the_goal(window: Window) -> None:
    """From the first question to the goal."""
    window.wait_for("What is on your mind")
    window.enter("A good week, and a long list")
    window.enter('"I asked for help and the sky stayed up')
    window.go_on("What has happened")
    window.enter("Sam has the rota from January")
    window.enter("!She sits up straight when she says it")
    window.go_on("most worth our time")
    window.enter("What to do with the hours that are free now")
    window.go_on("What would you like to have")


def review(home: Home) -> str:
    """What was chosen in earlier calls, one by one."""
    with _window(home, "session", "start", "Jane Example", "-f", "grow") as window:
        window.wait_for("Enter shows the question")
        window.go_on("What is on your mind")
        window.go_on("What has happened")
        window.go_on("Where did you get to")
        window.enter("partly, Sam wants to think, by friday")
        window.go_on("Write the page")
        window.settle()
        return _at_rest(window)


def frameworks(home: Home) -> str:
    """Choosing a framework."""
    with _window(home, "session", "start", "Jane Example") as window:
        window.wait_for("Three pictures")
        return _at_rest(window)


def probe(home: Home) -> str:
    """A follow-up question under the notes."""
    with _start(home) as window:
        window.wait_for("What is on your mind")
        window.enter("A good week, and a long list")
        window.enter("/probe", "How are you")
        return _at_rest(window)


def commands(home: Home) -> str:
    """What a slash and a letter bring up."""
    with _start(home) as window:
        window.wait_for("What is on your mind")
        window.type("/s")
        window.wait_for("go on in another framework")
        return _at_rest(window)


def understood(home: Home) -> str:
    """An action as it was understood."""
    with _start(home) as window:
        _in_the_goal(window)
        window.enter("*Block two mornings for the strategy paper by friday 8/10")
        return _at_rest(window)


def field(home: Home) -> str:
    """What is asked about a goal once it is there."""
    with _start(home) as window:
        _in_the_goal(window)
        window.enter("A plan for two mornings a week", "How will you know?")
        return _at_rest(window)


def slip(home: Home) -> str:
    """A mistyped command."""
    with _start(home) as window:
        window.wait_for("What is on your mind")
        window.enter("/prbe", "did you mean")
        window.wait_for_line("/prbe")
        return _at_rest(window)


def stage_map(home: Home) -> str:
    """The map at which Egan's model begins."""
    with _start(home, "egan") as window:
        window.wait_for("3c Plan")
        window.settle()
        return _at_rest(window)


def grow_map(home: Home) -> str:
    """The map in the middle of a call."""
    with _start(home) as window:
        _in_the_goal(window)
        window.enter("/map", "Where to?")
        return _at_rest(window)


def rewriting(home: Home) -> str:
    """Up on an empty line."""
    with _start(home) as window:
        window.wait_for("What is on your mind")
        window.enter("A good week, and a long lsit")
        window.type(Key.UP)
        window.wait_for("rewriting")
        return _at_rest(window)


def stopped(home: Home) -> str:
    """Ctrl-C, once."""
    with _start(home) as window:
        window.wait_for("What is on your mind")
        window.enter("A good week, and a long list")
        window.type(Key.CTRL_C)
        window.wait_for("Paused")
        return _at_rest(window)


def _at_the_offers(window: Window) -> None:
    """A call that is over, with an action in it."""
    window.wait_for("What is on your mind")
    window.enter("*Block two mornings for the strategy paper by friday 8/10")
    window.end_the_call()


def _offers(window: Window) -> str:
    """The screen from where the offers begin."""
    rows = window.text.split("\n")
    start = max(number for number, row in enumerate(rows) if "After the call" in row)
    return "\n".join(rows[start:])


def offers(home: Home) -> str:
    """What can be made of a session that has just ended."""
    with _start(home) as window:
        _at_the_offers(window)
        return _offers(window)


def next_date(home: Home) -> str:
    """The next date, and what is left to take after it."""
    with _start(home) as window:
        _at_the_offers(window)
        window.settle()
        window.enter("n", "When is the next one?")
        window.settle()
        window.enter("9 december at 2", "We meet again: Wednesday 9 December 2026, 14:00")
        window.wait_for("r reflection")
        window.settle()
        rows = window.text.split("\n")
        return "\n".join(rows[next(number for number, row in enumerate(rows) if "We meet again" in row) :])


def over(home: Home) -> str:
    """A stage that takes longer than planned."""
    with _start(home, step=120) as window:
        window.wait_for("What is on your mind")
        window.enter("A good week, and a long list")
        window.enter('"I asked for help and the sky stayed up')
        window.wait_for("has had its")
        return _at_rest(window)


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
        return _at_rest(window)


def disk_full(home: Home) -> str:
    """A disk that takes nothing more in the middle of a call."""
    sign = home.root / "full"
    # So wide that nothing is wrapped before what is different on every machine has gone from it.
    with _start(home, columns=400, COACH_DOCS_FULL_DISK=str(sign)) as window:
        window.wait_for("What is on your mind")
        window.enter("A good week, and a long list")
        sign.touch()
        window.enter('"I asked for help and the sky stayed up', "-grow.yaml was not saved")
        said = next(row for row in window.rows if "NOT SAVED:" in row)
    return "\n".join(wrapped(without_machine(said.strip(), home), 80, " "))


def in_use(home: Home) -> str:
    """A session that is open in another window."""
    words = ("session", "resume", "robin-example")
    with _window(home, *words) as window:
        window.wait_for("Tell me what is going on")
        return _said(home, *words)


def changed_elsewhere(home: Home) -> str:
    """A session that another program changed while it was open."""
    (path,) = home.practice.glob("clients/robin-example/sessions/*.yaml")
    # Slow enough for the clock to save nothing by itself meanwhile.
    with _window(home, "session", "resume", "robin-example", step=1) as window:
        window.wait_for("Tell me what is going on")
        _at_rest(window)
        with path.open("a", encoding="utf-8") as file:
            file.write("# changed by another program\n")
        window.enter("They meet without me on Fridays")
        window.wait_for(lambda: any(path.parent.glob("*-2-egan.yaml")))
        window.enter("I hear of it on Mondays", "Both are kept")
        return _at_rest(window)


def damaged(home: Home) -> str:
    """A session of which only a part is left."""
    (path,) = home.practice.glob("clients/jane-example/sessions/2026-11-04*.yaml")
    path.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:30]), encoding="utf-8")
    return _said(home, "session", "show", "jane-example/2026-11-04")


def erasing(home: Home) -> str:
    """The first screen after an erasing that was killed once all of a client was put aside."""
    aside = home.practice / ".erasing" / "jane-example"
    aside.mkdir(parents=True)
    (home.practice / "clients" / "jane-example").rename(aside / "client")
    return _said(home)


def _said(home: Home, *words: str) -> str:
    """A command and what it says."""
    with _window(home, *words, columns=400) as window:
        window.ended()
        return f"$ {' '.join(('coach', *words))}\n{window.text}"


SCREENS: dict[str, Callable[[Home], str]] = {
    "review": review,
    "frameworks": frameworks,
    "probe": probe,
    "commands": commands,
    "understood": understood,
    "field": field,
    "slip": slip,
    "stage-map": stage_map,
    "grow-map": grow_map,
    "rewriting": rewriting,
    "stopped": stopped,
    "offers": offers,
    "next-date": next_date,
    "over": over,
    "killed": killed,
    "disk-full": disk_full,
    "in-use": in_use,
    "changed-elsewhere": changed_elsewhere,
    "damaged": damaged,
    "erasing": erasing,
}
