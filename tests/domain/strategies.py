"""Frameworks, notes, moves and whole walks as Hypothesis makes them up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, get_args

from builders import CLIENT, FRAMEWORK, FREE, NOW, unbegun
from hypothesis import settings
from hypothesis import strategies as st

from coachcli.domain.framework.checks import Check, EnoughNoted, EveryHas, Has, Moment, WasAnswered, WasVisited
from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.framework.questions import (
    ActionQuestion,
    ChoiceQuestion,
    ChoicesQuestion,
    DateQuestion,
    GoalQuestion,
    LineQuestion,
    NoteQuestion,
    NumberQuestion,
    Question,
    ReviewQuestion,
    SayQuestion,
    ScaleQuestion,
    YesNoQuestion,
)
from coachcli.domain.line.review import OUTCOMES
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Appointment, Note, Reviewed, Score, Session, When
from coachcli.domain.session.moves import (
    Agreed,
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
from coachcli.domain.session.walk import Walk, spend
from coachcli.domain.terms import Capture, Field, FrameworkKind, Kind, Phase, Role, ShareWith
from coachcli.domain.text import folded
from coachcli.domain.value import changed

OFTEN = settings(max_examples=35, deadline=None)
SOMETIMES = settings(max_examples=15, deadline=None)

KINDS: tuple[Kind, ...] = tuple(kind for part in get_args(Kind) for kind in get_args(part) or (part,))
FIELDS: tuple[Field, ...] = get_args(Field)
SHARES: tuple[ShareWith, ...] = get_args(ShareWith)

lines = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(str.strip)
days = st.builds(When, words=lines, on=st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)))
_maybe_day = st.none() | days
_maybe_confidence = st.none() | st.integers(0, 10) | st.sampled_from((0.5, 7.5))


@st.composite
def notes(draw: st.DrawFn, kinds: tuple[Kind, ...] = KINDS, shares: tuple[ShareWith, ...] = SHARES) -> Note:
    """A note of any kind, with what a note of that kind may hold."""
    kind = draw(st.sampled_from(kinds))
    share: ShareWith = "nobody" if kind == "observation" else draw(st.sampled_from(shares))
    note = Note(kind=kind, text=draw(lines), share_with=share)
    if kind in {"goal", "action"}:
        details = draw(st.dictionaries(st.sampled_from(FIELDS), lines, max_size=2))
        commitment = {"due": draw(_maybe_day), "confidence": draw(_maybe_confidence)}
        return changed(note, **commitment, details=details)
    return changed(note, **(draw(_answers[kind]) if kind in _answers else {}))


_scores = st.integers(0, 10).map(lambda score: Score(score=score, low=0, high=10))
_options = st.lists(lines | st.sampled_from(("One", "Two")), min_size=1, max_size=3).map(tuple)
_reviewed = st.builds(
    Reviewed,
    kind=st.sampled_from(("action", "goal")),
    what=lines,
    session=st.just("jane-doe/2026-11-01-1000"),
    outcome=st.sampled_from(OUTCOMES),
)
_answers: dict[Kind, st.SearchStrategy[dict[str, object]]] = {
    "scale": st.fixed_dictionaries({"scale": _scores}),
    "choice": st.fixed_dictionaries({"chosen": _options}),
    "choices": st.fixed_dictionaries({"chosen": _options}),
    "yesno": st.fixed_dictionaries({"said_yes": st.booleans()}),
    "date": st.fixed_dictionaries({"day": days}),
    "number": st.fixed_dictionaries({"number": st.floats(-1e9, 1e9)}),
    "review": st.fixed_dictionaries({"reviewed": _reviewed}),
}

QUESTIONS: tuple[Callable[[str, str, Phase], Question], ...] = (
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
    lambda name, ask, phase: ReviewQuestion(id=name, type="review", ask=ask, phase=phase),
    lambda name, ask, phase: ReviewQuestion(id=name, type="review", ask=ask, phase=phase, of="goals"),
    lambda name, ask, phase: SayQuestion(id=name, type="say", ask=ask, phase=phase),
)


_PHASES: tuple[Phase, ...] = get_args(Phase)
# What a question of each type can be tested for, beside whether it was answered at all.
_TESTS: dict[str, tuple[str, ...]] = {
    "scale": ("below 5", "above 4", "at least 3", "at most 8", "is 7", "is not 7"),
    "number": ("below 5", "above 0", "at least 2.5", "at most -1", "is 7", "is not 7"),
    "yesno": ("is yes", "is not yes", "is no"),
    "choice": ('is "One"', 'is not "Two"'),
    "choices": ('has "One"', "has not Two"),
}


@dataclass
class _Made:
    """What was made up so far, so that what follows can name it."""

    draw: st.DrawFn
    asked: list[tuple[Question, str | None]] = field(default_factory=list)

    def earlier(self, phase: Phase, loop: str | None) -> list[Question]:
        """What was asked by then: in the call before all that comes after it, in a loop for that loop alone."""
        until = _PHASES.index(phase)
        return [one for one, of in self.asked if of in {None, loop} and _PHASES.index(one.phase) <= until]

    def condition(self, earlier: list[Question]) -> str | None:
        """A sentence on what was asked before, if there is anything to test."""
        testable = [question for question in earlier if question.type != "say"]
        if not testable or not self.draw(st.booleans()):
            return None
        return self.draw(st.sampled_from((" and ", " or "))).join(self._test(testable) for _ in range(self._up_to(2)))

    def question(self, loop: str | None = None) -> Question:
        """Of any type; the first one of all is of the call, and asked whatever happens."""
        number = len(self.asked)
        phase: Phase = (
            self.draw(st.sampled_from(("call", "call", "call", "closing", "after_call"))) if number else "call"
        )
        earlier = self.earlier(phase, loop)
        made = self._of_some_type(f"question_{number}", self._ask(earlier, loop), phase, earlier)
        settings = {
            "when": self.condition(earlier),
            "required": self.draw(st.booleans()),
            "share_with": self.draw(_maybe_share),
            "cue": self.draw(_maybe_text),
            "probes": self.draw(_no_probe_or_one),
        }
        question = changed(made, **settings)
        self.asked.append((question, loop))
        return question

    def questions(self, loop: str | None = None) -> tuple[Question, ...]:
        return tuple(self.question(loop) for _ in range(self._up_to(3)))

    def step(self, name: str) -> Step:
        """Asked once, or for each of what was listed before."""
        lists = [one for one in self.earlier("call", None) if _is_list(one)]
        looped = bool(lists) and self.draw(st.booleans())
        source = self.draw(st.sampled_from(lists)).id if looped else None
        return Step(
            id=name,
            title=self.draw(_texts),
            when=self.condition(self.earlier("call", None)),
            for_each=source,
            most=self.draw(_maybe_most) if source else None,
            ask=self.questions(name if source else None),
        )

    def stage(self, number: int) -> Stage:
        name, minutes = f"stage_{number}", self.draw(_maybe_minutes)
        when = self.condition(self.earlier("call", None))
        stage = Stage(id=name, title=self.draw(_texts), minutes=minutes, when=when, ask=(_PLACEHOLDER,))
        if self.draw(st.booleans()):
            return changed(stage, ask=self.questions())
        steps = tuple(self.step(f"step_{number}_{n}") for n in range(self._up_to(2)))
        return changed(stage, ask=None, steps=steps)

    def checks(self, stages: int) -> tuple[Check, ...]:
        """A few checks of any sort, on anything there is."""
        return tuple(self._check(stages) for _ in range(self.draw(st.integers(0, 2))))

    def _check(self, stages: int) -> Check:
        say, at = self.draw(_texts), self.draw(_moments)
        match self.draw(_sorts):
            case "noted":
                enough, of = self.draw(st.integers(1, 3)), self.draw(st.sampled_from(_COUNTED))
                return EnoughNoted(say=say, at=at, at_least=enough, of=of)
            case "has":
                return EveryHas(say=say, at=at, every=self.draw(_committed), has=self.draw(_had))
            case "answered":
                asked = [question.id for question, _ in self.asked]
                return WasAnswered(say=say, at=at, answered=self.draw(st.sampled_from(asked)))
            case _:
                return WasVisited(say=say, at=at, visited=f"stage_{self.draw(st.integers(0, stages - 1))}")

    def _up_to(self, most: int) -> int:
        return self.draw(st.integers(1, most))

    def _test(self, testable: Sequence[Question]) -> str:
        question = self.draw(st.sampled_from(testable))
        return f"{question.id} {self.draw(st.sampled_from(('answered', 'empty', *_TESTS.get(question.type, ()))))}"

    def _ask(self, earlier: list[Question], loop: str | None) -> str:
        asks = ["What now?", *(f"And {{{question.id}}}, {{client}}?" for question in earlier)]
        return self.draw(st.sampled_from([*asks, *(["What of {item}?"] if loop else [])]))

    def _of_some_type(self, name: str, ask: str, phase: Phase, earlier: list[Question]) -> Question:
        lists = [question.id for question in earlier if _is_list(question)]
        types: list[Callable[[str, str, Phase], Question]] = [*QUESTIONS, *([_choice_from] if lists else [])]
        made = self.draw(st.sampled_from(types))(name, ask, phase)
        from_list = isinstance(made, ChoiceQuestion) and made.choices is None
        return changed(made, choices_from=self.draw(st.sampled_from(lists))) if from_list else made


def _is_list(question: Question) -> bool:
    return isinstance(question, ChoicesQuestion) or (isinstance(question, LineQuestion) and question.many is not None)


def _choice_from(name: str, ask: str, phase: Phase) -> Question:
    return ChoiceQuestion(id=name, type="choice", ask=ask, phase=phase, choices_from="question_0", other=True)


_PLACEHOLDER = SayQuestion(id="placeholder", type="say", ask="?")
_texts = lines.map(str.strip).filter(lambda text: "{" not in text)
_moments: st.SearchStrategy[Moment | None] = st.none() | st.sampled_from(get_args(Moment))
_COUNTED: tuple[Literal[Role, Capture, "note"], ...] = ("option", "goal", "action", "quote", "note", "takeaway")
_some_had: tuple[Has, ...] = ("by_when", "confidence", "support")
_had = st.sets(st.sampled_from(_some_had), min_size=1).map(tuple)
_orders: tuple[Literal["free", "fixed"], ...] = ("free", "fixed")
_committed: st.SearchStrategy[Literal["action", "goal"]] = st.sampled_from(("action", "goal"))
_sorts = st.sampled_from(("noted", "has", "answered", "visited"))
# Made once: making up what to choose from took longer than choosing.
_maybe_text = st.none() | _texts
_no_probe_or_one = st.just(()) | st.tuples(_texts)
_maybe_share = st.none() | st.sampled_from(SHARES)
_maybe_most = st.none() | st.integers(1, 3)
_maybe_minutes = st.none() | st.integers(1, 60)
_maybe_length = st.none() | st.integers(1, 90)


@st.composite
def frameworks(draw: st.DrawFn, order: Literal["free", "fixed"] | None = None) -> Framework:
    """A small framework that `sense` would find nothing wrong with: ids differ, and one question is of the call."""
    made = _Made(draw)
    stages = [made.stage(number) for number in range(draw(st.integers(1, 3)))]
    stages = [changed(stage, checks=made.checks(len(stages))) for stage in stages]
    return Framework(
        id="made_up",
        title="Made up",
        kind=draw(st.sampled_from(get_args(FrameworkKind))),
        order=draw(st.sampled_from(_orders)) if order is None else order,
        minutes=draw(_maybe_length),
        checks=made.checks(len(stages)),
        stages=tuple(stages),
    )


def moves(framework: Framework) -> st.SearchStrategy[Move]:
    """Any move, sensible here or not."""
    anywhere = st.sampled_from([*framework.by_id, "nowhere"])
    # Answers of the kinds that its questions take, or nothing would ever be listed, or tested for.
    kinds = tuple(dict.fromkeys(answer_kind(place.question) for place in framework.places))
    return st.one_of(
        _moves_anywhere,
        st.builds(Answered, notes(kinds)),
        st.builds(Answered, notes(kinds)),
        st.builds(Jumped, anywhere),
        st.builds(Jumped, anywhere),
    )


def writings() -> st.SearchStrategy[Noted | Answered | Detailed | Amended | Rebooked | Agreed]:
    """Any move that writes something."""
    return _writings


_refs = st.builds(NoteRef, st.integers(0, 4), st.integers(0, 3))
_amendments = st.builds(Amended, _refs, st.none() | notes())
_writings = st.one_of(
    st.builds(Answered, notes()),
    st.builds(Noted, notes()),
    st.builds(Detailed, notes(("goal", "action"))),
    _amendments,
    st.builds(Rebooked, st.integers(0, 600)),
    st.builds(Agreed, st.builds(Appointment, words=st.sampled_from(["friday", "as always"]))),
)
_moves_anywhere: st.SearchStrategy[Move] = st.one_of(
    _writings,
    st.just(Passed()),
    st.just(Passed()),
    st.just(Nexted()),
    st.just(Backed()),
    st.just(Mapped()),
    _amendments,
    st.just(Paused()),
    st.just(Resumed()),
    st.just(Closed()),
)


class Way(NamedTuple):
    """A framework, what happens along it, and what is open from earlier sessions.

    Each move comes with the seconds that go by before it.
    """

    framework: Framework
    happenings: list[tuple[Move, int]]
    carried: tuple[Carried, ...] = ()

    @property
    def walk(self) -> Walk:
        """The walk along the framework."""
        return Walk(self.framework, CLIENT, self.carried)

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


_carried = st.builds(
    Carried,
    kind=st.sampled_from(("action", "goal")),
    what=_texts,
    session=st.just("jane-doe/1"),
    share_with=st.sampled_from(SHARES),
)
brought = st.lists(_carried, max_size=3, unique_by=lambda thing: (thing.kind, folded(thing.what))).map(tuple)
_any_order = st.sampled_from([FRAMEWORK, FREE]) | frameworks()


@st.composite
def ways(draw: st.DrawFn, of: st.SearchStrategy[Framework] = _any_order) -> Way:
    """A framework and any list of moves along it."""
    framework = draw(of)
    happenings = draw(st.lists(st.tuples(moves(framework), st.integers(0, 100)), max_size=20))
    return Way(framework, happenings, draw(brought))
