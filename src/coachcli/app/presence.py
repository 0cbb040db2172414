"""What the screen shows: its colours, and where others can see it, nothing but what is asked now."""

from dataclasses import replace

from coachcli.app.context import Context
from coachcli.domain.session import Note
from coachcli.domain.wording import KIND_NAMES, KIND_SIGNS
from coachcli.domain.words import Theme
from coachcli.live.source import View
from coachcli.store import settings

HIDDEN = "Notes are hidden now; /discreet shows them."


def discreet(view: View) -> View:
    """The view without the client's name, the topic, and every note but how many there are."""
    count = len(view.notes)
    counted = (f"· {count} note{'' if count == 1 else 's'} here",) if count else ()
    return replace(view, crumbs=(view.crumbs[0], *view.crumbs[2:]), topic="", notes=counted)


def kind_alone(note: Note) -> str:
    """A note as it may be echoed there."""
    return f"{KIND_SIGNS.get(note.kind, '·')} {KIND_NAMES[note.kind]}"


def theme_of(context: Context) -> Theme | None:
    """The colours that the coach chose for the practice."""
    return settings.load(context.practice).theme
