"""What a session is about today."""

from coachcli.domain.session.answers import answer_words
from coachcli.domain.session.model import Session
from coachcli.domain.text import one_line


def topic_of(session: Session) -> str:
    """The topic as it was last said, on one line; empty where nobody said one."""
    said = [answer_words(note) for _, note in session.notes if note.kind == "topic"]
    return one_line(said[-1]) if said else ""
