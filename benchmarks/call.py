"""How fast a call is under the fingers, next to a bare prompt: Enter, a key, a slow disk, a minute of silence."""

import argparse
import compileall
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.measure import Result, Sample, Screen, entered, in_turns, letter, whole_process
from benchmarks.start import COACH, NEW, OLD, QUESTION, READY, ROOT, Desk
from benchmarks.table import Row, table
from coachcli.domain.value import changed
from coachcli.store.paths import Practice
from coachcli.store.session import sessions

NOTES = (10, 100, 500)
AT_ONE_QUESTION = 25
SESSIONS = 200
SLOW_FLUSH_SECONDS = 0.5
# The card that stands before the first question where there is something to tell.
CARD = rb"Enter shows.*> "
# The bare prompt asks for marked pastes before it draws itself: what comes before that is the line that was taken.
NEXT_BARE = rb"\x1b\[\?2004h.* >"
# More questions than the longest call has use for, so that no call comes to an end.
LONG = "long"
FRAMEWORK = "title: A long call\nstages:\n  - title: All of it\n    ask:\n" + "".join(
    f"      - {{id: q{number}, ask: 'What is the {number}. thing?'}}\n" for number in range(1, 41)
)

BARE_PROMPT = f"""from prompt_toolkit import PromptSession

session = PromptSession()
while True:
    session.prompt({QUESTION + " > "!r})
"""
SLOW_DISK = f"""import os, time

def fsync(fd, real=os.fsync):
    time.sleep({SLOW_FLUSH_SECONDS})
    real(fd)

os.fsync = fsync
"""


