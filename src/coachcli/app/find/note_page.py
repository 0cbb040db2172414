"""The page of a session around a note that was found there."""

from coachcli.app.session.export import Opened
from coachcli.domain.export.session_page import note_ref, page_at
from coachcli.domain.page.model import Page
from coachcli.errors import NotFoundError, Saying


def note_page(opened: Opened, number: int) -> Page:
    """The coach's page around the note of that number; raises NotFoundError where the session has none."""
    if note_ref(opened.session, number) is not None:
        return page_at(opened.session, opened.name, number)
    count = sum(1 for _ in opened.session.notes)
    message = Saying(f"There is no note {number} in {opened.session.id}.", discreet="There is no such note.")
    raise NotFoundError(message, f"They are numbered from 1 to {count}." if count else "It has none yet.")
