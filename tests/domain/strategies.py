"""Frameworks, notes, moves and whole walks as Hypothesis makes them up."""

from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple, get_args

from builders import CLIENT, FRAMEWORK, FREE, NOW, unbegun
from hypothesis import settings
from hypothesis import strategies as st

from coachcli.domain.framework import (
    ActionQuestion,
    ChoiceQuestion,
    ChoicesQuestion,
    DateQuestion,
    Framework,
    GoalQuestion,
    LineQuestion,
    NoteQuestion,
    NumberQuestion,
    Question,
    SayQuestion,
    ScaleQuestion,
    Stage,
    Step,
    YesNoQuestion,
)
from coachcli.domain.moves import (
    Amended,
    Answered,
    Backed,
    Closed,
    Detailed,
    Jumped,
    Mapped,
    Move,
    Nexted,
    Noted,
    NoteRef,
    Passed,
    Paused,
    Rebooked,
    Resumed,
)
from coachcli.domain.session import Note, Score, Session, When
from coachcli.domain.walk import Walk, spend
from coachcli.domain.words import Field, Kind, Phase, ShareWith

OFTEN = settings(max_examples=100, deadline=None)
SOMETIMES = settings(max_examples=50, deadline=None)

KINDS: tuple[Kind, ...] = tuple(kind for part in get_args(Kind) for kind in get_args(part) or (part,))
FIELDS: tuple[Field, ...] = get_args(Field)
SHARES: tuple[ShareWith, ...] = get_args(ShareWith)

lines = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(str.strip)
days = st.builds(When, words=lines, on=st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)))


@st.composite
def notes(draw: st.DrawFn, kinds: tuple[Kind, ...] = KINDS, shares: tuple[ShareWith, ...] = SHARES) -> Note:
    """A note of any kind, with what a note of that kind may hold."""
    kind = draw(st.sampled_from(kinds))
    share: ShareWith = "nobody" if kind == "observation" else draw(st.sampled_from(shares))
    note = Note(kind=kind, text=draw(lines), share_with=share)
    if kind in {"goal", "action"}:
        details = draw(st.dictionaries(st.sampled_from(FIELDS), lines, max_size=2))
        commitment = {"due": draw(st.none() | days), "confidence": draw(st.none() | st.integers(0, 10))}
        return note.model_copy(update={**commitment, "details": details})
    return note.model_copy(update=draw(_answers[kind]) if kind in _answers else {})


_scores = st.integers(0, 10).map(lambda score: Score(score=score, low=0, high=10))
_options = st.lists(lines, min_size=1, max_size=3).map(tuple)
_answers: dict[Kind, st.SearchStrategy[dict[str, object]]] = {
    "scale": st.fixed_dictionaries({"scale": _scores}),
    "choice": st.fixed_dictionaries({"chosen": _options}),
    "choices": st.fixed_dictionaries({"chosen": _options}),
    "yesno": st.fixed_dictionaries({"said_yes": st.booleans()}),
    "date": st.fixed_dictionaries({"day": days}),
    "number": st.fixed_dictionaries({"number": st.floats(-1e9, 1e9)}),
}

_QUESTIONS: tuple[Callable[[str, str, Phase], Question], ...] = (
    lambda name, ask, phase: NoteQuestion(id=name, type="note", ask=ask, phase=phase),
    lambda name, ask, phase: LineQuestion(id=name, type="line", ask=ask, phase=phase),
    lambda name, ask, phase: LineQuestion(id=name, type="line", ask=ask, phase=phase, many=3, keep_as="takeaway"),
    lambda name, ask, phase: ScaleQuestion(id=name, type="scale", ask=ask, phase=phase),
    lambda name, ask, phase: ChoiceQuestion(id=name, type="choice", ask=ask, phase=phase, choices=("One", "Two")),
    lambda name, ask, phase: ChoicesQuestion(id=name, type="choices", ask=ask, phase=phase, choices=("One", "Two")),
    lambda name, ask, phase: YesNoQuestion(id=name, type="yesno", ask=ask, phase=phase),
    lambda name, ask, phase: DateQuestion(id=name, type="date", ask=ask, phase=phase),
    lambda name, ask, phase: NumberQuestion(id=name, type="number", ask=ask, phase=phase),
    lambda name, ask, phase: GoalQuestion(id=name, type="goal", ask=ask, phase=phase, smart="full"),
    lambda name, ask, phase: ActionQuestion(id=name, type="action", ask=ask, phase=phase),
    lambda name, ask, phase: ActionQuestion(
        id=name, type="action", ask=ask, phase=phase, many=2, fields=("who", "who")
    ),
    lambda name, ask, phase: SayQuestion(id=name, type="say", ask=ask, phase=phase),
)


