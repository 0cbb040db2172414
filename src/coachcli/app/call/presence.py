"""What a screen shows that others can see: nothing but what is asked now; and the colours of any screen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from coachcli.app.context import Context
from coachcli.domain.session.model import Note, Session
from coachcli.domain.session.position import stop_in
from coachcli.domain.session.wording import KIND_NAMES, KIND_SIGNS
from coachcli.domain.terms import Theme
from coachcli.errors import CoachError
from coachcli.live.source import View
from coachcli.store import settings

HIDDEN = "Notes are hidden now; /discreet shows them."


@contextmanager
def naming_nobody(is_seen: Callable[[], bool]) -> Iterator[None]:
    """Say whatever goes wrong in words for anybody, where others see the screen at that moment."""
    try:
        yield
    except CoachError as error:
        if is_seen():
            raise error.in_public() from None
        raise


def discreet(view: View, before: int = 0) -> View:
    """The view without the client's name, the topic, and every note but how many there are.

    Where there are none yet it says how many were kept at the question `before`: nothing else tells it there.
    """
    notes = _counted(len(view.notes), "here") or _counted(before, "kept just before")
    return replace(view, crumbs=(view.crumbs[0], *view.crumbs[2:]), topic="", notes=notes)


def kept_before(session: Session) -> int:
    """How many notes were taken at the question that the conversation came from, where it went on from there."""
    if stop_in(session) is None or len(session.turns) < 2 or session.turns[-1].back:
        return 0
    return len(session.turns[-2].notes)


def _counted(notes: int, where: str) -> tuple[str, ...]:
    return (f"· {notes} note{'' if notes == 1 else 's'} {where}",) if notes else ()


def kind_alone(note: Note) -> str:
    """A note as it may be echoed there."""
    return f"{KIND_SIGNS.get(note.kind, '·')} {KIND_NAMES[note.kind]}"


def theme_of(context: Context) -> Theme | None:
    """The colours that the coach chose for the practice."""
    return settings.load(context.practice).theme
