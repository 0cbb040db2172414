"""The card that closes a call."""

from collections import Counter
from collections.abc import Iterator

from coachcli.command_line import command, for_anybody
from coachcli.domain.note_kinds import NOTE_KINDS, NoteKind
from coachcli.domain.room import may_share
from coachcli.domain.session.framework_change import stage_title
from coachcli.domain.session.hints import at_the_end
from coachcli.domain.session.model import OWN, Session
from coachcli.domain.session.walk import Walk
from coachcli.domain.session.wording import length, partner
from coachcli.domain.value import Value
from coachcli.errors import in_public


class StageTime(Value, frozen=True):
    """Minutes spent in one stage, and planned for it."""

    title: str
    spent: int
    planned: int | None


class ClosingCard(Value, frozen=True):
    """The minutes, the counts of notes, the questions that were never asked, and where the session is kept."""

    heading: str
    stages: tuple[StageTime, ...]
    captured: tuple[str, ...]
    shared: int
    never_asked: tuple[str, ...]
    hints: tuple[str, ...]
    files: tuple[str, ...]
    next_step: str


def closing_card(
    walk: Walk, session: Session, name: str, files: tuple[str, ...], hints: tuple[str, ...] = ()
) -> ClosingCard:
    """The card for a session as it was left; a rehearsal has no files. `hints` are those that nobody was told yet."""
    ended = session.status == "ended"
    return ClosingCard(
        heading=_heading(session, name),
        stages=tuple(_stage_times(session)) if session.written_up is None else (),
        captured=tuple(_captured(session)),
        shared=sum(1 for _, note in session.notes if note.share_with != "nobody"),
        never_asked=tuple(_unasked(walk, session)) if ended else (),
        hints=(*hints, *_hints(walk, session)) if ended else (),
        files=files,
        next_step=_next_step(session, kept=bool(files)),
    )


def discreet_card(session: Session, hints: tuple[str, ...], *, kept: bool) -> ClosingCard:
    """The card for a screen that others can see. It says that all is well, or what is not, and nothing else."""
    how = "Ended" if session.status == "ended" else "Paused"
    is_over = kept and session.status == "ended" and may_share(session.framework.room)
    after = for_anybody(f"On a screen of your own: {command('session', 'after')}")
    next_step = in_public(after) if is_over else ""
    return ClosingCard(f"{how} and saved." if kept else f"{how}.", (), (), 0, (), hints, (), next_step)


def _heading(session: Session, name: str) -> str:
    spent = session.minutes.spent
    time = f", {length(spent)}" if spent is not None and session.written_up is None else ""
    state = "ended" if session.status == "ended" else "paused"
    return f"{_title(session, name)} {state}{time}"


def _title(session: Session, name: str) -> str:
    """The framework, and with whom or about whom it was."""
    title, room = session.framework.title, session.framework.room
    if session.client == OWN:
        return title
    if room == "alone":
        return f"{title} on {name}"
    return f"{title} with {partner(session, name)}"


def _stage_times(session: Session) -> list[StageTime]:
    visited = {turn.stage for turn in session.turns if turn.phase != "after_call"}
    return [
        StageTime(stage_title(session, line.id), (session.seconds_in(line.id) + 30) // 60, line.minutes)
        for line in session.stages
        if line.id in visited
    ]


def _unasked(walk: Walk, session: Session) -> list[str]:
    """The questions that were to be asked and never were."""
    expected = walk.route.expected(session)
    stops = [stop for stop in walk.route.never_asked(session) if stop in expected]
    return list(dict.fromkeys(walk.words_at(stop, session) for stop in stops))


def _hints(walk: Walk, session: Session) -> list[str]:
    return [walk.fill(hint, session) for hint in at_the_end(walk.framework, session)]


def _captured(session: Session) -> Iterator[str]:
    """How many notes there are of each kind; kinds with the same names are counted together."""
    counts = Counter(_names(NOTE_KINDS[note.kind]) for _, note in session.notes)
    for one, many in dict.fromkeys(map(_names, NOTE_KINDS.values())):
        if count := counts[one, many]:
            yield f"{count} {one if count == 1 else many}"


def _names(kind: NoteKind) -> tuple[str, str]:
    return kind.one, kind.many


def _next_step(session: Session, *, kept: bool) -> str:
    if not kept:
        return "This was a rehearsal: nothing was kept."
    if session.status == "ended" and not any(note.share_with != "nobody" for _, note in session.notes):
        return f"To read it again: {command('session', 'show', session.id)}"
    if session.status == "ended":
        return f"The summary to send: {command('session', 'export', session.id, '--for', 'client')}"
    return f"Go on with: {command('session', 'resume', session.id)}"