class Calls:
    """Calls held in terminals of their own, and a bare prompt beside them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._bare = desk.folder / "bare_prompt.py"
        self._bare.write_text(BARE_PROMPT, encoding="utf-8")

    @contextmanager
    def bare(self) -> Iterator[Screen]:
        """The prompt alone."""
        with Screen([sys.executable, str(self._bare)], self._desk.environment(self._desk.practice)) as screen:
            screen.first(rb"arrive\?")
            yield screen

    @contextmanager
    def with_notes(self, notes: int, at_one_question: int, *, is_slow: bool = False) -> Iterator[Screen]:
        """A call in which so much was noted already."""
        practice = self._desk.fresh_practice()
        (practice / "frameworks" / f"{LONG}.yaml").write_text(FRAMEWORK, encoding="utf-8")
        lines = "".join(
            f"Thought {n} of a long call\n" + "/next\n" * (n % at_one_question == 0) for n in range(1, notes)
        )
        self._desk.type_in(practice, f"{lines}0123456789 0123456789\n/pause\n", "start", NEW, "-f", LONG)
        environment = self._desk.environment(practice) | (self._slowed() if is_slow else {})
        with Screen([COACH, "session", "resume"], environment) as screen:
            screen.first(rb"> ")
            yield screen

    def _slowed(self) -> dict[str, str]:
        folder = self._desk.folder / "slow"
        folder.mkdir(exist_ok=True)
        (folder / "sitecustomize.py").write_text(SLOW_DISK, encoding="utf-8")
        return {"PYTHONPATH": str(folder)}


def under_the_fingers(calls: Calls, rounds: int) -> Iterator[tuple[str, list[Row]]]:
    """From Enter to the next prompt, and from a key to its echo."""
    with ExitStack() as screens:
        bare = screens.enter_context(calls.bare())
        held = {
            f"`coach`, {notes} notes": screens.enter_context(calls.with_notes(notes, AT_ONE_QUESTION))
            for notes in NOTES
        }
        one = screens.enter_context(calls.with_notes(NOTES[-1], NOTES[-1]))
        held[f"`coach`, {NOTES[-1]} notes, all at one question"] = one
        everything = {"a bare prompt_toolkit prompt": bare, **held}
        yield "from Enter to the next prompt", _rows(in_turns(_entering(everything, bare), rounds), 1.0)
        numbers = count()
        echoes = {name: partial(_echoed, screen, numbers) for name, screen in everything.items()}
        yield "from a key to its echo", _rows(in_turns(echoes, rounds), 1.5)


def _entering(screens: dict[str, Screen], bare: Screen) -> dict[str, Callable[[], Sample]]:
    """Each with letters of its own: what stood on its screen before does not count for the next."""
    return {
        name: partial(entered, screen, count(), NEXT_BARE if screen is bare else None)
        for name, screen in screens.items()
    }


def first_prompts(desk: Desk, rounds: int) -> list[Row]:
    """From the command to the first question, with a client one knows for long and with a new one."""

    def start(client: str) -> Sample:
        environment = desk.environment(desk.fresh_practice())
        for listing in (["session", "list"], ["action", "list"]):  # after which it remembers what it read
            whole_process([COACH, *listing], environment)
        with Screen([COACH, "session", "start", client, "-f", "grow"], environment) as screen:
            ms = screen.first(READY if client == NEW else CARD)
            return Sample(ms, screen.stop())

    names = {"a new client": NEW, f"a client of {SESSIONS} sessions": OLD}
    return _rows(in_turns({name: partial(start, client) for name, client in names.items()}, rounds), 1.2)


def on_a_slow_disk(calls: Calls, rounds: int) -> str:
    """Keys typed while a note is on its way to a disk that takes half a second for each flush."""
    with calls.with_notes(10, AT_ONE_QUESTION, is_slow=True) as screen:
        numbers = count()
        found = []
        for _ in range(rounds):
            entered(screen, numbers)
            found.append(_echoed(screen, numbers))
    slowest = max(sample.ms for sample in found)
    return (
        f"With {SLOW_FLUSH_SECONDS * 1000:.0f} ms added to every fsync, and a note on its way to the disk: "
        f"a key is echoed after {Result(found).ms:.1f} ms in the median, after {slowest:.1f} ms at the slowest of "
        f"{rounds} (goal: 50 ms)."
    )


def at_rest(calls: Calls, seconds: int) -> str:
    """What a call that waits takes of the processor."""
    with calls.with_notes(100, AT_ONE_QUESTION) as screen:
        screen.settle()
        before, began = _processor_seconds(screen.pid), time.monotonic()
        while time.monotonic() < began + seconds:
            screen.settle()
            time.sleep(0.5)
        share = (_processor_seconds(screen.pid) - before) / (time.monotonic() - began)
    return f"At rest for {seconds} seconds: {share:.2%} of one core (goal: 1%)."


def over_many_notes(calls: Calls) -> str:
    """The memory a call holds as it goes on."""
    with calls.with_notes(1, AT_ONE_QUESTION) as screen:
        held, numbers = {}, count()
        for number in range(1, 401):
            entered(screen, numbers)
            if number in {10, 100, 200, 400}:
                held[number] = _megabytes(screen.pid)
    return (
        "Memory after " + ", ".join(f"{number} notes: {megabytes:.1f} MB" for number, megabytes in held.items()) + "."
    )


def _echoed(screen: Screen, numbers: "count[int]") -> Sample:
    key = letter(numbers)
    return Sample(screen.after(key, key), 0)


def _rows(results: dict[str, Result], goal: float) -> list[Row]:
    base = next(iter(results.values()))
    return [Row(name, found, base, None if found is base else goal) for name, found in results.items()]


def _processor_seconds(process: int) -> float:
    if sys.platform == "win32":
        raise NotImplementedError("it is read from /proc")
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _megabytes(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def _long_known(desk: Desk) -> None:
    """A client of many sessions: copies of those there are, each with a day of its own."""
    practice = Practice(desk.practice)
    there = sorted(desk.practice.glob("clients/jane-doe/sessions/*.yaml"))
    model = sessions.load(there[0]).session
    for number in range(SESSIONS - len(there)):
        started = model.started - timedelta(days=7 * (number + 1))
        name = f"jane-doe/{started:%Y-%m-%d-%H%M}"
        sessions.create(practice, changed(model, id=name, started=started))
    desk.type_in(desk.practice, "/end\n/end\n", "start", OLD, "-f", "grow", "--at", "2024-04-01 14:00")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30, help="how often each is run")
    parser.add_argument("--rest", type=int, default=60, help="for how many seconds nothing is typed")
    options = parser.parse_args()
    compileall.compile_dir(ROOT / "src", quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        calls = Calls(desk)
        for title, rows in under_the_fingers(calls, options.rounds):
            print(table(rows, title), end="\n\n", flush=True)
        said: list[Callable[[], str]] = [
            partial(on_a_slow_disk, calls, options.rounds),
            partial(at_rest, calls, options.rest),
            partial(over_many_notes, calls),
        ]
        for measure in said:
            print(measure(), end="\n\n", flush=True)
        _long_known(desk)
        rows = first_prompts(desk, options.rounds)
        print(table(rows, "from the command to the first question", "that of a new client"))


if __name__ == "__main__":
    main()
