"""A call without a terminal, a disk or a clock of this world: scripted lines, a list of saves, time at will."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from builders import DAYS, NOW

from coachcli.app import runner
from coachcli.app.call import Call, Desk, Left
from coachcli.domain.carried import Carried
from coachcli.domain.framework import Framework
from coachcli.domain.pack import Pack
from coachcli.domain.session import Session
from coachcli.domain.walk import Walk
from coachcli.errors import NotFoundError
from coachcli.live.signals import Ears
from coachcli.live.source import EndOfInput, Entered, Hooks, Line, Outcome, View


@dataclass
class FakeClock:
    """`pass_` moves both clocks; `wall` alone can jump."""

    seconds: float = 0.0
    wall: datetime = NOW

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.seconds

    def pass_(self, seconds: float) -> None:
        self.seconds += seconds
        self.wall += timedelta(seconds=seconds)


Step = str | Outcome | Callable[[View, Line, Hooks], Outcome]


@dataclass
class Script:
    """A source that plays steps: a text is a line with its Enter. At their end the input ends."""

    steps: list[Step]
    log: list[str] = field(default_factory=list)
    views: list[View] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    recorded: list[str] = field(default_factory=list)

    def read(self, view: View, line: Line, hooks: Hooks) -> Outcome:
        self.views.append(view)
        self.lines.append(line)
        self.log.append("prompt")
        if not self.steps:
            return EndOfInput(closed=True)
        step = self.steps.pop(0)
        if isinstance(step, str):
            return Entered(Line.ending(step))
        return step(view, line, hooks) if callable(step) else step

    def say(self, *lines: str) -> None:
        self.said.extend(lines)

    def record(self, *lines: str) -> None:
        self.recorded.extend(lines)

    def kept(self, words: str) -> None:
        self.said.append(words)


@dataclass
class Kept:
    """A keeper that remembers all it was given, in order."""

    log: list[str]
    saves: list[Session] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    trouble: str = ""
    at_risk: bool = False
    closed: bool = False

    def news(self) -> str:
        return self.trouble

    def save(self, session: Session) -> Session:
        self.saves.append(session)
        self.log.append("save")
        return session

    def typing(self, session: Session, line: Line) -> None:
        del session
        self.drafts.append(line.text)

    def keep_line(self, session: Session, line: Line) -> None:
        del session
        self.drafts.append(line.text)
        self.log.append(f"keep {line.text}")

    def line_done(self) -> None:
        self.log.append("done")

    def close(self) -> None:
        self.closed = True


@dataclass
class Sitting:
    """A call that was played, and all there is to look at."""

    call: Call
    script: Script
    keeper: Kept
    clock: FakeClock
    left: Left

    @property
    def session(self) -> Session:
        return self.left.session

    @property
    def words(self) -> list[str]:
        return [note.text for _, note in self.session.notes]

    @property
    def remarks(self) -> list[str]:
        return [view.remark for view in self.script.views if view.remark]

    @property
    def questions(self) -> list[str]:
        return [view.question for view in self.script.views]


def no_packs(name: str) -> Pack:
    """There are none."""
    raise NotFoundError(f"There is no pack {name}.", "")


def play(  # noqa: PLR0913 one for each thing around a call
    framework: Framework,
    session: Session,
    steps: Iterable[Step],
    clock: FakeClock | None = None,
    edited: Callable[[str], str] = lambda text: text,
    *,
    at_risk: bool = False,
    carried: tuple[Carried, ...] = (),
    packs: Callable[[str], Pack] = no_packs,
) -> Sitting:
    """Hold a call over a script."""
    clock = clock or FakeClock()
    script = Script(list(steps))
    keeper = Kept(script.log, at_risk=at_risk)
    walk = Walk(framework, "Jane", carried)
    desk = Desk(
        walk, "Jane Doe", script, keeper, clock, lambda words: DAYS.get(words.casefold()), Ears(), packs, edited
    )
    call = Call(desk, session)
    return Sitting(call, script, keeper, clock, runner.run(call))
