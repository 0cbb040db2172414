"""The notes of a session under their stages and questions, which stand in the order they were first reached."""

from collections.abc import Iterator

from coachcli.domain.session.framework_change import stage_title
from coachcli.domain.session.model import Note, Session, StageLine, Turn
from coachcli.domain.session.moves import NoteRef
from coachcli.domain.session.wording import asked_about, is_looked_back_on
from coachcli.domain.value import Value


class Asked(Value, frozen=True):
    """A question with all notes taken there, over all visits."""

    title: str
    notes: tuple[tuple[NoteRef, Note], ...]


class Passage(Value, frozen=True):
    """A stage with its questions; those where nothing was noted are left out."""

    title: str
    questions: tuple[Asked, ...]


def passages(session: Session) -> list[Passage]:
    """The stages in which something was noted."""
    noted = [(number, turn) for number, turn in enumerate(session.turns) if turn.notes]
    return [
        Passage(stage_title(session, stage), tuple(_questions(session, stage, noted)))
        for stage in dict.fromkeys(turn.stage for turn in session.turns)
        if any(turn.stage == stage for _, turn in noted)
    ]


def _questions(session: Session, stage: str, noted: list[tuple[int, Turn]]) -> Iterator[Asked]:
    line = next((line for line in session.stages if line.id == stage), StageLine(id=stage, title=stage))
    here = [(number, turn) for number, turn in noted if turn.stage == stage]
    for subject in dict.fromkeys(_subject(turn) for _, turn in here):
        visits = [(number, turn) for number, turn in here if _subject(turn) == subject]
        first = visits[0][1]
        step, asked = line.steps.get(first.step or ""), asked_about(first)
        notes = tuple(
            (NoteRef(number, place), note) for number, turn in visits for place, note in enumerate(turn.notes)
        )
        yield Asked(f"{step}: {asked}" if step else asked, notes)


def _subject(turn: Turn) -> tuple[str, str | None]:
    """The title above the notes of a turn: its question, with what it was about where the notes do not say it."""
    return turn.question, None if is_looked_back_on(turn) else turn.item
