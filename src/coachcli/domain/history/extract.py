"""What later sessions need to know of an earlier one, so that not all of it has to be read again."""

from collections.abc import Iterable, Iterator

from coachcli.domain.history.earlier_lists import answered_in_words
from coachcli.domain.note_kinds import is_open
from coachcli.domain.record import Record
from coachcli.domain.room import counts, is_call
from coachcli.domain.session.model import Appointment, FrameworkRef, Moment, Note, Person, Session, Turn
from coachcli.domain.tags import tags_in
from coachcli.domain.terms import Held, Room, Status
from coachcli.domain.text import folded
from coachcli.domain.value import changed, field


class Themes(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What was spoken about with the client: by tag, by the topic pack that was drawn on, and by series."""

    tags: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    series: tuple[str, ...] = ()


class SessionExtract(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A session with nothing but what was chosen, promised, parked, agreed, looked back on and valued, and all ratings.

    `person`, `held` and `engagement` are those of the session, `answered` the questions that words answered in it: a
    list of these can be brought again. `rooms` are those in which anything was noted.
    """

    id: str
    person: Person | None = field(default=None, name="who")
    held: Held | None = None
    engagement: str | None = None
    framework: FrameworkRef
    status: Status
    started: Moment
    next: Appointment | None = None
    answered: tuple[str, ...] = ()
    rooms: tuple[Room, ...] = ()
    themes: Themes = Themes()
    turns: tuple[Turn, ...] = ()

    @property
    def notes(self) -> Iterator[tuple[Turn, Note]]:
        """Every note kept with its turn, in the order they were taken."""
        return ((turn, note) for turn in self.turns for note in turn.notes)


EXTRACT_FILLED = 3
"""One more for each change of what `extract_of` keeps of the same session; a change of its fields is noticed."""


def extract_of(session: Session) -> SessionExtract:
    """What later sessions need to know of a session."""
    turns = [changed(turn, notes=_kept(turn), seconds=0) for turn in session.turns]
    return SessionExtract(
        id=session.id,
        person=session.person,
        held=session.held,
        engagement=session.engagement,
        framework=session.framework,
        status=session.status,
        started=session.started,
        next=session.next,
        answered=answered_in_words(session.turns),
        rooms=tuple(dict.fromkeys(turn.room for turn in session.turns if turn.notes)),
        themes=_themes(session),
        turns=tuple(turn for turn in turns if turn.notes),
    )


def with_client(extracts: Iterable[SessionExtract]) -> tuple[SessionExtract, ...]:
    """The sessions held with the client alone; talks with others, or of three, and the coach's own work are none."""
    return tuple(extract for extract in extracts if counts(extract.framework.room))


def with_them(extracts: Iterable[SessionExtract]) -> tuple[SessionExtract, ...]:
    """The sessions in which the client was there, meetings of three included."""
    return tuple(extract for extract in extracts if is_call(extract.framework.room))


def sponsors_in(extracts: Iterable[SessionExtract]) -> frozenset[str]:
    """The codes, folded, of those with whom a talk was held as with the sponsor."""
    held = (one for one in extracts if "sponsor" in {one.framework.room, *one.rooms})
    return frozenset(folded(one.person.code) for one in held if one.person is not None)


def _kept(turn: Turn) -> tuple[Note, ...]:
    return tuple(note for note in turn.notes if is_open(note.kind) or note.scale is not None or _stays(note))


def _stays(note: Note) -> bool:
    return note.kind in {"review", "next"} or note.kind == "value"


def _themes(session: Session) -> Themes:
    turns = [turn for turn in session.turns if counts(turn.room)]
    # A scale of a series gives a number; what is worked on is what has words.
    worked_on = (turn.series for turn in turns if any(note.scale is None for note in turn.notes))
    return Themes(
        tags=tuple(tags_in("\n".join(note.text for turn in turns for note in turn.notes))),
        packs=_once(pack for turn in turns for pack in turn.packs),
        series=_once(filter(None, worked_on)),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
