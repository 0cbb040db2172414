"""The walk: what each move makes of a session. Pure and total, so back, jump, pause, resume and test are one act."""

from datetime import datetime
from itertools import takewhile
from typing import get_args

from coachcli.domain.framework.model import Framework, Place
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.framework.questions import LineQuestion, ScaleQuestion
from coachcli.domain.session.answers import filled, quoted_in
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.edits import amended, ended_again, marked, with_detail, with_note, with_pack
from coachcli.domain.session.framework_change import is_elsewhere, lines_elsewhere, minutes_here
from coachcli.domain.session.lists import Lists, kept, without
from coachcli.domain.session.model import Booked, Position, Session, Turn
from coachcli.domain.session.moves import (
    Agreed,
    Amended,
    Answered,
    Backed,
    Closed,
    Detailed,
    Dropped,
    Jumped,
    KeptList,
    Mapped,
    Move,
    Nexted,
    Noted,
    Passed,
    Paused,
    Probed,
    Rebooked,
    Resumed,
    Skipped,
)
from coachcli.domain.session.position import Key, fields_at, item_of, key_of, note_in_hand, open_field, place_of, trail
from coachcli.domain.session.route import Route, Stop
from coachcli.domain.session.schedule import stage_lines
from coachcli.domain.session.voice import addresses_client
from coachcli.domain.terms import Phase, Role
from coachcli.domain.value import Value, changed, field

_MAP = Position()


