"""The notes of a session under their stages and questions, in the order in which these were first reached."""

from collections.abc import Iterator

from coachcli.domain.session.framework_change import stage_title
from coachcli.domain.session.model import Note, Session, StageLine, Turn
from coachcli.domain.session.moves import NoteRef
from coachcli.domain.session.wording import asked_about, is_looked_back_on
from coachcli.domain.value import Value


class Asked(Value, frozen=True):
    """A question with all notes that were taken there, over all visits."""

    title: str
    notes: tuple[tuple[NoteRef, Note], ...]


class Passage(Value, frozen=True):
    """A stage with those of its questions where something was noted."""

    title: str
    questions: tuple[Asked, ...]


def passages(session: Session) -> list[Passage]:
    """The stages in which something was noted."""
    turns = [(number, turn) for number, turn in enumerate(session.turns) if turn.notes]
    return [
        Passage(stage_title(session, stage), tuple(_questions(session, stage, turns)))
        for stage in dict.fromkeys(turn.stage for turn in session.turns)
        if any(turn.stage == stage for _, turn in turns)
    ]


def _questions(session: Session, stage: str, turns: list[tuple[int, Turn]]) -> Iterator[Asked]:
    line = next((line for line in session.stages if line.id == stage), StageLine(id=stage, title=stage))
    here = [(number, turn) for number, turn in turns if turn.stage == stage]
    for subject in dict.fromkeys(_subject(turn) for _, turn in here):
        visits = [(number, turn) for number, turn in here if _subject(turn) == subject]
        first = visits[0][1]
        step, words = line.steps.get(first.step or ""), asked_about(first)
        notes = tuple(
            (NoteRef(number, place), note) for number, turn in visits for place, note in enumerate(turn.notes)
        )
        yield Asked(f"{step}: {words}" if step else words, notes)


def _subject(turn: Turn) -> tuple[str, str | None]:
    """What the notes of a turn stand under: its question, and what it was about where the notes do not say that."""
    return turn.question, None if is_looked_back_on(turn) else turn.item
