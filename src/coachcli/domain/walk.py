"""The walk: what each move makes of a session. Pure and total, so back, jump, pause, resume and test are one act."""

from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from typing import get_args

from coachcli.domain.answers import filled, quoted_in
from coachcli.domain.framework import Framework, Place, fields_of, takes_many
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
    Skipped,
)
from coachcli.domain.position import first_unvisited, next_question, note_in_hand, open_field, place_of, trail
from coachcli.domain.schedule import stage_lines
from coachcli.domain.session import Booked, Note, Position, Session, Turn
from coachcli.domain.words import Field, Role

_MAP = Position()


@dataclass(frozen=True, slots=True)
class Walk:
    """A framework walked with one client, whose `client` name stands for {client} in what is asked."""

    framework: Framework
    client: str

    def fill(self, text: str, session: Session) -> str:
        """A text of the framework with what it quotes."""
        return filled(text, session, self.framework, self.client)

    def begin(self, session: Session, at: datetime) -> Session:
        """A new session at its first question, or at the map where the order is free."""
        if self.framework.order == "free":
            return session.model_copy(update={"position": _MAP})
        return self._visit(first_unvisited(self.framework, session), session, at)

    def apply(self, session: Session, move: Move, at: datetime) -> Session:  # noqa: C901, PLR0911, PLR0912 one arm each
        """The session after a move. An ended session is left only as it is, or amended."""
        match move:
            case Amended(ref=ref, note=note):
                return _amended(session, ref, note)
            case _ if session.status == "ended":
                return session
            case Noted(note=note):
                return _with_note(self._opened(session, at), note)
            case Answered(note=note):
                return self._answered(_with_note(self._opened(session, at), note), at)
            case Detailed(note=note):
                return self._onward(_with_detail(session, note), at)
            case Passed():
                return self._onward(session, at)
            case Skipped():
                return self._advance(session, at) if open_field(session) is None else self._after_answer(session, at)
            case Nexted():
                return self._advance(session, at)
            case Jumped(question=question):
                return self._visit(self.framework.by_id.get(question), session, at)
            case Backed():
                return self._back(session, at)
            case Mapped():
                return session.model_copy(update={"position": _MAP})
            case Rebooked(minutes=minutes):
                booked = Booked(planned=minutes, spent=session.minutes.spent)
                return session.model_copy(update={"minutes": booked, "stages": stage_lines(self.framework, minutes)})
            case Paused():
                return session.model_copy(update={"status": "paused"})
            case Resumed():
                return session.model_copy(update={"status": "live"})
            case Closed():
                return self._close(session, at)

    def _opened(self, session: Session, at: datetime) -> Session:
        """The session with a turn to write on: what is said before anything was asked opens the first question."""
        return session if session.turns else self._visit(first_unvisited(self.framework, session), session, at)

    def _visit(self, place: Place | None, session: Session, at: datetime, *, back: bool = False) -> Session:
        """A turn at `place`, unless that is where the conversation is already."""
        if place is None:
            return session
        turns = session.turns
        if not turns or turns[-1].question != place.question.id:
            turns = (*turns, self._turn(place, session, at, back=back))
        ended = None if place.question.phase == "call" else session.ended
        position = Position(question=place.question.id)
        return session.model_copy(update={"position": position, "turns": turns, "ended": ended})

    def _turn(self, place: Place, session: Session, at: datetime, *, back: bool) -> Turn:
        return Turn(
            stage=place.stage.id,
            step=place.step.id if place.step else None,
            question=place.question.id,
            phase=place.question.phase,
            asked=self.fill(place.question.ask, session),
            quoting=quoted_in(place.question.ask),
            at=at,
            back=back,
        )

    def _answered(self, session: Session, at: datetime) -> Session:
        place = place_of(self.framework, session)
        if place is None or not session.turns:
            return session
        index = len(session.turns[-1].notes) - 1
        note = session.turns[-1].notes[index]
        fields = [field for field in fields_of(place.question) if not _given(note, field)]
        if not fields:
            return self._after_answer(session, at)
        position = Position(question=place.question.id, note=index, field=fields[0])
        return session.model_copy(update={"position": position})

    def _after_answer(self, session: Session, at: datetime) -> Session:
        """Running questions are asked again, until the coach moves on; others are done."""
        place = place_of(self.framework, session)
        if place is not None and takes_many(place.question):
            return session.model_copy(update={"position": Position(question=place.question.id)})
        return self._advance(session, at)

    def _onward(self, session: Session, at: datetime) -> Session:
        """From a field to the next one that is still open; from a question to the next one."""
        place, field, note = place_of(self.framework, session), open_field(session), note_in_hand(session)
        if place is None or field is None or note is None or session.position is None:
            return self._advance(session, at)
        fields = fields_of(place.question)
        later = fields[fields.index(field) + 1 :] if field in fields else ()
        rest = [following for following in later if not _given(note, following)]
        if not rest:
            return self._after_answer(session, at)
        return session.model_copy(update={"position": session.position.model_copy(update={"field": rest[0]})})

    def _advance(self, session: Session, at: datetime) -> Session:
        here = place_of(self.framework, session)
        if here is not None and here.question.phase != "call":
            return self._wind_up(session, at)
        following = next_question(self.framework, session)
        if following is None:
            return session.model_copy(update={"position": _MAP})
        return self._visit(following, session, at)

    def _back(self, session: Session, at: datetime) -> Session:
        if not session.turns:
            return session
        position = session.position or _MAP
        if position.question is None:
            return self._visit(self.framework.by_id.get(session.turns[-1].question), session, at)
        if position.field is not None:
            return session.model_copy(update={"position": self._earlier_field(session, position)})
        way = trail(session)
        if len(way) < 2:
            return session
        return self._visit(self.framework.by_id.get(way[-2]), session, at, back=True)

    def _earlier_field(self, session: Session, position: Position) -> Position:
        place = place_of(self.framework, session)
        fields = fields_of(place.question) if place else ()
        index = fields.index(position.field) if position.field in fields else 0
        if index == 0:
            return Position(question=position.question)
        return position.model_copy(update={"field": fields[index - 1]})

    def _close(self, session: Session, at: datetime) -> Session:
        """From the call to what closes it, from there to what comes after it, from there to the end."""
        here = place_of(self.framework, session)
        phase = here.question.phase if here else "call"
        if phase == "after_call":
            return _end(session, at)
        return self._wind_up(session, at, skip_closing=phase == "closing")

    def _wind_up(self, session: Session, at: datetime, *, skip_closing: bool = False) -> Session:
        """The next of the questions that stand between the call and its end, or the end."""
        since_call = takewhile(lambda turn: turn.phase != "call", reversed(session.turns))
        seen = {turn.question for turn in since_call}
        waiting = [place for place in self.framework.places if place.question.id not in seen]
        closing = [p for p in waiting if p.question.phase == "closing" and not _has_kind(session, p)]
        if closing and not skip_closing:
            return self._visit(closing[0], session, at)
        after = [place for place in waiting if place.question.phase == "after_call"]
        called = session.model_copy(update={"ended": session.ended or at})
        return self._visit(after[0], called, at) if after else _end(called, at)


