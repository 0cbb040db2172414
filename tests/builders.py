"""A short framework with every type of question, sessions walked along it, and a reader of a few days."""

import json
import shutil
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from msgspec.structs import force_setattr

from coachcli.domain.day.reader import DateReader
from coachcli.domain.framework.model import Framework, Stage, Step
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
from coachcli.domain.line.grammar import Blank, Expecting, Understood, read_line
from coachcli.domain.record import Record
from coachcli.domain.record_data import without_nothing
from coachcli.domain.session.answers import answer_here, choices_for
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Booked, FrameworkRef, Note, Session, Turn
from coachcli.domain.session.moves import Move, Passed
from coachcli.domain.session.position import note_in_hand, open_field
from coachcli.domain.session.schedule import planned_minutes, stage_lines
from coachcli.domain.session.walk import Walk
from coachcli.domain.terms import Kind, Phase, ShareWith
from coachcli.domain.value import Value, changed, plain
from coachcli.store.paths import Practice

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
CLIENT = "Jane Doe"

FRIDAY = date(2026, 11, 27)
read_date = DateReader(NOW.date())

STORY = NoteQuestion(id="story", type="note", ask="What is going on?", probes=("And what else?", "Since when?"))
TOPIC = LineQuestion(id="topic", type="line", ask="What shall we work on?", keep_as="topic", share_with="client")
OPTIONS = LineQuestion(id="options", type="line", ask="What could you do?", many=5, keep_as="option")
IMPORTANCE = ScaleQuestion(id="importance", type="scale", ask="How much does {topic} matter?", low="little", high="all")
ENERGY = ScaleQuestion(id="energy", type="scale", ask="How is your energy?", start=0, to=5, half_points=True)
MOOD = ChoiceQuestion(id="mood", type="choice", ask="How do you feel?", choices=("Calm", "Tense", "Tired but well"))
DRAWN_TO = ChoiceQuestion(
    id="drawn_to", type="choice", ask="Which one draws you?", choices_from="options", other=True, keep_as="takeaway"
)
VALUES = ChoicesQuestion(id="values", type="choices", ask="What counts?", choices=("Play", "Rest, and sleep", "Order"))
STILL = YesNoQuestion(id="still", type="yesno", ask="Is this still the goal, {client}?")
WHEN = DateQuestion(id="when", type="date", ask="When will you look at it again?")
HOURS = NumberQuestion(id="hours", type="number", ask="How many hours does it take?")
GOAL = GoalQuestion(id="goal", type="goal", ask="What do you want?", smart="full")
ACTIONS = ActionQuestion(
    id="actions", type="action", ask="What will you do?", many=3, fields=("what", "by_when", "confidence", "support")
)
SINCE = ReviewQuestion(id="since", type="review", ask="What came of what you chose?", share_with="client")
THANKS = SayQuestion(id="thanks", type="say", ask="Say thank you.")
BEFORE_NEXT = ActionQuestion(id="before_next", type="action", ask="What is one thing you will do?", phase="closing")
USEFUL = ScaleQuestion(id="useful", type="scale", ask="How useful was this?", phase="closing", share_with="client")
REFLECTION = NoteQuestion(
    id="reflection", type="note", ask="What do I take to supervision?", phase="after_call", share_with="nobody"
)
WATCH = LineQuestion(id="watch", type="line", ask="What do I want to watch in myself?", phase="after_call")

FRAMEWORK = Framework(
    id="short",
    title="Short",
    minutes=50,
    stages=(
        Stage(id="opening", title="Opening", minutes=10, ask=(STORY, TOPIC, OPTIONS)),
        Stage(
            id="middle",
            title="Middle",
            minutes=20,
            steps=(
                Step(id="rating", title="Rating", ask=(IMPORTANCE, ENERGY, MOOD)),
                Step(id="choosing", title="Choosing", ask=(DRAWN_TO, VALUES, STILL, WHEN, HOURS)),
            ),
        ),
        Stage(
            id="will",
            title="Will",
            minutes=20,
            ask=(GOAL, ACTIONS, THANKS, BEFORE_NEXT, USEFUL, REFLECTION, WATCH),
        ),
    ),
)
FREE = changed(FRAMEWORK, order="free")
OF_THE_CALL = [place.question.id for place in FRAMEWORK.places if place.question.phase == "call"]


