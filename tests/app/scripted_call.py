"""A call without a terminal, a disk or a clock of this world: scripted lines, a list of saves, time at will."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from builders import NOW, read_date

from coachcli.app.call import loop
from coachcli.app.call.call import Call, Exit
from coachcli.app.call.frameworks import KeptFramework, ref_to
from coachcli.app.call.services import CallServices, Keeper
from coachcli.app.editor_copy import OpenLine
from coachcli.domain.framework.model import Framework, Pack
from coachcli.domain.history.extract import extract_of
from coachcli.domain.history.open_items import followed
from coachcli.domain.line.completion import Vocabulary
from coachcli.domain.namesakes import meant
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Appointment, FrameworkRef, Session
from coachcli.domain.session.walk import Walk
from coachcli.domain.terms import Room
from coachcli.domain.value import changed
from coachcli.errors import NotFoundError
from coachcli.live.signals import Signals
from coachcli.live.source import EndOfInput, Entered, Hooks, Line, Meter, Outcome, Source, View


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
    interactive: bool = True
    log: list[str] = field(default_factory=list)
    views: list[View] = field(default_factory=list)
    meters: list[Meter] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    recorded: list[str] = field(default_factory=list)
    concealed: list[bool] = field(default_factory=list)

    def read(self, view: View, line: Line, hooks: Hooks) -> Outcome:
        self.views.append(view)
        self.meters.append(view.meter())
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

    def page_size(self) -> tuple[int, int]:
        return 80, 19

    def refresh(self) -> None:
        self.log.append("refresh")

    def conceal(self, *, on: bool) -> None:
        self.concealed.append(on)

    def anchor(self, *, on: bool) -> None:
        self.log.append("anchored" if on else "let go")


def _nothing() -> None:
    """Nobody asked to be told."""


@dataclass
class Kept:
    """A keeper that remembers all it was given, in order."""

    log: list[str]
    saves: list[Session] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    trouble: str = ""
    told: str = ""
    pending: bool = False
    at_risk: bool = False
    is_full: bool = False
    closed: bool = False
    named_as: str = ""

    def __post_init__(self) -> None:
        self.changed: Callable[[], None] = _nothing

    def news(self) -> str:
        told, self.told = self.told, ""
        return told

    def save(self, session: Session) -> None:
        self.saves.append(session)
        self.log.append("save")

    def typing(self, session: Session, line: Line) -> None:
        del session
        self.drafts.append(line.text)

    def keep_line(self, session: Session, line: Line) -> None:
        del session
        self.drafts.append(line.text)
        self.log.append(f"keep {line.text}")

    def line_done(self) -> None:
        self.log.append("done")

    def settle(self) -> None:
        self.log.append("settle")

    def named(self, session: Session) -> Session:
        return changed(session, id=self.named_as) if self.named_as else session

    def close(self) -> None:
        self.closed = True


@dataclass
class Sitting:
    """A call that was played, and all there is to look at."""

    call: Call
    script: Script
    keeper: Kept
    clock: FakeClock
    left: Exit

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
    def hints(self) -> list[str]:
        """What was in the status line as each prompt was opened."""
        return [meter.hint for meter in self.script.meters if meter.hint]

    @property
    def questions(self) -> list[str]:
        return [view.question for view in self.script.views]


def no_packs(name: str) -> Pack:
    """There are none."""
    raise NotFoundError(f"There is no pack {name}.", "")


WORDS = Vocabulary(lambda: ("Jane Doe", "Jo Smith"), lambda: ("#delegation",), lambda: ("egan", "grow"), lambda: ())


class FrameworksAtHand:
    """These frameworks and no others; none is ever changed."""

    def __init__(self, *frameworks: Framework) -> None:
        self._known = {framework.id: framework for framework in frameworks}

    def meant(self, name: str) -> list[str]:
        return meant(name, self._known, lambda _one: ())

    def fitting(self, room: Room) -> list[str]:
        return [name for name, framework in self._known.items() if framework.room == room]

    def named(self, name: str, language: str) -> Framework:
        del language
        if name not in self._known:
            raise NotFoundError(f"There is no framework {name}.", "coach framework list shows what there is.")
        return self._known[name]

    def again(self, ref: FrameworkRef) -> Framework:
        return self._known[ref.id]

    def kept(self, framework: Framework) -> KeptFramework:
        return KeptFramework(framework, ref_to(framework, "1" * 64))


def read_agreed(words: str) -> Appointment:
    """A day of `builders.DAYS`, and the time behind it."""
    day, _, at = words.partition(" ")
    return Appointment(words=words, on=read_date(day), at=at or None if read_date(day) else None)


def services_of(walk: Walk, source: Source, keeper: Keeper, clock: FakeClock, **more: Any) -> CallServices:
    """The services of a call, with nothing in them but what is given."""
    usual = {"packs": no_packs, "write_in_editor": str, "vocabulary": WORDS, "last_card": lambda _columns, _rows: []}
    usual["followed"] = lambda session: followed((extract_of(session),), ())
    usual["frameworks"] = FrameworksAtHand(walk.framework)
    return CallServices(
        walk, "Jane Doe", source, keeper, clock, read_date, read_agreed, signals=Signals(), **{**usual, **more}
    )


def play(  # noqa: PLR0913 one for each thing around a call
    framework: Framework,
    session: Session,
    steps: Iterable[Step],
    clock: FakeClock | None = None,
    edited: Callable[[str], str | OpenLine] = lambda text: text,
    *,
    at_risk: bool = False,
    carried: tuple[Carried, ...] = (),
    packs: Callable[[str], Pack] = no_packs,
    discreet: bool = False,
    interactive: bool = True,
    models: tuple[Framework, ...] = (),
) -> Sitting:
    """Hold a call over a script."""
    clock = clock or FakeClock()
    script = Script(list(steps), interactive)
    keeper = Kept(script.log, at_risk=at_risk)
    walk = Walk(framework, "Jane", carried)
    at_hand = FrameworksAtHand(framework, *models)
    services = services_of(walk, script, keeper, clock, packs=packs, write_in_editor=edited, frameworks=at_hand)
    call = Call(services, session, discreet=discreet)
    return Sitting(call, script, keeper, clock, loop.run(call))