class Walk(Value, frozen=True):
    """A framework walked with one client, whose name `client` stands for {client} in the questions.

    Where it is None, the questions name and quote nobody: others may read them.
    `carried` are the open things from earlier sessions, `lists` what the questions begin with that bring one again.
    """

    framework: Framework
    client: str | None
    carried: tuple[Carried, ...] = ()
    lists: Lists = field(default_factory=dict)

    @property
    def unnamed(self) -> "Walk":
        """This walk with questions that others may read."""
        return changed(self, client=None)

    @property
    def route(self) -> Route:
        """The order of questions that the walk follows."""
        return Route(self.framework, self.carried)

    def fill(self, text: str, session: Session) -> str:
        """A text of the framework with its quotes filled in, where the conversation stands."""
        return self._filled(text, session, item_of(session))

    def words_at(self, stop: Stop, session: Session) -> str:
        """The words of the question at a stop."""
        return self._filled(stop.place.question.ask, session, stop.item)

    def _filled(self, text: str, session: Session, item: str | None) -> str:
        return filled(text, session, self.framework, self.client, item)

    def begin(self, session: Session, at: datetime) -> Session:
        """A new session at its first question, or at the map where the order is free or no question is asked yet."""
        at_map = changed(session, position=_MAP)
        return at_map if self.framework.order == "free" else self._visit(self.route.unvisited(session), at_map, at)

    def arrive(self, session: Session, at: datetime) -> Session:
        """A session that comes from another framework, where it once left this one, or else at the beginning."""
        turns = [turn for turn in self._own(session).turns if turn.phase == "call"]
        return self._return(key_of(turns[-1]), session, at) if turns else self.begin(session, at)

    def apply(self, session: Session, move: Move, at: datetime) -> Session:  # noqa: C901, PLR0911, PLR0912 one arm each
        """The session after a move. An ended session can only be amended; any other move leaves it as it is."""
        match move:
            case Amended(ref=ref, note=note):
                return amended(session, ref, note)
            case _ if session.status == "ended":
                return session
            case Noted(note=note):
                return with_note(self._opened(session, at), marked(note, session, at))
            case Answered(note=note):
                here = kept(self.lists, self.framework, self._opened(session, at), at)
                return self._answered(with_note(here, marked(note, session, at)))
            case KeptList() | Dropped():
                return without(kept(self.lists, self.framework, session, at), self.framework, move)
            case Detailed(note=note):
                return self._onward(with_detail(session, note), at)
            case Probed(pack=pack):
                return with_pack(session, pack)
            case Passed():
                return self._onward(session, at)
            case Skipped():
                return self._advance(session, at) if open_field(session) is None else _at_question(session)
            case Nexted():
                return self._advance(session, at)
            case Jumped(question=question):
                return self._jump(question, session, at)
            case Backed():
                return self._back(session, at)
            case Mapped():
                return changed(session, position=_MAP)
            case Rebooked(minutes=minutes):
                return self._rebooked(session, minutes)
            case Agreed(next=agreed):
                return changed(session, next=agreed)
            case Paused():
                return changed(session, status="paused")
            case Resumed():
                return changed(session, status="live")
            case Closed():
                return self._close(session, at)

    def _opened(self, session: Session, at: datetime) -> Session:
        """The session with a turn to write on. Words before any question of this framework open the first question.

        Where none is asked as things stand, they open the first there is: no word may be lost. Words that are added at
        the map after the end belong to the call, and not to the coach's thoughts about it.
        """
        if session.amending and session.turns and session.position == _MAP and session.turns[-1].phase != "call":
            return changed(self.arrive(session, at), position=_MAP)
        if session.turns and not is_elsewhere(session.turns[-1].question):
            return session
        first = next((p for p in self.framework.places if p.question.phase == "call"), self.framework.places[0])
        return self._visit(self.route.unvisited(session) or Stop(first), session, at)

    def _jump(self, question: str, session: Session, at: datetime) -> Session:
        place = self.framework.by_id.get(question)
        return session if place is None else self._visit(self.route.opening(place, session), session, at)

    def _return(self, key: Key, session: Session, at: datetime, *, back: bool = False) -> Session:
        place = self.framework.by_id.get(key[0])
        return session if place is None else self._visit(Stop(place, key[1]), session, at, back=back)

    def _visit(self, stop: Stop | None, session: Session, at: datetime, *, back: bool = False) -> Session:
        """A turn at `stop`, unless that is where the conversation is already."""
        if stop is None:
            return session
        turns = session.turns
        if not turns or key_of(turns[-1]) != stop.key:
            turns = (*turns, self._turn(stop, session, at, back=back))
        is_held = stop.place.question.phase == "call" and session.amending is None
        end = None if is_held else session.ended
        position = Position(question=stop.place.question.id)
        return changed(session, position=position, turns=turns, ended=end)

    def _turn(self, stop: Stop, session: Session, at: datetime, *, back: bool) -> Turn:
        place = stop.place
        room = self.framework.room_of(place.stage)
        return Turn(
            room=room,
            stage=place.stage.id,
            step=place.step.id if place.step else None,
            question=place.question.id,
            item=stop.item,
            series=(place.question if isinstance(place.question, ScaleQuestion) else place.stage).series,
            again=place.question.again if isinstance(place.question, LineQuestion) else None,
            to_client=room == "three" and addresses_client(place.question.ask),
            phase=place.question.phase,
            asked=self.words_at(stop, session),
            quoting=quoted_in(place.question.ask),
            at=at,
            back=back,
        )

    def _answered(self, session: Session) -> Session:
        """The session after an answer: at its first open field, else still at the question until the coach goes on."""
        place = place_of(self.framework, session)
        if place is None or not session.turns:
            return session
        index = len(session.turns[-1].notes) - 1
        note = session.turns[-1].notes[index]
        fields = [field for field in fields_at(place, note) if not note.has(field)]
        if not fields:
            return _at_question(session)
        position = Position(question=place.question.id, note=index, field=fields[0])
        return changed(session, position=position)

    def _onward(self, session: Session, at: datetime) -> Session:
        """The session one step on: at the next open field, then at the question itself, then at the next question."""
        place, field, note = place_of(self.framework, session), open_field(session), note_in_hand(session)
        if place is None or field is None or note is None or session.position is None:
            return self._advance(session, at)
        fields = fields_at(place, note)
        later = fields[fields.index(field) + 1 :] if field in fields else ()
        rest = [following for following in later if not note.has(following)]
        if not rest:
            return _at_question(session)
        return changed(session, position=changed(session.position, field=rest[0]))

    def _advance(self, session: Session, at: datetime) -> Session:
        here = place_of(self.framework, session)
        if here is not None and here.question.phase != "call" and session.amending is None:
            return self._wind_up(session, at)
        stop = self.route.following(session)
        if stop is None:
            return changed(session, position=_MAP)
        return self._visit(stop, session, at)

    def _back(self, session: Session, at: datetime) -> Session:
        own = self._own(session)
        if not own.turns:
            return session
        position = session.position or _MAP
        if position.question is None:
            return self._return(key_of(own.turns[-1]), session, at)
        if position.field is not None:
            return changed(session, position=self._earlier_field(session, position))
        way = trail(own)
        if len(way) < 2:
            return session
        return self._return(way[-2], session, at, back=True)

    def _own(self, session: Session) -> Session:
        """The session with only the turns of this framework, and without a position."""
        turns = tuple(turn for turn in session.turns if turn.question in self.framework.by_id)
        return changed(session, turns=turns, position=None)

    def _rebooked(self, session: Session, minutes: int) -> Session:
        if session.amending is not None:
            return session
        booked = changed(session, minutes=Booked(planned=minutes, spent=session.minutes.spent))
        lines = stage_lines(self.framework, minutes_here(booked))
        return changed(booked, stages=(*lines_elsewhere(session), *lines))

    def _earlier_field(self, session: Session, position: Position) -> Position:
        place, note = place_of(self.framework, session), note_in_hand(session)
        fields = fields_at(place, note) if place and note else ()
        index = fields.index(position.field) if position.field in fields else 0
        if index == 0:
            return Position(question=position.question)
        return changed(position, field=fields[index - 1])

    def _close(self, session: Session, at: datetime) -> Session:
        """The session one phase on: from the call to its closing questions, to those after the call, to the end."""
        if session.amending is not None:
            return ended_again(session)
        here = place_of(self.framework, session)
        phase = here.question.phase if here else "call"
        if phase == "after_call":
            return _end(session, at)
        return self._wind_up(session, at, skip_closing=phase == "closing")

    def _wind_up(self, session: Session, at: datetime, *, skip_closing: bool = False) -> Session:
        """The session at the next question between the call and its end, or at the end."""
        since_call = takewhile(lambda turn: turn.phase != "call", reversed(session.turns))
        visits = {key_of(turn) for turn in since_call}
        closing = [stop for stop in self._waiting("closing", session, visits) if not _has_kind(session, stop.place)]
        if closing and not skip_closing:
            return self._visit(closing[0], session, at)
        after = self._waiting("after_call", session, visits)
        called = changed(session, ended=session.ended or at)
        return self._visit(after[0], called, at) if after else _end(called, at)

    def _waiting(self, phase: Phase, session: Session, visits: set[Key]) -> list[Stop]:
        return [stop for stop in self.route.stops(session, phase) if stop.key not in visits]


def spend(session: Session, seconds: int) -> Session:
    """The session with so many more seconds spent at the question at hand."""
    if seconds <= 0 or not session.turns or session.amending is not None:
        return session
    last = session.turns[-1]
    turns = (*session.turns[:-1], changed(last, seconds=last.seconds + seconds))
    longer = changed(session, turns=turns)
    minutes = Booked(planned=session.minutes.planned, spent=(longer.seconds + 30) // 60)
    return changed(longer, minutes=minutes)


def _at_question(session: Session) -> Session:
    """The session at the question itself, with no field of an answer open."""
    position = session.position
    return changed(session, position=position and Position(question=position.question))


def _has_kind(session: Session, place: Place) -> bool:
    """Whether a session has what a closing question asks for, such as an action; notes and ratings do not count."""
    kind = answer_kind(place.question)
    return kind in get_args(Role) and any(note.kind == kind for _, note in session.notes)


def _end(session: Session, at: datetime) -> Session:
    return changed(session, status="ended", ended=session.ended or at, position=None)