def framework_of(*questions: Question, order: Literal["free", "fixed"] = "fixed") -> Framework:
    """A framework of one stage with these questions."""
    return Framework(id="small", title="Small", order=order, stages=(Stage(id="only", title="Only", ask=questions),))


def unbegun(framework: Framework = FRAMEWORK, **changes: object) -> Session:
    """A session in which nothing has happened yet."""
    session = Session(
        format=1,
        id=f"jane-doe/{NOW:%Y-%m-%d-%H%M}",
        client="jane-doe",
        framework=FrameworkRef(
            room=framework.room, id=framework.id, title=framework.title, version=framework.version, sha256="0" * 64
        ),
        status="live",
        started=NOW,
        minutes=Booked(planned=planned_minutes(framework)),
        stages=stage_lines(framework, None),
    )
    return changed(session, **changes)


def walked(*moves: Move, framework: Framework = FRAMEWORK, carried: tuple[Carried, ...] = ()) -> Session:
    """A session begun on a framework, after these moves."""
    walk = Walk(framework, CLIENT, carried)
    session = walk.begin(unbegun(framework), NOW)
    for move in moves:
        session = walk.apply(session, move, NOW)
    return session


def expecting(framework: Framework, session: Session, carried: tuple[Carried, ...] = ()) -> Expecting:
    """What a line typed now is an answer to."""
    route = Walk(framework, CLIENT, carried).route
    stop = route.current(session)
    if stop is None:
        return Expecting(None, read_date)
    return Expecting(
        stop.place.question,
        read_date,
        choices_for(stop.place.question, session, framework),
        framework.share_with_at(stop.place),
        open_field(session),
        note_in_hand(session),
        route.about(stop),
        answer_here(session, stop.place.question),
    )


def typed_in(
    session: Session, lines: Iterable[str], framework: Framework = FRAMEWORK, carried: tuple[Carried, ...] = ()
) -> Session:
    """The session after these lines, each of which must be taken; an empty one goes on."""
    walk = Walk(framework, CLIENT, carried)
    for line in lines:
        reading = read_line(line, expecting(framework, session, carried))
        assert isinstance(reading, Understood | Blank), reading
        session = walk.apply(session, Passed() if isinstance(reading, Blank) else reading.move, NOW)
    return session


def turn_with(*notes: Note, question: str = "story", asked: str = "What is going on?", phase: Phase = "call") -> Turn:
    """A turn at a question of the first stage."""
    return Turn(room="client", stage="opening", question=question, asked=asked, phase=phase, at=NOW, notes=notes)


def session_of(*turns: Turn, **changes: object) -> Session:
    """A session of these turns, whatever a walk would have made of them."""
    return changed(unbegun(), turns=turns, **changes)


def note(text: str = "words", kind: Kind = "note", share_with: ShareWith = "nobody") -> Note:
    """A note of a kind."""
    return Note(kind=kind, text=text, share_with=share_with)


def strings(value: object) -> Iterator[str]:
    """Every text within plain data and values, whose repr tells none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from strings(list(value.values()))
    elif isinstance(value, Value):
        yield from strings([getattr(value, part) for part in value.__struct_fields__])
    elif isinstance(value, list | tuple):
        yield from (text for part in value for text in strings(part))


def words_in(record: Record) -> str:
    """Everything in a record, as one text."""
    return json.dumps(plain(without_nothing(record)), ensure_ascii=False)


def forged(note: Note, **parts: object) -> Note:
    """A note as nothing in the program can make it."""
    made = changed(note)
    for name, part in parts.items():
        force_setattr(made, name, part)
    return made


def practice_before(tmp_path: Path) -> Practice:
    """A copy of the practice that was kept before the first change of the format: tests/before/README.md."""
    kept = Path(__file__).parent / "before" / "practice"
    return Practice(Path(shutil.copytree(kept, tmp_path / "practice", dirs_exist_ok=True)))
