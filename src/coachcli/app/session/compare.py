"""Two versions of a session: the coach sees them side by side, and says which is to be the session."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.framework.prompter import Prompter
from coachcli.app.session.export import refresh_page
from coachcli.app.session.lock import locked
from coachcli.command_line import command
from coachcli.domain.value import Value
from coachcli.domain.version.comparison import Comparison
from coachcli.domain.version.merge import Taking, closed_off, taken
from coachcli.errors import CoachError, InUseError, NotFoundError, UnreadableError, UsageError
from coachcli.live.choice.shortlist import Option
from coachcli.render.session.comparison import comparison_text, note_lines
from coachcli.store.disk import files
from coachcli.store.paths import Practice
from coachcli.store.session import lookup, records, sessions, trash
from coachcli.store.session.copies import copies_of, session_beside
from coachcli.store.session.place import client_of
from coachcli.store.session.sessions import Stored

Show = Callable[[str], None]
_OPTIONS = [
    Option("this", "keep this one"),
    Option("other", "take the other one"),
    Option("both", "make both one session"),
    Option("", "leave both as they are"),
]
_DONE = {
    "this": "This one stays the session.",
    "other": "The other one is the session now.",
    "both": "Both are one session now.",
}


class NoVersionError(CoachError):
    """A file that lies beside a session as another version of it, but says that it is another session."""


class Version(Value, frozen=True):
    """A version of a session, with the bytes that were read."""

    stored: Stored
    raw: bytes


class Pair(Value, frozen=True):
    """A session, and another version of it that lies beside it."""

    this: Version
    other: Version

    @property
    def path(self) -> Path:
        """The session's file."""
        return self.this.stored.path

    @property
    def copy(self) -> Path:
        """The file of the other version."""
        return self.other.stored.path

    @property
    def comparison(self) -> Comparison:
        """What is in only one of the two."""
        return Comparison(self.this.stored.session, self.other.stored.session)


def compare_session(
    context: Context, wanted: str | None, show: Show, desk: Prompter, take: Taking | None = None
) -> list[CoachError]:
    """Show a session beside each of its other versions, and take the one the coach wants; returns what was unreadable.

    A coach who cannot be asked, and did not say what to take, is only shown both.
    """
    path, versions = _found(context.practice, wanted)
    if not versions:
        desk.say(f"There is only one version of {_name(path)}.\n")
    if take == "other" and len(versions) > 1:
        names = ", ".join(str(version) for version in versions)
        raise UsageError("There are several other versions. Which one?", f"Name its file: {names}")
    troubles: list[CoachError] = []
    with locked(context, path):
        for version in versions:
            this = _read(path)
            try:
                _settle(context, Pair(this, _another(this, version)), show, desk, take)
            except (UnreadableError, NoVersionError) as error:
                troubles.append(error)
    return troubles


def _found(practice: Practice, wanted: str | None) -> tuple[Path, list[Path]]:
    """The session that is meant, and its other versions; where a version was named by its file, only that one."""
    by_file = _named_by_file(practice, wanted) if wanted else None
    named = by_file or lookup.find(practice, wanted)
    path = session_beside(named)
    if path is None:
        hint = "If it is the session, take out of its name what does not belong there."
        raise NotFoundError(f"There is no session beside {named}.", hint)
    return path, [named] if by_file and path != named else copies_of(path)


def _named_by_file(practice: Practice, wanted: str) -> Path | None:
    """The file of that name, if it lies among a client's sessions."""
    with suppress(OSError, RuntimeError, ValueError):  # names that are too long, of nobody's home, or no names
        path = Path(wanted).expanduser().absolute()
        folder = path.parent.resolve()
        client = client_of(folder / path.name)
        if path.is_file() and folder == practice.sessions(client).resolve():
            return practice.sessions(client) / path.name
    return None


def _name(path: Path) -> str:
    """The name of a session's file on a command line, which no other version shares."""
    return f"{client_of(path)}/{path.stem}"


def _read(path: Path) -> Version:
    raw = files.read_bytes(path)
    return Version(sessions.validated(records.parsed(path, raw)), raw)


def _another(this: Version, path: Path) -> Version:
    """Read another version; raises where it says that it is of another session."""
    other = _read(path)
    one, two = this.stored.session, other.stored.session
    if (one.id, one.client) != (two.id, two.client):
        text = f"{path} says that it is another session than {this.stored.path.name}."
        raise NoVersionError(text, "It was left as it is. If it is a session of its own, give it a name of its own.")
    return other


def _settle(context: Context, pair: Pair, show: Show, desk: Prompter, take: Taking | None) -> None:
    show(comparison_text(pair.comparison, pair.path.name, pair.copy.name))
    which = take or _wanted(desk)
    if which is None:
        desk.say(_how_to_take(pair) if desk.chooser is None else "Both are as they were.\n")
        return
    desk.say(_take(context, pair, which))


def _wanted(desk: Prompter) -> Taking | None:
    chosen = desk.chooser.pick("Which is to be the session?", _OPTIONS) if desk.chooser else ""
    return next((which for which in ("this", "other", "both") if which == chosen), None)


def _how_to_take(pair: Pair) -> str:
    compare = command("session", "compare", _name(pair.path))
    return "".join(f"\nTo {option.title}:\n  {compare} --take {option.key}\n" for option in _OPTIONS if option.key)


def _take(context: Context, pair: Pair, which: Taking) -> str:
    """Save what is taken, and put the version before and the other one into the trash; returns what to say of it."""
    practice, comparison = context.practice, pair.comparison
    session, kept = taken(comparison, which), list[Path]()
    _unchanged(pair.other)
    if session != pair.this.stored.session:
        kept.append(trash.keep_version(practice, pair.path, pair.this.raw, "before-compare"))
        sessions.save(pair.this.stored, session)
        refresh_page(context, pair.path)
    kept.append(trash.take_away(practice, pair.path, pair.copy, "other-version"))
    alone = note_lines(found.note for found in closed_off(comparison, which))
    named = f"For you alone now, as only one of them had it:\n{alone}" if alone else ""
    away = "".join(f"  {path}\n" for path in kept)
    return f"{_DONE[which]}\n{named}In the trash:\n{away}"


def _unchanged(version: Version) -> None:
    """Raise where the file has changed since the coach saw it: what would go into the trash was seen by nobody."""
    path = version.stored.path
    if files.digest(files.read_bytes(path)) != version.stored.digest:
        raise InUseError(f"{path} was changed by another program meanwhile.", "Nothing was changed here.")
