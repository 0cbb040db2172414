"""Takes in notes that a coach already has, one file a session: what is understood of them, and then the sessions."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path

from coachcli.app import dates
from coachcli.app.call.frameworks import kept_as, ref_to
from coachcli.app.context import Context
from coachcli.app.foreign.import_request import ImportRequest
from coachcli.app.foreign.marks import ALL_SIGNS, markdown_told, noted
from coachcli.app.foreign.notes_fate import Shelf, beside_files, is_too_large, sessions_at
from coachcli.app.foreign.notes_owner import owner_named, owner_of
from coachcli.app.session.export import markdown_of
from coachcli.app.session.lock import locked
from coachcli.command_line import command
from coachcli.domain.client.model import Client
from coachcli.domain.day.reader import DateReader
from coachcli.domain.foreign.days import Days, days_of
from coachcli.domain.foreign.notes import Notes, When, minutes_of, read_notes, when_of
from coachcli.domain.foreign.notes_file import NotesFile
from coachcli.domain.foreign.notes_session import PLAIN_NOTES, walked
from coachcli.domain.framework.model import Framework
from coachcli.domain.room import has_person
from coachcli.domain.session.model import Booked, Session, started_on
from coachcli.domain.text import clean
from coachcli.domain.value import Value, changed
from coachcli.errors import CoachError, InUseError, Saying, UsageError, harmless
from coachcli.store import settings
from coachcli.store.client import clients, folders, newcomer
from coachcli.store.foreign.text_file import NoTextError, read_text
from coachcli.store.framework import catalogue, snapshots
from coachcli.store.paths import named_path
from coachcli.store.practice import set_up
from coachcli.store.session import sessions

LARGEST = 2 << 20
"""The most bytes of a file: the notes of an hour have a hundredth of it."""
_NOBODY = "new"


class _Text(Value, frozen=True):
    """The notes of a file, and what is to be said of how they were read."""

    notes: Notes
    told: tuple[str, ...]


def read(context: Context, request: ImportRequest) -> tuple[NotesFile, ...]:
    """What is understood of each file; nothing is written. Raises UsageError where the command makes no sense."""
    desk, shelf = _Desk(context, request), Shelf(context)
    found = {file: _text_of(context, file, signs=request.signs) for file in dict.fromkeys(request.files)}
    said = [day for one in found.values() if isinstance(one, _Text) for day in one.notes.days]
    days = days_of(settings.load(context.practice).date_order, said)
    reads: list[NotesFile] = []
    for file, one in found.items():
        made = one if isinstance(one, NotesFile) else shelf.beside(desk.read(file, one, days))
        reads.append(beside_files(made, reads))
    return tuple(reads)


def write(context: Context, reads: Sequence[NotesFile], framework: str | None) -> Iterator[Path]:
    """Write the sessions of files that are new, one after another; each is on the disk when its path is there."""
    set_up(context.practice)
    ref = kept_as(context, _framework(context, framework), lambda _: None)
    for one in reads:
        if one.session is not None and one.fate == "new":
            client = _client(context, one)
            folders.refuse_linked(context.practice, client)
            name = f"{client.id}/{started_on(one.session.started)}"
            yield _written(context, changed(one.session, client=client.id, id=name, framework=ref), client)


def _client(context: Context, one: NotesFile) -> Client:
    if one.client:
        return clients.of_folder(context.practice, one.client)
    return newcomer.welcomed(context.practice, one.name)


def _written(context: Context, session: Session, client: Client) -> Path:
    minute = started_on(session.started)
    with locked(context, context.practice.session_file(client.id, f"{minute}-{session.framework.id}")):
        if sessions_at(context, client.id, minute):
            refusal = Saying(f"There is a session {session.id} by now.", discreet="There is such a session by now.")
            raise InUseError(refusal, harmless("Say the command again: it tells what is there already."))
        stored = sessions.create(context.practice, session)
        sessions.write_markdown(stored, markdown_of(stored.session, client.name, stored.path))
    return stored.path


def _text_of(context: Context, file: str, *, signs: bool) -> _Text | NotesFile:
    """The notes in a file; or that there are none that can be read."""
    try:
        path = named_path(file)
        if path.resolve().is_relative_to(context.practice.root):
            return NotesFile(file, "not understood", why=("it lies in your practice already",))
        found = read_text(path, LARGEST)
    except NoTextError as error:
        return NotesFile(file, "not understood", why=(_without_path(error.message, file), error.hint.removesuffix(".")))
    except CoachError as error:
        return NotesFile(file, "not understood", why=(_without_path(error.message, file),))
    except (OSError, RuntimeError):  # links that lead in a circle
        return NotesFile(file, "not understood", why=("it cannot be reached",))
    text = clean(found.text)
    told = found.told if not signs else (*found.told, *markdown_told(text))
    return _Text(read_notes(text, path.stem, ALL_SIGNS if signs else ""), told)


def _without_path(message: str, file: str) -> str:
    """What is the matter with a file whose name stands above it."""
    return message.removeprefix(str(Path(file).expanduser())).lstrip(": ").removesuffix(".")


class _Desk:
    """Reads one file after another, with what the coach said of all of them."""

    def __init__(self, context: Context, request: ImportRequest) -> None:
        self._new = request.new
        self._now = context.clock.now()
        self._order = settings.load(context.practice).date_order
        self._framework = _framework(context, request.framework)
        everyone = clients.known(context.practice)
        self._everyone = everyone.found
        self._owner = owner_named(request.client, everyone, new=request.new) if request.client is not None else None
        self._moment = _said(context, request) if request.on is not None else None
        self._signs = request.signs

    def read(self, file: str, text: _Text, days: Days) -> NotesFile:
        """What becomes of the notes of a file."""
        notes = text.notes
        owner = self._owner or owner_of(notes, self._everyone, new=self._new)
        started, why_not = self._started(when_of(notes, days, self._now.date()))
        minutes, no_minutes = minutes_of(notes)
        is_empty = "" if any(passage.lines for passage in notes.passages) else "there is nothing in it"
        twice = "".join(f"its top says {key}: twice" for key in notes.front.twice[:1])
        why = tuple(filter(None, (is_empty, twice, owner.trouble, why_not, no_minutes)))
        if why or started is None:
            return NotesFile(file, "not understood", owner.id, owner.name, None, why, text.told)
        session = self._session(notes, started, minutes)
        if is_too_large(session):
            why = ("it has more than one session can hold",)
            return NotesFile(file, "not understood", owner.id, owner.name, None, why, text.told)
        return NotesFile(file, "new", owner.id, owner.name, session, (), text.told)

    def _started(self, when: When) -> tuple[datetime | None, str]:
        """The moment of a session, as the coach says it or the file does; or why there is none."""
        if self._moment is not None:
            return self._moment, ""
        if when.on is None:
            return None, f"{when.trouble} (--on says when it was)"
        moment = _moment(when.on, when.at, when.offset)
        return (None, "its time is still to come") if moment > self._now else (moment, "")

    def _session(self, notes: Notes, started: datetime, minutes: int | None) -> Session:
        by = DateReader(started.date(), self._order) if self._signs else None
        made = walked(notes.passages, self._framework, started, lambda block: noted(block, by))
        return Session(
            format=1,
            id=f"{_NOBODY}/{started_on(started)}",
            client=_NOBODY,
            framework=ref_to(self._framework, snapshots.digest_of(self._framework)),
            status="ended",
            started=started,
            ended=self._now,
            written_up=self._now,
            minutes=Booked(spent=minutes),
            stages=made.stages,
            turns=made.turns,
        )


def _framework(context: Context, name: str | None) -> Framework:
    """The framework along which the notes are to stand; where none is named, they stand under their own headings."""
    if name is None:
        return PLAIN_NOTES
    found = catalogue.load(catalogue.named(context.practice, name))
    if any(has_person(found.room_of(stage)) for stage in found.stages):
        raise UsageError(
            harmless(f"{found.title} is a talk with somebody else than the client."),
            harmless(
                f"Write it up: {command('session', 'start', 'CLIENT', '-f', found.id, '--at', 'yesterday 14:00')}"
            ),
        )
    return found


def _said(context: Context, request: ImportRequest) -> datetime:
    """The moment that the coach says, which is that of one file."""
    if len(set(request.files)) > 1:
        raise UsageError(
            harmless("--on is the day of one session, and these are several files."),
            harmless("Take one file at a time, or write  date:  at the top of each."),
        )
    words, now, order = request.on or "", context.clock.now(), settings.load(context.practice).date_order
    return dates.said_moment(words, now, order, 'Say it like this: --on "12 March 2024 14:00"')


def _moment(on: date, at: time | None, offset: str) -> datetime:
    """The moment with the offset that is said, else with that which was in force here on that day."""
    if at is not None and offset:
        return datetime.fromisoformat(f"{on}T{at:%H:%M}{offset}")
    return datetime.combine(on, at or time()).astimezone()