@st.composite
def frameworks(draw: st.DrawFn, order: Literal["free", "fixed"] | None = None) -> Framework:
    """A small framework that `sense` would find nothing wrong with: ids differ, and one question is of the call."""
    numbers = iter(range(100))

    def asked() -> tuple[Question, ...]:
        return tuple(question() for _ in range(draw(st.integers(1, 3))))

    def question() -> Question:
        number = next(numbers)
        phase: Phase = draw(st.sampled_from(("call", "call", "call", "closing", "after_call"))) if number else "call"
        earlier = draw(st.integers(0, number))
        ask = "What now?" if earlier == number else f"And {{question_{earlier}}}, {{client}}?"
        return draw(st.sampled_from(_QUESTIONS))(f"question_{number}", ask, phase)

    def stage(number: int) -> Stage:
        minutes = draw(st.none() | st.integers(1, 60))
        name = f"stage_{number}"
        if draw(st.booleans()):
            return Stage(id=name, title=name, minutes=minutes, ask=asked())
        steps = [Step(id=f"step_{number}_{n}", title="Step", ask=asked()) for n in range(draw(st.integers(1, 2)))]
        return Stage(id=name, title=name, minutes=minutes, steps=tuple(steps))

    return Framework(
        id="made_up",
        title="Made up",
        order=order or draw(st.sampled_from(("free", "fixed"))),
        minutes=draw(st.none() | st.integers(1, 90)),
        stages=tuple(stage(number) for number in range(draw(st.integers(1, 3)))),
    )


def moves(framework: Framework) -> st.SearchStrategy[Move]:
    """Any move, sensible here or not."""
    refs = st.builds(NoteRef, st.integers(0, 4), st.integers(0, 3))
    anywhere = st.sampled_from([*framework.by_id, "nowhere"])
    return st.one_of(
        writings(),
        writings(),
        st.just(Passed()),
        st.just(Passed()),
        st.just(Nexted()),
        st.builds(Jumped, anywhere),
        st.builds(Jumped, anywhere),
        st.just(Backed()),
        st.just(Mapped()),
        st.builds(Amended, refs, st.none() | notes()),
        st.just(Paused()),
        st.just(Resumed()),
        st.just(Closed()),
    )


def writings() -> st.SearchStrategy[Noted | Answered | Detailed | Amended | Rebooked]:
    """Any move that writes something."""
    refs = st.builds(NoteRef, st.integers(0, 4), st.integers(0, 3))
    return st.one_of(
        st.builds(Answered, notes()),
        st.builds(Noted, notes()),
        st.builds(Detailed, notes(("goal", "action"))),
        st.builds(Amended, refs, st.none() | notes()),
        st.builds(Rebooked, st.integers(0, 600)),
    )


class Way(NamedTuple):
    """A framework, and what happens along it: each move with the seconds that go by before it."""

    framework: Framework
    happenings: list[tuple[Move, int]]

    @property
    def walk(self) -> Walk:
        """The walk along the framework."""
        return Walk(self.framework, CLIENT)

    def sessions(self) -> list[Session]:
        """The session as it begins, and after each move."""
        session = self.walk.begin(unbegun(self.framework), NOW)
        found = [session]
        for move, seconds in self.happenings:
            lived = session if session.status == "ended" else spend(session, seconds)
            session = self.walk.apply(lived, move, NOW)
            found.append(session)
        return found

    def steps(self) -> list[tuple[Session, Move, Session]]:
        """Each move between the session before it and the session after it."""
        sessions = self.sessions()
        return [(sessions[n], move, sessions[n + 1]) for n, (move, _) in enumerate(self.happenings)]


_any_order = st.sampled_from([FRAMEWORK, FREE]) | frameworks()


@st.composite
def ways(draw: st.DrawFn, of: st.SearchStrategy[Framework] = _any_order) -> Way:
    """A framework and any list of moves along it."""
    framework = draw(of)
    return Way(framework, draw(st.lists(st.tuples(moves(framework), st.integers(0, 100)), max_size=20)))
