"""What others may see of a call: only what is asked now. And the colours that the coach chose."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from coachcli.app.context import Context
from coachcli.domain.session.model import Note, Session
from coachcli.domain.session.position import stop_in
from coachcli.domain.session.wording import KIND_NAMES, KIND_SIGNS
from coachcli.domain.terms import Theme
from coachcli.domain.value import changed
from coachcli.errors import CoachError
from coachcli.live.source import View
from coachcli.store import settings

HIDDEN = "Notes are hidden now; /discreet shows them."


@contextmanager
def naming_nobody(is_seen: Callable[[], bool]) -> Iterator[None]:
    """Put an error into words for anybody, where others see the screen at that moment."""
    try:
        yield
    except CoachError as error:
        if is_seen():
            raise error.in_public() from None
        raise


def discreet(view: View, before: int = 0) -> View:
    """The view without the client's name, the topic and the notes; of the notes it only says how many there are.

    Where there are none yet, it says how many were kept at the question `before`: no other place tells it.
    """
    notes = _counted(len(view.notes), "here") or _counted(before, "kept just before")
    return changed(view, crumbs=(view.crumbs[0], *view.crumbs[2:]), topic="", notes=notes)


def kept_before(session: Session) -> int:
    """How many notes were taken at the question before this one; 0 where the call went back, or is at the map."""
    if stop_in(session) is None or len(session.turns) < 2 or session.turns[-1].back:
        return 0
    return len(session.turns[-2].notes)


def _counted(notes: int, where: str) -> tuple[str, ...]:
    return (f"· {notes} note{'' if notes == 1 else 's'} {where}",) if notes else ()


def kind_alone(note: Note) -> str:
    """A note as others may see it: its sign and its kind."""
    return f"{KIND_SIGNS.get(note.kind, '·')} {KIND_NAMES[note.kind]}"


def theme_of(context: Context) -> Theme | None:
    """The colours that the coach chose for the practice."""
    return settings.load(context.practice).theme
