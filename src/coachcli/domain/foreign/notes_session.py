"""The stages and turns of a session that is made of notes: its headings stand where questions were asked."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from coachcli.domain.foreign.blocks import Block
from coachcli.domain.foreign.outline import UNTITLED, Passage
from coachcli.domain.framework.model import Framework, Stage
from coachcli.domain.framework.questions import NoteQuestion
from coachcli.domain.session.model import Note, StageLine, Turn
from coachcli.domain.text import clean, folded, one_line
from coachcli.domain.value import Value, changed

_NOTES = "notes"
PLAIN_NOTES = Framework(
    id=_NOTES,
    title="Notes",
    order="free",
    stages=(
        Stage(id=_NOTES, title=UNTITLED, ask=(NoteQuestion(id=_NOTES, type="note", ask="What is there to note?"),)),
    ),
)
"""The framework of notes that were taken along none."""


class Walked(Value, frozen=True):
    """The stages that a session keeps, and its turns."""

    stages: tuple[StageLine, ...]
    turns: tuple[Turn, ...]


def walked(passages: Iterable[Passage], framework: Framework, at: datetime, noted: Callable[[Block], Note]) -> Walked:
    """Notes as they stand along a framework: what has a heading that it does not know gets a stage of its own."""
    own: dict[str, StageLine] = {}
    turns = tuple(_turns(passages, framework, at, noted, own))
    there = tuple(StageLine(id=stage.id, title=stage.title, steps=_steps(stage)) for stage in framework.stages)
    return Walked((*there, *own.values()), turns)


def _turns(
    passages: Iterable[Passage],
    framework: Framework,
    at: datetime,
    noted: Callable[[Block], Note],
    own: dict[str, StageLine],
) -> Iterator[Turn]:
    stages = {name: stage for stage in framework.stages for name in (_key(stage.title), _key(stage.id))}
    questions = {_key(place.question.ask): place for place in framework.places}
    for number, passage in enumerate(passages, 1):
        stage, title = stages.get(_key(passage.stage)), _title(passage.stage)
        place = questions.get(_key(passage.heading))
        if place is not None and place.stage is not stage:
            place = None
        if stage is None and title not in own:
            own[title] = StageLine(id=f"part_{len(own) + 1}", title=title)
        room = framework.room_of(stage) if stage is not None else framework.room
        yield Turn(
            room=room,
            stage=stage.id if stage is not None else own[title].id,
            step=place.step.id if place is not None and place.step is not None else None,
            question=_question(passage, number, place.question.id if place is not None else ""),
            asked=_title(passage.heading),
            at=at,
            notes=tuple(changed(noted(line), share_with="nobody") for line in passage.lines),
        )


def _question(passage: Passage, number: int, known: str) -> str:
    return known or (_NOTES if passage.heading == UNTITLED else f"heading_{number}")


def _steps(stage: Stage) -> dict[str, str]:
    return {step.id: step.title for step in stage.steps or ()}


def _title(heading: str) -> str:
    return one_line(clean(heading)) or UNTITLED


def _key(words: str) -> str:
    return folded(clean(words)).rstrip(":?. ")
