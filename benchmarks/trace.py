"""How far one plain note goes: our files, and the changes of file, from Enter to the hand-over to the saver."""

import sys
import tempfile
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from types import FrameType

import coachcli
from coachcli.app.call.services import NoKeeper
from coachcli.app.context import Context, SystemClock
from coachcli.app.session.rehearsal import rehearse
from coachcli.live.conversation import Conversation
from coachcli.live.signals import Signals
from coachcli.live.source import EndOfInput, Entered, Hooks, Line, Outcome, View
from coachcli.store.paths import Practice

OURS = Path(coachcli.__file__).parent
NOTE = "She was always the one they called"


@dataclass
class Trace:
    """The file of each function of ours that was called, in order."""

    files: list[str] = field(default_factory=list)

    @property
    def entered(self) -> list[str]:
        """Each file once."""
        return list(dict.fromkeys(self.files))

    @property
    def changes(self) -> int:
        return sum(before != after for before, after in pairwise(self.files))

    def heed(self, frame: FrameType, event: str, _argument: object) -> None:
        """Keep a call, until the session is handed over."""
        path = Path(frame.f_code.co_filename)
        if frame.f_code is NoKeeper.save.__code__:
            sys.setprofile(None)
        elif event == "call" and path.is_relative_to(OURS):
            self.files.append(path.relative_to(OURS).as_posix())


class TwoNotes:
    """A source that brings two plain notes. The second is traced: with the first, what is made once is made."""

    interactive = True

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._lines = [Line.ending(NOTE), Line.ending("And who was it?")]

    def read(self, _view: View, _line: Line, _hooks: Hooks) -> Outcome:
        if not self._lines:
            return EndOfInput()
        entered = Entered(self._lines.pop())
        if not self._lines:
            sys.setprofile(self._trace.heed)
        return entered

    def page_size(self) -> tuple[int, int]:
        return 80, 24

    def say(self, *_lines: str) -> None: ...
    def record(self, *_lines: str) -> None: ...
    def kept(self, _words: str) -> None: ...
    def refresh(self) -> None: ...
    def conceal(self, *, on: bool) -> None: ...
    def anchor(self, *, on: bool) -> None: ...


def way_of_a_note() -> Trace:
    """The way of a note at the first question of GROW."""
    trace = Trace()
    with tempfile.TemporaryDirectory() as folder:
        context = Context(Practice(Path(folder)), SystemClock())
        rehearse(context, "grow", Conversation(Signals(), TwoNotes(trace), None), language=None, minutes=None)
    return trace


def main() -> None:
    trace = way_of_a_note()
    for path in trace.entered:
        print(f"{trace.files.count(path):4} {path}")
    print(f"{len(trace.entered)} files, {trace.changes} changes of file, {len(trace.files)} calls")


if __name__ == "__main__":
    main()