def spend(session: Session, seconds: int) -> Session:
    """The session with this much more time spent at the question at hand."""
    if seconds <= 0 or not session.turns:
        return session
    last = session.turns[-1]
    turns = (*session.turns[:-1], last.model_copy(update={"seconds": last.seconds + seconds}))
    longer = session.model_copy(update={"turns": turns})
    minutes = Booked(planned=session.minutes.planned, spent=(longer.seconds + 30) // 60)
    return longer.model_copy(update={"minutes": minutes})


def _with_note(session: Session, note: Note) -> Session:
    """The note on the last turn: at the map that is the question the conversation came from."""
    if not session.turns:
        return session
    last = session.turns[-1]
    turn = last.model_copy(update={"notes": (*last.notes, note)})
    return session.model_copy(update={"turns": (*session.turns[:-1], turn)})


def _with_detail(session: Session, note: Note) -> Session:
    position = session.position
    if position is None or position.note is None:
        return session
    return _replaced(session, NoteRef(len(session.turns) - 1, position.note), note)


def _replaced(session: Session, ref: NoteRef, note: Note | None) -> Session:
    turn = session.turns[ref.turn]
    notes = (*turn.notes[: ref.note], *(() if note is None else (note,)), *turn.notes[ref.note + 1 :])
    changed = turn.model_copy(update={"notes": notes})
    return session.model_copy(update={"turns": (*session.turns[: ref.turn], changed, *session.turns[ref.turn + 1 :])})


def _amended(session: Session, ref: NoteRef, note: Note | None) -> Session:
    if ref.turn >= len(session.turns) or ref.note >= len(session.turns[ref.turn].notes):
        return session
    changed = _replaced(session, ref, note)
    position = session.position
    if note is not None or position is None or position.note is None or ref.turn != len(session.turns) - 1:
        return changed
    return changed.model_copy(update={"position": _without(position, position.note, ref.note)})


def _without(position: Position, in_hand: int, removed: int) -> Position:
    """The position once a note beside the one in hand, or that one itself, is gone."""
    if removed == in_hand:
        return Position(question=position.question)
    return position.model_copy(update={"note": in_hand - (removed < in_hand)})


def _given(note: Note, field: Field) -> bool:
    if field == "by_when":
        return note.due is not None
    if field == "confidence":
        return note.confidence is not None
    return field in note.details


def _has_kind(session: Session, place: Place) -> bool:
    """Whether what a closing question asks for, such as an action, was already said; a note or a rating never was."""
    wanted = place.question.keep_as or place.question.type
    return wanted in get_args(Role) and any(note.kind == wanted for _, note in session.notes)


def _end(session: Session, at: datetime) -> Session:
    return session.model_copy(update={"status": "ended", "ended": session.ended or at, "position": None})
